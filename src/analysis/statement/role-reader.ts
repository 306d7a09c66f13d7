import type { ArticleText } from '../../text';
import type { ContentEvidence, RoleReading } from './content-evidence';
import type { TokenRange } from './cue-window';
import { CueWindows } from './cue-window';
import { cueColumn, RoleFeatures } from './role-features';
import type { RoleTagger } from './role-tagger';
import type { WordColumns } from './word-columns';

/** Tokens of windows that may be read for each token of the article; ordinary news needs one or two. */
const WINDOW_BUDGET = 6;

/** Reads the roles of an article's cues, as long as the work stays in proportion to the article. */
export class RoleReader {
  private readonly windows: CueWindows;
  private readonly features: RoleFeatures;
  private budget: number;

  /**
   * @param sure the cues that each of the others is read beside
   * @param evidence is given what is found
   */
  constructor(
    text: ArticleText,
    columns: WordColumns,
    sure: readonly TokenRange[],
    private readonly roles: RoleTagger,
    private readonly evidence: ContentEvidence,
  ) {
    this.windows = new CueWindows(text, columns);
    this.features = new RoleFeatures(columns, cueColumn(columns.count, sure));
    this.budget = WINDOW_BUDGET * columns.count + 1000;
  }

  /** What a cue's source and contents are; null where too much was read already. */
  read(cue: TokenRange, isSure: boolean): RoleReading | null {
    const window = this.windows.around(cue);
    this.budget -= window.end - window.first;
    if (this.budget < 0) return null;
    return this.roles.read(this.features, window, cue, isSure, this.evidence);
  }
}

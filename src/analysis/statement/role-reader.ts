import type { ArticleText } from '../../text';
import type { ContentEvidence, RoleReading } from './content-evidence';
import type { TokenRange } from './cue-window';
import { CueWindows } from './cue-window';
import { cueColumn, RoleFeatures } from './role-features';
import type { RoleTagger } from './role-tagger';
import type { WordColumns } from './word-columns';

/** Tokens of windows that may be read for each token of a paragraph, and for each paragraph; ordinary news needs one or two a token. */
const WINDOW_BUDGET = 6;
const PARAGRAPH_BUDGET = 200;

/** Reads the roles of an article's cues, as long as the work stays in proportion to their paragraphs. */
export class RoleReader {
  private readonly windows: CueWindows;
  private readonly features: RoleFeatures;
  /** What is left of each block's budget. */
  private readonly budgets: Int32Array;

  /**
   * @param sure the cues that each of the others is read beside
   * @param evidence is given what is found
   */
  constructor(
    private readonly text: ArticleText,
    private readonly columns: WordColumns,
    sure: readonly TokenRange[],
    private readonly roles: RoleTagger,
    private readonly evidence: ContentEvidence,
  ) {
    this.windows = new CueWindows(text, columns);
    this.features = new RoleFeatures(columns, cueColumn(columns.count, sure));
    this.budgets = new Int32Array(text.blocks.length).fill(PARAGRAPH_BUDGET);
    for (const { block, firstToken, endToken } of text.sentences)
      this.budgets[block] = (this.budgets[block] ?? 0) + WINDOW_BUDGET * (endToken - firstToken);
  }

  /** What a cue's source and contents are; null where too much of its paragraph was read already. */
  read(cue: TokenRange, isSure: boolean): RoleReading | null {
    const window = this.windows.around(cue);
    const block = this.text.sentences[this.columns.sentence[cue.first] ?? 0]?.block ?? 0;
    const left = (this.budgets[block] ?? 0) - (window.end - window.first);
    this.budgets[block] = left;
    if (left < 0) return null;
    return this.roles.read(this.features, window, cue, isSure, this.evidence);
  }
}

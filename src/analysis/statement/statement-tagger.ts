import type { ArticleText } from '../../text';
import type { RoleReading } from './content-evidence';
import { ContentEvidence } from './content-evidence';
import { ContentTagger } from './content-tagger';
import { CueTagger } from './cue-tagger';
import type { TokenRange } from './cue-window';
import { CueWindows } from './cue-window';
import type { StatementModel } from './model-file';
import { cueColumn, RoleFeatures } from './role-features';
import { RoleTagger } from './role-tagger';
import { settleContents } from './settle-contents';
import type { WordColumns } from './word-columns';

/** An attribution as the model reads it, in tokens. */
export interface TaggedStatement {
  readonly cue: TokenRange;
  readonly source: TokenRange | null;
  readonly content: readonly TokenRange[];
}

/** What was read of an article before its contents are settled. */
export interface Reading {
  /** In the order of their cues, the unsure ones among them. */
  readonly readings: readonly RoleReading[];
  readonly evidence: ContentEvidence;
}

/** Tokens of windows that may be read for each token of the article; ordinary news needs one or two. */
const WINDOW_BUDGET = 6;

/**
 * Tags statements by the trained model: first the cues, then for each cue its source and content; last, knowing all of that, the contents
 * once more, which settles where they end and which of the cues that were not sure are cues.
 */
export class StatementTagger {
  private readonly cues: CueTagger;
  private readonly roles: RoleTagger;
  private readonly contents: ContentTagger | null;

  constructor(model: StatementModel) {
    this.cues = new CueTagger(model);
    this.roles = new RoleTagger(model);
    this.contents = model.contents && new ContentTagger(model.contents);
  }

  /** How many tokens were scored so far, by any of the taggers: the work that grows with the text. */
  get scored(): number {
    return this.cues.scored + this.roles.scored + (this.contents?.scored ?? 0);
  }

  /** The attributions in the order of their cues; linear in the length of the text. */
  tag(text: ArticleText, columns: WordColumns): TaggedStatement[] {
    const { readings, evidence } = this.read(text, columns);
    if (this.contents === null) return readings.filter((r) => r.sure);
    return settleContents(readings, this.contents.find(text, columns, evidence));
  }

  /** The cues, sure and unsure, with their roles, and what they let expect of each token. */
  read(text: ArticleText, columns: WordColumns): Reading {
    const evidence = new ContentEvidence(columns);
    const { sure, unsure } = this.cues.find(text, columns, evidence);
    const windows = new CueWindows(text, columns);
    const readings: RoleReading[] = [];
    const features = new RoleFeatures(columns, cueColumn(columns.count, sure));
    let budget = WINDOW_BUDGET * columns.count + 1000;
    const read = (cue: TokenRange, isSure: boolean): void => {
      const window = windows.around(cue);
      budget -= window.end - window.first;
      if (budget >= 0) readings.push(this.roles.read(features, window, cue, isSure, evidence));
    };
    for (const cue of sure) read(cue, true);
    for (const cue of unsure) if (!evidence.isInContent(cue.first)) read(cue, false);
    return { readings: readings.sort((a, b) => a.cue.first - b.cue.first), evidence };
  }
}

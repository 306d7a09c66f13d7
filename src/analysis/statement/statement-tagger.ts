import type { ArticleText } from '../../text';
import type { Reread } from './attribution-tagger';
import { AttributionTagger } from './attribution-tagger';
import type { RoleReading } from './content-evidence';
import { ContentEvidence } from './content-evidence';
import { CueTagger } from './cue-tagger';
import { attributeContents } from './cues-of-contents';
import type { TokenRange } from './cue-window';
import type { StatementModel } from './model-file';
import { refineCues } from './refine-cues';
import { RoleReader } from './role-reader';
import { RoleTagger } from './role-tagger';
import { settleContents } from './settle-contents';
import type { WordColumns } from './word-columns';

/** An attribution as the model reads it, in tokens. */
export interface TaggedStatement {
  readonly cue: TokenRange;
  readonly source: TokenRange | null;
  readonly content: readonly TokenRange[];
}

/** What was read of an article before its paragraphs are read once more. */
export interface Reading {
  /** In the order of their cues, the unsure ones among them. */
  readonly readings: readonly RoleReading[];
  readonly evidence: ContentEvidence;
  /** Reads the roles of further cues. */
  readonly reader: RoleReader;
}

/**
 * Tags statements by the trained model: first the cues, then for each cue its source and content; last, knowing all of that, cues and contents
 * once more, which settles where they begin and end and which of the cues that were not sure are cues.
 */
export class StatementTagger {
  private readonly cues: CueTagger;
  private readonly roles: RoleTagger;
  private readonly attributions: AttributionTagger | null;

  constructor(model: StatementModel) {
    this.cues = new CueTagger(model);
    this.roles = new RoleTagger(model);
    this.attributions = model.network && new AttributionTagger(model.network);
  }

  /** How many tokens were scored so far, by any of the taggers: the work that grows with the text. */
  get scored(): number {
    return this.cues.scored + this.roles.scored + (this.attributions?.scored ?? 0);
  }

  /** The attributions in the order of their cues; linear in the length of the text. */
  tag(text: ArticleText, columns: WordColumns): TaggedStatement[] {
    const reading = this.read(text, columns);
    if (this.attributions === null) return reading.readings.filter((r) => r.sure);
    return settle(columns, reading, this.attributions.find(text, columns, reading.evidence));
  }

  /** The cues, sure and unsure, with their roles, and what they let expect of each token. */
  read(text: ArticleText, columns: WordColumns): Reading {
    const evidence = new ContentEvidence(columns);
    const { sure, unsure } = this.cues.find(text, columns, evidence);
    const reader = new RoleReader(text, columns, sure, this.roles, evidence);
    const readings: (RoleReading | null)[] = sure.map((cue) => reader.read(cue, true));
    for (const cue of unsure) if (!evidence.isInContent(cue.first)) readings.push(reader.read(cue, false));
    const read = readings.filter((r) => r !== null).sort((a, b) => a.cue.first - b.cue.first);
    return { readings: read, evidence, reader };
  }
}

function settle(columns: WordColumns, { readings, reader }: Reading, again: Reread): TaggedStatement[] {
  const settled = settleContents(refineCues(readings, again, reader), again.contents);
  return attributeContents(columns, settled, again, reader);
}

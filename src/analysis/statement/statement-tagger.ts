import type { ArticleText } from '../../text';
import type { Reread } from './attribution-tagger';
import { AttributionTagger } from './attribution-tagger';
import type { RoleReading } from './content-evidence';
import { ContentEvidence } from './content-evidence';
import { CueTagger } from './cue-tagger';
import { attributeContents } from './cues-of-contents';
import type { TokenRange } from './cue-window';
import type { StatementModel } from './model-file';
import type { ParagraphMemory } from './paragraph-memory';
import { paragraphKeys } from './paragraph-memory';
import type { Paragraph } from './paragraphs';
import { paragraphsOf } from './paragraphs';
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

  /** @param memory what was tagged before, for texts that are read again and again; the statements are the same without it */
  constructor(
    model: StatementModel,
    private readonly memory: ParagraphMemory | null = null,
  ) {
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
    const paragraphs = paragraphsOf(text);
    if (this.memory === null) return this.tagParagraphs(text, columns, paragraphs);
    const keys = paragraphKeys(text, columns, paragraphs);
    const found = paragraphs.map((paragraph, i) => this.memory?.recall(keys[i] ?? null, paragraph));
    const unread = paragraphs.filter((_, i) => found[i] === undefined);
    const tagged = this.tagParagraphs(text, columns, unread);
    let next = 0;
    for (const [i, paragraph] of paragraphs.entries()) {
      if (found[i] !== undefined) continue;
      const from = next;
      while ((tagged[next]?.cue.first ?? Infinity) < paragraph.end) next++;
      const own = tagged.slice(from, next);
      this.memory.keep(keys[i] ?? null, paragraph, own);
      found[i] = own;
    }
    return found.flatMap((own) => own ?? []);
  }

  /** The cues of paragraphs, sure and unsure, with their roles, and what they let expect of each token. */
  read(text: ArticleText, columns: WordColumns, paragraphs: readonly Paragraph[]): Reading {
    const evidence = new ContentEvidence(columns);
    const { sure, unsure } = this.cues.find(paragraphs, columns, evidence);
    const reader = new RoleReader(text, columns, sure, this.roles, evidence);
    const readings: (RoleReading | null)[] = sure.map((cue) => reader.read(cue, true));
    for (const cue of unsure) if (!evidence.isInContent(cue.first)) readings.push(reader.read(cue, false));
    const read = readings.filter((r) => r !== null).sort((a, b) => a.cue.first - b.cue.first);
    return { readings: read, evidence, reader };
  }

  private tagParagraphs(
    text: ArticleText,
    columns: WordColumns,
    paragraphs: readonly Paragraph[],
  ): TaggedStatement[] {
    if (paragraphs.length === 0) return [];
    const reading = this.read(text, columns, paragraphs);
    if (this.attributions === null) return reading.readings.filter((r) => r.sure);
    return settle(columns, reading, this.attributions.find(text, paragraphs, columns, reading.evidence));
  }
}

function settle(columns: WordColumns, { readings, reader }: Reading, again: Reread): TaggedStatement[] {
  const settled = settleContents(refineCues(readings, again, reader), again.contents);
  return attributeContents(columns, settled, again, reader);
}

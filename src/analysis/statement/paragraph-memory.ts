import type { ArticleText } from '../../text';
import type { TokenRange } from './cue-window';
import type { Paragraph } from './paragraphs';
import { quotedParagraphs } from './quoted-paragraphs';
import type { TaggedStatement } from './statement-tagger';
import type { WordColumns } from './word-columns';

/** How many UTF-16 units of keys are kept, some 300 articles of 5 kB; what was not met for longest goes first. */
const MOST_KEPT = 2_500_000;

/** Paragraphs of more UTF-16 units are read each time. */
const LONGEST = 20_000;

/** Numbers that a token has in its paragraph's key. */
const PARTS = 3;

/**
 * What was tagged in paragraphs before. The taggers look at nothing outside a paragraph but whether the one before it ended in a quotation or with a colon, so
 * that of an edited article only the paragraphs that changed have to be read.
 */
export class ParagraphMemory {
  private readonly kept = new Map<string, readonly TaggedStatement[]>();
  private size = 0;

  /** What was tagged in a paragraph with this key, placed where the paragraph stands now; undefined where that is not known. */
  recall(key: string | null, { first }: Paragraph): TaggedStatement[] | undefined {
    const found = key === null ? undefined : this.kept.get(key);
    if (key === null || found === undefined) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.map((statement) => moved(statement, first));
  }

  /** Keeps what was tagged in a paragraph. */
  keep(key: string | null, { first }: Paragraph, statements: readonly TaggedStatement[]): void {
    if (key === null || this.kept.has(key)) return;
    this.kept.set(
      key,
      statements.map((statement) => moved(statement, -first)),
    );
    this.size += key.length;
    for (const oldest of this.kept.keys()) {
      if (this.size <= MOST_KEPT) break;
      this.kept.delete(oldest);
      this.size -= oldest.length;
    }
  }
}

/** For each paragraph everything that its tags depend on; null for one that is too long. */
export function paragraphKeys(
  text: ArticleText,
  columns: WordColumns,
  paragraphs: readonly Paragraph[],
): (string | null)[] {
  const { tokens, prose } = text;
  const places = quotedParagraphs(text, columns);
  return paragraphs.map(({ first, end }) => {
    const start = tokens.start[first] ?? 0;
    const stop = tokens.end[end - 1] ?? start;
    if (stop - start > LONGEST) return null;
    const units = new Uint16Array(PARTS * (end - first));
    for (let t = first, i = 0; t < end; t++) {
      const begins = columns.sentence[t] === columns.sentence[t - 1] ? 0 : 1;
      units[i++] = (tokens.start[t] ?? 0) - start;
      units[i++] = (tokens.end[t] ?? 0) - start;
      units[i++] =
        begins |
        ((columns.quoted[t] ?? 0) << 1) |
        ((columns.mark[t] ?? 0) << 2) |
        ((tokens.kind[t] ?? 0) << 4);
    }
    return String.fromCharCode(places[first] ?? 0, end - first) + asText(units) + prose.slice(start, stop);
  });
}

/** Numbers that a call can be given without any danger for the stack. */
const AT_ONCE = 2000;

function asText(units: Uint16Array): string {
  let text = '';
  for (let i = 0; i < units.length; i += AT_ONCE)
    text += String.fromCharCode(...units.subarray(i, i + AT_ONCE));
  return text;
}

function moved({ cue, source, content }: TaggedStatement, by: number): TaggedStatement {
  const move = (range: TokenRange): TokenRange => ({ first: range.first + by, end: range.end + by });
  return { cue: move(cue), source: source && move(source), content: content.map(move) };
}

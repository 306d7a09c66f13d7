import type { Span } from '../../text';
import type { Annotation, Selector } from '../model';
import { align } from './align';
import { foldText } from './fold';
import { locate } from './locate';
import type { Base, Target } from './locate';
import { settleTies } from './neighbours';
import { indexWords } from './postings';
import { prepare } from './prepared';
import type { Prepared } from './prepared';
import type { AnchorResult } from './result';
import { Vocabulary } from './tokens';

export type { AnchorResult, AnchorStatus } from './result';

/** The text that annotations were made in: one for all, or found by an annotation's `base` id; undefined where it is not to be had. */
export type BaseText = string | ((baseId: string) => string | undefined);

/**
 * Finds the words of annotations in a text. Never throws; says what it does not know.
 *
 * The order: diff from the base text where its words at the stored place are the quote; then the quote word for word, where the
 * diff does not tie the place to other words; then the diff's window if half of the words survive; then similar words with a
 * lead over the next place; ties by the shift of neighbouring annotations; else a suggestion, or nothing.
 * @param now the article as an editor shows it
 * @returns one result an annotation, in their order
 */
export function anchor(annotations: readonly Annotation[], now: string, base?: BaseText): AnchorResult[] {
  const vocabulary = new Vocabulary();
  const text = prepare(now, vocabulary);
  const bases = new BaseTexts(base, text, vocabulary);
  // The index is made after every base text was read, so that the vocabulary is complete.
  const found = annotations.map((annotation) => bases.of(annotation));
  const target: Target = { text, vocabulary, postings: indexWords(text.words, vocabulary.size) };
  const located = annotations.map((annotation, i) => locate(annotation, target, found[i] ?? null));
  return settleTies(annotations, located, text);
}

/** Reads and aligns each base text once. */
class BaseTexts {
  private readonly known = new Map<string, Base | null>();

  constructor(
    private readonly base: BaseText | undefined,
    private readonly now: Prepared,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** The base of an annotation if its text at the stored place is the quote; else null. */
  of({ selector }: Annotation): Base | null {
    if (this.base === undefined || selector?.at === undefined) return null;
    const key = typeof this.base === 'string' ? '' : selector.base;
    if (key === undefined) return null;
    const base = this.read(key, false);
    if (base === null || holdsQuote(base, selector, selector.at)) return base;
    // Git may keep line ends that the editor's text did not have.
    const other = this.read(key, true);
    return other !== null && holdsQuote(other, selector, selector.at) ? other : null;
  }

  private read(key: string, carriageReturns: boolean): Base | null {
    const name = `${carriageReturns ? 'CRLF' : ''} ${key}`;
    let base = this.known.get(name);
    if (base === undefined) this.known.set(name, (base = this.make(key, carriageReturns)));
    return base;
  }

  private make(key: string, carriageReturns: boolean): Base | null {
    const blob = typeof this.base === 'function' ? this.base(key) : this.base;
    if (blob === undefined) return null;
    const shown = blob.startsWith('\ufeff') ? blob.slice(1) : blob;
    const source = carriageReturns ? shown.replace(/\r?\n/g, '\r\n') : shown;
    const text = source === this.now.source ? this.now : prepare(source, this.vocabulary);
    return { text, alignment: align(text.words, this.now.words) };
  }
}

/** Whether the base has the quote's words at the stored place. */
function holdsQuote(base: Base, selector: Selector, at: Span): boolean {
  const words = base.text.source.slice(at.start, at.end);
  return words === selector.quote || foldText(words) === foldText(selector.quote);
}

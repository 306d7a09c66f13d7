import type { Quantity } from '../analysis';
import type { CorpusArticle } from '../corpus';
import type { Sentence } from '../text';

/**
 * What of an article is compared. Comparison pairs sentences with sentences and numbers with numbers, so that its cost would grow with the
 * square of a text that says one thing a thousand times, or of a table without end. What is left out depends on nothing but the
 * article, so that edits find what a fresh folder finds.
 */

/** Sentences of the same words beyond so many in one article say nothing new. */
const MOST_COPIES = 8;
/** The first of so many sentences are compared: some 60 kB of prose, where long reports have 10. */
export const MOST_SENTENCES = 600;
/** Equal numbers of one thing beyond so many in one article say nothing new, … */
const MOST_EQUAL = 40;
/** … and the first of so many numbers are compared. */
export const MOST_QUANTITIES = 500;
/** Of one article so many quotations, so many spellings of names and so many full names are compared with those of others. */
export const MOST_QUOTES = 300;
export const MOST_NAMES = 1000;

/** Whether each sentence of an article is compared. Linear. */
export function comparedSentences({ text }: Pick<CorpusArticle, 'text'>): readonly boolean[] {
  const copies = new Map<string, number>();
  let compared = 0;
  return text.sentences.map(({ start, end }: Sentence) => {
    const words = text.prose.slice(start, end);
    const before = copies.get(words) ?? 0;
    copies.set(words, before + 1);
    return before < MOST_COPIES && compared++ < MOST_SENTENCES;
  });
}

/**
 * The quantities of an article that are compared. Linear.
 * @param isCompared whether the sentence of a quantity is compared, and nobody wants it ignored
 */
export function comparedQuantities(
  quantities: readonly Quantity[],
  isCompared: (quantity: Quantity) => boolean,
): readonly Quantity[] {
  const equal = new Map<string, number>();
  const compared: Quantity[] = [];
  for (const quantity of quantities) {
    if (compared.length === MOST_QUANTITIES) break;
    if (!isCompared(quantity)) continue;
    const key = [quantity.kind, quantity.unit, quantity.value ?? quantity.text, quantity.thing].join('\0');
    const before = equal.get(key) ?? 0;
    equal.set(key, before + 1);
    if (before < MOST_EQUAL) compared.push(quantity);
  }
  return compared;
}

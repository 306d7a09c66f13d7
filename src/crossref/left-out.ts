import type { Analysis, Quantity } from '../analysis';
import type { ArticleText } from '../text';
import { sentenceAt } from '../text';
import { comparedQuantities, comparedSentences, MOST_QUANTITIES, MOST_SENTENCES } from './compared-parts';
import { once } from './once';

/**
 * Why a part of an article is not compared with other articles: the article is too long, and the part stands behind what is compared
 * of it; or the article says the same so often that this once more would tell nothing.
 */
export type LeftOut = 'too-long' | 'repeated';

/** What of an article is not compared, and why; null where it is compared. */
export interface LeftOutParts {
  /** The sentence at an offset. Logarithmic. */
  at(offset: number): LeftOut | null;
  quantity(quantity: Quantity): LeftOut | null;
}

/** What is left out of the comparison of a version of an article. Linear the first time, and kept with the version. */
export const leftOutOf: (article: {
  readonly text: ArticleText;
  readonly analysis: Analysis;
}) => LeftOutParts = once((article) => {
  const sentences = comparedSentences(article);
  const full = sentences.filter(Boolean).length === MOST_SENTENCES;
  const lastSentence = full ? sentences.lastIndexOf(true) : Infinity;
  const at = (offset: number): LeftOut | null => {
    const sentence = sentenceAt(article.text, offset);
    if (sentences[sentence] !== false) return null;
    return sentence > lastSentence ? 'too-long' : 'repeated';
  };
  const quantities = comparedQuantities(article.analysis.quantities, (q) => at(q.start) === null);
  const compared = new Set(quantities.map(({ start }) => start));
  const end = quantities.length === MOST_QUANTITIES ? (quantities.at(-1)?.end ?? 0) : Infinity;
  return {
    at,
    quantity: (q) => at(q.start) ?? (compared.has(q.start) ? null : q.start >= end ? 'too-long' : 'repeated'),
  };
});

import type { Analysis, Quantity, Statement } from '../analysis';
import type { ArticleText } from '../text';
import { sentenceAt } from '../text';
import {
  comparedQuantities,
  comparedSentences,
  MOST_QUANTITIES,
  MOST_QUOTES,
  MOST_SENTENCES,
} from './compared-parts';
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
  /** A statement at an offset; quotations are compared word for word up to a number of their own. */
  statement(statement: Statement, offset: number): LeftOut | null;
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
  const lastQuote = endOfQuotes(article.analysis.statements);
  return {
    at,
    statement: (s, offset) =>
      at(offset) ?? (isQuoted(s) && (s.content[0]?.start ?? 0) >= lastQuote ? 'too-long' : null),
    quantity: (q) => at(q.start) ?? (compared.has(q.start) ? null : q.start >= end ? 'too-long' : 'repeated'),
  };
});

function isQuoted({ type }: Statement): boolean {
  return type === 'direct' || type === 'mixed';
}

/** Where the last quotation that is compared ends; two statements can have one content. */
function endOfQuotes(statements: readonly Statement[]): number {
  const spans = statements.filter(isQuoted).flatMap((statement) => statement.content);
  const distinct = [...new Map(spans.map((span) => [`${span.start} ${span.end}`, span])).values()];
  return distinct.length > MOST_QUOTES ? (distinct[MOST_QUOTES - 1]?.end ?? Infinity) : Infinity;
}

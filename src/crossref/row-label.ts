import type { Quantity } from '../analysis';
import type { CorpusArticle } from '../corpus';
import type { Span } from '../text';
import type { SentenceProfile } from './sentence-profile';

const LABEL = /^\W*(\p{L}[\p{L}\p{M}'’ -]{2,40}?)(?:\s*[:–—-]|\s)\s*$/u;
const MOST_WORDS = 4;
/** Words between a label and its number: "about 60". */
const HEDGE = /\b(?:about|around|some|at least|at most|up to|more than|over|nearly|almost|roughly)\s*$/iu;

/**
 * The words that say what a number counts where it stands in a row of a table or after a label: "Missing | about 60",
 * "The dead: 11". Undefined where the number stands in a sentence.
 */
export function rowLabel(
  article: CorpusArticle,
  { sentence }: SentenceProfile,
  quantity: Quantity,
): Span | undefined {
  const { prose } = article.text;
  const line = prose.lastIndexOf('\n', quantity.start - 1) + 1;
  const before = prose.slice(line, quantity.start).replace(HEDGE, '');
  const words = LABEL.exec(before)?.[1];
  if (words === undefined || words.split(/\s+/u).length > MOST_WORDS) return undefined;
  const start = line + before.indexOf(words);
  const end = start + words.length;
  const marked = /[:–—]\s*$/u.test(before) || end <= sentence.start;
  return marked ? { start, end } : undefined;
}

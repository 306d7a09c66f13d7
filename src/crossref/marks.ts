import type { Quantity } from '../analysis';
import type { ArticleText } from '../text';

/** Numbers with this many digits in one run name something. */
const NAMING = /\d{10,}/u;

/**
 * Whether a number is no part of what an article tells: the name of a record (`id="728338863698096129"`), or the time of day that heads
 * an entry of a running report.
 */
export function isMark({ text: { prose } }: { readonly text: ArticleText }, quantity: Quantity): boolean {
  if (NAMING.test(quantity.text)) return true;
  if (quantity.kind !== 'time') return false;
  const start = prose.lastIndexOf('\n', quantity.start - 1) + 1;
  const newline = prose.indexOf('\n', quantity.end);
  const line =
    prose.slice(start, quantity.start) + prose.slice(quantity.end, newline < 0 ? prose.length : newline);
  return !/[\p{L}\p{N}]/u.test(line);
}

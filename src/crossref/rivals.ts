import type { ArticleProfile } from './article-profile';
import type { Mention } from './mention';

/**
 * How many values of a dimension two articles have that their mentions could stand for as well: all others of either, and in the
 * other's article its own. Of counts only those of one thing are rivals; of people there may be more than are counted. Without end
 * for dates and for counts of different things, of which there are always some.
 */
export function rivals(
  dimension: string,
  x: Mention,
  y: Mention,
  a: ArticleProfile,
  b: ArticleProfile,
): number {
  const kind = dimension === 'count' ? sharedKind(x, y) : dimension;
  if (kind === null || kind === 'date') return Infinity;
  const [own, other] = [x.measure?.value ?? NaN, y.measure?.value ?? NaN];
  const values = besides(a.dimensions.get(kind), own) + besides(b.dimensions.get(kind), other);
  return values + (x.people ? UNCOUNTED : 0);
}

/** People of a sort that may be told apart by nothing: "officers" came, and "officers" were hurt. */
const UNCOUNTED = 1;

function sharedKind(x: Mention, y: Mention): string | null {
  const kind = countKind(x);
  return kind === countKind(y) ? kind : null;
}

/** What counts of one thing have among an article's dimensions; null for other numbers, and for people of no named sort. */
export function countKind(m: Mention): string | null {
  const head = m.thing[m.thing.length - 1];
  if (head === undefined || m.measure?.dimension !== 'count' || (m.people && m.anybody)) return null;
  return `count ${head}`;
}

function besides(values: ReadonlySet<number> | undefined, value: number): number {
  return values === undefined ? 0 : values.size - (values.has(value) ? 1 : 0);
}

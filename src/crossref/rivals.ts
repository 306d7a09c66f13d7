import type { ArticleProfile } from './article-profile';
import type { Mention } from './mention';

/**
 * How many values of a dimension two articles have that their mentions could stand for as well: all others of either, and in the
 * other's article its own. Without end for counts and dates, of which there are always some.
 */
export function rivals(
  dimension: string,
  x: Mention,
  y: Mention,
  a: ArticleProfile,
  b: ArticleProfile,
): number {
  if (dimension === 'count' || dimension === 'date') return Infinity;
  const [own, other] = [x.measure?.value ?? NaN, y.measure?.value ?? NaN];
  return besides(a.dimensions.get(dimension), own) + besides(b.dimensions.get(dimension), other);
}

function besides(values: ReadonlySet<number> | undefined, value: number): number {
  return values === undefined ? 0 : values.size - (values.has(value) ? 1 : 0);
}

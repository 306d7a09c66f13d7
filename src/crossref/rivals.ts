import type { ArticleProfile } from './article-profile';
import type { Mention } from './mention';
import { dimensionOf } from './mention';
import { once } from './once';

/** Which values of its own article a mention could stand for as well. */
export interface OwnRivals {
  /** What they are values of; null where there are always some: for dates, and for numbers of nothing named. */
  readonly kind: string | null;
  /** How many there are but its own. */
  readonly count: number;
}

/** The rivals of each mention in its article, by places. */
export const ownRivals = once((profile: ArticleProfile): readonly OwnRivals[] =>
  profile.mentions.map((m) => {
    const dimension = dimensionOf(m);
    const kind = dimension === 'count' ? countKind(m) : dimension === 'date' ? null : dimension;
    const values = kind === null ? undefined : profile.dimensions.get(kind);
    const own = values?.has(m.measure?.value ?? NaN) === true ? 1 : 0;
    return { kind, count: (values?.size ?? 0) - own };
  }),
);

/** People of a sort that may be told apart by nothing: "officers" came, and "officers" were hurt. */
const UNCOUNTED = 1;

/**
 * How many values of a dimension two articles have that their mentions could stand for as well: all others of either, and in the
 * other's article its own. Of counts only those of one thing are rivals; of people there may be more than are counted. Without end
 * for dates and for counts of different things, of which there are always some.
 *
 * @param people whether the first counts people
 */
export function rivals(x: OwnRivals | undefined, y: OwnRivals | undefined, people: boolean): number {
  if (x === undefined || y === undefined || x.kind === null || x.kind !== y.kind) return Infinity;
  return x.count + y.count + (people ? UNCOUNTED : 0);
}

/** What counts of one thing have among an article's dimensions; null for other numbers, and for people of no named sort. */
export function countKind(m: Mention): string | null {
  const head = m.thing[m.thing.length - 1];
  if (head === undefined || m.measure?.dimension !== 'count' || (m.people && m.anybody)) return null;
  return `count ${head}`;
}

/**
 * How values are packed: one byte says what follows, and small whole numbers, short words that analyses use all the time, and words
 * that stand in the article are not spelled out. Any change here is a new {@link PACK_LAYOUT}.
 */
export const PACK_LAYOUT = 1;

/** What the first byte of a value says. */
export const Tag = {
  Null: 0,
  True: 1,
  False: 2,
  /** Eight bytes, little-endian. */
  Float: 3,
  /** A varint follows. */
  Positive: 4,
  /** A varint of −1 − n follows. */
  Negative: 5,
  /** Length and code units as varints; readers number these from 0. */
  Text: 6,
  /** The number of an earlier text. */
  TextAgain: 7,
  /** The words of the article that the object's own span holds. */
  OwnWords: 8,
  /** Start and length of words in the article. */
  Words: 9,
  /** The length follows, then the items. */
  List: 10,
  /** 1 where it is a span, the number of keys, then the keys as texts; then the values. Readers number these from 0. */
  Shape: 11,
  /** The number of an earlier shape, then the values. */
  ShapeAgain: 12,
  /** From here on: {@link KNOWN_TEXTS}. */
  Known: 13,
  /** From here on: whole numbers from 0. */
  Small: 192,
} as const;

/** Words of analyses and facts that take one byte; only ever added to at the end. */
export const KNOWN_TEXTS: readonly string[] = (
  'type source sourceId cue content direct indirect mixed nonclaim text kind value low high unit modifier thing thingSpan ' +
  'zone restates wordless part per fate count money percent ratio score ordinal age duration date time distance area volume ' +
  'mass speed temperature magnitude power energy data pressure other at-least more-than at-most less-than about nearly so-far ' +
  'between id name title country mentions form description pronoun person organization place unnamed start end statements ' +
  'quantities sources USD killed injured missing hour year mile kilometre metre day month minute local label relation reasons ' +
  'confidence path speaker group context message args agree refine differ quantity statement A B C D'
).split(' ');

/** Whether a value is an object with keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text that an object's span is of: the article's own, or that of the path which the object names. */
export type SourceOf = (path: string | undefined) => string;

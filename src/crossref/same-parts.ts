import type { ArticleProfile } from './article-profile';
import { isLead } from './evidence';
import type { Mention } from './mention';
import type { SentenceProfile } from './sentence-profile';

/** Where the parts of a version of an article stood in an earlier one; −1 for those that are new. */
export interface SameParts {
  readonly before: ArticleProfile;
  /** Of each sentence the place of one with the same words. */
  readonly sentences: Int32Array;
  /** Of each mention the place of one that compares with those of other articles in every way as it does. */
  readonly mentions: Int32Array;
}

/**
 * Finds what two versions of an article have in common: the sentences up to the first change and behind the last one, and in those the
 * mentions that nothing else in the article changed. Linear.
 */
export function sameParts(before: ArticleProfile, now: ArticleProfile): SameParts {
  const sentences = commonEnds(before.sentences, now.sentences, (x, y) => sameWording([before, x], [now, y]));
  const stood = now.sentences.map((own, place) => {
    const there = before.sentences[sentences[place] ?? -1];
    return there !== undefined && isLead(there) === isLead(own) && sameSetting(there, own) ? there.index : -1;
  });
  return { before, sentences, mentions: sameMentions(before, now, stood) };
}

/** @param stood where each sentence stood before; −1 where it was not the same */
function sameMentions(before: ArticleProfile, now: ArticleProfile, stood: readonly number[]): Int32Array {
  const places = new Int32Array(now.mentions.length).fill(-1);
  let next = 0;
  now.mentions.forEach((own, place) => {
    const sentence = stood[own.sentence.index] ?? -1;
    if (sentence < 0) return;
    const shift = shiftOf(before, sentence, own);
    while (comesBefore(before.mentions[next], sentence, own.start - shift)) next++;
    const there = before.mentions[next];
    if (there?.sentence.index === sentence && sameFields(there, own, shift)) places[place] = next++;
  });
  return places;
}

/** How far a mention stands behind where it stood in a sentence of an earlier version. */
function shiftOf(before: ArticleProfile, sentence: number, { sentence: { sentence: now } }: Mention): number {
  return now.start - (before.sentences[sentence]?.sentence.start ?? now.start);
}

function comesBefore(mention: Mention | undefined, sentence: number, start: number): boolean {
  if (mention === undefined) return false;
  const { index } = mention.sentence;
  return index < sentence || (index === sentence && mention.start < start);
}

/** A version's parts as they stand in itself. */
export function ownParts(profile: ArticleProfile): SameParts {
  return {
    before: profile,
    sentences: Int32Array.from(profile.sentences.keys()),
    mentions: Int32Array.from(profile.mentions.keys()),
  };
}

/** For each item of the second list the place of its like in the first, from the beginning and from the end. */
function commonEnds<T>(before: readonly T[], now: readonly T[], alike: (x: T, y: T) => boolean): Int32Array {
  const places = new Int32Array(now.length).fill(-1);
  const like = (i: number, j: number): boolean => {
    const [x, y] = [before[i], now[j]];
    return x !== undefined && y !== undefined && alike(x, y);
  };
  let first = 0;
  while (like(first, first)) places[first] = first++;
  let i = before.length - 1;
  for (let j = now.length - 1; j >= first && i >= first && like(i, j); j--) places[j] = i--;
  return places;
}

type Placed = readonly [ArticleProfile, SentenceProfile];

function sameWording([left, x]: Placed, [right, y]: Placed): boolean {
  return (
    left.article.text.prose.slice(x.sentence.start, x.sentence.end) ===
      right.article.text.prose.slice(y.sentence.start, y.sentence.end) &&
    sameValue(x.terms, y.terms, 0) &&
    sameValue(x.names, y.names, 0)
  );
}

function sameSetting(x: SentenceProfile, y: SentenceProfile): boolean {
  return (
    x.past === y.past && x.inheritedPast === y.inheritedPast && sameValue(x.settingNames, y.settingNames, 0)
  );
}

/** What stands for the version itself; all else of a mention is the same but for the place of its sentence. */
const OF_VERSION: ReadonlySet<string> = new Set(['article', 'sentence']);
const OFFSETS: ReadonlySet<string> = new Set(['start', 'end']);

function sameFields(x: object, y: object, shift: number): boolean {
  const fields: [string, unknown][] = Object.entries(x);
  if (fields.length !== Object.keys(y).length) return false;
  return fields.every(([name, own]) => {
    if (OF_VERSION.has(name)) return true;
    const other: unknown = Reflect.get(y, name);
    if (OFFSETS.has(name) && typeof own === 'number') return own + shift === other;
    return sameValue(own, other, shift);
  });
}

/** @param shift how far the offsets in the second are behind those in the first */
function sameValue(x: unknown, y: unknown, shift: number): boolean {
  if (Object.is(x, y)) return true;
  if (typeof x !== 'object' || typeof y !== 'object' || x === null || y === null) return false;
  if (x instanceof Map && y instanceof Map) return sameValue([...x], [...y], shift);
  if (Array.isArray(x) && Array.isArray(y))
    return x.length === y.length && x.every((item: unknown, i) => sameValue(item, y[i], shift));
  if (Object.getPrototypeOf(x) !== Object.prototype || Object.getPrototypeOf(y) !== Object.prototype)
    return false;
  return sameFields(x, y, shift);
}

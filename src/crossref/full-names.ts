import type { Source } from '../analysis';
import { isGivenName, isJunior, nameParts, samePerson } from '../analysis/source';
import { foldWord, nameKey } from '../corpus/normalise';
import type { Span } from '../text';
import type { ArticleProfile } from './article-profile';
import { MOST_NAMES } from './compared-parts';
import type { SentenceProfile } from './sentence-profile';
import { toldAlike } from './like-names';
import { profileAt } from './sentence-profile';

/** A name where an article first writes it in full. */
export interface FullName extends Span {
  readonly profile: ArticleProfile;
  readonly sentence: SentenceProfile;
  readonly text: string;
  /** Its parts with capitals and accents folded. */
  readonly parts: readonly string[];
}

/**
 * People whom the articles of a story name in full and spell differently: "Maren Holt-Aasen" and "Maren Holt Aasen", "Hanne Odegar"
 * and "Hanne Ødegår". A name is a variant of another where it has as many parts, each sounds alike or is a letter off,
 * at least one is the same, and no article writes both.
 */
export function spellingVariants(profiles: readonly ArticleProfile[]): FullName[][] {
  const groups: FullName[][] = [];
  /** The groups in which a name has a part in a place: variants have at least one in common. */
  const holders = new Map<string, Set<number>>();
  for (const name of profiles.flatMap(namesIn)) {
    const keys = [
      name.text,
      ...name.parts.map((part, i) => `${i} ${part}`),
      `last ${name.parts.at(-1) ?? ''}`,
    ];
    const near = [...new Set(keys.flatMap((key) => [...(holders.get(key) ?? [])]))].sort((a, b) => a - b);
    const found = near.find((n) => groups[n]?.some((other) => areVariants(other, name)) === true);
    const group = found ?? groups.length;
    if (found === undefined) groups.push([]);
    groups[group]?.push(name);
    for (const key of keys) holders.set(key, (holders.get(key) ?? new Set<number>()).add(group));
  }
  return groups.filter(
    (g) =>
      new Set(g.map((n) => written(n.text))).size > 1 &&
      new Set(g.map((n) => n.profile)).size === g.length &&
      g.length > 1,
  );
}

/** A name without what is a matter of house style: dots, capitals, initials in the middle and the like. */
function written(name: string): string {
  return name
    .replace(/\./gu, '')
    .toLowerCase()
    .replace(/\s\p{L}(?=\s)|\s(?:jr|sr|ii|iii|iv)$/gu, '');
}

const kept = new WeakMap<ArticleProfile, readonly FullName[]>();

function namesIn(profile: ArticleProfile): readonly FullName[] {
  let names = kept.get(profile);
  if (names === undefined) kept.set(profile, (names = fullNames(profile)));
  return names;
}

/** Each person's name where the article first writes all of it. */
function fullNames(profile: ArticleProfile): FullName[] {
  const { analysis, text } = profile.article;
  return analysis.sources
    .filter(isFullPerson)
    .slice(0, MOST_NAMES)
    .flatMap((source) => {
      const place = source.mentions
        .map((m) => within(m.text, source.name, m.start))
        .find((p) => p !== undefined);
      const sentence = place === undefined ? undefined : profileAt(profile.sentences, place.start);
      if (place === undefined || sentence === undefined) return [];
      const name = text.prose.slice(place.start, place.end).replace(/\s+/gu, ' ');
      return [{ ...place, profile, sentence, text: name, parts: partsOf(name) }];
    });
}

function isFullPerson(source: Source): boolean {
  return source.type === 'person' && /\s/u.test(source.name) && source.name !== source.name.toUpperCase();
}

function within(words: string, name: string, start: number): Span | undefined {
  const at = words.replace(/\s/gu, ' ').indexOf(name);
  return at < 0 ? undefined : { start: start + at, end: start + at + name.length };
}

function areVariants(a: FullName, b: FullName): boolean {
  if (a.text === b.text || isOneName(a.text, b.text)) return true;
  const [x, y] = [a.parts, b.parts];
  if (x.length < 2 || x.length !== y.length) return x.join('') === y.join('') && x.length > 1 && y.length > 1;
  if (!x.some((part, i) => part === y[i])) return false;
  return (
    x.every((part, i) => soundAlike(part, y[i] ?? '')) ||
    isGivenOff(x, y) ||
    (isEndOff(x, y) && toldAlike(a, b))
  );
}

/** Whether one name has a name in the middle, or a short form, that the other leaves out or spells out: "Marek Jon Helder", "Sam Odell". */
function isOneName(a: string, b: string): boolean {
  const [x, y] = [nameParts(a), nameParts(b)];
  const isInitial = (parts: readonly string[]): boolean => (parts[0] ?? '').length < 2;
  if (x.length < 2 || y.length < 2 || isInitial(x) || isInitial(y) || isJunior(a) !== isJunior(b))
    return false;
  return samePerson(x, y);
}

/** Whether a long surname is the same and the given name a letter off, which is no other given name: "Anre Torvalden". */
function isGivenOff(x: readonly string[], y: readonly string[]): boolean {
  const [a = '', b = ''] = [x[0], y[0]];
  if (x.length !== 2 || x[1] !== y[1] || (x[1] ?? '').length < LONG) return false;
  return Math.min(a.length, b.length) >= LONG - 2 && isLetterOff(a, b) && !(isGivenName(a) && isGivenName(b));
}

/** Whether all parts are the same but that the last, of five letters, ends on another: "Ilse Harte", "Ilse Hartt". */
function isEndOff(x: readonly string[], y: readonly string[]): boolean {
  const [a, b] = [x[x.length - 1] ?? '', y[y.length - 1] ?? ''];
  return (
    x.slice(0, -1).every((part, i) => part === y[i]) &&
    a.length === b.length &&
    a.length === LONG - 1 &&
    a.slice(0, -1) === b.slice(0, -1)
  );
}

function partsOf(name: string): string[] {
  return name
    .split(/[\s-]+/u)
    .map(foldWord)
    .filter((part) => part !== '');
}

/** Shorter parts must sound the same; in longer ones a letter may be another or missing. */
const LONG = 6;

function soundAlike(a: string, b: string): boolean {
  if (a === b || (a.length > 3 && soundOf(a) === soundOf(b))) return true;
  return (
    Math.min(a.length, b.length) >= LONG - 1 && Math.max(a.length, b.length) >= LONG && isLetterOff(a, b)
  );
}

/** The key under which spellings meet, with "z" heard as "s". */
function soundOf(part: string): string {
  return nameKey(part).replace(/z/gu, 's');
}

/** Whether two words become one when one letter is put in, left out or replaced. */
function isLetterOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}

import { commonness } from '../corpus/common-words';
import { wordTerm } from '../corpus/normalise';
import type { ArticleProfile } from './article-profile';
import type { SentenceProfile } from './sentence-profile';

/** A word that an article writes as a name. */
export interface NamedWord {
  readonly profile: ArticleProfile;
  readonly sentence: SentenceProfile;
  /** The word with its capitals and accents folded. */
  readonly spelling: string;
}

/** Words that begin with as many letters in common are looked at, or with one and have the same consonants, … */
const PREFIX = 3;
/** … and are one name where their sentences have so many terms in common, since two names may be a letter apart as well. */
const SHARED_TERMS = 2;

/**
 * Names of one word that articles of a story spell a letter apart in sentences that tell alike: "Salvaro" and "Salvoro". No article
 * writes two of a group, and an ending alone ("Marlen", "Marlene") is no other spelling.
 * @param byArticle the first use of each spelling, article by article
 */
export function likeNames<Use extends NamedWord>(byArticle: readonly (readonly Use[])[]): Use[][] {
  const spellings = new Map<string, Use[]>();
  for (const use of byArticle.flat()) {
    const list = spellings.get(use.spelling);
    if (list === undefined) spellings.set(use.spelling, [use]);
    else list.push(use);
  }
  const buckets = new Map<string, string[]>();
  for (const spelling of spellings.keys()) {
    for (const key of [spelling.slice(0, PREFIX), `${spelling.slice(0, 1)} ${consonants(spelling)}`]) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [spelling]);
      else bucket.push(spelling);
    }
  }
  const groups = [...buckets.values()].flatMap((bucket) => groupsOf(bucket, spellings));
  return groups.map((group) => byArticle.flat().filter((use) => group.includes(use.spelling)));
}

function consonants(spelling: string): string {
  return spelling.replace(/[aeiouy]/gu, '').replace(/(.)\1/gu, '$1');
}

/** Spellings of one bucket joined where two are alike and no article has both. */
function groupsOf<Use extends NamedWord>(
  bucket: readonly string[],
  spellings: ReadonlyMap<string, readonly Use[]>,
): string[][] {
  let groups: string[][] = [];
  const uses = (spelling: string): readonly Use[] => spellings.get(spelling) ?? [];
  for (const spelling of bucket) {
    const joined = [spelling];
    const others: string[][] = [];
    for (const group of groups) {
      const alike = group.some(
        (s) => isLetterApart(spelling, s) && uses(spelling).some((x) => uses(s).some((y) => toldAlike(x, y))),
      );
      if (alike && joined.every((x) => group.every((y) => apart(uses(x), uses(y))))) joined.push(...group);
      else others.push(group);
    }
    groups = [...others, joined];
  }
  return groups.filter((g) => g.length > 1);
}

function apart(a: readonly NamedWord[], b: readonly NamedWord[]): boolean {
  return !a.some((x) => b.some((y) => x.profile === y.profile));
}

/** Whether the sentences of two names have terms in common. */
export function toldAlike(a: Pick<NamedWord, 'sentence'>, b: Pick<NamedWord, 'sentence'>): boolean {
  return sharedTerms(a.sentence.terms, b.sentence.terms) >= SHARED_TERMS;
}

/** How many terms two ascending lists have in common. */
function sharedTerms(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [x = 0, y = 0] = [a[i], b[j]];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared;
}

function isCommon(word: string): boolean {
  return commonness(wordTerm(word)) > 0;
}

/** Endings of one word, and the letters of months and days, whose misprints are no news. */
const ENDING = /^(?:e|s|a|i|n|y|r|d|l)$/u;
const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|april|august|september|october|november|december)s?$/u;

/** Whether two words are one letter apart inside, and not by an ending or by the spelling of a common word. */
function isLetterApart(one: string, other: string): boolean {
  const [a, b] = [one.replace(/s$/u, ''), other.replace(/s$/u, '')];
  if ((isCommon(one) && isCommon(other)) || CALENDAR.test(one) || CALENDAR.test(other)) return false;
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  if (Math.max(a.length, b.length) - start - end > 1) return false;
  const [x, y] = [a.slice(start), b.slice(start)];
  if (end === 0 && x.length !== y.length && ENDING.test(x + y)) return false;
  return wordTerm(a) !== wordTerm(b);
}

import { commonPairs } from './common-wording';
import type { Placed } from './linked-groups';
import type { Relation } from './model';
import { once } from './once';
import type { Quote } from './quotes';

/** Two quotations of one saying. */
export interface Match extends Placed {
  readonly a: Quote;
  readonly b: Quote;
  /** Where the words differ between the first and the last that both have. */
  readonly gaps: readonly Gap[];
  /** The share of common words between the first and the last of them. */
  readonly likeness: number;
  /** Other words; the same but for words that one leaves out or has at an end; or the same. */
  readonly relation: Relation;
}

/** Words of either that stand in place of each other; from and to are places in the quotations' words. */
export interface Gap {
  readonly a: readonly [number, number];
  readonly b: readonly [number, number];
  /** Whether one only leaves out what the other has, which is no negation. */
  readonly omits: boolean;
}

/** One speaker's words are the same saying from this share of common telling words on; … */
const SAME_VOICE = 0.5;
const SAME_VOICE_WORDS = 4;
/** … and anybody's from this share. */
const ANY_VOICE = 0.8;
const ANY_VOICE_WORDS = 8;

/** What was found of the quotations of earlier versions of two articles. */
export interface EarlierMatches {
  readonly a: readonly Quote[];
  readonly b: readonly Quote[];
  readonly matches: readonly Match[];
}

/**
 * Quotations of two articles that are one saying.
 * @param earlier quotations that two earlier versions had as well are not matched again
 */
export function matchQuotes(a: readonly Quote[], b: readonly Quote[], earlier?: EarlierMatches): Match[] {
  const all = holdersOf(b);
  if (earlier === undefined) return a.flatMap((quote, i) => matchesOf(quote, i, b, all));
  const [hadA, hadB] = [placesOf(earlier.a), placesOf(earlier.b)];
  const added = holdersAmong(b, (quote) => !hadB.has(quote.signature));
  const found = new Map<string, Match[]>();
  for (const match of earlier.matches) {
    const list = found.get(match.a.signature);
    if (list === undefined) found.set(match.a.signature, [match]);
    else list.push(match);
  }
  return a.flatMap((quote, i) => {
    if (!hadA.has(quote.signature)) return matchesOf(quote, i, b, all);
    return [...matchedBefore(quote, i, b, found.get(quote.signature)), ...matchesOf(quote, i, b, added)];
  });
}

/** The places of quotations by what they are matched by. */
const placesOf = once((quotes: readonly Quote[]): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  quotes.forEach(({ signature }, place) => {
    const list = places.get(signature);
    if (list === undefined) places.set(signature, [place]);
    else list.push(place);
  });
  return places;
});

/** Matches of a quotation that was matched before, with those of the second article that were as well. */
function matchedBefore(
  quote: Quote,
  i: number,
  b: readonly Quote[],
  matches: readonly Match[] | undefined,
): Match[] {
  const found = new Map<number, Match>();
  for (const match of matches ?? []) {
    for (const j of placesOf(b).get(match.b.signature) ?? []) {
      const other = b[j];
      if (other !== undefined) found.set(j, { ...match, a: quote, b: other, i, j });
    }
  }
  return [...found.values()];
}

function matchesOf(quote: Quote, i: number, b: readonly Quote[], holders: Holders): Match[] {
  return [...commonTelling(quote, holders)].flatMap(([j, common]) => {
    const other = b[j];
    const match =
      other !== undefined && mayMatch(quote, other, common) ? matchWords(quote, other) : undefined;
    return match === undefined ? [] : [{ ...match, i, j }];
  });
}

/** A telling word's quotations, by their places, with how often each has it. */
type Holders = ReadonlyMap<string, readonly (readonly [place: number, count: number])[]>;

const holdersOf = once((quotes: readonly Quote[]): Holders => holdersAmong(quotes, () => true));

function holdersAmong(quotes: readonly Quote[], isMeant: (quote: Quote) => boolean): Holders {
  const holders = new Map<string, [number, number][]>();
  quotes.forEach((quote, place) => {
    if (!isMeant(quote)) return;
    for (const [key, count] of quote.telling) {
      const list = holders.get(key);
      if (list === undefined) holders.set(key, [[place, count]]);
      else list.push([place, count]);
    }
  });
  return holders;
}

/** By place, how many telling words a quotation has in common with others, in whatever order. */
function commonTelling(quote: Quote, holders: Holders): Map<number, number> {
  const common = new Map<number, number>();
  for (const [key, count] of quote.telling)
    for (const [place, theirs] of holders.get(key) ?? [])
      common.set(place, (common.get(place) ?? 0) + Math.min(count, theirs));
  return common;
}

/** Whether so many telling words in common can be enough; aligning the words takes far longer. */
function mayMatch(a: Quote, b: Quote, common: number): boolean {
  const shorter = Math.min(tellingWords(a), tellingWords(b));
  return sharesVoice(a, b) ? common >= 2 && common >= SAME_VOICE * shorter : common >= ANY_VOICE * shorter;
}

function sharesVoice(a: Quote, b: Quote): boolean {
  for (const key of a.voice) if (b.voice.has(key)) return true;
  return false;
}

function tellingWords({ telling }: Quote): number {
  let sum = 0;
  for (const count of telling.values()) sum += count;
  return sum;
}

function matchWords(a: Quote, b: Quote): Omit<Match, 'i' | 'j'> | undefined {
  const pairs = pairsOf(a, b);
  const common = pairs.filter(([i]) => a.words[i]?.telling === true).length;
  const shorter = Math.min(tellingWords(a), tellingWords(b));
  const enough = sharesVoice(a, b)
    ? pairs.length >= SAME_VOICE_WORDS && common >= 2 && common >= SAME_VOICE * shorter
    : pairs.length >= ANY_VOICE_WORDS && common >= ANY_VOICE * shorter;
  const [first, last] = [pairs[0], pairs[pairs.length - 1]];
  if (!enough || first === undefined || last === undefined) return undefined;
  const span = Math.max(last[0] - first[0], last[1] - first[1]) + 1;
  // One goes on, or begins earlier, where the other is cut.
  const longer = first[0] + first[1] > 0 || a.words.length - last[0] + b.words.length - last[1] > 2;
  const gaps = gapsIn(a, b, pairs);
  return { a, b, gaps, likeness: pairs.length / span, relation: relateQuotes(gaps, longer) };
}

/** The places between common words where the two have others that change what is said. */
function gapsIn(a: Quote, b: Quote, pairs: readonly [number, number][]): Gap[] {
  return pairs.slice(1).flatMap(([i, j], k) => {
    const [i0, j0] = pairs[k] ?? [i, j];
    const places = { a: [i0 + 1, i], b: [j0 + 1, j] } as const;
    const [left, right] = [lettersOf(a, places.a), lettersOf(b, places.b)];
    const omits = (left === '' || right === '') && !NEGATION.test(left + right);
    return left === right ? [] : [{ ...places, omits }];
  });
}

/** Small words that change nothing: "that", "the"; negations are none of them. */
const LIGHT =
  /^(?:a|an|the|that|and|is|are|was|were|be|been|has|have|had|will|would|to|of|in|on|so|very|just|well|oh|but|it|this|these|those|then|as)$/u;

const NEGATION = /^(?:not|no|never|none)|nt$/u;

/** The letters of some words without the light ones, so that "oil fields" is "oilfields". */
function lettersOf({ words }: Quote, [from, to]: readonly [number, number]): string {
  return words
    .slice(from, to)
    .map((w) => w.key)
    .filter((key) => !LIGHT.test(key))
    .join('');
}

/** Index pairs of the words that two quotations have in common, in order. */
function pairsOf(a: Quote, b: Quote): [number, number][] {
  const numbers = new Map<string, number>();
  const numbered = (quote: Quote): Int32Array =>
    Int32Array.from(quote.words, ({ key }) => {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    });
  return commonPairs(numbered(a), numbered(b));
}

function relateQuotes(gaps: readonly Gap[], longer: boolean): Relation {
  if (gaps.some((gap) => !gap.omits)) return 'differ';
  return gaps.length > 0 || longer ? 'refine' : 'agree';
}

import type { CorpusArticle } from '../corpus';
import { numberTerm, wordTerm } from '../corpus/normalise';
import { TokenKind } from '../text';
import type { Span } from '../text';
import type { SentenceProfile } from './sentence-profile';

/** What two aligned sentences have in common, word by word. */
export interface CommonWording {
  /** From the first to the last common word in each. */
  readonly a: Span;
  readonly b: Span;
  /** How many words are common, in order. */
  readonly words: number;
  /** How many of them are content words and no names. */
  readonly content: number;
  /** How many of these are no numbers. */
  readonly plain: number;
  /** Words of number that only one has between common words: "several apartment buildings". */
  readonly vagueA: boolean;
  readonly vagueB: boolean;
  /** Whether the stretches have different numbers. */
  readonly otherNumbers: boolean;
  /** The share of all words of the shorter stretch that are common: 1 for a copy. */
  readonly copied: number;
  /** Content words behind the last common word of the one where the other has ended. */
  readonly extraA: Span | null;
  readonly extraB: Span | null;
}

/** The words of a sentence, and their keys as numbers of the article. */
interface Words {
  readonly words: readonly Word[];
  readonly keys: Int32Array;
}

interface Word extends Span {
  readonly key: string;
  readonly content: boolean;
  /** The number that the word is, as a term; empty for other words. */
  readonly number: string;
  /** Whether it stands for a number without telling it. */
  readonly vague: boolean;
}

/** Sentences longer than this are compared by their first words: keeps the table of the alignment small. */
const LONGEST = 120;
/** A common word this far from the next one belongs to no stretch. */
const LARGEST_GAP = 8;
/** Fewer words behind the end than this add nothing. */
const LEAST_EXTRA = 3;

/** Aligns two sentences by the longest common subsequence of their words (spelling and inflection folded). */
export function commonWording(
  articleA: CorpusArticle,
  a: SentenceProfile,
  articleB: CorpusArticle,
  b: SentenceProfile,
): CommonWording | undefined {
  const { words: left, keys: leftKeys } = wordsOf(articleA, a);
  const { words: right, keys } = wordsOf(articleB, b);
  const pairs = withoutStrays(commonPairs(leftKeys, translate(keys, articleB, articleA)));
  const first = pairs[0];
  const last = pairs[pairs.length - 1];
  if (first === undefined || last === undefined) return undefined;
  const [a0, b0] = first;
  const [a1, b1] = last;
  return {
    a: { start: left[a0]?.start ?? 0, end: left[a1]?.end ?? 0 },
    b: { start: right[b0]?.start ?? 0, end: right[b1]?.end ?? 0 },
    words: pairs.length,
    content: countOf(pairs, ([i]) => left[i]?.content === true),
    plain: countOf(pairs, ([i]) => left[i]?.content === true && left[i].number === ''),
    otherNumbers: numbersIn(left, a0, a1) !== numbersIn(right, b0, b1),
    vagueA: hasVague(left, (i) => pairs.some(([own]) => own === i), a0, a1),
    vagueB: hasVague(right, (j) => pairs.some(([, own]) => own === j), b0, b1),
    copied: pairs.length / Math.min(a1 - a0 + 1, b1 - b0 + 1),
    extraA: right.length - b1 === 1 ? extra(left, a1) : null,
    extraB: left.length - a1 === 1 ? extra(right, b1) : null,
  };
}

function numbersIn(words: readonly Word[], from: number, to: number): string {
  let numbers = '';
  for (let i = from; i <= to; i++) {
    const number = words[i]?.number ?? '';
    if (number !== '') numbers += ` ${number}`;
  }
  return numbers;
}

const VAGUE = /^(?:some|several|many|most|few|all|numerous|dozens|hundreds|thousands)$/u;

function hasVague(
  words: readonly Word[],
  isCommon: (place: number) => boolean,
  from: number,
  to: number,
): boolean {
  for (let i = from + 1; i < to; i++) if (words[i]?.vague === true && !isCommon(i)) return true;
  return false;
}

function countOf<T>(list: readonly T[], holds: (item: T) => boolean): number {
  let count = 0;
  for (const item of list) if (holds(item)) count++;
  return count;
}

function extra(words: readonly Word[], last: number): Span | null {
  const first = words[last + 1];
  const end = words[words.length - 1];
  return first === undefined || end === undefined || words.length - 1 - last < LEAST_EXTRA
    ? null
    : { start: first.start, end: end.end };
}

const kept = new WeakMap<SentenceProfile, Words>();

function wordsOf(article: CorpusArticle, s: SentenceProfile): Words {
  let words = kept.get(s);
  if (words === undefined) {
    const read = readWords(article, s);
    const { number } = keysOf(article);
    words = { words: read, keys: Int32Array.from(read, (word) => number(word.key)) };
    kept.set(s, words);
  }
  return words;
}

/** The keys of an article's words, numbered as they come. */
interface Keys {
  readonly numbers: ReadonlyMap<string, number>;
  readonly names: readonly string[];
  readonly number: (key: string) => number;
}

const keysByArticle = new WeakMap<CorpusArticle, Keys>();

function keysOf(article: CorpusArticle): Keys {
  let keys = keysByArticle.get(article);
  if (keys === undefined) keysByArticle.set(article, (keys = createKeys()));
  return keys;
}

function createKeys(): Keys {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const number = (key: string): number => {
    let n = numbers.get(key);
    if (n === undefined) {
      numbers.set(key, (n = names.length));
      names.push(key);
    }
    return n;
  };
  return { numbers, names, number };
}

/** Two articles are compared sentence by sentence, so what was looked up for the last two is kept. */
let translated: { from: CorpusArticle; to: CorpusArticle; numbers: Int32Array } | undefined;
const UNKNOWN = -2;

/** One article's numbers of keys as another's: −1 where it has no such key. */
function translate(keys: Int32Array, from: CorpusArticle, to: CorpusArticle): Int32Array {
  const { names } = keysOf(from);
  const { numbers } = keysOf(to);
  if (translated?.from !== from || translated.to !== to)
    translated = { from, to, numbers: new Int32Array(from.text.tokens.count).fill(UNKNOWN) };
  const known = translated.numbers;
  return keys.map((n) => {
    const there = known[n] ?? UNKNOWN;
    // A key may be new in the other article since it was looked for.
    return there >= 0 ? there : (known[n] = numbers.get(names[n] ?? '') ?? UNKNOWN);
  });
}

function readWords(article: CorpusArticle, s: SentenceProfile): Word[] {
  const { tokens, prose } = article.text;
  const words: Word[] = [];
  for (let t = s.sentence.firstToken; t < s.sentence.endToken && words.length < LONGEST; t++) {
    if (tokens.kind[t] !== TokenKind.Word && tokens.kind[t] !== TokenKind.Number) continue;
    const start = tokens.start[t] ?? 0;
    const end = tokens.end[t] ?? 0;
    const word = prose.slice(start, end);
    const key = wordTerm(word).replace(/-/gu, '');
    const content = (article.features.tokenTerms[t] ?? -1) >= 0 && article.features.tokenNames[t] === 0;
    words.push({ start, end, key, content, number: numberTerm(word) ?? '', vague: VAGUE.test(key) });
  }
  return words;
}

let table = new Uint8Array(1 << 14);

/** Index pairs of a longest common subsequence of two lists of numbers. */
export function commonPairs(a: Int32Array, b: Int32Array): [number, number][] {
  const width = b.length + 1;
  if (table.length < (a.length + 1) * width) table = new Uint8Array((a.length + 1) * width);
  table.fill(0, a.length * width, (a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    const key = a[i];
    const row = i * width;
    table[row + width - 1] = 0;
    for (let j = b.length - 1; j >= 0; j--) {
      const below = table[row + width + j] ?? 0;
      const beside = table[row + j + 1] ?? 0;
      table[row + j] = b[j] === key ? (table[row + width + j + 1] ?? 0) + 1 : below > beside ? below : beside;
    }
  }
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

/** The longest run of pairs without a large gap on either side; of equally long ones the first. */
function withoutStrays(pairs: readonly [number, number][]): readonly [number, number][] {
  let [from, length, start] = [0, 0, 0];
  pairs.forEach(([i, j], k) => {
    const before = pairs[k - 1];
    if (before !== undefined && Math.max(i - before[0], j - before[1]) > LARGEST_GAP) start = k;
    if (k + 1 - start > length) [from, length] = [start, k + 1 - start];
  });
  return length === pairs.length ? pairs : pairs.slice(from, from + length);
}

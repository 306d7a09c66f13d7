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

interface Word extends Span {
  readonly text: string;
  readonly key: string;
  readonly content: boolean;
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
  const left = wordsOf(articleA, a);
  const right = wordsOf(articleB, b);
  const pairs = withoutStrays(commonPairs(left, right));
  const first = pairs[0];
  const last = pairs[pairs.length - 1];
  if (first === undefined || last === undefined) return undefined;
  const [a0, b0] = first;
  const [a1, b1] = last;
  return {
    a: { start: left[a0]?.start ?? 0, end: left[a1]?.end ?? 0 },
    b: { start: right[b0]?.start ?? 0, end: right[b1]?.end ?? 0 },
    words: pairs.length,
    content: pairs.filter(([i]) => left[i]?.content === true).length,
    otherNumbers: numbersIn(left, a0, a1) !== numbersIn(right, b0, b1),
    vagueA: hasVague(left, new Set(pairs.map(([i]) => i)), a0, a1),
    vagueB: hasVague(right, new Set(pairs.map(([, j]) => j)), b0, b1),
    copied: pairs.length / Math.min(a1 - a0 + 1, b1 - b0 + 1),
    extraA: right.length - b1 === 1 ? extra(left, a1) : null,
    extraB: left.length - a1 === 1 ? extra(right, b1) : null,
  };
}

function numbersIn(words: readonly Word[], from: number, to: number): string {
  const numbers = words.slice(from, to + 1).flatMap((w) => numberTerm(w.text) ?? []);
  return numbers.join(' ');
}

const VAGUE = /^(?:some|several|many|most|few|all|numerous|dozens|hundreds|thousands)$/u;

function hasVague(words: readonly Word[], common: ReadonlySet<number>, from: number, to: number): boolean {
  return words.some((w, i) => i > from && i < to && !common.has(i) && VAGUE.test(w.key));
}

function extra(words: readonly Word[], last: number): Span | null {
  const first = words[last + 1];
  const end = words[words.length - 1];
  return first === undefined || end === undefined || words.length - 1 - last < LEAST_EXTRA
    ? null
    : { start: first.start, end: end.end };
}

const kept = new WeakMap<SentenceProfile, readonly Word[]>();

function wordsOf(article: CorpusArticle, s: SentenceProfile): readonly Word[] {
  let words = kept.get(s);
  if (words === undefined) kept.set(s, (words = readWords(article, s)));
  return words;
}

function readWords(article: CorpusArticle, s: SentenceProfile): Word[] {
  const { tokens, prose } = article.text;
  const words: Word[] = [];
  for (let t = s.sentence.firstToken; t < s.sentence.endToken && words.length < LONGEST; t++) {
    if (tokens.kind[t] !== TokenKind.Word && tokens.kind[t] !== TokenKind.Number) continue;
    const start = tokens.start[t] ?? 0;
    const end = tokens.end[t] ?? 0;
    const key = wordTerm(prose.slice(start, end)).replace(/-/gu, '');
    const content = (article.features.tokenTerms[t] ?? -1) >= 0 && article.features.tokenNames[t] === 0;
    words.push({ start, end, text: prose.slice(start, end), key, content });
  }
  return words;
}

/** Index pairs of a longest common subsequence. */
function commonPairs(a: readonly Word[], b: readonly Word[]): [number, number][] {
  const width = b.length + 1;
  const table = new Uint8Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    const key = a[i]?.key;
    const row = i * width;
    for (let j = b.length - 1; j >= 0; j--) {
      const below = table[row + width + j] ?? 0;
      const right = table[row + j + 1] ?? 0;
      table[row + j] =
        b[j]?.key === key ? (table[row + width + j + 1] ?? 0) + 1 : below > right ? below : right;
    }
  }
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i]?.key === b[j]?.key) pairs.push([i++, j++]);
    else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

/** The longest run of pairs without a large gap on either side. */
function withoutStrays(pairs: readonly [number, number][]): [number, number][] {
  let best: [number, number][] = [];
  let run: [number, number][] = [];
  for (const pair of pairs) {
    const before = run[run.length - 1];
    if (before !== undefined && Math.max(pair[0] - before[0], pair[1] - before[1]) > LARGEST_GAP) run = [];
    run.push(pair);
    if (run.length > best.length) best = [...run];
  }
  return best;
}

import { diff } from 'fast-myers-diff';
import type { Words } from './tokens';

/** Which token of one text is which of the other; -1 where there is none. */
export interface Alignment {
  readonly toNow: Int32Array;
  readonly toBase: Int32Array;
}

/** Larger gaps are not compared word by word: the cost grows with the product of their lengths. */
const LARGEST_GAP = 250_000;

/** How often a part is split again at unique runs of three words. */
const DEEPEST = 8;

/** A sentence that stands elsewhere now is the same one only if it is long enough not to be a phrase of its own. */
const MOVED_SENTENCE = 4;

/**
 * Aligns two versions of a text: unique sentences first (patience diff), then what grows from them, then words inside the parts that
 * changed (Myers), then sentences that were moved as a whole.
 */
export function align(base: Words, now: Words): Alignment {
  const alignment = {
    toNow: new Int32Array(base.count).fill(-1),
    toBase: new Int32Array(now.count).fill(-1),
  };
  const [baseKeys, nowKeys] = sentenceKeys(base, now);
  const pairs = matchSentences(baseKeys, nowKeys, base.paragraphs, now.paragraphs);
  let [b, n] = [0, 0];
  for (const [i, j] of [...pairs, [baseKeys.length, nowKeys.length] as const]) {
    alignGap(
      base,
      now,
      sentenceStart(base, b),
      sentenceStart(base, i),
      sentenceStart(now, n),
      sentenceStart(now, j),
      alignment,
    );
    if (i < baseKeys.length) pairSentence(base, now, i, j, alignment);
    [b, n] = [i + 1, j + 1];
  }
  alignMoved(base, now, baseKeys, nowKeys, alignment);
  return alignment;
}

function sentenceStart(words: Words, sentence: number): number {
  return words.sentences[sentence] ?? words.count;
}

function pairSentence(base: Words, now: Words, i: number, j: number, alignment: Alignment): void {
  const [b, n] = [sentenceStart(base, i), sentenceStart(now, j)];
  const length = sentenceStart(base, i + 1) - b;
  for (let k = 0; k < length; k++) pair(alignment, b + k, n + k);
}

function pair(alignment: Alignment, b: number, n: number): void {
  alignment.toNow[b] = n;
  alignment.toBase[n] = b;
}

/** Numbers for sentences: equal numbers, equal words. */
function sentenceKeys(base: Words, now: Words): [Int32Array, Int32Array] {
  const known = new Map<string, number>();
  const keys = (words: Words): Int32Array =>
    Int32Array.from({ length: Math.max(0, words.sentences.length - 1) }, (_, i) => {
      const text = words.id.subarray(words.sentences[i], words.sentences[i + 1]).join(' ');
      const key = known.get(text) ?? known.size;
      known.set(text, key);
      return key;
    });
  return [keys(base), keys(now)];
}

type Pairs = (readonly [number, number])[];

/** Pairs (index in a, index in b), rising in both. */
function matchSentences(a: Int32Array, b: Int32Array, aStarts: Uint8Array, bStarts: Uint8Array): Pairs {
  const anchors = risingPairs(uniquePairs(a, b));
  const pairs: Pairs = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...anchors, [a.length, b.length] as const]) {
    const [before, after] = grow(a, b, [i, x], [j, y], aStarts, bStarts);
    for (let k = 0; k < before; k++) pairs.push([i + k, j + k]);
    for (let k = after; k > 0; k--) pairs.push([x - k, y - k]);
    if (x < a.length) pairs.push([x, y]);
    [i, j] = [x + 1, y + 1];
  }
  return pairs;
}

/**
 * How many sentences at the start and at the end of a gap are equal. Where they overlap (one of two like passages was removed or
 * put in), whole paragraphs come and go rather than the end of one and the start of the next.
 */
function grow(
  a: Int32Array,
  b: Int32Array,
  [a0, a1]: readonly [number, number],
  [b0, b1]: readonly [number, number],
  aStarts: Uint8Array,
  bStarts: Uint8Array,
): [number, number] {
  const room = Math.min(a1 - a0, b1 - b0);
  let before = 0;
  while (before < room && a[a0 + before] === b[b0 + before]) before++;
  let after = 0;
  while (after < room && a[a1 - 1 - after] === b[b1 - 1 - after]) after++;
  if (before + after <= room) return [before, after];
  const [starts, start] = a1 - a0 > b1 - b0 ? [aStarts, a0] : [bStarts, b0];
  let split = before;
  while (split > room - after && starts[start + split] !== 1) split--;
  if (starts[start + split] !== 1) split = before;
  return [split, room - split];
}

/** Values that are there once on each side. */
function uniquePairs(a: Int32Array, b: Int32Array): [number, number][] {
  const places = new Map<number, number>();
  const note = (list: Int32Array, once: number): void =>
    list.forEach((key, index) => places.set(key + once, places.has(key + once) ? -1 : index));
  const shift = 2 ** 32;
  note(a, 0);
  note(b, shift);
  const pairs: [number, number][] = [];
  a.forEach((key, i) => {
    const j = places.get(key + shift) ?? -1;
    if (places.get(key) === i && j >= 0) pairs.push([i, j]);
  });
  return pairs;
}

/** The longest sequence of pairs that rises on both sides (patience sorting); `pairs` rise on the first. */
function risingPairs(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, y], index) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < y) low = middle + 1;
      else high = middle;
    }
    previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  });
  const result: [number, number][] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const found = pairs[index];
    if (found !== undefined) result.push(found);
  }
  return result.reverse();
}

/** Aligns the tokens [b0, b1) with [n0, n1). */
function alignGap(
  base: Words,
  now: Words,
  b0: number,
  b1: number,
  n0: number,
  n1: number,
  alignment: Alignment,
  depth = 0,
): void {
  while (b0 < b1 && n0 < n1 && base.id[b0] === now.id[n0]) pair(alignment, b0++, n0++);
  while (b1 > b0 && n1 > n0 && base.id[b1 - 1] === now.id[n1 - 1]) pair(alignment, --b1, --n1);
  if (b0 === b1 || n0 === n1) return;
  const size = (b1 - b0) * (n1 - n0);
  if (depth < DEEPEST && (size > LARGEST_GAP || Math.max(b1 - b0, n1 - n0) > 40)) {
    const anchors = risingPairs(uniquePairs(trigrams(base, b0, b1), trigrams(now, n0, n1)));
    if (anchors.length > 0) {
      alignBetween(base, now, b0, b1, n0, n1, anchors, alignment, depth + 1);
      return;
    }
  }
  if (size <= LARGEST_GAP) alignByMyers(base, now, b0, b1, n0, n1, alignment);
}

function alignBetween(
  base: Words,
  now: Words,
  b0: number,
  b1: number,
  n0: number,
  n1: number,
  anchors: readonly [number, number][],
  alignment: Alignment,
  depth: number,
): void {
  let [b, n] = [b0, n0];
  for (const [x, y] of anchors) {
    if (b0 + x < b || n0 + y < n || !sameTokens(base, now, b0 + x, n0 + y, 3)) continue;
    alignGap(base, now, b, b0 + x, n, n0 + y, alignment, depth);
    for (let k = 0; k < 3; k++) pair(alignment, b0 + x + k, n0 + y + k);
    [b, n] = [b0 + x + 3, n0 + y + 3];
  }
  alignGap(base, now, b, b1, n, n1, alignment, depth);
}

function sameTokens(base: Words, now: Words, b: number, n: number, length: number): boolean {
  for (let k = 0; k < length; k++) if (base.id[b + k] !== now.id[n + k]) return false;
  return true;
}

/** One number for each run of three tokens: equal runs have equal numbers, and other runs hardly ever. */
function trigrams(words: Words, from: number, to: number): Int32Array {
  const count = Math.max(0, to - from - 2);
  return Int32Array.from({ length: count }, (_, i) => {
    const [a, b, c] = [words.id[from + i] ?? 0, words.id[from + i + 1] ?? 0, words.id[from + i + 2] ?? 0];
    return (Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ c) >>> 1;
  });
}

function alignByMyers(
  base: Words,
  now: Words,
  b0: number,
  b1: number,
  n0: number,
  n1: number,
  alignment: Alignment,
): void {
  const a = base.id.subarray(b0, b1);
  const b = now.id.subarray(n0, n1);
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  for (const [aStart, aEnd, bStart, bEnd] of [
    ...diff(a, b),
    [a.length, a.length, b.length, b.length] as const,
  ]) {
    runs.push({ b: i, n: j, length: aStart - i, changedAfter: Math.max(aEnd - aStart, bEnd - bStart) });
    [i, j] = [aEnd, bEnd];
    if (bStart > b.length) break;
  }
  let changedBefore = 0;
  for (const run of runs) {
    if (isTrustworthy(base, b0, run, changedBefore))
      for (let k = 0; k < run.length; k++) pair(alignment, b0 + run.b + k, n0 + run.n + k);
    changedBefore = run.changedAfter;
  }
}

/** Tokens that a diff leaves equal between two changes. */
interface Run {
  readonly b: number;
  readonly n: number;
  readonly length: number;
  readonly changedAfter: number;
}

/** A comma or an article that happens to stand in both of two long rewritten parts says nothing. */
function isTrustworthy(base: Words, b0: number, run: Run, changedBefore: number): boolean {
  const around = Math.min(changedBefore, run.changedAfter);
  if (around <= 2) return true;
  let letters = 0;
  for (let k = 0; k < run.length; k++) {
    const token = b0 + run.b + k;
    letters += Math.max(0, (base.end[token] ?? 0) - (base.start[token] ?? 0) - 2);
  }
  return letters >= Math.min(12, 2 * around);
}

/** Aligns whole sentences that are unaligned, unique and equal on both sides: they were moved. */
function alignMoved(
  base: Words,
  now: Words,
  baseKeys: Int32Array,
  nowKeys: Int32Array,
  alignment: Alignment,
): void {
  const free = (words: Words, keys: Int32Array, to: Int32Array): Map<number, number> => {
    const places = new Map<number, number>();
    keys.forEach((key, i) => {
      const [from, end] = [sentenceStart(words, i), sentenceStart(words, i + 1)];
      if (end - from < MOVED_SENTENCE) return;
      for (let t = from; t < end; t++) if ((to[t] ?? -1) >= 0) return;
      places.set(key, places.has(key) ? -1 : i);
    });
    return places;
  };
  const gone = free(base, baseKeys, alignment.toNow);
  if (gone.size === 0) return;
  for (const [key, j] of free(now, nowKeys, alignment.toBase)) {
    const i = gone.get(key) ?? -1;
    if (i >= 0 && j >= 0) pairSentence(base, now, i, j, alignment);
  }
}

import type { WordVectors } from './word-vectors';
import { toUnit } from './word-vectors';

/** Words of the corpus with a vector of the words beside them, and how often each occurs. */
export interface KnownContexts {
  readonly words: readonly number[];
  readonly counts: readonly number[];
  readonly width: number;
  readonly data: Float64Array;
}

/** How much the regression is held back, and what an ending or a word's own count is weighed against. */
const RIDGE = 20;
const ENDING_PRIOR = 5;
const COUNT_PRIOR = 15;
const HIGHEST_COUNT = 50;

/**
 * Gives every word a vector of the contexts that it is likely to stand in: what the corpus shows of frequent words, and for rare and
 * unseen ones what their general vector (by ridge regression) and their ending let expect.
 * @returns a function from a word's number in `vectors` (-1 for none) and in `known` (-1 for none) to its vector
 */
export function foreseeContexts(
  known: KnownContexts,
  vectors: WordVectors,
): (vector: number, own: number) => Float64Array {
  const { width: d, data } = known;
  const place = new Map(vectors.hashes.map((hash, i) => [hash, i]));
  const pairs = known.words.flatMap((word, own) => {
    const vector = place.get(word);
    return vector === undefined ? [] : [{ own, vector }];
  });
  const weights = regress(known, vectors, pairs);
  const endings = new Map<string, Float64Array>();
  for (const { own, vector } of pairs) {
    const expected = predict(weights, vectors, vector, d);
    for (const ending of endingsOf(vectors.words[vector] ?? '')) {
      const sum = endings.get(ending) ?? new Float64Array(d + 1).fill(ENDING_PRIOR, d);
      for (let k = 0; k < d; k++) sum[k] = (sum[k] ?? 0) + (data[own * d + k] ?? 0) - (expected[k] ?? 0);
      sum[d] = (sum[d] ?? 0) + 1;
      endings.set(ending, sum);
    }
  }
  return (vector, own) => {
    const out = vector < 0 ? new Float64Array(d) : predict(weights, vectors, vector, d);
    for (const ending of vector < 0 ? [] : endingsOf(vectors.words[vector] ?? '')) {
      const sum = endings.get(ending);
      if (sum) for (let k = 0; k < d; k++) out[k] = (out[k] ?? 0) + (sum[k] ?? 0) / (sum[d] ?? 1) / 2;
    }
    toUnit(out);
    if (own < 0) return out;
    const count = known.counts[own] ?? 0;
    const share = vector < 0 ? 1 : count / (count + COUNT_PRIOR);
    for (let k = 0; k < d; k++) out[k] = (out[k] ?? 0) * (1 - share) + (data[own * d + k] ?? 0) * share;
    toUnit(out);
    return out;
  };
}

function endingsOf(word: string): string[] {
  return [2, 3, 4].map((length) => `${length}${word.slice(-length)}`);
}

/** The regression's weights: a row for each number of a general vector and one for the constant. */
function regress(
  known: KnownContexts,
  vectors: WordVectors,
  pairs: readonly { readonly own: number; readonly vector: number }[],
): Float64Array[] {
  const d = known.width;
  const n = vectors.width + 1;
  const rows = Array.from({ length: n }, () => new Float64Array(n + d));
  for (const { own, vector } of pairs) {
    const weight = Math.min(HIGHEST_COUNT, known.counts[own] ?? 0);
    const x = (k: number): number => (k < n - 1 ? (vectors.data[vector * (n - 1) + k] ?? 0) : 1);
    rows.forEach((row, a) => {
      const xa = weight * x(a);
      for (let b = 0; b < n; b++) row[b] = (row[b] ?? 0) + xa * x(b);
      for (let k = 0; k < d; k++) row[n + k] = (row[n + k] ?? 0) + xa * (known.data[own * d + k] ?? 0);
    });
  }
  rows.forEach((row, a) => (row[a] = (row[a] ?? 0) + RIDGE));
  solve(rows);
  return rows.map((row) => row.slice(n));
}

/** Gauss and Jordan's elimination, without pivots: the left part is positive definite. */
function solve(rows: readonly Float64Array[]): void {
  rows.forEach((pivot, a) => {
    const p = pivot[a] ?? 1;
    for (let b = a; b < pivot.length; b++) pivot[b] = (pivot[b] ?? 0) / p;
    for (const row of rows) {
      const factor = row[a] ?? 0;
      if (row === pivot || factor === 0) continue;
      for (let b = a; b < row.length; b++) row[b] = (row[b] ?? 0) - factor * (pivot[b] ?? 0);
    }
  });
}

function predict(
  weights: readonly Float64Array[],
  vectors: WordVectors,
  word: number,
  d: number,
): Float64Array {
  const out = new Float64Array(d);
  weights.forEach((row, a) => {
    const x = a < vectors.width ? (vectors.data[word * vectors.width + a] ?? 0) : 1;
    for (let k = 0; k < d; k++) out[k] = (out[k] ?? 0) + (row[k] ?? 0) * x;
  });
  return out;
}

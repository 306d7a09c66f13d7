import type { WordClasses } from '../src/analysis/statement/word-clusters';
import { packClasses } from '../src/analysis/statement/word-clusters';
import { hashWord } from '../src/analysis/statement/word-columns';
import type { ArticleText } from '../src/text';
import type { KnownContexts } from './foresee-contexts';
import { foreseeContexts } from './foresee-contexts';
import type { Points } from './k-means';
import { kMeans } from './k-means';
import type { SparseRows } from './reduce-rows';
import { reduceRows } from './reduce-rows';
import type { WordVectors } from './word-vectors';
import { toUnit } from './word-vectors';

const CONTEXTS = 1000;
const DIMENSIONS = 48;
const LEAST_COUNT = 4;
const MOST_WORDS = 12_000;

/** What a general vector counts beside the one of contexts. */
const MEANING_SHARE = 0.7;

/** How many groups of each sort. */
const GROUPS: WordClasses = { cluster: 256, class: 48, kin: 512 };

/** A word's hash, and its classes as {@link packClasses} writes them. */
export type ClassedWord = readonly [hash: number, classes: number];

/**
 * Groups words three times: finely and coarsely by the words that stand directly before and after them in these texts (positive
 * pointwise mutual information, reduced; foreseen for words that are rare here), and by their meaning in general.
 */
export function clusterWords(
  texts: readonly ArticleText[],
  vectors: WordVectors,
  seed: number,
): ClassedWord[] {
  const known = knownContexts(texts, seed);
  const own = new Map(known.words.map((hash, i) => [hash, i]));
  const general = new Map(vectors.hashes.map((hash, i) => [hash, i]));
  const words = [...new Set([...known.words, ...vectors.hashes])].filter((hash) => hash !== 0);
  const foresee = foreseeContexts(known, vectors);
  const contexts = words.map((hash) => foresee(general.get(hash) ?? -1, own.get(hash) ?? -1));
  const meanings = words.map((hash) => {
    const i = general.get(hash) ?? vectors.words.length;
    return vectors.data.slice(i * vectors.width, (i + 1) * vectors.width);
  });
  const leading = known.words.length;
  const cluster = kMeans(points(contexts, meanings, leading), GROUPS.cluster, seed);
  const class_ = kMeans(points(contexts, [], leading), GROUPS.class, seed + 1);
  const kin = kMeans(points(meanings, [], leading), GROUPS.kin, seed + 2);
  return words.map((hash, i) => [
    hash,
    packClasses({
      cluster: cluster[i] ?? 0,
      class: class_[i] ?? 0,
      kin: general.has(hash) ? (kin[i] ?? 0) : GROUPS.kin,
    }),
  ]);
}

/** Lays vectors one behind the other, each joined to a second one where there is one. */
function points(first: readonly Float64Array[], second: readonly Float64Array[], leading: number): Points {
  const widest = (vectors: readonly Float64Array[]): number =>
    vectors.reduce((most, v) => Math.max(most, v.length), 0);
  const offset = widest(first);
  const width = offset + widest(second);
  const data = new Float64Array(first.length * width);
  first.forEach((vector, i) => {
    const point = data.subarray(i * width, (i + 1) * width);
    point.set(vector);
    second[i]?.forEach((x, k) => (point[offset + k] = MEANING_SHARE * x));
    toUnit(point);
  });
  return { width, data, leading };
}

function knownContexts(texts: readonly ArticleText[], seed: number): KnownContexts {
  const streams = texts.map((t) =>
    Int32Array.from({ length: t.tokens.count }, (_, i) =>
      hashWord(
        t.prose,
        t.tokens.start[i] ?? 0,
        Math.min(t.tokens.end[i] ?? 0, (t.tokens.start[i] ?? 0) + 40),
      ),
    ),
  );
  const counts = new Map<number, number>();
  for (const s of streams) for (const w of s) counts.set(w, (counts.get(w) ?? 0) + 1);
  const ranked = [...counts]
    .filter(([w, n]) => n >= LEAST_COUNT && w !== 0)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_WORDS);
  const words = ranked.map(([w]) => w);
  return {
    words,
    counts: ranked.map(([, n]) => n),
    width: DIMENSIONS,
    data: reduceRows(contextRows(streams, words), DIMENSIONS, seed),
  };
}

function contextRows(streams: readonly Int32Array[], ranked: readonly number[]): SparseRows {
  const index = new Map(ranked.map((w, i) => [w, i]));
  const pairs = ranked.map(() => new Map<number, number>());
  const columnTotals = new Float64Array(CONTEXTS * 2 + 2);
  let total = 0;
  const add = (word: number, column: number): void => {
    const row = pairs[word];
    row?.set(column, (row.get(column) ?? 0) + 1);
    columnTotals[column] = (columnTotals[column] ?? 0) + 1;
    total++;
  };
  for (const s of streams) {
    for (let t = 0; t < s.length; t++) {
      const word = index.get(s[t] ?? 0);
      if (word === undefined) continue;
      const before = t > 0 ? (index.get(s[t - 1] ?? 0) ?? CONTEXTS) : CONTEXTS;
      const after = t + 1 < s.length ? (index.get(s[t + 1] ?? 0) ?? CONTEXTS) : CONTEXTS;
      if (before < CONTEXTS) add(word, before);
      if (after < CONTEXTS) add(word, CONTEXTS + after);
    }
  }
  const rows = pairs.map((row) => {
    const rowTotal = [...row.values()].reduce((a, b) => a + b, 0);
    const columns: number[] = [];
    const values: number[] = [];
    for (const [column, n] of row) {
      const information = Math.log((n * total) / (rowTotal * (columnTotals[column] ?? 1)));
      if (information > 0) {
        columns.push(column);
        values.push(information * Math.min(1, Math.sqrt(n) / 2));
      }
    }
    return { columns, values };
  });
  return { rows, width: CONTEXTS * 2 };
}

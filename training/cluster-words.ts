import { hashWord } from '../src/analysis/statement/word-columns';
import type { ArticleText } from '../src/text';
import { randomNumbers } from './random';

const CONTEXTS = 1000;
const DIMENSIONS = 48;

/** What `wordClusters` reads: word hashes and their classes in an open-addressing table. */
export interface ClusterTable {
  readonly keys: Int32Array;
  readonly values: Uint16Array;
}

export interface ClusterOptions {
  readonly words: number;
  readonly fine: number;
  readonly coarse: number;
  readonly seed: number;
}

/**
 * Groups frequent words by the words that stand directly before and after them: positive pointwise mutual information, reduced
 * by a randomised singular value decomposition (Halko et al. 2011), grouped by spherical k-means.
 */
export function clusterWords(texts: readonly ArticleText[], o: ClusterOptions): ClusterTable {
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
    .filter(([w, n]) => n >= 4 && w !== 0)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, o.words)
    .map(([w]) => w);
  const vectors = reduce(contextRows(streams, ranked), o.seed);
  const fine = kMeans(vectors, ranked.length, o.fine, o.seed);
  const coarse = kMeans(vectors, ranked.length, o.coarse, o.seed + 1);
  return table(ranked, fine, coarse);
}

interface SparseRows {
  readonly rows: readonly { readonly columns: number[]; readonly values: number[] }[];
  readonly width: number;
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

/** The left singular vectors of the largest values, scaled to unit rows. */
function reduce(matrix: SparseRows, seed: number): Float64Array {
  const random = randomNumbers(seed);
  const d = DIMENSIONS;
  let basis = Float64Array.from({ length: matrix.width * d }, () => random() * 2 - 1);
  let image = new Float64Array(0);
  for (let round = 0; round < 4; round++) {
    image = new Float64Array(matrix.rows.length * d);
    matrix.rows.forEach((row, r) => {
      row.columns.forEach((column, i) => {
        const v = row.values[i] ?? 0;
        for (let k = 0; k < d; k++)
          image[r * d + k] = (image[r * d + k] ?? 0) + v * (basis[column * d + k] ?? 0);
      });
    });
    if (round === 3) break;
    orthonormalise(image, matrix.rows.length, d);
    basis = new Float64Array(matrix.width * d);
    matrix.rows.forEach((row, r) => {
      row.columns.forEach((column, i) => {
        const v = row.values[i] ?? 0;
        for (let k = 0; k < d; k++)
          basis[column * d + k] = (basis[column * d + k] ?? 0) + v * (image[r * d + k] ?? 0);
      });
    });
    orthonormalise(basis, matrix.width, d);
  }
  for (let r = 0; r < matrix.rows.length; r++) {
    const norm = Math.hypot(...image.subarray(r * d, (r + 1) * d)) || 1;
    for (let k = 0; k < d; k++) image[r * d + k] = (image[r * d + k] ?? 0) / norm;
  }
  return image;
}

function orthonormalise(m: Float64Array, rows: number, d: number): void {
  for (let k = 0; k < d; k++) {
    for (let j = 0; j < k; j++) {
      let dot = 0;
      for (let r = 0; r < rows; r++) dot += (m[r * d + k] ?? 0) * (m[r * d + j] ?? 0);
      for (let r = 0; r < rows; r++) m[r * d + k] = (m[r * d + k] ?? 0) - dot * (m[r * d + j] ?? 0);
    }
    let norm = 0;
    for (let r = 0; r < rows; r++) norm += (m[r * d + k] ?? 0) ** 2;
    norm = Math.sqrt(norm) || 1;
    for (let r = 0; r < rows; r++) m[r * d + k] = (m[r * d + k] ?? 0) / norm;
  }
}

function kMeans(vectors: Float64Array, rows: number, k: number, seed: number): Uint16Array {
  const d = DIMENSIONS;
  const random = randomNumbers(seed);
  const centres = new Float64Array(k * d);
  for (let c = 0; c < k; c++) {
    const r = Math.floor(random() * Math.min(rows, k * 6));
    centres.set(vectors.subarray(r * d, (r + 1) * d), c * d);
  }
  const assigned = new Uint16Array(rows);
  for (let round = 0; round < 15; round++) {
    for (let r = 0; r < rows; r++) assigned[r] = nearest(vectors, r * d, centres, k, d);
    centres.fill(0);
    for (let r = 0; r < rows; r++) {
      const c = (assigned[r] ?? 0) * d;
      for (let i = 0; i < d; i++) centres[c + i] = (centres[c + i] ?? 0) + (vectors[r * d + i] ?? 0);
    }
    for (let c = 0; c < k; c++) {
      const norm = Math.hypot(...centres.subarray(c * d, (c + 1) * d)) || 1;
      for (let i = 0; i < d; i++) centres[c * d + i] = (centres[c * d + i] ?? 0) / norm;
    }
  }
  return assigned;
}

function nearest(vectors: Float64Array, at: number, centres: Float64Array, k: number, d: number): number {
  let best = -Infinity;
  let which = 0;
  for (let c = 0; c < k; c++) {
    let dot = 0;
    for (let i = 0; i < d; i++) dot += (vectors[at + i] ?? 0) * (centres[c * d + i] ?? 0);
    if (dot > best) [best, which] = [dot, c];
  }
  return which;
}

function table(words: readonly number[], fine: Uint16Array, coarse: Uint16Array): ClusterTable {
  const size = 1 << (33 - Math.clz32(words.length));
  const keys = new Int32Array(size);
  const values = new Uint16Array(size);
  words.forEach((word, i) => {
    let slot = word & (size - 1);
    while (keys[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = word;
    values[slot] = (fine[i] ?? 0) | ((coarse[i] ?? 0) << 8);
  });
  return { keys, values };
}

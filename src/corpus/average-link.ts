/** Similarities of a set with itself: row by row, from 0 to 1. */
export type Similarities = readonly Float64Array[];

/** Values nearer than this are taken for equal, so that the order of sums does not decide. */
const EQUAL = 1e-9;

/**
 * Average-link clustering down to two clusters: their members. Quadratic in space and, as each row's largest value is kept, hardly
 * more in time.
 */
export function lastJoin(similarity: Similarities, members: readonly number[]): [number[], number[]] {
  const clusters = similarity.map((_, i) => [i]);
  const rows = similarity.map((row) => row.slice());
  const alive = [...members].sort((a, b) => a - b);
  const largest = new Float64Array(rows.length);
  for (const a of alive) largest[a] = largestBehind(rows[a], a, alive);
  while (alive.length > 2) {
    const [a, b] = closest(rows, alive, largest);
    join(rows, alive, largest, clusters, a, b);
  }
  return [clusters[alive[0] ?? -1] ?? [], clusters[alive[1] ?? -1] ?? []];
}

/** Joins cluster b into cluster a, which stands before it. */
function join(
  rows: readonly Float64Array[],
  alive: number[],
  largest: Float64Array,
  clusters: readonly number[][],
  a: number,
  b: number,
): void {
  const [ca, cb] = [clusters[a] ?? [], clusters[b] ?? []];
  const [rowA, rowB] = [rows[a], rows[b]];
  alive.splice(alive.indexOf(b), 1);
  if (rowA === undefined || rowB === undefined) return;
  for (const k of alive) {
    const rowK = rows[k];
    if (k === a || rowK === undefined) continue;
    const [toA, toB] = [rowA[k] ?? 0, rowB[k] ?? 0];
    const joined = (ca.length * toA + cb.length * toB) / (ca.length + cb.length);
    rowA[k] = joined;
    rowK[a] = joined;
    if (k > b) continue;
    // Where the largest value of a row may have been one of the two that go, it is looked for again.
    const most = largest[k] ?? 0;
    const gone = (k < a ? Math.max(toA, toB) : toB) >= most;
    if (gone) largest[k] = largestBehind(rowK, k, alive);
    else if (k < a && joined > most) largest[k] = joined;
  }
  largest[a] = largestBehind(rowA, a, alive);
  ca.push(...cb);
}

/** The largest value of a row among the clusters behind its own. */
function largestBehind(row: Float64Array | undefined, own: number, alive: readonly number[]): number {
  let largest = -1;
  if (row !== undefined) for (const k of alive) if (k > own) largest = Math.max(largest, row[k] ?? 0);
  return largest;
}

/** The two clusters that are most alike; of those that are equally so the first. */
function closest(
  rows: readonly Float64Array[],
  alive: readonly number[],
  largest: Float64Array,
): [number, number] {
  let best = -1;
  let pair: [number, number] = [alive[0] ?? 0, alive[1] ?? 0];
  alive.forEach((a, i) => {
    const row = rows[a];
    if (row === undefined || (largest[a] ?? 0) <= best + EQUAL) return;
    for (let j = i + 1; j < alive.length; j++) {
      const value = row[alive[j] ?? 0] ?? 0;
      if (value > best + EQUAL) {
        best = value;
        pair = [a, alive[j] ?? 0];
      }
    }
  });
  return pair;
}

export function meanBetween(s: Similarities, left: readonly number[], right: readonly number[]): number {
  let sum = 0;
  for (const a of left) for (const b of right) sum += s[a]?.[b] ?? 0;
  return sum / (left.length * right.length);
}

/** The mean similarity of two different members of one part. */
export function meanWithin(s: Similarities, ...parts: readonly (readonly number[])[]): number {
  let sum = 0;
  let pairs = 0;
  for (const part of parts) {
    for (const a of part) for (const b of part) if (a < b) sum += s[a]?.[b] ?? 0;
    pairs += (part.length * (part.length - 1)) / 2;
  }
  return pairs === 0 ? 0 : sum / pairs;
}

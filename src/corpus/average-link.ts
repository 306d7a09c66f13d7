/** Similarities of a set with itself: row by row, from 0 to 1. */
export type Similarities = readonly Float64Array[];

/** Average-link clustering down to two clusters: their members. Quadratic in space, cubic in the worst case; sets are small. */
export function lastJoin(similarity: Similarities, members: readonly number[]): [number[], number[]] {
  const clusters = similarity.map((_, i) => [i]);
  const rows = similarity.map((row) => Float64Array.from(row));
  const alive = [...members].sort((a, b) => a - b);
  while (alive.length > 2) {
    const [a, b] = closest(rows, alive);
    const ca = clusters[a] ?? [];
    const cb = clusters[b] ?? [];
    for (const k of alive) {
      if (k === a || k === b) continue;
      const joined =
        (ca.length * (rows[a]?.[k] ?? 0) + cb.length * (rows[b]?.[k] ?? 0)) / (ca.length + cb.length);
      const rowA = rows[a];
      const rowK = rows[k];
      if (rowA !== undefined) rowA[k] = joined;
      if (rowK !== undefined) rowK[a] = joined;
    }
    ca.push(...cb);
    alive.splice(alive.indexOf(b), 1);
  }
  return [clusters[alive[0] ?? -1] ?? [], clusters[alive[1] ?? -1] ?? []];
}

function closest(rows: readonly Float64Array[], alive: readonly number[]): [number, number] {
  let best = -1;
  let pair: [number, number] = [alive[0] ?? 0, alive[1] ?? 0];
  alive.forEach((a, i) => {
    const row = rows[a];
    for (let j = i + 1; row !== undefined && j < alive.length; j++) {
      const value = row[alive[j] ?? 0] ?? 0;
      if (value > best + 1e-9) {
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

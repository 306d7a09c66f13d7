/** How many tokens on each side count. */
export const CONTEXT_TOKENS = 12;

/** What stood around an annotation's words: token ids, nearest first. */
export interface Context {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** What stands around some tokens of a text. */
export function contextAt(ids: Int32Array, first: number, end: number, length: number): Context {
  return {
    before: [...ids.subarray(Math.max(0, first - length), first)].reverse(),
    after: [...ids.subarray(end, end + length)],
  };
}

/** How alike the surroundings of a place are to those that were stored, from 0 to 1. */
export interface ContextScore {
  readonly better: number;
  readonly worse: number;
}

/**
 * Compares what stands around a place with what was stored; null where nothing was stored. A side that was not stored counts
 * like the other one.
 * @param weight how much a word says, by its id
 */
export function contextScore(
  stored: Context,
  ids: Int32Array,
  first: number,
  end: number,
  weight: (id: number) => number,
): ContextScore | null {
  const before = sideScore(stored.before, ids, first - 1, -1, weight);
  const after = sideScore(stored.after, ids, end, 1, weight);
  const [one, two] = [before ?? after, after ?? before];
  return one === null || two === null ? null : { better: Math.max(one, two), worse: Math.min(one, two) };
}

/** Rows of the table below, reused: anchoring is synchronous. */
let row = new Float64Array(CONTEXT_TOKENS + 4);
let next = new Float64Array(CONTEXT_TOKENS + 4);

/** The weighted longest common subsequence of what was stored and what is there, over the weight of what was stored. */
function sideScore(
  stored: readonly number[],
  ids: Int32Array,
  from: number,
  step: number,
  weight: (id: number) => number,
): number | null {
  if (stored.length === 0) return null;
  const reach = Math.min(stored.length, CONTEXT_TOKENS) + 3;
  row.fill(0);
  let total = 0;
  for (let i = 0; i < stored.length; i++) {
    const id = stored[i] ?? -1;
    const worth = weight(id) / (1 + 0.1 * i);
    total += worth;
    next[0] = 0;
    for (let j = 0; j < reach; j++) {
      const same = ids[from + step * j] === id ? (row[j] ?? 0) + worth : 0;
      next[j + 1] = Math.max(same, row[j + 1] ?? 0, next[j] ?? 0);
    }
    [row, next] = [next, row];
  }
  return total === 0 ? null : (row[reach] ?? 0) / total;
}

/** How many words directly before and after a place are those that were stored. */
export function adjacentWords(
  stored: Context,
  ids: Int32Array,
  first: number,
  end: number,
): [number, number] {
  let before = 0;
  while (before < stored.before.length && ids[first - 1 - before] === stored.before[before]) before++;
  let after = 0;
  while (after < stored.after.length && ids[end + after] === stored.after[after]) after++;
  return [before, after];
}

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

/**
 * How alike the surroundings of a place are to those that were stored, from 0 to 1. One side is enough to know a place by, so the
 * better side counts for most.
 * @param weight how much a word says, by its id
 * @returns null where nothing was stored
 */
export function contextScore(
  stored: Context,
  ids: Int32Array,
  first: number,
  end: number,
  weight: (id: number) => number,
): number | null {
  const before = sideScore(stored.before, ids, first - 1, -1, weight);
  const after = sideScore(stored.after, ids, end, 1, weight);
  if (before === null || after === null) return before ?? after;
  return 0.75 * Math.max(before, after) + 0.25 * Math.min(before, after);
}

/** The weighted longest common subsequence of what was stored and what is there, over the weight of what was stored. */
function sideScore(
  stored: readonly number[],
  ids: Int32Array,
  from: number,
  step: number,
  weight: (id: number) => number,
): number | null {
  if (stored.length === 0) return null;
  const reach = stored.length + 3;
  let row = new Float64Array(reach + 1);
  let total = 0;
  stored.forEach((id, i) => {
    const worth = weight(id) / (1 + 0.1 * i);
    total += worth;
    const next = new Float64Array(reach + 1);
    for (let j = 0; j < reach; j++) {
      const same = ids[from + step * j] === id ? (row[j] ?? 0) + worth : 0;
      next[j + 1] = Math.max(same, row[j + 1] ?? 0, next[j] ?? 0);
    }
    row = next;
  });
  return total === 0 ? null : (row[reach] ?? 0) / total;
}

/** How many tokens on each side count. */
export const CONTEXT_TOKENS = 10;

/** What stood around an annotation's words: token ids, nearest first. */
export interface Context {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** How much each word of a context says. */
export type ContextWeights = Context;

/** Rare words say more than common ones, near ones a little more than far ones. */
export function weighContext(context: Context, count: (id: number) => number): ContextWeights {
  const weigh = (id: number, i: number): number => 1 / (Math.sqrt(1 + count(id)) * (1 + 0.1 * i));
  return { before: context.before.map(weigh), after: context.after.map(weigh) };
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
 */
export function contextScore(
  stored: Context,
  ids: Int32Array,
  first: number,
  end: number,
  weights: ContextWeights,
): ContextScore | null {
  const before = sideScore(stored.before, ids, first - 1, -1, weights.before);
  const after = sideScore(stored.after, ids, end, 1, weights.after);
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
  weights: readonly number[],
): number | null {
  if (stored.length === 0) return null;
  const reach = Math.min(stored.length, CONTEXT_TOKENS) + 3;
  row.fill(0);
  let total = 0;
  for (let i = 0; i < stored.length; i++) {
    const id = stored[i] ?? -1;
    const worth = weights[i] ?? 0;
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

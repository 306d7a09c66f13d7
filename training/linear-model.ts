import { FEATURE_BITS } from '../src/analysis/statement/feature-hash';
import { SLOT_BITS, slotOf } from '../src/analysis/statement/packed-weights';
import type { Barrier } from '../src/analysis/statement/segment-automaton';

const ROWS = 1 << FEATURE_BITS;

/** One piece of text to label: the feature rows of its tokens and the bits of the columns that hold for each. */
export interface Example {
  readonly count: number;
  /** As many rows for every token; below 0 for none. */
  readonly rows: Int32Array;
  readonly gold: Uint8Array;
  readonly barrier: Barrier;
}

/** The rows that are frequent enough to be learnt, numbered from the most frequent one down, so that they lie close together. */
export interface RowIndex {
  /** From a row of the feature space to its number, -1 for one that is not learnt. */
  readonly numberOf: Int32Array;
  /** Back again. */
  readonly rows: Int32Array;
  /** How often each occurs in the examples. */
  readonly counts: Uint32Array;
}

/** A linear model over hashed features: `columns` weights for each numbered row. */
export interface LinearModel {
  readonly columns: number;
  readonly weights: Float32Array;
  readonly index: RowIndex;
}

/** Numbers the rows that occur at least `least` times, and rewrites the examples from rows to numbers. */
export function numberRows(examples: readonly Example[], least: number): RowIndex {
  const seen = new Uint32Array(ROWS);
  for (const e of examples) for (const row of e.rows) if (row >= 0) seen[row] = (seen[row] ?? 0) + 1;
  const rows = Int32Array.from(
    Array.from(seen.keys())
      .filter((row) => (seen[row] ?? 0) >= least)
      .sort((a, b) => (seen[b] ?? 0) - (seen[a] ?? 0) || a - b),
  );
  const numberOf = new Int32Array(ROWS).fill(-1);
  rows.forEach((row, i) => (numberOf[row] = i));
  for (const e of examples)
    for (let i = 0; i < e.rows.length; i++) e.rows[i] = numberOf[e.rows[i] ?? -1] ?? -1;
  return {
    numberOf,
    rows,
    counts: Uint32Array.from(rows, (row) => seen[row] ?? 0),
  };
}

/**
 * Keeps the rows that matter most: a row's largest weight times the root of how often it occurs. Rewrites the examples to the
 * new numbers; a model trained on them afresh makes up for what was dropped.
 */
export function keepRows(model: LinearModel, examples: readonly Example[], limit: number): RowIndex {
  const { columns, weights, index } = model;
  const worth = Float32Array.from(index.rows, (_, i) => {
    let most = 0;
    for (let c = 0; c < columns; c++) most = Math.max(most, Math.abs(weights[i * columns + c] ?? 0));
    return most * Math.sqrt(index.counts[i] ?? 0);
  });
  const taken = new Uint8Array(1 << SLOT_BITS);
  let free = limit;
  const kept = [...index.rows.keys()]
    .sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b)
    .filter((i) => {
      const slot = slotOf(index.rows[i] ?? 0);
      if (taken[slot] === 1 || free-- <= 0) return false;
      taken[slot] = 1;
      return true;
    })
    .sort((a, b) => a - b);
  const renumbered = new Int32Array(index.rows.length).fill(-1);
  kept.forEach((old, i) => (renumbered[old] = i));
  for (const e of examples)
    for (let i = 0; i < e.rows.length; i++) e.rows[i] = renumbered[e.rows[i] ?? -1] ?? -1;
  const numberOf = Int32Array.from(index.numberOf, (old) => (old < 0 ? -1 : (renumbered[old] ?? -1)));
  return {
    numberOf,
    rows: Int32Array.from(kept, (old) => index.rows[old] ?? 0),
    counts: Uint32Array.from(kept, (old) => index.counts[old] ?? 0),
  };
}

/** The scores of an example whose rows are numbered, `model.columns` a token. */
export function scoreNumbered(
  model: LinearModel,
  features: number,
  example: Example,
  scores: Float32Array,
): void {
  const { columns, weights } = model;
  scores.fill(0, 0, example.count * columns);
  for (let t = 0; t < example.count; t++) {
    const s = t * columns;
    for (let f = t * features; f < (t + 1) * features; f++) {
      const n = example.rows[f] ?? -1;
      if (n < 0) continue;
      for (let c = 0; c < columns; c++)
        scores[s + c] = (scores[s + c] ?? 0) + (weights[n * columns + c] ?? 0);
    }
  }
}

/** The sum of models over the same rows, each brought to the first one's size: their mistakes differ, what they agree on adds up. */
export function joined(models: readonly LinearModel[]): LinearModel {
  const [first] = models;
  if (first === undefined) throw new RangeError('There is no model to join.');
  const weights = new Float32Array(first.weights.length);
  for (const model of models) {
    const share = size(first) / (size(model) || 1) / models.length;
    for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) + share * (model.weights[i] ?? 0);
  }
  return { ...first, weights };
}

function size({ weights }: LinearModel): number {
  return Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0));
}

import { FEATURE_BITS } from './feature-hash';

/** The low bits of a row that tell the rows of one bucket apart. */
export const LOW_BITS = 8;

/** How many buckets the rows are spread over. */
export const BUCKETS = 1 << (FEATURE_BITS - LOW_BITS);

/**
 * The weights of a linear model: the rows that carry any, sorted into buckets by their high bits. Each weight
 * is eight bits, the signed root of what it is worth. A row that is not kept weighs nothing.
 */
export class PackedWeights {
  private readonly first = new Uint32Array(BUCKETS + 1);
  private readonly weights: Int16Array;

  /**
   * @param counts rows in each bucket
   * @param low the low bits of each row
   * @param roots `columns` signed roots a row
   * @param scales what one of a weight is worth, a column each
   */
  constructor(
    readonly columns: number,
    counts: Uint8Array,
    private readonly low: Uint8Array,
    roots: Int8Array,
    private readonly scales: Float32Array,
  ) {
    for (let b = 0; b < BUCKETS; b++) this.first[b + 1] = (this.first[b] ?? 0) + (counts[b] ?? 0);
    this.weights = Int16Array.from(roots, (root) => root * Math.abs(root));
  }

  /**
   * Adds up the weights of some rows.
   * @param rows feature rows, read from `from` to `end`
   * @param out is given `columns` scores at `at`
   */
  score(rows: Int32Array, from: number, end: number, out: Float32Array, at: number): void {
    const { columns, weights, low, first } = this;
    out.fill(0, at, at + columns);
    for (let f = from; f < end; f++) {
      const row = rows[f] ?? 0;
      const bucket = row >>> LOW_BITS;
      const rest = row & ((1 << LOW_BITS) - 1);
      const last = first[bucket + 1] ?? 0;
      for (let i = first[bucket] ?? 0; i < last; i++) {
        if (low[i] !== rest) continue;
        const w = i * columns;
        for (let c = 0; c < columns; c++) out[at + c] = (out[at + c] ?? 0) + (weights[w + c] ?? 0);
        break;
      }
    }
    for (let c = 0; c < columns; c++) out[at + c] = (out[at + c] ?? 0) * (this.scales[c] ?? 0);
  }
}

import { FEATURE_BITS } from './feature-hash';

/** The low bits of a row that tell the rows of one bucket apart. */
export const LOW_BITS = 8;

/** How many buckets the rows are spread over. */
export const BUCKETS = 1 << (FEATURE_BITS - LOW_BITS);

/** No token has more features than this. */
const MOST_FEATURES = 128;

/**
 * The weights of a linear model: the rows that carry any, sorted into buckets by their high bits. Each weight
 * is eight bits, the signed root of what it is worth. A row that is not kept weighs nothing.
 */
export class PackedWeights {
  private readonly first = new Uint32Array(BUCKETS + 1);
  private readonly weights: Int16Array;
  private readonly places = new Int32Array(MOST_FEATURES);

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
   * Adds up the weights of some rows. Columns go in threes, so that the sums stay in registers: this is where the time goes.
   * @param rows feature rows, read from `from` to `end`
   * @param out is given `columns` scores at `at`
   */
  score(rows: Int32Array, from: number, end: number, out: Float32Array, at: number): void {
    const { columns, weights, scales } = this;
    const found = this.find(rows, from, end);
    for (let c = 0; c < columns; c += 3) {
      let [a, b, d] = [0, 0, 0];
      for (let i = 0; i < found; i++) {
        const w = (this.places[i] ?? 0) * columns + c;
        a += weights[w] ?? 0;
        b += weights[w + 1] ?? 0;
        d += weights[w + 2] ?? 0;
      }
      out[at + c] = a * (scales[c] ?? 0);
      out[at + c + 1] = b * (scales[c + 1] ?? 0);
      out[at + c + 2] = d * (scales[c + 2] ?? 0);
    }
  }

  /** Looks rows up; `places` is given where those that are kept stand. */
  private find(rows: Int32Array, from: number, end: number): number {
    const { low, first, places } = this;
    let found = 0;
    for (let f = from; f < end; f++) {
      const row = rows[f] ?? 0;
      const bucket = row >>> LOW_BITS;
      const rest = row & ((1 << LOW_BITS) - 1);
      const last = first[bucket + 1] ?? 0;
      for (let i = first[bucket] ?? 0; i < last; i++) {
        if (low[i] !== rest) continue;
        places[found++] = i;
        break;
      }
    }
    return found;
  }
}

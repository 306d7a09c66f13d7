import { FEATURE_BITS } from './feature-hash';

/** The low bits of a row that tell the rows of one bucket apart. */
export const LOW_BITS = 8;

/** How many buckets the rows are spread over. */
export const BUCKETS = 1 << (FEATURE_BITS - LOW_BITS);

/** No token has more features than this. */
const MOST_FEATURES = 128;

const LOW = (1 << LOW_BITS) - 1;

/** What a weight's eight bits are worth: the square of the signed root. */
const SQUARES = Int16Array.from(
  { length: 256 },
  (_, byte) => ((byte << 24) >> 24) * Math.abs((byte << 24) >> 24),
);

/**
 * The weights of a linear model: the rows that carry any, sorted into buckets by their high bits. A row that is not kept weighs
 * nothing. Most of the tagging time is spent waiting for memory here, so a row's low bits and weights stand together.
 */
export class PackedWeights {
  private readonly first = new Uint32Array(BUCKETS + 1);
  /** A word for each row (two for six columns), low bits first: the row's low bits and three weights; three further weights. */
  private readonly words: Int32Array;
  private readonly starts = new Int32Array(MOST_FEATURES);
  /** Made of what was read ahead, and kept so that those reads are not left out as idle. */
  touched = 0;

  /**
   * @param columns three or six
   * @param counts rows in each bucket
   * @param low the low bits of each row
   * @param roots `columns` signed roots a row
   * @param scales what one of a weight is worth, a column each
   */
  constructor(
    readonly columns: number,
    counts: Uint8Array,
    low: Uint8Array,
    roots: Int8Array,
    private readonly scales: Float32Array,
  ) {
    const wide = columns > 3 ? 2 : 1;
    for (let b = 0; b < BUCKETS; b++) this.first[b + 1] = (this.first[b] ?? 0) + (counts[b] ?? 0) * wide;
    this.words = new Int32Array((low.length + 1) * wide);
    for (let i = 0; i < low.length; i++)
      for (let w = 0; w < wide; w++) {
        const at = i * columns + w * 3;
        this.words[i * wide + w] =
          (w === 0 ? (low[i] ?? 0) : 0) |
          (((roots[at] ?? 0) & 0xff) << 8) |
          (((roots[at + 1] ?? 0) & 0xff) << 16) |
          ((roots[at + 2] ?? 0) << 24);
      }
  }

  /**
   * Adds up the weights of some rows.
   * @param rows feature rows, read from `from` to `end`
   * @param out is given `columns` scores at `at`
   */
  score(rows: Int32Array, from: number, end: number, out: Float32Array, at: number): void {
    if (this.columns > 3) this.scoreSix(rows, from, end, out, at);
    else this.scoreThree(rows, from, end, out, at);
  }

  /**
   * Reads where each row's bucket begins, and the bucket's first word: without a branch in between, many reads wait for memory at
   * once, and what is read next is near by then.
   */
  private reach(rows: Int32Array, from: number, end: number): void {
    const { words, first, starts } = this;
    let touched = 0;
    for (let f = from; f < end; f++) {
      const start = first[(rows[f] ?? 0) >>> LOW_BITS] ?? 0;
      starts[f - from] = start;
      touched |= words[start] ?? 0;
    }
    this.touched = touched;
  }

  private scoreThree(rows: Int32Array, from: number, end: number, out: Float32Array, at: number): void {
    const { words, first, scales, starts } = this;
    this.reach(rows, from, end);
    let a = 0;
    let b = 0;
    let c = 0;
    for (let f = from; f < end; f++) {
      const row = rows[f] ?? 0;
      const last = first[(row >>> LOW_BITS) + 1] ?? 0;
      for (let i = starts[f - from] ?? 0; i < last; i++) {
        const word = words[i] ?? 0;
        if (((word ^ row) & LOW) !== 0) continue;
        a = (a + (SQUARES[(word >>> 8) & 0xff] ?? 0)) | 0;
        b = (b + (SQUARES[(word >>> 16) & 0xff] ?? 0)) | 0;
        c = (c + (SQUARES[word >>> 24] ?? 0)) | 0;
        break;
      }
    }
    out[at] = a * (scales[0] ?? 0);
    out[at + 1] = b * (scales[1] ?? 0);
    out[at + 2] = c * (scales[2] ?? 0);
  }

  private scoreSix(rows: Int32Array, from: number, end: number, out: Float32Array, at: number): void {
    const { words, first, scales, starts } = this;
    this.reach(rows, from, end);
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let g = 0;
    for (let f = from; f < end; f++) {
      const row = rows[f] ?? 0;
      const last = first[(row >>> LOW_BITS) + 1] ?? 0;
      for (let i = starts[f - from] ?? 0; i < last; i += 2) {
        const word = words[i] ?? 0;
        if (((word ^ row) & LOW) !== 0) continue;
        const next = words[i + 1] ?? 0;
        a = (a + (SQUARES[(word >>> 8) & 0xff] ?? 0)) | 0;
        b = (b + (SQUARES[(word >>> 16) & 0xff] ?? 0)) | 0;
        c = (c + (SQUARES[word >>> 24] ?? 0)) | 0;
        d = (d + (SQUARES[(next >>> 8) & 0xff] ?? 0)) | 0;
        e = (e + (SQUARES[(next >>> 16) & 0xff] ?? 0)) | 0;
        g = (g + (SQUARES[next >>> 24] ?? 0)) | 0;
        break;
      }
    }
    out[at] = a * (scales[0] ?? 0);
    out[at + 1] = b * (scales[1] ?? 0);
    out[at + 2] = c * (scales[2] ?? 0);
    out[at + 3] = d * (scales[3] ?? 0);
    out[at + 4] = e * (scales[4] ?? 0);
    out[at + 5] = g * (scales[5] ?? 0);
  }
}

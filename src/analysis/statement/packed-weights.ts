import type { FeatureTemplates } from './feature-hash';
import type { FeatureKernel } from './feature-kernel';
import { createFeatureKernel } from './feature-kernel';
import { HIGH_BITS, SLOT_BITS, SQUARES } from './row-slots';
import type { TokenValues } from './token-values';

const SLOTS = (1 << SLOT_BITS) - 1;
const HIGH = (1 << HIGH_BITS) - 1;

/**
 * The weights of a linear model. Most rows carry none; a row that does stands in its slot or not at all, so that a look-up is one read
 * and has no branch: the processor waits for many of them at once. (With buckets or open addressing, whose reads hang on each
 * other, tagging took three times as long.)
 */
export class PackedWeights {
  private readonly kernel: FeatureKernel | null;
  private rows = new Int32Array(0);

  /**
   * @param columns three or six
   * @param words a slot's words, one (two for six columns): the row's high bits and three signed roots; three further ones
   * @param scales what one of a weight is worth, a column each
   * @param fast whether four tokens at a time may be scored, where the engine can; the scores are the same
   */
  constructor(
    readonly columns: number,
    private readonly words: Int32Array,
    private readonly scales: Float32Array,
    fast = true,
  ) {
    this.kernel = fast ? createFeatureKernel(columns, words) : null;
  }

  /**
   * Adds up the weights of the features of a stretch's tokens.
   * @param tokens how many there are
   * @param out is given `columns` scores a token
   */
  score(templates: FeatureTemplates, values: TokenValues, tokens: number, out: Float32Array): void {
    const { kernel, columns, scales } = this;
    if (!kernel?.add(templates, values, tokens)) {
      this.scoreOneByOne(templates, values, tokens, out);
      return;
    }
    const { sums, step } = kernel;
    for (let c = 0; c < columns; c++) {
      const scale = scales[c] ?? 0;
      for (let t = 0, from = c, at = c; t < tokens; t++, from += step, at += columns)
        out[at] = (sums[from] ?? 0) * scale;
    }
  }

  private scoreOneByOne(
    templates: FeatureTemplates,
    values: TokenValues,
    tokens: number,
    out: Float32Array,
  ): void {
    const { count } = templates;
    if (this.rows.length < tokens * count) this.rows = new Int32Array(2 * tokens * count);
    templates.rows(values, tokens, this.rows);
    for (let t = 0; t < tokens; t++)
      this.scoreRows(this.rows, t * count, (t + 1) * count, out, t * this.columns);
  }

  /**
   * Adds up the weights of some rows, in plain code.
   * @param rows feature rows, read from `from` to `end`
   * @param out is given `columns` scores at `at`
   */
  scoreRows(rows: Int32Array, from: number, end: number, out: Float32Array, at: number): void {
    if (this.columns > 3) this.scoreSix(rows, from, end, out, at);
    else this.scoreThree(rows, from, end, out, at);
  }

  private scoreThree(rows: Int32Array, from: number, end: number, out: Float32Array, at: number): void {
    const { words, scales } = this;
    let a = 0;
    let b = 0;
    let c = 0;
    for (let f = from; f < end; f++) {
      const row = rows[f] ?? 0;
      const kept = words[row & SLOTS] ?? 0;
      const word = kept & ((((kept ^ (row >>> SLOT_BITS)) & HIGH) - 1) >> 31);
      a = (a + (SQUARES[(word >>> 8) & 0xff] ?? 0)) | 0;
      b = (b + (SQUARES[(word >>> 16) & 0xff] ?? 0)) | 0;
      c = (c + (SQUARES[word >>> 24] ?? 0)) | 0;
    }
    out[at] = a * (scales[0] ?? 0);
    out[at + 1] = b * (scales[1] ?? 0);
    out[at + 2] = c * (scales[2] ?? 0);
  }

  private scoreSix(rows: Int32Array, from: number, end: number, out: Float32Array, at: number): void {
    const { words, scales } = this;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let g = 0;
    for (let f = from; f < end; f++) {
      const row = rows[f] ?? 0;
      const slot = (row & SLOTS) << 1;
      const kept = words[slot] ?? 0;
      const mask = (((kept ^ (row >>> SLOT_BITS)) & HIGH) - 1) >> 31;
      const word = kept & mask;
      const next = (words[slot + 1] ?? 0) & mask;
      a = (a + (SQUARES[(word >>> 8) & 0xff] ?? 0)) | 0;
      b = (b + (SQUARES[(word >>> 16) & 0xff] ?? 0)) | 0;
      c = (c + (SQUARES[word >>> 24] ?? 0)) | 0;
      d = (d + (SQUARES[(next >>> 8) & 0xff] ?? 0)) | 0;
      e = (e + (SQUARES[(next >>> 16) & 0xff] ?? 0)) | 0;
      g = (g + (SQUARES[next >>> 24] ?? 0)) | 0;
    }
    out[at] = a * (scales[0] ?? 0);
    out[at + 1] = b * (scales[1] ?? 0);
    out[at + 2] = c * (scales[2] ?? 0);
    out[at + 3] = d * (scales[3] ?? 0);
    out[at + 4] = e * (scales[4] ?? 0);
    out[at + 5] = g * (scales[5] ?? 0);
  }
}

export { SLOT_BITS, slotOf, tagOf } from './row-slots';

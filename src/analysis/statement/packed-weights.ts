/** A table has two to this many slots, each for the one row that matters most of those whose low bits lead there. */
export const SLOT_BITS = 17;

/** No other row's high bits can be taken for a slot's: the two together are the whole row. */
const HIGH_BITS = 7;

const SLOTS = (1 << SLOT_BITS) - 1;
const HIGH = (1 << HIGH_BITS) - 1;

/** What a weight's eight bits are worth: the square of the signed root. */
const SQUARES = Int16Array.from(
  { length: 256 },
  (_, byte) => ((byte << 24) >> 24) * Math.abs((byte << 24) >> 24),
);

/** The slot that a row may stand in. */
export function slotOf(row: number): number {
  return row & SLOTS;
}

/** What a slot keeps of its row. */
export function tagOf(row: number): number {
  return (row >>> SLOT_BITS) & HIGH;
}

/**
 * The weights of a linear model. Most rows carry none; a row that does stands in its slot or not at all, so that a look-up is one read
 * and has no branch: the processor waits for many of them at once. (With buckets or open addressing, whose reads hang on each
 * other, tagging took three times as long.)
 */
export class PackedWeights {
  /**
   * @param columns three or six
   * @param words a slot's words, one (two for six columns): the row's high bits and three signed roots; three further ones
   * @param scales what one of a weight is worth, a column each
   */
  constructor(
    readonly columns: number,
    private readonly words: Int32Array,
    private readonly scales: Float32Array,
  ) {}

  /**
   * Adds up the weights of some rows.
   * @param rows feature rows, read from `from` to `end`
   * @param out is given `columns` scores at `at`
   */
  score(rows: Int32Array, from: number, end: number, out: Float32Array, at: number): void {
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

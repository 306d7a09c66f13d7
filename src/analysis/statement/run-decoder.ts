const NEVER = -1e30;

/** Columns of a token's scores, and bits of its mask. */
const INSIDE = 0;
const FIRST = 1;
const LAST = 2;
const COLUMNS = 3;

/** How a token was reached outside and inside a run: the low and the high four bits. */
const FROM_RUN = 1;
const GOES_ON = 1 << 4;
const BEGINS_BEHIND_RUN = 2 << 4;

/**
 * The best runs of tokens, by dynamic programming (Viterbi): what {@link SegmentDecoder} finds with the automaton of cues, several
 * times faster, since that has two states only.
 */
export class RunDecoder {
  private back = new Uint8Array(0);

  /**
   * @param scores three scores a token: inside a run, its first token, its last
   * @param mask is given, for each token, the bits of the columns that hold for it on the best path
   */
  decode(scores: Float32Array, count: number, mask: Uint8Array): void {
    if (this.back.length < count) this.back = new Uint8Array(count * 2);
    const { back } = this;
    let outside = 0;
    let inside = NEVER;
    let leaves = 0;
    for (let t = 0, at = 0; t < count; t++, at += COLUMNS) {
      const here = scores[at + INSIDE] ?? 0;
      const first = scores[at + FIRST] ?? 0;
      const left = inside + leaves;
      let step = 0;
      let into = outside + first + here;
      if (inside + here > into) {
        into = inside + here;
        step = GOES_ON;
      }
      if (left + first + here > into) {
        into = left + first + here;
        step = BEGINS_BEHIND_RUN;
      }
      if (left > outside) {
        outside = left;
        step |= FROM_RUN;
      }
      inside = into;
      leaves = scores[at + LAST] ?? 0;
      back[t] = step;
    }
    this.trace(count, inside + leaves > outside, mask);
  }

  private trace(count: number, endsInside: boolean, mask: Uint8Array): void {
    mask.fill(0, 0, count);
    let isInside = endsInside;
    if (count > 0 && isInside) mask[count - 1] = 1 << LAST;
    for (let t = count - 1; t >= 0; t--) {
      const step = this.back[t] ?? 0;
      const into = step & 0xf0;
      const left = isInside ? into === BEGINS_BEHIND_RUN : (step & FROM_RUN) !== 0;
      if (isInside) mask[t] = (mask[t] ?? 0) | (1 << INSIDE) | (into === GOES_ON ? 0 : 1 << FIRST);
      isInside = left || (isInside && into === GOES_ON);
      if (left && t > 0) mask[t - 1] = (mask[t - 1] ?? 0) | (1 << LAST);
    }
  }
}

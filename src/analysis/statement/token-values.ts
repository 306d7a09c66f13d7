/** How far from a token a feature may look on either side. */
const REACH = 3;

/** Stand for what is known of a token before a stretch and of one behind it. */
const BEFORE = -1;
const BEHIND = -2;

/**
 * What is known of the tokens of a stretch, a row of numbers for each thing known, so that a feature is worked off for all tokens in
 * one tight loop. Place 0 holds nothing.
 */
export class TokenValues {
  /** The numbers of all places, with room on both sides of the stretch in each. */
  data = new Int32Array(0);
  /** How far apart the numbers of two places are. */
  stride = 0;

  /** @param places how many things are known of a token, the nothing of place 0 among them */
  constructor(private readonly places: number) {}

  /** Begins another stretch of so many tokens: every place is then to be written, but for place 0. */
  begin(count: number): void {
    this.stride = count + 2 * REACH;
    if (this.data.length < this.places * this.stride)
      this.data = new Int32Array(2 * this.places * this.stride);
    this.data.fill(0, 0, this.stride);
  }

  /** How many numbers of `data` belong to the stretch. */
  get length(): number {
    return this.places * this.stride;
  }

  /** Where in `data` the first token's number of a place stands; the others stand behind it. */
  at(place: number): number {
    return place * this.stride + REACH;
  }

  /**
   * Fills a place with a column's numbers of the tokens `[first, end)`.
   * @param before stands for the tokens before them, where features look beside a token
   * @param behind for those behind them
   */
  copy(
    place: number,
    column: Int32Array | Uint16Array | Uint8Array,
    first: number,
    end: number,
    before = BEFORE,
    behind = BEHIND,
  ): void {
    const { data } = this;
    const at = this.at(place);
    for (let i = 1; i <= REACH; i++) data[at - i] = before;
    for (let t = first, i = at; t < end; t++, i++) data[i] = column[t] ?? 0;
    for (let i = 0; i < REACH; i++) data[at + end - first + i] = behind;
  }

  /** Gives all tokens of a stretch the same number. */
  fill(place: number, value: number): void {
    const at = place * this.stride;
    this.data.fill(value, at, at + this.stride);
  }
}

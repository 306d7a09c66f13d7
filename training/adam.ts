const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.99;
const TINY = 1e-8;

/** A table of parameters that is learnt by Adam (Kingma and Ba 2015), row by row. */
export class Parameters {
  readonly values: Float64Array;
  readonly gradients: Float64Array;
  private readonly means: Float64Array;
  private readonly squares: Float64Array;
  private readonly sum: Float64Array;
  private sums = 0;
  private readonly isTouched: Uint8Array;
  private readonly touchedRows: number[] = [];

  /** @param draw gives the values to begin with */
  constructor(
    readonly rows: number,
    readonly columns: number,
    draw: () => number,
  ) {
    this.values = Float64Array.from({ length: rows * columns }, draw);
    this.gradients = new Float64Array(rows * columns);
    this.means = new Float64Array(rows * columns);
    this.squares = new Float64Array(rows * columns);
    this.sum = new Float64Array(rows * columns);
    this.isTouched = new Uint8Array(rows);
  }

  /** Tells that a row's gradient may differ from 0; only such rows are moved. */
  touch(row: number): void {
    if (this.isTouched[row] === 1) return;
    this.isTouched[row] = 1;
    this.touchedRows.push(row);
  }

  touchAll(): void {
    for (let row = 0; row < this.rows; row++) this.touch(row);
  }

  /** The square of the gradient's length. */
  squaredLength(): number {
    let sum = 0;
    for (const row of this.touchedRows)
      for (let i = row * this.columns; i < (row + 1) * this.columns; i++)
        sum += (this.gradients[i] ?? 0) ** 2;
    return sum;
  }

  /**
   * Moves the touched rows against their gradient, which is 0 afterwards.
   * @param share of the gradient that is followed
   * @param step how many steps were taken, with this one
   */
  move(rate: number, share: number, step: number): void {
    const { values, gradients, means, squares } = this;
    const meanShare = 1 - MEAN_DECAY ** step;
    const squareShare = 1 - SQUARE_DECAY ** step;
    for (const row of this.touchedRows) {
      this.isTouched[row] = 0;
      for (let i = row * this.columns; i < (row + 1) * this.columns; i++) {
        const gradient = share * (gradients[i] ?? 0);
        const mean = MEAN_DECAY * (means[i] ?? 0) + (1 - MEAN_DECAY) * gradient;
        const square = SQUARE_DECAY * (squares[i] ?? 0) + (1 - SQUARE_DECAY) * gradient * gradient;
        means[i] = mean;
        squares[i] = square;
        values[i] = (values[i] ?? 0) - (rate * (mean / meanShare)) / (Math.sqrt(square / squareShare) + TINY);
        gradients[i] = 0;
      }
    }
    this.touchedRows.length = 0;
  }

  /** Takes the present values into the mean. */
  collect(): void {
    this.sums++;
    for (let i = 0; i < this.sum.length; i++) this.sum[i] = (this.sum[i] ?? 0) + (this.values[i] ?? 0);
  }

  /** The mean of the values that were collected. */
  mean(): Float64Array {
    return this.sum.map((sum) => sum / this.sums);
  }
}

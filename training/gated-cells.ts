import { CELLS, GATES, WIDTH } from '../src/analysis/statement/network-weights';
import { Parameters } from './adam';

/** Cells that read a stretch of tokens in one direction: `AttributionNetwork`'s in floating point, and how they learn. */
export class GatedCells {
  readonly input: Parameters;
  readonly bias: Parameters;
  readonly recurrent: Parameters;
  /** What the cells were told and held, a stretch's tokens in the order of reading; `cells` begins with zeros. */
  private readonly kept: Float64Array;
  private readonly letIn: Float64Array;
  private readonly told: Float64Array;
  private readonly fresh: Float64Array;
  private readonly cells: Float64Array;
  private readonly size = CELLS;
  private readonly width = WIDTH;
  private readonly sums = new Float64Array(GATES);
  private readonly fromCells = new Float64Array(GATES);

  /** @param gauss draws from the normal distribution */
  constructor(
    private readonly isBackward: boolean,
    tokens: number,
    gauss: () => number,
  ) {
    this.input = new Parameters(GATES, WIDTH, () => gauss() / Math.sqrt(WIDTH));
    this.bias = new Parameters(1, GATES, () => 0);
    this.recurrent = new Parameters(GATES, CELLS, () => (0.7 * gauss()) / Math.sqrt(CELLS));
    const room = (): Float64Array => new Float64Array(tokens * CELLS);
    [this.kept, this.letIn, this.told, this.fresh] = [room(), room(), room(), room()];
    this.cells = new Float64Array((tokens + 1) * CELLS);
  }

  get parameters(): readonly Parameters[] {
    return [this.input, this.bias, this.recurrent];
  }

  /**
   * Reads a stretch.
   * @param words `WIDTH` numbers a token
   * @param out is given `CELLS` numbers a token, `step` apart, from `offset` on
   */
  forward(words: Float64Array, count: number, out: Float64Array, offset: number, step: number): void {
    const { kept, letIn, told, fresh, cells, sums, fromCells, size, width } = this;
    for (let k = 0; k < count; k++) {
      const t = this.isBackward ? count - 1 - k : k;
      for (let g = 0; g < 3 * size; g++) {
        sums[g] = (this.bias.values[g] ?? 0) + product(this.input, g, words, t * width);
        fromCells[g] = product(this.recurrent, g, cells, k * size);
      }
      for (let j = 0; j < size; j++) {
        const at = k * size + j;
        const keep = sigmoid((sums[j] ?? 0) + (fromCells[j] ?? 0));
        const open = sigmoid((sums[size + j] ?? 0) + (fromCells[size + j] ?? 0));
        const heard = fromCells[2 * size + j] ?? 0;
        const news = Math.tanh((sums[2 * size + j] ?? 0) + open * heard);
        const cell = keep * (cells[at] ?? 0) + (1 - keep) * news;
        kept[at] = keep;
        letIn[at] = open;
        told[at] = heard;
        fresh[at] = news;
        cells[at + size] = cell;
        out[t * step + offset + j] = cell;
      }
    }
  }

  /**
   * Learns from the stretch that was read last (backpropagation through time).
   * @param errors the gradient of what was given out, laid out like it
   * @param toWords the gradient of the tokens' numbers is added to it
   */
  backward(
    words: Float64Array,
    count: number,
    errors: Float64Array,
    offset: number,
    step: number,
    toWords: Float64Array,
  ): void {
    const { kept, letIn, told, fresh, cells, sums, fromCells, size, width } = this;
    let behind = new Float64Array(size);
    for (let k = count - 1; k >= 0; k--) {
      const t = this.isBackward ? count - 1 - k : k;
      const before = new Float64Array(size);
      for (let j = 0; j < size; j++) {
        const at = k * size + j;
        const [keep, open, news] = [kept[at] ?? 0, letIn[at] ?? 0, fresh[at] ?? 0];
        const error = (behind[j] ?? 0) + (errors[t * step + offset + j] ?? 0);
        const ofNews = error * (1 - keep) * (1 - news * news);
        before[j] = error * keep;
        sums[j] = error * ((cells[at] ?? 0) - news) * keep * (1 - keep);
        sums[size + j] = ofNews * (told[at] ?? 0) * open * (1 - open);
        sums[2 * size + j] = ofNews;
        fromCells[j] = sums[j] ?? 0;
        fromCells[size + j] = sums[size + j] ?? 0;
        fromCells[2 * size + j] = ofNews * open;
      }
      for (let g = 0; g < 3 * size; g++) {
        const sum = sums[g] ?? 0;
        this.bias.gradients[g] = (this.bias.gradients[g] ?? 0) + sum;
        learnProduct(this.input, g, words, t * width, sum, toWords, t * width);
        learnProduct(this.recurrent, g, cells, k * size, fromCells[g] ?? 0, before, 0);
      }
      behind = before;
    }
  }
}

/** The gradients of a row of parameters, and of the numbers that it was multiplied with. */
function learnProduct(
  { values, gradients, columns }: Parameters,
  row: number,
  numbers: Float64Array,
  from: number,
  error: number,
  toNumbers: Float64Array,
  to: number,
): void {
  for (let i = row * columns, end = i + columns, j = from, k = to; i < end; i++, j++, k++) {
    gradients[i] = (gradients[i] ?? 0) + error * (numbers[j] ?? 0);
    toNumbers[k] = (toNumbers[k] ?? 0) + error * (values[i] ?? 0);
  }
}

/** The product of a row of parameters and some numbers. */
function product({ values, columns }: Parameters, row: number, numbers: Float64Array, from: number): number {
  let even = 0;
  let odd = 0;
  for (let i = row * columns, end = i + columns, j = from; i < end; i += 2, j += 2) {
    even += (values[i] ?? 0) * (numbers[j] ?? 0);
    odd += (values[i + 1] ?? 0) * (numbers[j + 1] ?? 0);
  }
  return even + odd;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

import type { SegmentAutomaton } from '../src/analysis/statement/segment-automaton';
import { SegmentMarginals } from '../src/analysis/statement/segment-marginals';
import { SegmentDecoder } from '../src/analysis/statement/segment-decoder';
import type { Example, LinearModel, RowIndex } from './linear-model';
import { randomNumbers, shuffle } from './random';

export interface CrfOptions {
  readonly automaton: SegmentAutomaton;
  /** Features a token. */
  readonly features: number;
  readonly epochs: number;
  readonly seed: number;
  /** AdaGrad's step. */
  readonly rate: number;
  /** The share of features left out at random at each visit, which keeps rare ones from being trusted too much. */
  readonly dropout: number;
  /** Added to the scores of columns that do not hold while training (softmax-margin), and taken from those that do. */
  readonly margin: number;
  /** Scales the margin of columns that hold: above 1 favours finding more. */
  readonly recall: number;
  /** Learns from the best path alone (structured perceptron) instead of from all paths by their probability. */
  readonly hard?: boolean;
}

/** Gradients nearer to 0 than this are not followed; most tokens are plain, and this is what makes an epoch fast. */
const NEGLIGIBLE = 0.004;

/**
 * Trains a conditional random field over segments by AdaGrad with feature dropout; the result is the mean of the weights after
 * each epoch of the second half.
 * @param examples with numbered rows
 */
export function trainCrf(examples: readonly Example[], index: RowIndex, o: CrfOptions): LinearModel {
  const { columns } = o.automaton;
  const order = Int32Array.from(examples.keys());
  const random = randomNumbers(o.seed);
  const trainer = new CrfTrainer(index.rows.length, Math.max(...examples.map((e) => e.count)), o);
  const mean = new Float32Array(index.rows.length * columns);
  let summed = 0;
  for (let epoch = 0; epoch < o.epochs; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      const example = examples[i];
      if (example !== undefined) trainer.learn(example);
      trainer.steps++;
    }
    if (epoch < o.epochs / 2) continue;
    summed++;
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (trainer.weights[i] ?? 0);
  }
  if (o.hard)
    for (let i = 0; i < mean.length; i++)
      mean[i] = (trainer.weights[i] ?? 0) - (trainer.sums[i] ?? 0) / trainer.steps;
  else for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) / summed;
  return { columns, weights: mean, index };
}

class CrfTrainer {
  readonly weights: Float32Array;
  private readonly squares: Float32Array;
  private readonly scores: Float32Array;
  private readonly expected: Float32Array;
  private readonly kept: Int32Array;
  private readonly marginals: SegmentMarginals;
  private readonly decoder: SegmentDecoder;
  private readonly mask: Uint8Array;
  readonly sums: Float32Array;
  steps = 1;
  private readonly threshold: number;
  private state: number;

  constructor(
    rows: number,
    longest: number,
    private readonly o: CrfOptions,
  ) {
    const { columns } = o.automaton;
    this.weights = new Float32Array(rows * columns);
    this.squares = new Float32Array(rows * columns).fill(1e-2);
    this.scores = new Float32Array(longest * columns);
    this.expected = new Float32Array(longest * columns);
    this.kept = new Int32Array(longest * o.features);
    this.marginals = new SegmentMarginals(o.automaton);
    this.decoder = new SegmentDecoder(o.automaton);
    this.mask = new Uint8Array(longest);
    this.sums = new Float32Array(o.hard ? rows * columns : 0);
    this.threshold = Math.floor((1 - o.dropout) * 4294967296);
    this.state = Math.imul(o.seed + 1, 0x9e3779b1) | 1;
  }

  learn(e: Example): void {
    const { columns } = this.o.automaton;
    this.drop(e);
    this.score(e);
    if (this.o.hard) {
      this.decoder.decode(this.scores, e.count, e.barrier, this.mask);
      for (let t = 0; t < e.count; t++)
        for (let c = 0; c < columns; c++) this.expected[t * columns + c] = ((this.mask[t] ?? 0) >> c) & 1;
    } else this.marginals.compute(this.scores, e.count, e.barrier, this.expected);
    for (let t = 0; t < e.count; t++) {
      const gold = e.gold[t] ?? 0;
      for (let c = 0; c < columns; c++) {
        const gradient = ((gold >> c) & 1) - (this.expected[t * columns + c] ?? 0);
        if (gradient > NEGLIGIBLE || gradient < -NEGLIGIBLE) this.follow(t, c, gradient);
      }
    }
  }

  /** Chooses the features of this visit; `kept` has a dropped one as -1. */
  private drop(e: Example): void {
    for (let f = 0; f < e.count * this.o.features; f++) {
      this.state ^= this.state << 13;
      this.state ^= this.state >>> 17;
      this.state ^= this.state << 5;
      this.kept[f] = this.state >>> 0 < this.threshold ? (e.rows[f] ?? -1) : -1;
    }
  }

  private score(e: Example): void {
    const { scores, weights, kept, o } = this;
    const { columns } = o.automaton;
    const boost = 1 / (1 - o.dropout);
    for (let t = 0; t < e.count; t++) {
      const s = t * columns;
      scores.fill(0, s, s + columns);
      for (let f = t * o.features; f < (t + 1) * o.features; f++) {
        const row = kept[f] ?? -1;
        if (row < 0) continue;
        for (let c = 0; c < columns; c++)
          scores[s + c] = (scores[s + c] ?? 0) + (weights[row * columns + c] ?? 0);
      }
      const gold = e.gold[t] ?? 0;
      for (let c = 0; c < columns; c++)
        scores[s + c] = (scores[s + c] ?? 0) * boost + ((gold >> c) & 1 ? -o.margin * o.recall : o.margin);
    }
  }

  private follow(t: number, column: number, gradient: number): void {
    const { weights, squares, kept, o } = this;
    const { columns } = o.automaton;
    const square = gradient * gradient;
    const step = o.rate * gradient;
    if (o.hard) {
      for (let f = t * o.features; f < (t + 1) * o.features; f++) {
        const row = kept[f] ?? -1;
        if (row < 0) continue;
        const w = row * columns + column;
        weights[w] = (weights[w] ?? 0) + gradient;
        this.sums[w] = (this.sums[w] ?? 0) + gradient * this.steps;
      }
      return;
    }
    for (let f = t * o.features; f < (t + 1) * o.features; f++) {
      const row = kept[f] ?? -1;
      if (row < 0) continue;
      const w = row * columns + column;
      const sum = (squares[w] ?? 0) + square;
      squares[w] = sum;
      weights[w] = (weights[w] ?? 0) + step / Math.sqrt(sum);
    }
  }
}

import { MOST_TOKENS, WEIGHT_BITS } from '../src/analysis/statement/network-memory';
import type { NetworkWeights } from '../src/analysis/statement/network-weights';
import { CELLS, KINDS, PROPERTIES, SCORES, WIDTH } from '../src/analysis/statement/network-weights';
import { CUE_AUTOMATON, NO_BARRIER } from '../src/analysis/statement/segment-automaton';
import { SegmentMarginals } from '../src/analysis/statement/segment-marginals';
import { Parameters } from './adam';
import { GatedCells } from './gated-cells';
import type { NetworkExample } from './network-examples';
import { gaussianNumbers, randomNumbers, shuffle } from './random';
import { addScaled, dotProduct } from './vector-math';
import { vocabularyOf } from './vocabulary';

export interface NetworkOptions {
  readonly epochs: number;
  readonly seed: number;
}

/** Adam's step at first; it goes down to a twentieth of that. */
const RATE = 0.002;
const LAST_SHARE = 0.05;
/** Examples that are learnt from at once, and how long their gradient may be. */
const BATCH = 8;
const LONGEST = 20;
/** The shares of numbers that are left out at random while learning: of properties, of a token's numbers and of cells. */
const PROPERTY_DROPOUT = 0.1;
const DROPOUT = 0.3;
/** What is left of a number below 0. */
const LEAK = 1 / 8;

/**
 * Trains the network: a random field over runs for each kind, their errors added up, by Adam. The result is the mean of the weights after
 * each epoch of the second half, as integers.
 */
export function trainNetwork(examples: readonly NetworkExample[], options: NetworkOptions): NetworkWeights {
  const { keys, rows } = vocabularyOf(examples);
  const trainer = new NetworkTrainer(PROPERTIES + keys.length, options.seed);
  const order = Int32Array.from(examples.keys());
  const steps = options.epochs * Math.ceil(examples.length / BATCH);
  let learnt = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, trainer.random);
    for (const i of order) {
      const [example, tokens] = [examples[i], rows[i]];
      if (example !== undefined && tokens !== undefined) trainer.learn(example, tokens);
      if (++learnt % BATCH === 0) trainer.move(1 - ((1 - LAST_SHARE) * learnt) / BATCH / steps);
    }
    if (epoch >= options.epochs / 2) trainer.collect();
  }
  return trainer.weights(keys);
}

class NetworkTrainer {
  readonly random: () => number;
  private readonly embeddings: Parameters;
  private readonly width = WIDTH;
  private readonly properties = PROPERTIES;
  private readonly cells: readonly [GatedCells, GatedCells];
  private readonly outputCells: Parameters;
  private readonly outputWords: Parameters;
  private readonly outputBias: Parameters;
  private readonly marginals = new SegmentMarginals(CUE_AUTOMATON);
  private steps = 0;

  private readonly rows = new Int32Array(MOST_TOKENS * PROPERTIES);
  private readonly sums = new Float64Array(MOST_TOKENS * WIDTH);
  private readonly words = new Float64Array(MOST_TOKENS * WIDTH);
  private readonly wordMask = new Float64Array(MOST_TOKENS * WIDTH);
  private readonly held = new Float64Array(MOST_TOKENS * 2 * CELLS);
  private readonly heldMask = new Float64Array(MOST_TOKENS * 2 * CELLS);
  private readonly scores = Array.from({ length: KINDS }, () => new Float32Array(MOST_TOKENS * 3));
  private readonly errors = new Float64Array(MOST_TOKENS * SCORES);
  private readonly ofHeld = new Float64Array(MOST_TOKENS * 2 * CELLS);
  private readonly ofWords = new Float64Array(MOST_TOKENS * WIDTH);

  constructor(rows: number, seed: number) {
    this.random = randomNumbers(seed);
    const gauss = gaussianNumbers(this.random);
    this.embeddings = new Parameters(rows, WIDTH, () => 0.1 * gauss());
    this.cells = [new GatedCells(false, MOST_TOKENS, gauss), new GatedCells(true, MOST_TOKENS, gauss)];
    this.outputCells = new Parameters(SCORES, 2 * CELLS, () => 0.05 * gauss());
    this.outputWords = new Parameters(SCORES, WIDTH, () => 0.05 * gauss());
    this.outputBias = new Parameters(1, SCORES, () => 0);
  }

  private get dense(): readonly Parameters[] {
    const { cells, outputCells, outputWords, outputBias } = this;
    return [...cells.flatMap((c) => c.parameters), outputCells, outputWords, outputBias];
  }

  /** Adds an example's gradient to that of its batch. */
  learn(example: NetworkExample, rows: Int32Array): void {
    const { count } = example;
    this.embed(rows, count);
    this.drop(this.words, this.wordMask, count * WIDTH);
    this.cells.forEach((cells, side) => cells.forward(this.words, count, this.held, side * CELLS, 2 * CELLS));
    this.drop(this.held, this.heldMask, count * 2 * CELLS);
    this.score(count);
    this.compare(example);
    this.learnOutput(count);
    const { ofHeld, heldMask } = this;
    for (let i = 0, end = count * 2 * CELLS; i < end; i++) ofHeld[i] = (ofHeld[i] ?? 0) * (heldMask[i] ?? 0);
    this.cells.forEach((cells, side) =>
      cells.backward(this.words, count, this.ofHeld, side * CELLS, 2 * CELLS, this.ofWords),
    );
    this.learnEmbeddings(count);
  }

  private embed(rows: Int32Array, count: number): void {
    const { sums, words, width, properties } = this;
    sums.fill(0, 0, count * width);
    for (let i = 0; i < count * properties; i++) {
      const row = this.random() < PROPERTY_DROPOUT ? -1 : (rows[i] ?? -1);
      this.rows[i] = row;
      const t = Math.floor(i / properties);
      if (row >= 0) addScaled(sums, t * width, this.embeddings.values, row * width, 1, width);
    }
    for (let i = 0; i < count * width; i++) {
      const sum = sums[i] ?? 0;
      words[i] = sum > 0 ? sum : LEAK * sum;
    }
  }

  private drop(numbers: Float64Array, mask: Float64Array, count: number): void {
    for (let i = 0; i < count; i++) {
      const kept = this.random() < DROPOUT ? 0 : 1 / (1 - DROPOUT);
      mask[i] = kept;
      numbers[i] = (numbers[i] ?? 0) * kept;
    }
  }

  private score(count: number): void {
    const { held, words, outputCells, outputWords, outputBias } = this;
    const [cells, width] = [outputCells.columns, outputWords.columns];
    this.scores.forEach((scores, kind) => {
      for (let i = 0; i < 3 * count; i++) {
        const t = Math.floor(i / 3);
        const s = 3 * kind + (i % 3);
        scores[i] =
          (outputBias.values[s] ?? 0) +
          dotProduct(outputCells.values, s * cells, held, t * cells, cells) +
          dotProduct(outputWords.values, s * width, words, t * width, width);
      }
    });
  }

  /** The gradient of the scores: how probable each column is, less whether it holds. */
  private compare({ count, gold }: NetworkExample): void {
    const expected = new Float32Array(count * 3);
    gold.forEach((bits, kind) => {
      const scores = this.scores[kind];
      if (scores === undefined) return;
      this.marginals.compute(scores, count, NO_BARRIER, expected);
      for (let i = 0; i < count * 3; i++) {
        const t = Math.floor(i / 3);
        const column = i % 3;
        const holds = ((bits[t] ?? 0) >> column) & 1;
        this.errors[t * SCORES + 3 * kind + column] = (expected[i] ?? 0) - holds;
      }
    });
  }

  private learnOutput(count: number): void {
    const { errors, held, words, ofHeld, ofWords, outputCells, outputWords, outputBias } = this;
    const [cells, width, scores] = [outputCells.columns, outputWords.columns, outputBias.columns];
    ofHeld.fill(0, 0, count * cells);
    ofWords.fill(0, 0, count * width);
    for (let t = 0; t < count; t++)
      for (let s = 0; s < scores; s++) {
        const error = errors[t * scores + s] ?? 0;
        if (error === 0) continue;
        outputBias.gradients[s] = (outputBias.gradients[s] ?? 0) + error;
        addScaled(outputCells.gradients, s * cells, held, t * cells, error, cells);
        addScaled(ofHeld, t * cells, outputCells.values, s * cells, error, cells);
        addScaled(outputWords.gradients, s * width, words, t * width, error, width);
        addScaled(ofWords, t * width, outputWords.values, s * width, error, width);
      }
  }

  private learnEmbeddings(count: number): void {
    const { ofWords, wordMask, sums, embeddings, rows, width, properties } = this;
    for (let i = 0; i < count * width; i++)
      ofWords[i] = (ofWords[i] ?? 0) * (wordMask[i] ?? 0) * ((sums[i] ?? 0) > 0 ? 1 : LEAK);
    for (let i = 0; i < count * properties; i++) {
      const row = rows[i] ?? -1;
      if (row < 0) continue;
      embeddings.touch(row);
      const t = Math.floor(i / properties);
      addScaled(embeddings.gradients, row * width, ofWords, t * width, 1, width);
    }
  }

  /** Follows the gradient of a batch. */
  move(share: number): void {
    const all = [this.embeddings, ...this.dense];
    for (const parameters of this.dense) parameters.touchAll();
    const length = Math.sqrt(all.reduce((sum, p) => sum + p.squaredLength(), 0));
    this.steps++;
    for (const parameters of all)
      parameters.move(RATE * share, length > LONGEST ? LONGEST / length : 1, this.steps);
  }

  collect(): void {
    for (const parameters of [this.embeddings, ...this.dense]) parameters.collect();
  }

  /** The mean of what was collected, as integers. */
  weights(keys: Int32Array): NetworkWeights {
    const [forward, backward] = this.cells;
    const both = (of: (cells: GatedCells) => Parameters): number[] => [
      ...of(forward).mean(),
      ...of(backward).mean(),
    ];
    return {
      keys,
      embeddings: shorts(this.embeddings.mean()),
      input: shorts(both((c) => c.input)),
      inputBias: biases(both((c) => c.bias)),
      recurrent: shorts(both((c) => c.recurrent)),
      outputCells: shorts(this.outputCells.mean()),
      outputWords: shorts(this.outputWords.mean()),
      outputBias: biases(this.outputBias.mean()),
    };
  }
}

const SHORT = 0x7fff;

function shorts(numbers: Iterable<number>): Int16Array {
  return Int16Array.from(numbers, (x) =>
    Math.max(-SHORT, Math.min(SHORT, Math.round(x * (1 << WEIGHT_BITS)))),
  );
}

function biases(numbers: Iterable<number>): Int32Array {
  return Int32Array.from(numbers, (x) => Math.round(x * (1 << (2 * WEIGHT_BITS))));
}

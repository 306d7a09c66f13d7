import type { NetworkLayout } from './network-memory';
import {
  CELL_BITS,
  CELL_STEP,
  GATE_BITS,
  GATE_RANGE,
  GATE_STEP,
  RECURRENT_SIZE,
  ROW_STEP,
  SCORE_STEP,
  WEIGHT_BITS,
  WORD_STEP,
} from './network-memory';
import { CELLS, GATES, PROPERTIES, WIDTH } from './network-weights';

/**
 * The steps of reading a stretch of tokens, all of which work on one memory. Every number is an integer, so that it makes no difference
 * which engine does them, or in which order sums are added up.
 */
export interface NetworkArithmetic {
  /** Adds up the embeddings of each token's properties; of what is below 0 an eighth is left. */
  embed(tokens: number): void;
  /** What each token's numbers tell the gates, in both directions. */
  openGates(tokens: number): void;
  /** Goes through the tokens in one direction. */
  run(tokens: number, backward: boolean): void;
  /** Scores each token by the cells of both directions and by its numbers. */
  score(tokens: number): void;
}

/** Bits that are taken away from a sum over cells, and from one over gates before it is looked up in its table. */
export const CELL_SHIFT = CELL_BITS;
export const SUM_SHIFT = CELL_BITS - WEIGHT_BITS;
export const GATE_SHIFT = 2 * WEIGHT_BITS - GATE_BITS;
/** The same for what is new: before it is multiplied with what is let in, and behind. */
export const NEW_SHIFT = 8;
export const LET_SHIFT = CELL_BITS - NEW_SHIFT;
/** Of numbers below 0 an eighth is left. */
export const LEAK = 3;

/** The steps in plain code. */
export class PlainArithmetic implements NetworkArithmetic {
  private readonly shorts: Int16Array;
  private readonly integers: Int32Array;

  constructor(
    buffer: ArrayBuffer,
    private readonly at: NetworkLayout,
  ) {
    this.shorts = new Int16Array(buffer);
    this.integers = new Int32Array(buffer);
  }

  embed(tokens: number): void {
    const { shorts, integers, at } = this;
    const sums = new Int32Array(WIDTH);
    for (let t = 0; t < tokens; t++) {
      sums.fill(0);
      const rows = (at.rows + t * ROW_STEP) >> 2;
      for (let p = 0; p < PROPERTIES; p++) {
        const row = (integers[rows + p] ?? 0) >> 1;
        for (let i = 0; i < WIDTH; i++) sums[i] = (sums[i] ?? 0) + (shorts[row + i] ?? 0);
      }
      const out = (at.words + t * WORD_STEP) >> 1;
      for (let i = 0; i < WIDTH; i++) {
        const sum = ((sums[i] ?? 0) << 16) >> 16;
        shorts[out + i] = Math.max(sum, sum >> LEAK);
      }
    }
  }

  openGates(tokens: number): void {
    const { integers, at } = this;
    for (let t = 0; t < tokens; t++) {
      const out = (at.gates + t * GATE_STEP) >> 2;
      for (let g = 0; g < 2 * GATES; g++)
        integers[out + g] =
          ((integers[(at.inputBias >> 2) + g] ?? 0) +
            this.sum(at.input, g, at.words + t * WORD_STEP, WIDTH)) |
          0;
    }
  }

  run(tokens: number, backward: boolean): void {
    const { shorts, at } = this;
    const side = backward ? 1 : 0;
    let before = at.zeros;
    for (let k = 0; k < tokens; k++) {
      const t = backward ? tokens - 1 - k : k;
      const cells = at.cells + t * CELL_STEP + side * 2 * CELLS;
      const gates = (at.gates + t * GATE_STEP + side * 4 * GATES) >> 2;
      for (let j = 0; j < CELLS; j++) shorts[(cells >> 1) + j] = this.cell(j, gates, before, side);
      before = cells;
    }
  }

  private cell(j: number, gates: number, before: number, side: number): number {
    const { shorts, integers, at } = this;
    const weights = at.recurrent + side * RECURRENT_SIZE;
    const toKeep = this.sum(weights, j, before, CELLS) >> SUM_SHIFT;
    const kept = this.lookUp(at.sigmoid, (integers[gates + j] ?? 0) + toKeep);
    const toLetIn = this.sum(weights, CELLS + j, before, CELLS) >> SUM_SHIFT;
    const letIn = this.lookUp(at.sigmoid, (integers[gates + CELLS + j] ?? 0) + toLetIn);
    const told = this.sum(weights, 2 * CELLS + j, before, CELLS) >> (SUM_SHIFT + NEW_SHIFT);
    const fresh = this.lookUp(
      at.tanh,
      (integers[gates + 2 * CELLS + j] ?? 0) + (Math.imul(told, letIn) >> LET_SHIFT),
    );
    const sum = Math.imul(kept, shorts[(before >> 1) + j] ?? 0) + Math.imul((1 << CELL_BITS) - kept, fresh);
    return (sum + (1 << (CELL_BITS - 1))) >> CELL_SHIFT;
  }

  score(tokens: number): void {
    const { integers, at } = this;
    for (let t = 0; t < tokens; t++) {
      const out = (at.scores + t * SCORE_STEP) >> 2;
      for (let s = 0; s < SCORE_STEP >> 2; s++)
        integers[out + s] =
          ((integers[(at.outputBias >> 2) + s] ?? 0) +
            this.sum(at.outputWords, s, at.words + t * WORD_STEP, WIDTH) +
            (this.sum(at.outputCells, s, at.cells + t * CELL_STEP, 2 * CELLS) >> SUM_SHIFT)) |
          0;
    }
  }

  /** One output's weights times the inputs at `from`. */
  private sum(weights: number, output: number, from: number, inputs: number): number {
    const { shorts } = this;
    let w = (weights >> 1) + (output >> 2) * inputs * 4 + (output & 3) * 2;
    let even = 0;
    let odd = 0;
    for (let i = from >> 1, end = i + inputs; i < end; i += 2, w += 8) {
      even = (even + Math.imul(shorts[w] ?? 0, shorts[i] ?? 0)) | 0;
      odd = (odd + Math.imul(shorts[w + 1] ?? 0, shorts[i + 1] ?? 0)) | 0;
    }
    return (even + odd) | 0;
  }

  private lookUp(table: number, sum: number): number {
    const place = Math.max(-GATE_RANGE, Math.min(GATE_RANGE - 1, (sum | 0) >> GATE_SHIFT));
    return this.shorts[(table >> 1) + GATE_RANGE + place] ?? 0;
  }
}

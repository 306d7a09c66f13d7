import type { NetworkWeights } from './network-weights';
import { CELLS, GATES, PROPERTIES, SCORES, WIDTH } from './network-weights';

/** So many tokens are read at once, at most. */
export const MOST_TOKENS = 400;

/** Bits behind the point: of weights and of a token's numbers; of cells and of what gates let through. */
export const WEIGHT_BITS = 10;
export const CELL_BITS = 13;

/** What is added up before a gate has twice the bits of a weight; its table has so many entries to the one, up to 8 on either side. */
export const GATE_BITS = 9;
export const GATE_RANGE = 8 << GATE_BITS;

/** Outputs are worked off four at a time, their inputs two at a time: 16 bytes for each two inputs. */
const LANES = 4;
const BLOCK = 16;

/** The scores of a token, rounded up to whole vectors. */
export const SCORE_LANES = Math.ceil(SCORES / LANES) * LANES;

const blocks = (outputs: number, inputs: number): number => BLOCK * Math.ceil(outputs / LANES) * (inputs / 2);

/** Where things stand in the memory of the network, in bytes. */
export interface NetworkLayout {
  /** Zeros: the cells before the first token. */
  readonly zeros: number;
  readonly sigmoid: number;
  readonly tanh: number;
  readonly input: number;
  readonly inputBias: number;
  /** Forward, with those of the other direction behind it. */
  readonly recurrent: number;
  readonly outputCells: number;
  readonly outputWords: number;
  readonly outputBias: number;
  /** What the gates of one token are told by the cells before. */
  readonly scratch: number;
  /** For each token the places of its properties' embeddings. */
  readonly rows: number;
  /** A token's numbers, what they tell the gates, the cells behind it, its scores. */
  readonly words: number;
  readonly gates: number;
  readonly cells: number;
  readonly scores: number;
  readonly embeddings: number;
  readonly size: number;
}

/** Bytes from one token's to the next one's. */
export const ROW_STEP = 4 * PROPERTIES;
export const WORD_STEP = 2 * WIDTH;
export const GATE_STEP = 4 * 2 * GATES;
export const CELL_STEP = 2 * 2 * CELLS;
export const SCORE_STEP = 4 * SCORE_LANES;
export const RECURRENT_SIZE = blocks(GATES, CELLS);

/** Lays the memory out for so many rows of embeddings. */
export function networkLayout(rows: number): NetworkLayout {
  let end = 0;
  const reserve = (bytes: number): number => {
    const at = end;
    end += Math.ceil(bytes / BLOCK) * BLOCK;
    return at;
  };
  return {
    zeros: reserve(2 * CELLS),
    sigmoid: reserve(2 * 2 * GATE_RANGE),
    tanh: reserve(2 * 2 * GATE_RANGE),
    input: reserve(blocks(2 * GATES, WIDTH)),
    inputBias: reserve(4 * 2 * GATES),
    recurrent: reserve(2 * RECURRENT_SIZE),
    outputCells: reserve(blocks(SCORES, 2 * CELLS)),
    outputWords: reserve(blocks(SCORES, WIDTH)),
    outputBias: reserve(SCORE_STEP),
    scratch: reserve(4 * GATES),
    rows: reserve(MOST_TOKENS * ROW_STEP),
    words: reserve(MOST_TOKENS * WORD_STEP),
    gates: reserve(MOST_TOKENS * GATE_STEP),
    cells: reserve(MOST_TOKENS * CELL_STEP),
    scores: reserve(MOST_TOKENS * SCORE_STEP),
    embeddings: reserve(rows * WORD_STEP),
    size: end,
  };
}

/** Writes the weights, and the tables of the gates, into a memory that is laid out so. */
export function fillMemory(buffer: ArrayBuffer, at: NetworkLayout, weights: NetworkWeights): void {
  const shorts = new Int16Array(buffer);
  const integers = new Int32Array(buffer);
  for (let i = 0; i < 2 * GATE_RANGE; i++) {
    const x = (i - GATE_RANGE + 0.5) / (1 << GATE_BITS);
    shorts[(at.sigmoid >> 1) + i] = Math.round((1 << CELL_BITS) / (1 + Math.exp(-x)));
    shorts[(at.tanh >> 1) + i] = Math.round((1 << CELL_BITS) * Math.tanh(x));
  }
  writeBlocks(shorts, at.input, weights.input, WIDTH);
  integers.set(weights.inputBias, at.inputBias >> 2);
  writeBlocks(shorts, at.recurrent, weights.recurrent, CELLS);
  writeBlocks(shorts, at.outputCells, weights.outputCells, 2 * CELLS);
  writeBlocks(shorts, at.outputWords, weights.outputWords, WIDTH);
  integers.set(weights.outputBias, at.outputBias >> 2);
  shorts.set(weights.embeddings, at.embeddings >> 1);
}

/** Four outputs after the other; of each four, two inputs after the other. */
function writeBlocks(shorts: Int16Array, at: number, weights: Int16Array, inputs: number): void {
  for (let i = 0; i < weights.length; i++) {
    const [output, input] = [Math.floor(i / inputs), i % inputs];
    const block = Math.floor(output / LANES) * (inputs / 2) + (input >> 1);
    shorts[(at >> 1) + block * 2 * LANES + 2 * (output % LANES) + (input & 1)] = weights[i] ?? 0;
  }
}

import { mix } from './feature-hash';
import { fastMachine, plainMachine } from './network-kernel';
import type { NetworkArithmetic } from './network-arithmetic';
import type { NetworkLayout } from './network-memory';
import {
  fillMemory,
  MOST_TOKENS,
  networkLayout,
  ROW_STEP,
  SCORE_STEP,
  WEIGHT_BITS,
  WORD_STEP,
} from './network-memory';
import type { NetworkWeights } from './network-weights';
import { KINDS, PROPERTIES } from './network-weights';
import type { TokenValues } from './token-values';
import type { WordClusters } from './word-clusters';
import { classTable } from './word-clusters';

/** The rows of so many small values are looked up beforehand: most properties have no others. */
const SMALL = 1 << 11;

/** What a property's value is known by; never 0. */
export function keyOf(property: number, value: number): number {
  return mix(value, property) || 1;
}

/**
 * A small recurrent network that reads a stretch of tokens in both directions: the embeddings of what is known of a token are added up, two layers
 * of gated cells (Cho et al. 2014, the reset gate behind the product, as cuDNN has it) go over them, and a linear layer scores each token.
 */
export class AttributionNetwork {
  private readonly table: WordClusters;
  /** Where the embeddings of each property's small values stand. */
  private readonly small: Int32Array;
  private readonly at: NetworkLayout;
  private readonly integers: Int32Array;
  private readonly arithmetic: NetworkArithmetic;

  /** @param fast whether vectors may be used, where the engine can; the scores are the same */
  constructor(weights: NetworkWeights, fast = true) {
    const { keys } = weights;
    this.table = classTable(
      Array.from(keys, (key, i): [number, number] => [key, PROPERTIES + i]),
      keys.length,
    );
    this.at = networkLayout(PROPERTIES + keys.length);
    const machine = (fast ? fastMachine(this.at) : null) ?? plainMachine(this.at);
    fillMemory(machine.buffer, this.at, weights);
    this.integers = new Int32Array(machine.buffer);
    this.arithmetic = machine.arithmetic;
    this.small = new Int32Array(PROPERTIES * SMALL);
    for (let i = 0; i < this.small.length; i++) this.small[i] = this.rowOf(Math.floor(i / SMALL), i % SMALL);
  }

  /**
   * Scores a stretch.
   * @param values its properties, at the places from 1 on
   * @param tokens at most `MOST_TOKENS`
   * @param out for each kind, is given three scores a token: of being inside, the first, the last one
   */
  score(values: TokenValues, tokens: number, out: readonly Float32Array[]): void {
    if (tokens > MOST_TOKENS) throw new RangeError(`A stretch has at most ${MOST_TOKENS} tokens.`);
    if (tokens === 0) return;
    this.place(values, tokens);
    const { arithmetic } = this;
    arithmetic.embed(tokens);
    arithmetic.openGates(tokens);
    arithmetic.run(tokens, false);
    arithmetic.run(tokens, true);
    arithmetic.score(tokens);
    for (let kind = 0; kind < KINDS; kind++) this.copy(kind, tokens, out[kind] ?? new Float32Array(0));
  }

  /** Writes down where the embeddings of each token's properties stand. */
  private place(values: TokenValues, tokens: number): void {
    const { integers, small, at } = this;
    const { data } = values;
    for (let p = 0; p < PROPERTIES; p++) {
      let to = (at.rows >> 2) + p;
      for (let from = values.at(p + 1), end = from + tokens; from < end; from++, to += ROW_STEP >> 2) {
        const value = data[from] ?? 0;
        integers[to] = value >>> 0 < SMALL ? (small[p * SMALL + value] ?? 0) : this.rowOf(p, value);
      }
    }
  }

  private rowOf(property: number, value: number): number {
    const row = this.table.lookUp(keyOf(property, value));
    return this.at.embeddings + (row < 0 ? property : row) * WORD_STEP;
  }

  private copy(kind: number, tokens: number, out: Float32Array): void {
    const { integers, at } = this;
    const one = 1 << (2 * WEIGHT_BITS);
    let from = (at.scores >> 2) + 3 * kind;
    for (let t = 0, to = 0; t < tokens; t++, from += SCORE_STEP >> 2)
      for (let i = 0; i < 3; i++) out[to++] = (integers[from + i] ?? 0) / one;
  }
}

import type { TokenValues } from './token-values';

/** Features live in a space of this many rows; the rows that carry weight are kept in a packed table. */
export const FEATURE_BITS = 24;

/** Mixes up to three small numbers into one. */
export function mix(a: number, b: number, c = 0): number {
  const h = Math.imul(a, 0x9e3779b1) + Math.imul(b, 0x85ebca6b) + Math.imul(c, 0xc2b2ae35);
  return Math.imul(h ^ (h >>> 15), 0x7feb352d);
}

/** What the values of a feature are multiplied with, and what their sum is mixed by. */
export const FIRST = 0x9e3779b1;
export const SECOND = 0x85ebca6b;
export const THIRD = 0xc2b2ae35;
export const MIX = 0x7feb352d;
export const REMIX = 0x846ca68b;

/** Mixes the three values of a feature and its salt into its row. */
function rowOf(a: number, b: number, c: number, salt: number): number {
  let h = Math.imul(a, FIRST) + Math.imul(b, SECOND) + Math.imul(c, THIRD) + salt;
  h = Math.imul(h ^ (h >>> 16), MIX);
  h = Math.imul(h ^ (h >>> 15), REMIX);
  return (h ^ (h >>> 16)) >>> (32 - FEATURE_BITS);
}

/** Added to a place it is that of the next token, taken from it that of the one before; places are numbered below it. */
export const STEP = 64;
const STEP_BITS = 6;

/**
 * Features as data: each joins one to three of the values known of a token or its neighbours. They are worked off one after the
 * other, each for all tokens of a stretch, which is faster than token by token.
 */
export class FeatureTemplates {
  readonly count: number;
  private readonly places: Int32Array;
  private readonly salts: Int32Array;

  /**
   * @param templates places in {@link TokenValues}, with multiples of {@link STEP} added for those of a neighbour; 0 (a place that
   * holds nothing) where a template has fewer than three
   */
  constructor(templates: readonly (readonly [a: number, b?: number, c?: number])[]) {
    this.count = templates.length;
    this.places = Int32Array.from(templates.flatMap(([a, b = 0, c = 0]) => [a, b, c]));
    this.salts = Int32Array.from(templates, (_, i) => Math.imul(i + 1, 0x27d4eb2f));
  }

  /**
   * Writes four integers for each template: where in `values.data` its three values of the first token stand, in bytes, and its salt.
   * @param base where `values.data` is thought to stand, in bytes
   */
  place(values: TokenValues, base: number, out: Int32Array, at: number): void {
    const { places, salts } = this;
    const { stride } = values;
    const zero = base + 4 * values.at(0);
    for (let i = 0, from = 0; i < this.count; i++, at += 4) {
      for (let k = 0; k < 3; k++, from++) {
        const place = places[from] ?? 0;
        out[at + k] = zero + 4 * ((place & (STEP - 1)) * stride + (place >> STEP_BITS));
      }
      out[at + 3] = salts[i] ?? 0;
    }
  }

  /** Writes the rows of a stretch's tokens, `count` a token, one token's behind the other's. */
  rows(values: TokenValues, tokens: number, out: Int32Array): void {
    for (let i = 0; i < this.count; i++) this.rowsOf(i, values, tokens, out);
  }

  private offset(i: number, values: TokenValues): number {
    const place = this.places[i] ?? 0;
    return values.at(place & (STEP - 1)) + (place >> STEP_BITS);
  }

  private rowsOf(i: number, values: TokenValues, tokens: number, out: Int32Array): void {
    const { count } = this;
    const { data } = values;
    const [first, second, third] = [
      this.offset(i * 3, values),
      this.offset(i * 3 + 1, values),
      this.offset(i * 3 + 2, values),
    ];
    const salt = this.salts[i] ?? 0;
    for (let t = 0, at = i; t < tokens; t++, at += count)
      out[at] = rowOf(data[first + t] ?? 0, data[second + t] ?? 0, data[third + t] ?? 0, salt);
  }
}

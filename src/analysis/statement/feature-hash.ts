/** Features live in a space of this many rows; the rows that carry weight are kept in a packed table. */
export const FEATURE_BITS = 24;

/** Mixes up to three small numbers into one. */
export function mix(a: number, b: number, c = 0): number {
  const h = Math.imul(a, 0x9e3779b1) + Math.imul(b, 0x85ebca6b) + Math.imul(c, 0xc2b2ae35);
  return Math.imul(h ^ (h >>> 15), 0x7feb352d);
}

/**
 * Features as data: each joins one to three of the values known of a token. A loop over them is several times as fast as a call
 * for each, of which the engine inlines only the first few.
 */
export class FeatureTemplates {
  readonly count: number;
  private readonly first: Uint8Array;
  private readonly second: Uint8Array;
  private readonly third: Uint8Array;
  private readonly salt: Int32Array;

  /** @param templates places in the values, 0 (a place that holds nothing) where a template has fewer than three */
  constructor(templates: readonly (readonly [a: number, b?: number, c?: number])[]) {
    this.count = templates.length;
    this.first = Uint8Array.from(templates, ([a]) => a);
    this.second = Uint8Array.from(templates, ([, b]) => b ?? 0);
    this.third = Uint8Array.from(templates, ([, , c]) => c ?? 0);
    this.salt = Int32Array.from(templates, (_, i) => Math.imul(i + 1, 0x27d4eb2f));
  }

  /**
   * Writes a row for each template.
   * @param values what is known of a token, 0 in place 0
   * @param out is given `count` rows from `at` on
   */
  rows(values: Int32Array, out: Int32Array, at: number): void {
    const { first, second, third, salt, count } = this;
    for (let i = 0; i < count; i++) {
      let h =
        Math.imul(values[first[i] ?? 0] ?? 0, 0x9e3779b1) +
        Math.imul(values[second[i] ?? 0] ?? 0, 0x85ebca6b) +
        Math.imul(values[third[i] ?? 0] ?? 0, 0xc2b2ae35) +
        (salt[i] ?? 0);
      h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
      h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
      out[at + i] = (h ^ (h >>> 16)) >>> (32 - FEATURE_BITS);
    }
  }
}

/** Features live in a space of this many rows; the rows that carry weight are kept in a packed table. */
export const FEATURE_BITS = 24;

/** The row of the feature that `template` makes of one value. */
export function hash1(template: number, a: number): number {
  return finish(Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b));
}

/** The row of the feature that `template` makes of two values. */
export function hash2(template: number, a: number, b: number): number {
  const h = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  return finish(Math.imul((h ^ (h >>> 15)) + b, 0xc2b2ae35));
}

/** The row of the feature that `template` makes of three values. */
export function hash3(template: number, a: number, b: number, c: number): number {
  let h = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul((h ^ (h >>> 15)) + b, 0xc2b2ae35);
  return finish(Math.imul((h ^ (h >>> 13)) + c, 0x27d4eb2f));
}

function finish(h: number): number {
  const mixed = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  return (mixed ^ (mixed >>> 15)) >>> (32 - FEATURE_BITS);
}

/** The sum of the products of `count` numbers of two arrays, an even count. */
export function dotProduct(
  a: Float64Array,
  aFrom: number,
  b: Float64Array,
  bFrom: number,
  count: number,
): number {
  let even = 0;
  let odd = 0;
  for (let i = aFrom, j = bFrom, end = aFrom + count; i < end; i += 2, j += 2) {
    even += (a[i] ?? 0) * (b[j] ?? 0);
    odd += (a[i + 1] ?? 0) * (b[j + 1] ?? 0);
  }
  return even + odd;
}

/** Adds `scale` times `count` numbers to others. */
export function addScaled(
  to: Float64Array,
  toFrom: number,
  from: Float64Array,
  fromFrom: number,
  scale: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) to[toFrom + i] = (to[toFrom + i] ?? 0) + scale * (from[fromFrom + i] ?? 0);
}

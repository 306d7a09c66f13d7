import { randomNumbers } from './random';

const ROUNDS = 12;

/** What to group. */
export interface Points {
  readonly width: number;
  /** `width` numbers a point, of length 1 together. */
  readonly data: Float64Array;
  /** The groups are made of the first points alone; the others are put into the nearest. */
  readonly leading: number;
}

/** Groups points by their direction (spherical k-means). */
export function kMeans({ width: d, data, leading }: Points, k: number, seed: number): Uint16Array {
  const random = randomNumbers(seed);
  const centres = new Float64Array(k * d);
  for (let c = 0; c < k; c++) {
    const r = Math.floor(random() * Math.min(leading, k * 6));
    centres.set(data.subarray(r * d, (r + 1) * d), c * d);
  }
  const assigned = new Uint16Array(data.length / d);
  for (let round = 1; round < ROUNDS; round++) {
    for (let r = 0; r < leading; r++) assigned[r] = nearest(data, r * d, centres, k, d);
    centres.fill(0);
    for (let r = 0; r < leading; r++) {
      const c = (assigned[r] ?? 0) * d;
      for (let i = 0; i < d; i++) centres[c + i] = (centres[c + i] ?? 0) + (data[r * d + i] ?? 0);
    }
    for (let c = 0; c < k; c++) {
      const norm = Math.hypot(...centres.subarray(c * d, (c + 1) * d)) || 1;
      for (let i = 0; i < d; i++) centres[c * d + i] = (centres[c * d + i] ?? 0) / norm;
    }
  }
  for (let r = 0; r < assigned.length; r++) assigned[r] = nearest(data, r * d, centres, k, d);
  return assigned;
}

function nearest(data: Float64Array, at: number, centres: Float64Array, k: number, d: number): number {
  let best = -Infinity;
  let which = 0;
  for (let c = 0; c < k; c++) {
    let dot = 0;
    for (let i = 0; i < d; i++) dot += (data[at + i] ?? 0) * (centres[c * d + i] ?? 0);
    if (dot > best) [best, which] = [dot, c];
  }
  return which;
}

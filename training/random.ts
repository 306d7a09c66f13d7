/** A small deterministic generator (mulberry32): the same seed gives the same weights. */
export function randomNumbers(seed: number): () => number {
  let a = seed | 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Shuffles in place (Fisher–Yates). */
export function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const a = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = a;
  }
}

/** Numbers of the normal distribution (Box and Muller 1958). */
export function gaussianNumbers(random: () => number): () => number {
  return () => {
    const length = Math.sqrt(-2 * Math.log(random() + 1e-12));
    return length * Math.cos(2 * Math.PI * random());
  };
}

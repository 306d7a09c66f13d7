/** Distributional classes of frequent words: an open-addressing table from a word's hash to its class. */
export interface WordClusters {
  /** The fine cluster (0–255) in the low byte, the coarse one above it; -1 for a word without one. */
  lookUp(hash: number): number;
}

/**
 * Wraps a table of clusters.
 * @param keys word hashes, 0 for an empty slot; the length is a power of two
 * @param values the clusters of the words at the same places
 */
export function wordClusters(keys: Int32Array, values: Uint16Array): WordClusters {
  const mask = keys.length - 1;
  return {
    lookUp(hash) {
      for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
        const key = keys[slot];
        if (key === hash) return values[slot] ?? -1;
        if (key === 0 || key === undefined) return -1;
      }
    },
  };
}

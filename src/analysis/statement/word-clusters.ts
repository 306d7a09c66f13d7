/** The classes of a word: by the words that stand beside it, finely and coarsely, and by what it means. */
export interface WordClasses {
  readonly cluster: number;
  readonly class: number;
  readonly kin: number;
}

/** How many classes of the first two sorts there may be. */
export const MOST_CLUSTERS = 1 << 9;
export const MOST_CLASSES = 1 << 6;

/** The three classes in one number. */
export function packClasses(classes: WordClasses): number {
  return classes.cluster | (classes.class << 9) | (classes.kin << 15);
}

/** Classes of words: an open-addressing table from a word's hash. */
export interface WordClusters {
  /** What {@link packClasses} made of the word's classes; -1 for a word without them. */
  lookUp(hash: number): number;
}

/**
 * Wraps a table of classes.
 * @param keys word hashes, 0 for an empty slot; the length is a power of two
 * @param values the classes of the words at the same places
 */
export function wordClusters(keys: Int32Array, values: Int32Array): WordClusters {
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

/** Lays words and their classes out as such a table. */
export function classTable(
  words: Iterable<readonly [hash: number, classes: number]>,
  count: number,
): WordClusters {
  const size = 1 << (33 - Math.clz32(count));
  const keys = new Int32Array(size);
  const values = new Int32Array(size);
  for (const [hash, classes] of words) {
    let slot = hash & (size - 1);
    while (keys[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = hash;
    values[slot] = classes;
  }
  return wordClusters(keys, values);
}

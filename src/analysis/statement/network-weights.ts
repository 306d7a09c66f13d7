/** How many things are known of a token, each of which is a property of it. */
export const PROPERTIES = 23;

/** Numbers that a token is read as, and cells in each direction. */
export const WIDTH = 32;
export const CELLS = 32;

/** Of each cell: what is kept, what is let in of the cells before, what is new. */
export const GATES = 3 * CELLS;

/** Scores of a token: of being inside a content, its first token, its last; the same of a source and of a cue. */
export const KINDS = 3;
export const SCORES = 3 * KINDS;

/**
 * The weights of {@link AttributionNetwork}, as integers. Of embeddings and of weights, 1,024 count one; of biases,
 * 1,048,576 do.
 */
export interface NetworkWeights {
  /** For each row of `embeddings` behind the first `PROPERTIES`: which property's which value it stands for (`keyOf` of the network). */
  readonly keys: Int32Array;
  /** `WIDTH` numbers a row. The first rows stand for values that were never met, a row a property. */
  readonly embeddings: Int16Array;
  /** From a token's numbers to the gates of the cells that read forward, then of those that read backward: `WIDTH` numbers a gate. */
  readonly input: Int16Array;
  readonly inputBias: Int32Array;
  /** From the cells before to the gates, forward and backward: `CELLS` numbers a gate. */
  readonly recurrent: Int16Array;
  /** From the cells of both directions to the scores: `2 * CELLS` numbers a score. */
  readonly outputCells: Int16Array;
  /** From a token's numbers to the scores. */
  readonly outputWords: Int16Array;
  readonly outputBias: Int32Array;
}

/** Numbers of each array, in the order of the file; those that depend on the vocabulary by the number of its keys. */
export function networkSizes(keys: number): Record<keyof NetworkWeights, number> {
  return {
    keys,
    embeddings: (PROPERTIES + keys) * WIDTH,
    input: 2 * GATES * WIDTH,
    inputBias: 2 * GATES,
    recurrent: 2 * GATES * CELLS,
    outputCells: SCORES * 2 * CELLS,
    outputWords: SCORES * WIDTH,
    outputBias: SCORES,
  };
}

import type { Words } from './tokens';

/** Where each word of a text stands. */
export interface Postings {
  /** The tokens with that word, rising; empty for a word that the text does not have. */
  readonly of: (id: number) => Int32Array;
  /** How many they are. */
  readonly count: (id: number) => number;
}

const NOWHERE = new Int32Array(0);

/** Linear in the text and the vocabulary. */
export function indexWords(words: Words, vocabularySize: number): Postings {
  const offsets = new Uint32Array(vocabularySize + 1);
  for (const id of words.id) offsets[id + 1] = (offsets[id + 1] ?? 0) + 1;
  for (let id = 0; id < vocabularySize; id++) offsets[id + 1] = (offsets[id + 1] ?? 0) + (offsets[id] ?? 0);
  const places = new Int32Array(words.count);
  const next = offsets.slice();
  words.id.forEach((id, token) => {
    const place = next[id] ?? 0;
    places[place] = token;
    next[id] = place + 1;
  });
  const of = (id: number): Int32Array =>
    id < vocabularySize ? places.subarray(offsets[id], offsets[id + 1]) : NOWHERE;
  const count = (id: number): number =>
    id < vocabularySize ? (offsets[id + 1] ?? 0) - (offsets[id] ?? 0) : 0;
  return { of, count };
}

/** The index in a rising list of the first item that is at least `value`. */
export function lowerBound(list: ArrayLike<number>, value: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

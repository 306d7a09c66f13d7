import { hashWord } from './word-columns';

/** Slots of the first look, a power of two: most words that are not in a set are told by it alone. */
const SLOTS = 1 << 13;

/** A set of words by their hashes, for asking about every token of an article. */
export class WordSet {
  private readonly slots = new Uint8Array(SLOTS);
  private readonly hashes = new Set<number>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const hash = hashWord(word, 0, word.length);
      this.hashes.add(hash);
      this.slots[hash & (SLOTS - 1)] = 1;
    }
  }

  has(hash: number): boolean {
    return this.slots[hash & (SLOTS - 1)] === 1 && this.hashes.has(hash);
  }
}

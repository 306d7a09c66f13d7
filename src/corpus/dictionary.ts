import { commonness } from './common-words';

/** Bits of surprise of a term that the list of common words does not have. */
const UNSEEN_BITS = 9;

/** Numbers for terms: every distinct term of a corpus once, with how rare it is in news at large. */
export interface Dictionary {
  /** The id of a term, given out on first sight. */
  id(term: string): number;
  term(id: number): string;
  /** −log2 of the share of news articles that have the term: 1 for the commonest, {@link UNSEEN_BITS} for the unseen. */
  bits(id: number): number;
  readonly size: number;
}

export function createDictionary(): Dictionary {
  const ids = new Map<string, number>();
  const terms: string[] = [];
  const bits: number[] = [];
  return {
    id(term) {
      const known = ids.get(term);
      if (known !== undefined) return known;
      const id = terms.length;
      ids.set(term, id);
      terms.push(term);
      const level = commonness(term);
      bits.push(level === 0 ? UNSEEN_BITS : UNSEEN_BITS - 1 - level);
      return id;
    },
    term: (id) => terms[id] ?? '',
    bits: (id) => bits[id] ?? UNSEEN_BITS,
    get size() {
      return terms.length;
    },
  };
}

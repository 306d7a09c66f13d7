import type { IndexFeatures } from './features';

/** Which articles (by row, a small number) have which terms, and how often. */
export interface Postings {
  add(row: number, features: IndexFeatures): void;
  remove(row: number, features: IndexFeatures): void;
  /** The same as removing what a row has and adding something else, at the cost of the terms in which they are unlike. */
  replace(row: number, before: IndexFeatures, after: IndexFeatures): void;
  /** How many articles have a term. */
  count(term: number): number;
  /** The power of two nearest to how many articles had a term when the changes were last taken. */
  coarseCount(term: number): number;
  /** Calls back for each article that has a term, with its number of occurrences (255 at most). */
  each(term: number, visit: (row: number, occurrences: number) => void): void;
  /** How many articles are in. */
  readonly size: number;
  /** Whether the changes since they were last taken are few enough to be told. */
  readonly isTold: boolean;
  /** What changed since last asked; where it is too much to tell, `resized` is set and the terms are not told. */
  takeChanges(): PostingChanges;
}

/** Terms whose number of articles changed its power of two, and whether the number of articles did. */
export interface PostingChanges {
  /** By term the power of two before. */
  readonly terms: ReadonlyMap<number, number>;
  readonly resized: boolean;
}

/** A count rounded to a power of two, so that weights change seldom and a change touches few articles. */
export function coarse(count: number): number {
  return count === 0 ? 0 : 2 ** Math.round(Math.log2(count));
}

/** More changed terms than this are not told one by one. */
const MANY_TERMS = 20_000;
const OCCURRENCES = 256;

/**
 * An inverted index in memory: adding or removing costs the article's distinct terms (and for a removal the lists of its terms).
 * All lists lie in one array, four bytes an entry; a list that outgrows its place moves to one twice as large, and its old place is
 * used again.
 */
export function createPostings(): Postings {
  let pool = new Uint32Array(1 << 16);
  let used = 0;
  const starts: number[] = [];
  const lengths: number[] = [];
  /** Free places by the power of two of their size. */
  const free: number[][] = [];
  let size = 0;
  let touched = new Map<number, number>();
  let tooMany = false;
  let coarseSize = 0;

  const touch = (term: number): void => {
    if (tooMany || touched.has(term)) return;
    touched.set(term, coarse(lengths[term] ?? 0));
    tooMany = touched.size > MANY_TERMS;
  };
  const place = (power: number): number => {
    const old = free[power]?.pop();
    if (old !== undefined) return old;
    const start = used;
    used += 1 << power;
    if (used > pool.length) {
      const grown = new Uint32Array(Math.max(used, Math.ceil(1.5 * pool.length)));
      grown.set(pool);
      pool = grown;
    }
    return start;
  };
  const release = (start: number, power: number): void => {
    (free[power] ??= []).push(start);
  };
  const append = (term: number, entry: number): void => {
    while (starts.length <= term) {
      starts.push(0);
      lengths.push(0);
    }
    const length = lengths[term] ?? 0;
    // A list is full where its length is a power of two.
    if ((length & (length - 1)) === 0) {
      const power = length === 0 ? 0 : 32 - Math.clz32(length);
      const start = place(power);
      if (length > 0) {
        const from = starts[term] ?? 0;
        pool.copyWithin(start, from, from + length);
        release(from, power - 1);
      }
      starts[term] = start;
    }
    pool[(starts[term] ?? 0) + length] = entry;
    lengths[term] = length + 1;
  };
  const take = (term: number, row: number): void => {
    const start = starts[term] ?? 0;
    const last = (lengths[term] ?? 0) - 1;
    for (let i = 0; i <= last; i++) {
      if (Math.floor((pool[start + i] ?? 0) / OCCURRENCES) !== row) continue;
      pool[start + i] = pool[start + last] ?? 0;
      lengths[term] = last;
      shrink(term, last);
      return;
    }
  };
  /** A list whose length is now a power of two lies in a place twice as large, but would be taken for full: it moves. */
  const shrink = (term: number, length: number): void => {
    const power = Math.log2(Math.max(1, length));
    const from = starts[term] ?? 0;
    if (length === 0) release(from, 0);
    else if (Number.isInteger(power)) {
      const start = place(power);
      pool.copyWithin(start, from, from + length);
      release(from, power + 1);
      starts[term] = start;
    }
  };
  const addTerm = (row: number, { terms, counts }: IndexFeatures, i: number): void => {
    const term = terms[i] ?? 0;
    touch(term);
    append(term, row * OCCURRENCES + Math.min(OCCURRENCES - 1, counts[i] ?? 1));
  };
  const removeTerm = (row: number, term: number): void => {
    touch(term);
    take(term, row);
  };
  return {
    add(row, features) {
      size++;
      for (let i = 0; i < features.terms.length; i++) addTerm(row, features, i);
    },
    remove(row, { terms }) {
      size--;
      for (const term of terms) removeTerm(row, term);
    },
    replace(row, before, after) {
      let i = 0;
      let j = 0;
      while (i < before.terms.length || j < after.terms.length) {
        const [x, y] = [before.terms[i] ?? Infinity, after.terms[j] ?? Infinity];
        if (x === y && before.counts[i] === after.counts[j]) {
          i++;
          j++;
        } else if (x <= y) {
          removeTerm(row, x);
          i++;
        } else addTerm(row, after, j++);
      }
    },
    count: (term) => lengths[term] ?? 0,
    coarseCount: (term) => touched.get(term) ?? coarse(lengths[term] ?? 0),
    get isTold() {
      return !tooMany;
    },
    each(term, visit) {
      const start = starts[term] ?? 0;
      const end = start + (lengths[term] ?? 0);
      for (let i = start; i < end; i++) {
        const entry = pool[i] ?? 0;
        const row = Math.floor(entry / OCCURRENCES);
        visit(row, entry - row * OCCURRENCES);
      }
    },
    get size() {
      return size;
    },
    takeChanges() {
      const terms = new Map<number, number>();
      for (const [term, before] of touched)
        if (coarse(lengths[term] ?? 0) !== before) terms.set(term, before);
      const changes = { terms, resized: tooMany || coarse(size) !== coarseSize };
      touched = new Map();
      tooMany = false;
      coarseSize = coarse(size);
      return changes;
    },
  };
}

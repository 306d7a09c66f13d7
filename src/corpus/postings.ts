import type { ArticleFeatures } from './features';

/** Which articles (by slot) have which terms, and how often. */
export interface Postings {
  add(slot: number, features: ArticleFeatures): void;
  remove(slot: number, features: ArticleFeatures): void;
  /** Slot → number of occurrences; undefined where no article has the term. */
  holders(term: number): ReadonlyMap<number, number> | undefined;
  /** How many articles are in. */
  readonly size: number;
  /** Terms whose number of articles changed its power of two, and whether the number of articles did, since last asked. */
  takeChanges(): { terms: ReadonlySet<number>; resized: boolean };
}

/** A count rounded to a power of two, so that weights change seldom and a change touches few articles. */
export function coarse(count: number): number {
  return count === 0 ? 0 : 2 ** Math.round(Math.log2(count));
}

/** An inverted index in memory: adding or removing costs the article's distinct terms. */
export function createPostings(): Postings {
  const lists = new Map<number, Map<number, number>>();
  let size = 0;
  /** Terms touched since last asked, with the coarse count they had then. */
  let touched = new Map<number, number>();
  let coarseSize = 0;
  const touch = (term: number, count: number): void => {
    if (!touched.has(term)) touched.set(term, coarse(count));
  };
  return {
    add(slot, features) {
      size++;
      features.terms.forEach((term, i) => {
        let list: Map<number, number> | undefined = lists.get(term);
        if (list === undefined) lists.set(term, (list = new Map<number, number>()));
        touch(term, list.size);
        list.set(slot, features.counts[i] ?? 1);
      });
    },
    remove(slot, features) {
      size--;
      for (const term of features.terms) {
        const list = lists.get(term);
        if (list === undefined) continue;
        touch(term, list.size);
        list.delete(slot);
        if (list.size === 0) lists.delete(term);
      }
    },
    holders: (term) => lists.get(term),
    get size() {
      return size;
    },
    takeChanges() {
      const terms = new Set<number>();
      for (const [term, before] of touched)
        if (coarse(lists.get(term)?.size ?? 0) !== before) terms.add(term);
      const changes = { terms, resized: coarse(size) !== coarseSize };
      touched = new Map();
      coarseSize = coarse(size);
      return changes;
    },
  };
}

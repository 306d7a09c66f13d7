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
  let changed = new Set<number>();
  let resized = false;
  const resize = (by: number): void => {
    if (coarse(size) !== coarse(size + by)) resized = true;
    size += by;
  };
  return {
    add(slot, features) {
      resize(1);
      features.terms.forEach((term, i) => {
        let list: Map<number, number> | undefined = lists.get(term);
        if (list === undefined) lists.set(term, (list = new Map()));
        list.set(slot, features.counts[i] ?? 1);
        if (coarse(list.size) !== coarse(list.size - 1)) changed.add(term);
      });
    },
    remove(slot, features) {
      resize(-1);
      for (const term of features.terms) {
        const list = lists.get(term);
        if (list?.delete(slot) !== true) continue;
        if (coarse(list.size) !== coarse(list.size + 1)) changed.add(term);
        if (list.size === 0) lists.delete(term);
      }
    },
    holders: (term) => lists.get(term),
    get size() {
      return size;
    },
    takeChanges() {
      const changes = { terms: changed, resized };
      changed = new Set();
      resized = false;
      return changes;
    },
  };
}

import type { Dictionary } from './dictionary';
import type { ArticleFeatures } from './features';
import { coarse, createPostings } from './postings';

/**
 * How many articles' worth of evidence the list of common words counts for beside the corpus' own counts; keeps rarity
 * meaningful in a folder of three articles.
 */
const PRIOR_ARTICLES = 200;
/** Terms commoner than this (in bits) do not speak for two articles being on one subject. */
const LEAST_BITS = 1;
/** Nor do terms that more articles than this have: keeps a query's cost the same however large the corpus grows. */
const MOST_HOLDERS = 128;
/** Exponent of a term's bits in its weight: above 1, rare terms speak louder than in plain tf-idf. */
const RARITY = 1.5;
/** Articles less similar than this (cosine) are not on one subject. */
const RELATED = 0.1;
/** More changed articles than this, and everything is computed anew when asked for. */
const MANY = 256;

/** Which articles are on one subject; exact at any time, computed when asked and kept until a count it rests on changes. */
export interface Relatedness {
  add(slot: number, features: ArticleFeatures): void;
  remove(slot: number): void;
  /** Slots of the similar articles with their similarity (cosine of weighted terms). */
  related(slot: number): ReadonlyMap<number, number>;
  /** How many postings have been visited: what tests of growth count. */
  readonly visited: number;
}

export function createRelatedness(dictionary: Dictionary): Relatedness {
  const postings = createPostings();
  const features = new Map<number, ArticleFeatures>();
  const lists = new Map<number, Map<number, number>>();
  /** Slot → whose lists hold it. */
  const citing = new Map<number, Set<number>>();
  const norms = new Map<number, number>();
  const dirty = new Set<number>();
  let visited = 0;

  const weight = (term: number): number => {
    const prior = PRIOR_ARTICLES * 2 ** -dictionary.bits(term);
    const count = coarse(postings.holders(term)?.size ?? 0);
    const bits = -Math.log2((count + prior) / (coarse(postings.size) + PRIOR_ARTICLES));
    if (count > MOST_HOLDERS) return 0;
    return bits < LEAST_BITS ? 0 : bits ** RARITY;
  };
  const norm = (slot: number): number => {
    const known = norms.get(slot);
    if (known !== undefined) return known;
    const own = features.get(slot);
    let sum = 0;
    own?.terms.forEach((term, i) => (sum += (weight(term) * loudness(own.counts[i] ?? 1)) ** 2));
    const result = Math.sqrt(sum) || 1;
    norms.set(slot, result);
    return result;
  };
  const query = (slot: number): Map<number, number> => {
    const sums = new Map<number, number>();
    const own = features.get(slot);
    own?.terms.forEach((term, i) => {
      const w = weight(term);
      if (w === 0) return;
      const mine = w * w * loudness(own.counts[i] ?? 1);
      for (const [other, count] of postings.holders(term) ?? []) {
        visited++;
        if (other !== slot) sums.set(other, (sums.get(other) ?? 0) + mine * loudness(count));
      }
    });
    const related = new Map<number, number>();
    for (const [other, sum] of sums) {
      const similarity = sum / (norm(slot) * norm(other));
      if (similarity >= RELATED) related.set(other, similarity);
    }
    return related;
  };
  const drop = (slot: number): void => {
    for (const other of citing.get(slot) ?? []) lists.get(other)?.delete(slot);
    citing.delete(slot);
    lists.delete(slot);
    norms.delete(slot);
  };
  /** Brings the kept lists up to date with what was added, removed, or weighs differently now. */
  const settle = (): void => {
    const changes = postings.takeChanges();
    for (const term of changes.terms)
      for (const slot of postings.holders(term)?.keys() ?? []) dirty.add(slot);
    if (dirty.size === 0 && !changes.resized) return;
    if (changes.resized || dirty.size > MANY) {
      lists.clear();
      citing.clear();
      norms.clear();
    } else {
      for (const slot of dirty) drop(slot);
      for (const slot of dirty) if (features.has(slot)) keep(slot);
    }
    dirty.clear();
  };
  const enter = (holder: number, held: number, similarity: number): void => {
    const list = lists.get(holder);
    if (list === undefined) return;
    list.set(held, similarity);
    const holders = citing.get(held) ?? new Set();
    citing.set(held, holders.add(holder));
  };
  /** Computes a list and keeps it, and keeps the lists of the others in step: two kept lists agree on each other. */
  const keep = (slot: number): Map<number, number> => {
    const related = query(slot);
    lists.set(slot, related);
    for (const [other, similarity] of related) {
      enter(slot, other, similarity);
      enter(other, slot, similarity);
    }
    return related;
  };
  return {
    add(slot, own) {
      features.set(slot, own);
      postings.add(slot, own);
      dirty.add(slot);
    },
    remove(slot) {
      const own = features.get(slot);
      if (own === undefined) return;
      features.delete(slot);
      postings.remove(slot, own);
      dirty.add(slot);
    },
    related(slot) {
      settle();
      return lists.get(slot) ?? keep(slot);
    },
    get visited() {
      return visited;
    },
  };
}

function loudness(occurrences: number): number {
  return 1 + Math.log2(occurrences);
}

import type { Dictionary } from './dictionary';
import type { IndexFeatures } from './features';
import type { PostingChanges } from './postings';
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
export const RELATED = 0.1;
/** More changed articles than this, and everything is computed anew when asked for. */
const MANY = 256;
const NO_CHANGES: PostingChanges = { terms: new Map(), resized: false };

/**
 * Which articles are on one subject; exact at any time but behind {@link Relatedness.replaceForNow}, computed when asked and kept until a
 * count it rests on changes.
 */
export interface Relatedness {
  add(slot: number, features: IndexFeatures): void;
  remove(slot: number): void;
  /** The same as removing one and adding the other, at the cost of the terms that only one of them has. */
  replace(old: number, slot: number, features: IndexFeatures): void;
  /**
   * The same, but what it changes in how much terms weigh is left until {@link settle} or any other change: a word more in one article
   * can touch the lists of a hundred others.
   */
  replaceForNow(old: number, slot: number, features: IndexFeatures): void;
  /** Lets terms weigh what they do by the articles there are now; true where anything was left. */
  settle(): boolean;
  /** Slots of the similar articles with their similarity (cosine of weighted terms). */
  related(slot: number): ReadonlyMap<number, number>;
  /** Makes in small steps what the next questions would otherwise have to wait for. */
  prepare(): Generator<undefined, void>;
  /** How many postings have been visited: what tests of growth count. */
  readonly visited: number;
}

export function createRelatedness(dictionary: Dictionary): Relatedness {
  return new RelatedArticles(dictionary);
}

/** Articles have a slot outside and a row inside, which is used again when its article goes. */
class RelatedArticles implements Relatedness {
  visited = 0;
  private readonly postings = createPostings();
  private readonly rows = new Map<number, number>();
  private readonly slots: number[] = [];
  private readonly features: (IndexFeatures | undefined)[] = [];
  private readonly freeRows: number[] = [];
  private readonly norms: number[] = [];
  private readonly lists = new Map<number, Map<number, number>>();
  /** Slot → whose lists hold it. */
  private readonly citing = new Map<number, Set<number>>();
  private dirty = new Set<number>();
  /** Whether terms still weigh what they did before the last changes. */
  private held = false;
  /**
   * Articles that have no list since their terms weigh differently now, by the turn in which they lost it, ascending; other lists may lack
   * them too.
   */
  private readonly stale = new Map<number, number>();
  /** How often articles became stale, and how often they had when a list was last looked through for them. */
  private turn = 0;
  private readonly seen = new Map<number, number>();
  /** Weights of terms as long as nothing changes; −1 where not yet known. */
  private weights = new Float64Array(0);
  /** By row, for one query; zero between queries. */
  private sums = new Float64Array(0);

  constructor(private readonly dictionary: Dictionary) {}

  add(slot: number, own: IndexFeatures): void {
    const row = this.freeRows.pop() ?? this.slots.length;
    this.rows.set(slot, row);
    this.slots[row] = slot;
    this.features[row] = own;
    this.norms[row] = 0;
    this.postings.add(row, own);
    this.dirty.add(slot);
    this.held = false;
  }

  replace(old: number, slot: number, own: IndexFeatures): void {
    this.exchange(old, slot, own);
    this.held = false;
  }

  replaceForNow(old: number, slot: number, own: IndexFeatures): void {
    // What was left by others is not left for longer.
    if (!this.held) this.bringUpToDate();
    this.exchange(old, slot, own);
    this.held = true;
  }

  settle(): boolean {
    const was = this.held;
    this.held = false;
    return was;
  }

  private exchange(old: number, slot: number, own: IndexFeatures): void {
    const row = this.rows.get(old);
    const before = row === undefined ? undefined : this.features[row];
    if (row === undefined || before === undefined) return;
    this.postings.replace(row, before, own);
    this.rows.delete(old);
    this.rows.set(slot, row);
    this.slots[row] = slot;
    this.features[row] = own;
    this.norms[row] = 0;
    this.dirty.add(old);
    this.dirty.add(slot);
  }

  remove(slot: number): void {
    const row = this.rows.get(slot);
    const own = row === undefined ? undefined : this.features[row];
    if (row === undefined || own === undefined) return;
    this.postings.remove(row, own);
    this.rows.delete(slot);
    this.features[row] = undefined;
    this.freeRows.push(row);
    this.dirty.add(slot);
    this.held = false;
  }

  related(slot: number): ReadonlyMap<number, number> {
    this.bringUpToDate();
    const list = this.lists.get(slot);
    if (list === undefined) return this.keep(slot);
    if (this.seen.get(slot) !== this.turn) this.addStale(slot);
    return list;
  }

  *prepare(): Generator<undefined, void> {
    this.bringUpToDate();
    for (const slot of [...this.stale.keys()]) {
      if (this.stale.has(slot)) this.keep(slot);
      yield;
    }
  }

  /** Adds those to a kept list that have none themselves: one by one, since that costs a fraction of making theirs. */
  private addStale(slot: number): void {
    const seen = this.seen.get(slot) ?? 0;
    for (const [other, turn] of this.stale) {
      if (turn <= seen) continue;
      const similarity = this.similarity(slot, other);
      if (similarity >= RELATED) this.enter(slot, other, similarity);
    }
    this.seen.set(slot, this.turn);
  }

  /** The same as in the list of either. */
  private similarity(slot: number, other: number): number {
    const [row, otherRow] = [this.rows.get(slot), this.rows.get(other)];
    const [own, others] = [this.features[row ?? -1], this.features[otherRow ?? -1]];
    if (row === undefined || otherRow === undefined || own === undefined || others === undefined) return 0;
    let sum = 0;
    for (let i = 0, j = 0; i < own.terms.length && j < others.terms.length; this.visited++) {
      const [term, otherTerm] = [own.terms[i] ?? 0, others.terms[j] ?? 0];
      if (term === otherTerm) {
        const w = this.weight(term);
        sum += w * w * (loudness(own.counts[i] ?? 1) * loudness(others.counts[j] ?? 1));
      }
      if (term <= otherTerm) i++;
      if (otherTerm <= term) j++;
    }
    return sum / (this.norm(row) * this.norm(otherRow));
  }

  private weight(term: number): number {
    const known = this.weights[term];
    if (known !== undefined && known >= 0) return known;
    const prior = PRIOR_ARTICLES * 2 ** -this.dictionary.bits(term);
    const count = this.postings.coarseCount(term);
    const bits = -Math.log2((count + prior) / (coarse(this.postings.size) + PRIOR_ARTICLES));
    const weight = count > MOST_HOLDERS || bits < LEAST_BITS ? 0 : bits ** RARITY;
    if (term < this.weights.length) this.weights[term] = weight;
    return weight;
  }

  private norm(row: number): number {
    const known = this.norms[row] ?? 0;
    if (known > 0) return known;
    const own = this.features[row];
    let sum = 0;
    own?.terms.forEach((term, i) => (sum += (this.weight(term) * loudness(own.counts[i] ?? 1)) ** 2));
    return (this.norms[row] = Math.sqrt(sum) || 1);
  }

  private query(slot: number): Map<number, number> {
    const related = new Map<number, number>();
    const row = this.rows.get(slot);
    const own = row === undefined ? undefined : this.features[row];
    if (row === undefined || own === undefined) return related;
    if (this.sums.length < this.slots.length) this.sums = new Float64Array(2 * this.slots.length);
    const { sums } = this;
    const reached: number[] = [];
    let weight = 0;
    let mine = 0;
    const visit = (other: number, count: number): void => {
      const sum = sums[other] ?? 0;
      if (sum === 0) reached.push(other);
      sums[other] = sum + weight * (mine * loudness(count));
    };
    own.terms.forEach((term, i) => {
      const w = this.weight(term);
      if (w === 0) return;
      weight = w * w;
      mine = loudness(own.counts[i] ?? 1);
      this.visited += this.postings.count(term);
      this.postings.each(term, visit);
    });
    for (const other of reached) {
      const similarity = (sums[other] ?? 0) / (this.norm(row) * this.norm(other));
      sums[other] = 0;
      if (similarity >= RELATED && other !== row) related.set(this.slots[other] ?? -1, similarity);
    }
    return related;
  }

  private drop(slot: number): void {
    for (const other of this.citing.get(slot) ?? []) this.lists.get(other)?.delete(slot);
    this.citing.delete(slot);
    this.lists.delete(slot);
    this.stale.delete(slot);
    this.seen.delete(slot);
    const row = this.rows.get(slot);
    if (row !== undefined) this.norms[row] = 0;
  }

  /** Brings the kept lists up to date with what was added, removed, or weighs differently now. */
  private bringUpToDate(): void {
    const isLater = this.held && this.postings.isTold;
    const changes = isLater ? NO_CHANGES : this.postings.takeChanges();
    this.forgetWeights(changes);
    for (const [term, before] of changes.terms) {
      // A term that too many articles have weighs nothing, and nothing follows from its becoming still commoner.
      if (Math.min(before, coarse(this.postings.count(term))) > MOST_HOLDERS) continue;
      this.postings.each(term, (row) => this.dirty.add(this.slots[row] ?? -1));
    }
    if (this.dirty.size === 0 && !changes.resized) return;
    const { dirty } = this;
    this.dirty = new Set();
    this.turn++;
    if (changes.resized || dirty.size + this.stale.size > MANY) {
      this.lists.clear();
      this.citing.clear();
      this.norms.fill(0);
      this.stale.clear();
      this.seen.clear();
    } else
      for (const slot of dirty) {
        this.drop(slot);
        if (this.rows.has(slot)) this.stale.set(slot, this.turn);
      }
  }

  private forgetWeights({ terms, resized }: PostingChanges): void {
    const { length } = this.weights;
    if (resized || length < this.dictionary.size) {
      if (length < this.dictionary.size) this.weights = new Float64Array(2 * this.dictionary.size);
      this.weights.fill(-1);
    } else for (const term of terms.keys()) this.weights[term] = -1;
  }

  private enter(holder: number, held: number, similarity: number): void {
    const list = this.lists.get(holder);
    if (list === undefined) return;
    list.set(held, similarity);
    const holders = this.citing.get(held) ?? new Set();
    this.citing.set(held, holders.add(holder));
  }

  /** Computes a list and keeps it, and keeps the lists of the others in step: two kept lists agree on each other. */
  private keep(slot: number): Map<number, number> {
    const related = this.query(slot);
    this.lists.set(slot, related);
    this.stale.delete(slot);
    this.seen.set(slot, this.turn);
    for (const [other, similarity] of related) {
      this.enter(slot, other, similarity);
      this.enter(other, slot, similarity);
    }
    return related;
  }
}

/** 1 for one occurrence, one more for each doubling. */
const LOUDNESS = Float64Array.from({ length: 0x100 }, (_, n) => (n === 0 ? 1 : 1 + Math.log2(n)));

function loudness(occurrences: number): number {
  return LOUDNESS[Math.min(occurrences, 0xff)] ?? 1;
}

import type { Similarities } from './average-link';
import type { Dictionary } from './dictionary';

/** What an article is compared by: its terms with how often they count, and its day. */
export interface TermBag {
  /** Each once. */
  readonly terms: Uint32Array;
  readonly counts: ArrayLike<number>;
  /** ISO date of publication, where known. */
  readonly date: string | undefined;
}

/** Datelines further apart than this many days speak against one event. */
const FAR_DAYS = 21;
const FAR_FACTOR = 0.6;
/** A word that an article repeats tells more, but only so much. */
const LOUDEST = 2;
/**
 * Weights are whole numbers of this part of a bit, so that sums of their products are exact: they are the same in whatever order they are
 * made, and whatever was taken out of them again. A sum stays far below 2^53.
 */
const PART = 2 ** -12;

/**
 * Cosine similarities of a set of bags with terms weighted by their rarity in news and inside the set. Bags can be exchanged: what comes
 * out is the same as if the set had been made with the new ones.
 */
export class TermSimilarities {
  /** The summed products of each two bags, row by row; only those of a bag with itself and with later ones are kept. */
  private readonly sums: Float64Array;
  private readonly bags: TermBag[];

  constructor(
    bags: readonly TermBag[],
    private readonly dictionary: Dictionary,
  ) {
    this.bags = [...bags];
    this.sums = new Float64Array(bags.length ** 2);
    const { terms, starts, members, loudness } = invert(bags, dictionary);
    for (let at = 0; at < terms.length; at++) {
      this.add(1, terms[at] ?? 0, { members, loudness, from: starts[at] ?? 0, to: starts[at + 1] ?? 0 });
    }
  }

  /** Puts another bag into the place of one. Costs what the terms cost that only one of them has, or has louder. */
  exchange(place: number, bag: TermBag): void {
    const before = this.bags[place];
    if (before === undefined) return;
    const changed = changedTerms(before, bag);
    for (const term of changed) this.addHolders(-1, term);
    this.bags[place] = bag;
    for (const term of changed) this.addHolders(1, term);
  }

  /** Each bag's similarities with all, itself included. */
  rows(): Similarities {
    const n = this.bags.length;
    const rows = this.bags.map((_, a) => this.sums.slice(a * n, (a + 1) * n));
    const days = this.bags.map(({ date }) => (date === undefined ? NaN : Date.parse(date) / DAY));
    const norms = rows.map((row, a) => row[a] ?? 0);
    rows.forEach((row, a) => {
      for (let b = a; b < n; b++) {
        const norm = Math.sqrt((norms[a] ?? 0) * (norms[b] ?? 0));
        const far = Math.abs((days[a] ?? NaN) - (days[b] ?? NaN)) > FAR_DAYS;
        const similarity = norm === 0 ? 0 : ((row[b] ?? 0) / norm) * (far ? FAR_FACTOR : 1);
        row[b] = similarity;
        const mirror = rows[b];
        if (mirror !== undefined) mirror[a] = similarity;
      }
    });
    return rows;
  }

  /** Adds a term's products to the sums, or takes them out, by the bags that have it now. */
  private addHolders(sign: 1 | -1, term: number): void {
    const members: number[] = [];
    const loudness: number[] = [];
    this.bags.forEach(({ terms, counts }, member) => {
      const at = terms.indexOf(term);
      if (at < 0) return;
      members.push(member);
      loudness.push(loudnessOf(counts[at]));
    });
    this.add(sign, term, { members, loudness, from: 0, to: members.length });
  }

  private add(sign: 1 | -1, term: number, { members, loudness, from, to }: Holders): void {
    const { sums } = this;
    const n = this.bags.length;
    const count = to - from;
    if (count < 2) return;
    const rarity = Math.log2((n + 1) / (count + 0.5)) * this.dictionary.bits(term);
    if (weights.length < count) weights = new Float64Array(2 * count);
    for (let i = 0; i < count; i++) weights[i] = Math.round((rarity * (loudness[from + i] ?? 1)) / PART);
    for (let i = 0; i < count; i++) {
      const row = (members[from + i] ?? 0) * n;
      const weight = sign * (weights[i] ?? 0);
      for (let j = i; j < count; j++) {
        const cell = row + (members[from + j] ?? 0);
        sums[cell] = (sums[cell] ?? 0) + weight * (weights[j] ?? 0);
      }
    }
  }
}

const DAY = 86_400_000;

/** The bags that have a term, ascending, and how loud it is in each: a stretch of two lists. */
interface Holders {
  readonly members: ArrayLike<number>;
  readonly loudness: ArrayLike<number>;
  readonly from: number;
  readonly to: number;
}

/** Room for the weights of one term in the bags that have it. */
let weights = new Float64Array(128);

function loudnessOf(count: number | undefined): number {
  return Math.min(LOUDEST, Math.sqrt(count ?? 1));
}

/** The terms that only one of two bags has, or has louder than the other. */
function changedTerms(a: TermBag, b: TermBag): number[] {
  const loud = new Map<number, number>();
  a.terms.forEach((term, i) => loud.set(term, loudnessOf(a.counts[i])));
  const changed: number[] = [];
  b.terms.forEach((term, i) => {
    if (loud.get(term) !== loudnessOf(b.counts[i])) changed.push(term);
    loud.delete(term);
  });
  return [...changed, ...loud.keys()];
}

/** Which bags have each term, ascending, and how loud it is there: those of `terms[n]` stand from `starts[n]` to `starts[n + 1]`. */
interface Inverted {
  readonly terms: readonly number[];
  readonly starts: Int32Array;
  readonly members: Int32Array;
  readonly loudness: Float64Array;
}

/** By term, its place in the list at hand; 0 between two calls. */
let placeOf = new Int32Array(0);

function invert(bags: readonly TermBag[], dictionary: Dictionary): Inverted {
  if (placeOf.length < dictionary.size) placeOf = new Int32Array(2 * dictionary.size);
  const terms: number[] = [];
  const holders: number[] = [];
  for (const { terms: own } of bags) {
    for (const term of own) {
      let place = (placeOf[term] ?? 0) - 1;
      if (place < 0) {
        place = terms.length;
        placeOf[term] = place + 1;
        terms.push(term);
        holders.push(0);
      }
      holders[place] = (holders[place] ?? 0) + 1;
    }
  }
  const starts = new Int32Array(terms.length + 1);
  holders.forEach((count, i) => (starts[i + 1] = (starts[i] ?? 0) + count));
  const next = starts.slice();
  const members = new Int32Array(starts[terms.length] ?? 0);
  const loudness = new Float64Array(members.length);
  bags.forEach(({ terms: own, counts }, member) => {
    for (let i = 0; i < own.length; i++) {
      const place = (placeOf[own[i] ?? 0] ?? 0) - 1;
      const at = next[place] ?? 0;
      members[at] = member;
      loudness[at] = loudnessOf(counts[i]);
      next[place] = at + 1;
    }
  });
  for (const term of terms) placeOf[term] = 0;
  return { terms, starts, members, loudness };
}

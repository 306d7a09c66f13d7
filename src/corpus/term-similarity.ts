import type { Similarities } from './average-link';
import type { Dictionary } from './dictionary';

/** What an article is compared by: its terms with how often they count, and its day. */
export interface TermBag {
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
 * Cosine similarities with terms weighted by their rarity in news and inside the set. Sums are made in the order in which terms
 * first come.
 */
export function similarities(bags: readonly TermBag[], dictionary: Dictionary): Similarities {
  const n = bags.length;
  const { terms, starts, members, loudness } = invert(bags, dictionary);
  const sums = new Float64Array(n * n);
  const weights = new Float64Array(n);
  for (let at = 0; at < terms.length; at++) {
    const from = starts[at] ?? 0;
    const count = (starts[at + 1] ?? 0) - from;
    if (count < 2) continue;
    const rarity = Math.log2((n + 1) / (count + 0.5)) * dictionary.bits(terms[at] ?? 0);
    for (let i = 0; i < count; i++) weights[i] = rarity * (loudness[from + i] ?? 1);
    for (let i = 0; i < count; i++) {
      const row = (members[from + i] ?? 0) * n;
      const weight = weights[i] ?? 0;
      for (let j = i; j < count; j++) {
        const cell = row + (members[from + j] ?? 0);
        sums[cell] = (sums[cell] ?? 0) + weight * (weights[j] ?? 0);
      }
    }
  }
  const dots = bags.map((_, a) => sums.subarray(a * n, (a + 1) * n));
  const days = bags.map(({ date }) => (date === undefined ? NaN : Date.parse(date) / DAY));
  const norms = dots.map((row, a) => row[a] ?? 0);
  dots.forEach((row, a) => {
    for (let b = a; b < n; b++) {
      const norm = Math.sqrt((norms[a] ?? 0) * (norms[b] ?? 0));
      const far = Math.abs((days[a] ?? NaN) - (days[b] ?? NaN)) > FAR_DAYS;
      const similarity = norm === 0 ? 0 : ((row[b] ?? 0) / norm) * (far ? FAR_FACTOR : 1);
      row[b] = similarity;
      const mirror = dots[b];
      if (mirror !== undefined) mirror[a] = similarity;
    }
  });
  return dots;
}

const DAY = 86_400_000;

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
      loudness[at] = Math.min(LOUDEST, Math.sqrt(counts[i] ?? 1));
      next[place] = at + 1;
    }
  });
  for (const term of terms) placeOf[term] = 0;
  return { terms, starts, members, loudness };
}

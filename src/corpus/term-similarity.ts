import type { Similarities } from './average-link';
import type { Dictionary } from './dictionary';

/** What an article is compared by: its terms with how often they count, and its day. */
export interface TermBag {
  readonly terms: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
  /** ISO date of publication, where known. */
  readonly date: string | undefined;
}

/** Datelines further apart than this many days speak against one event. */
const FAR_DAYS = 21;
const FAR_FACTOR = 0.6;
/** A word that an article repeats tells more, but only so much. */
const LOUDEST = 2;

/** Cosine similarities with terms weighted by their rarity in news and inside the set. */
export function similarities(bags: readonly TermBag[], dictionary: Dictionary): Similarities {
  const holders = new Map<number, number[]>();
  const louder = new Map<number, number[]>();
  bags.forEach(({ terms, counts }, member) => {
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i] ?? -1;
      const loudness = Math.min(LOUDEST, Math.sqrt(counts[i] ?? 1));
      const list = holders.get(term);
      if (list === undefined) {
        holders.set(term, [member]);
        louder.set(term, [loudness]);
      } else {
        list.push(member);
        louder.get(term)?.push(loudness);
      }
    }
  });
  const n = bags.length;
  const dots = bags.map(() => new Float64Array(n));
  const norms = new Float64Array(n);
  for (const [term, list] of holders) {
    if (list.length < 2) continue;
    const rarity = Math.log2((n + 1) / (list.length + 0.5)) * dictionary.bits(term);
    const loudness = louder.get(term) ?? [];
    for (let i = 0; i < list.length; i++) {
      const a = list[i] ?? 0;
      const wa = rarity * (loudness[i] ?? 1);
      norms[a] = (norms[a] ?? 0) + wa * wa;
      const row = dots[a];
      if (row === undefined) continue;
      for (let j = 0; j < list.length; j++) {
        const b = list[j] ?? 0;
        row[b] = (row[b] ?? 0) + wa * rarity * (loudness[j] ?? 1);
      }
    }
  }
  dots.forEach((row, a) => {
    for (let b = 0; b < n; b++) {
      const norm = Math.sqrt((norms[a] ?? 0) * (norms[b] ?? 0));
      row[b] = norm === 0 ? 0 : ((row[b] ?? 0) / norm) * dateFactor(bags[a]?.date, bags[b]?.date);
    }
  });
  return dots;
}

function dateFactor(a: string | undefined, b: string | undefined): number {
  return a !== undefined && b !== undefined && daysApart(a, b) > FAR_DAYS ? FAR_FACTOR : 1;
}

/** Days between two ISO dates, without sign. */
function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

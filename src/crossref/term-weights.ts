import type { Dictionary } from '../corpus';
import type { ArticleProfile } from './article-profile';
import type { SentenceProfile } from './sentence-profile';

/** How much a term that two sentences of these two articles share says. */
export type TermWeight = (term: number) => number;

/**
 * Weighs terms for comparing the sentences of two articles: bits of surprise in news at large, less where the term is in many
 * of the two articles' own sentences ("quake" in reports of a quake).
 */
export function pairWeights(a: ArticleProfile, b: ArticleProfile, dictionary: Dictionary): TermWeight {
  const total = Math.log2(a.sentences.length + b.sentences.length + 2);
  const known = new Map<number, number>();
  return (term) => {
    let weight = known.get(term);
    if (weight === undefined) {
      const count = (a.sentenceCounts.get(term) ?? 0) + (b.sentenceCounts.get(term) ?? 0);
      weight =
        dictionary.bits(term) * Math.max(0.15, 1 - (0.8 * Math.log2(1 + Math.max(0, count - 2))) / total);
      known.set(term, weight);
    }
    return weight;
  };
}

/** The summed weight of a sentence's terms. */
export function sentenceWeight(s: SentenceProfile, weight: TermWeight): number {
  let sum = 0;
  for (const t of s.terms) sum += weight(t);
  return sum;
}

/** The summed weight of the terms two ascending lists share. */
export function sharedWeight(a: readonly number[], b: readonly number[], weight: TermWeight): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) {
      sum += weight(x);
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  return sum;
}

/** Similarity of two sentences from 0 to 1, between Dice's coefficient and containment of the shorter in the longer. */
export function similarity(shared: number, a: number, b: number): number {
  const size = 0.6 * Math.min(a, b) + 0.4 * Math.max(a, b);
  return size === 0 ? 0 : Math.min(1, shared / size);
}

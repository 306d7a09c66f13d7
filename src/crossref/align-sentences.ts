import type { ArticleProfile } from './article-profile';
import type { SentenceProfile } from './sentence-profile';
import type { PairTerms } from './pair-terms';

/** Two sentences of two articles that tell the same. */
export interface SentencePair {
  readonly a: SentenceProfile;
  readonly b: SentenceProfile;
  /** From 0 to 1. */
  readonly score: number;
}

const LEAST_SCORE = 0.25;
/** Shared weight, in bits, below which similarity is chance: some two or three telling words. */
const LEAST_SHARED = 16;
/** Sentences of common words are no chance where they have nearly all of them in common. */
const ALIKE = 0.55;
const LEAST_SHARED_ALIKE = 5;

/** From this similarity on, two sentences tell the same whatever their common words. */
export const SURE_SCORE = 0.45;

/** Pairs of sentences of two articles that are each other's best or nearly so. */
export function alignSentences(a: ArticleProfile, b: ArticleProfile, terms: PairTerms): SentencePair[] {
  const pairs: SentencePair[] = [];
  a.sentences.forEach((s, i) => {
    b.sentences.forEach((other, j) => {
      const shared = terms.shared(i, j);
      if (shared < LEAST_SHARED_ALIKE) return;
      const score = terms.likeness(i, j) * (s.past === other.past ? 1 : 0.9);
      if (score >= (shared < LEAST_SHARED ? ALIKE : LEAST_SCORE)) pairs.push({ a: s, b: other, score });
    });
  });
  return bestPairs(pairs);
}

/** A pair stays where it is the best for either side: one long sentence may be two short ones elsewhere. */
function bestPairs(pairs: readonly SentencePair[]): SentencePair[] {
  const best = new Map<SentenceProfile, number>();
  for (const p of pairs) for (const s of [p.a, p.b]) best.set(s, Math.max(best.get(s) ?? 0, p.score));
  return pairs.filter((p) => p.score >= (best.get(p.a) ?? 0) || p.score >= (best.get(p.b) ?? 0));
}

import type { ArticleProfile } from './article-profile';
import type { SentenceProfile } from './sentence-profile';
import type { TermWeight } from './term-weights';
import { sentenceWeight, similarity } from './term-weights';

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

/** From this similarity on, two sentences tell the same whatever their common words. */
export const SURE_SCORE = 0.45;

/** Pairs of sentences of two articles that are each other's best or nearly so. Near-linear in the shared terms. */
export function alignSentences(a: ArticleProfile, b: ArticleProfile, weight: TermWeight): SentencePair[] {
  const holders = sentencesByTerm(b);
  const weightsB = b.sentences.map((s) => sentenceWeight(s, weight));
  const pairs: SentencePair[] = [];
  for (const s of a.sentences) {
    const shared = new Float64Array(b.sentences.length);
    for (const term of s.terms) {
      const w = weight(term);
      for (const j of holders.get(term) ?? []) shared[j] = (shared[j] ?? 0) + w;
    }
    const own = sentenceWeight(s, weight);
    b.sentences.forEach((other, j) => {
      const sum = shared[j] ?? 0;
      if (sum < LEAST_SHARED) return;
      const score = similarity(sum, own, weightsB[j] ?? 0) * (s.past === other.past ? 1 : 0.9);
      if (score >= LEAST_SCORE) pairs.push({ a: s, b: other, score });
    });
  }
  return bestPairs(pairs);
}

/** A pair stays where it is the best for either side: one long sentence may be two short ones elsewhere. */
function bestPairs(pairs: readonly SentencePair[]): SentencePair[] {
  const best = new Map<SentenceProfile, number>();
  for (const p of pairs) for (const s of [p.a, p.b]) best.set(s, Math.max(best.get(s) ?? 0, p.score));
  return pairs.filter((p) => p.score >= (best.get(p.a) ?? 0) || p.score >= (best.get(p.b) ?? 0));
}

const byTerm = new WeakMap<ArticleProfile, ReadonlyMap<number, readonly number[]>>();

function sentencesByTerm(profile: ArticleProfile): ReadonlyMap<number, readonly number[]> {
  let index = byTerm.get(profile);
  if (index === undefined) {
    const built = new Map<number, number[]>();
    for (const s of profile.sentences) {
      for (const t of s.terms) {
        const list = built.get(t);
        if (list === undefined) built.set(t, [s.index]);
        else list.push(s.index);
      }
    }
    byTerm.set(profile, (index = built));
  }
  return index;
}

import type { ArticleProfile } from './article-profile';
import type { CommonWording } from './common-wording';
import type { SentenceProfile } from './sentence-profile';
import type { PairTerms } from './pair-terms';

/** Two sentences of two articles that tell the same. */
export interface SentencePair {
  readonly a: SentenceProfile;
  readonly b: SentenceProfile;
  /** From 0 to 1. */
  readonly score: number;
  /** The weight, in bits, of the terms that both have. */
  readonly shared: number;
}

const LEAST_SCORE = 0.25;
/** Shared weight, in bits, below which similarity is chance: some two or three telling words. */
const LEAST_SHARED = 16;
/** Sentences of common words are no chance where they have nearly all of them in common. */
const ALIKE = 0.55;
const LEAST_SHARED_ALIKE = 5;
/** Sentences with less in common may still tell the same in a clause that is word for word the same. */
const LEAST_CLAUSE_SHARED = 9;
const LEAST_CLAUSE_SCORE = 0.31;

/** From this similarity on, two sentences tell the same whatever their common words. */
const SURE_SCORE = 0.45;

/** Pairs of sentences of two articles that are each other's best or nearly so. */
export function alignSentences(a: ArticleProfile, b: ArticleProfile, terms: PairTerms): SentencePair[] {
  const pairs: SentencePair[] = [];
  a.sentences.forEach((s, i) => {
    b.sentences.forEach((other, j) => {
      const shared = terms.shared(i, j);
      if (shared < LEAST_SHARED_ALIKE) return;
      const score = terms.likeness(i, j) * (s.past === other.past ? 1 : 0.9);
      if (score >= leastScore(shared)) pairs.push({ a: s, b: other, score, shared });
    });
  });
  return bestPairs(pairs);
}

function leastScore(shared: number): number {
  if (shared >= LEAST_SHARED) return LEAST_SCORE;
  return shared < LEAST_CLAUSE_SHARED ? ALIKE : LEAST_CLAUSE_SCORE;
}

/** Whether the common words alone show that it is no chance. */
function isTelling({ score, shared }: SentencePair): boolean {
  return shared >= LEAST_SHARED || score >= ALIKE;
}

/** A pair stays where it is the best for either side: one long sentence may be two short ones elsewhere. */
function bestPairs(pairs: readonly SentencePair[]): SentencePair[] {
  const best = new Map<SentenceProfile, number>();
  const bestTelling = new Map<SentenceProfile, number>();
  for (const p of pairs)
    for (const scores of isTelling(p) ? [best, bestTelling] : [best])
      for (const s of [p.a, p.b]) scores.set(s, Math.max(scores.get(s) ?? 0, p.score));
  return pairs.filter((p) => {
    const scores = isTelling(p) ? bestTelling : best;
    return p.score >= (scores.get(p.a) ?? 0) || p.score >= (scores.get(p.b) ?? 0);
  });
}

/** Names and small words alone tell nothing. */
const LEAST_CONTENT = 3;
/** Sentences that are alike as wholes. */
const LIKE = { words: 5, content: LEAST_CONTENT, copied: 0 };
/** Sentences that differ as wholes tell the same in a clause of so many words, so many of them telling, of which this share is common. */
const CLAUSE = { words: 8, content: LEAST_CONTENT, copied: 0.72 };
/** Where more of the words are telling, fewer need be common. */
const FULL_CLAUSE = { words: 8, content: 5, copied: 0.6 };
/** A clause in sentences that have only common words in common. */
const LIGHT_CLAUSE = { words: 7, content: LEAST_CONTENT, copied: 0.85 };
/** A clause of names and few other words, in sentences that have rare words in common. */
const NAMED_CLAUSE = { words: 7, content: 2, copied: 0.85 };
const LEAST_NAMED_SHARED = 30;
/** Words that both give whole, most of them quoted: "We shall not leave". Dates are none. */
const REPEATED = { words: 4, content: 2, copied: 0.95 };
const REPEATED_SCORE = 0.8;
const LONG_REPEATED = { words: 8, content: 2, copied: 0.95 };
const LONG_REPEATED_SCORE = 0.5;

/**
 * How sure it is that two sentences tell the same in their common words.
 * @returns from 0 to 1, undefined where they tell it not
 */
export function scoreOf(pair: SentencePair, common: CommonWording): number | undefined {
  const { score, shared } = pair;
  const has = (least: typeof LIKE): boolean =>
    common.words >= least.words && common.content >= least.content && common.copied >= least.copied;
  const telling = isTelling(pair);
  if (telling && has(CLAUSE)) return Math.max(score, SURE_SCORE);
  const same =
    (telling ? (score >= SURE_SCORE && has(LIKE)) || has(FULL_CLAUSE) : has(LIGHT_CLAUSE)) ||
    (shared >= LEAST_NAMED_SHARED && score >= SURE_SCORE && has(NAMED_CLAUSE)) ||
    (score >= REPEATED_SCORE && has(REPEATED) && common.plain >= REPEATED.content) ||
    (score >= LONG_REPEATED_SCORE && has(LONG_REPEATED));
  return same ? score : undefined;
}

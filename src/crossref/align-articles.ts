import { SURE_SCORE, alignSentences } from './align-sentences';
import type { ArticleProfile } from './article-profile';
import type { CommonWording } from './common-wording';
import { commonWording } from './common-wording';
import type { SentenceProfile } from './sentence-profile';
import type { PairTerms } from './pair-terms';

/** Two sentences that tell the same, with their common words. */
export interface AlignedSentences {
  readonly a: SentenceProfile;
  readonly b: SentenceProfile;
  /** From 0 to 1. */
  readonly score: number;
  readonly common: CommonWording;
}

/** Aligned sentences of two articles. */
export interface AlignedArticles {
  readonly a: ArticleProfile;
  readonly b: ArticleProfile;
  readonly sentences: readonly AlignedSentences[];
}

/** Sentences with fewer common words are not shown as one statement; names and small words alone tell nothing. */
const LEAST_WORDS = 5;
const LEAST_CONTENT = 3;
/** Sentences that differ as wholes tell the same in a clause of this many words, of which this share is common. */
const CLAUSE_WORDS = 8;
const CLAUSE_COPIED = 0.72;

/** Finds the sentences that tell the same in two articles. Depends on nothing but the two versions. */
export function alignArticles(a: ArticleProfile, b: ArticleProfile, terms: PairTerms): AlignedArticles {
  const sentences = alignSentences(a, b, terms).flatMap((pair) => {
    const common = commonWording(a.article, pair.a, b.article, pair.b);
    if (common === undefined || common.words < LEAST_WORDS || common.content < LEAST_CONTENT) return [];
    const clause = common.words >= CLAUSE_WORDS && common.copied >= CLAUSE_COPIED;
    if (pair.score < SURE_SCORE && !clause) return [];
    return [{ a: pair.a, b: pair.b, score: Math.max(pair.score, clause ? SURE_SCORE : 0), common }];
  });
  return { a, b, sentences };
}

import type { Span } from '../text';
import type { SentencePair } from './align-sentences';
import { alignSentences, scoreOf } from './align-sentences';
import type { ArticleProfile } from './article-profile';
import type { CommonWording } from './common-wording';
import { commonWording } from './common-wording';
import type { SentenceProfile } from './sentence-profile';
import type { PairTerms } from './pair-terms';
import type { SameParts } from './same-parts';

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
  /** What was found out of the words of pairs of sentences, by {@link cellOf}. */
  readonly wordings: ReadonlyMap<number, CommonWording | undefined>;
}

/** Aligned sentences of earlier versions of two articles, with what the present ones have in common with those. */
export interface EarlierAlignment {
  readonly aligned: AlignedArticles;
  readonly a: SameParts;
  readonly b: SameParts;
}

/**
 * Finds the sentences that tell the same in two articles. Depends on nothing but the two versions.
 * @param earlier what was found of earlier ones: sentences with the same words are not aligned again
 */
export function alignArticles(
  a: ArticleProfile,
  b: ArticleProfile,
  terms: PairTerms,
  earlier?: EarlierAlignment,
): AlignedArticles {
  const wordings = new Map<number, CommonWording | undefined>();
  const sentences = alignSentences(a, b, terms).flatMap((pair) => {
    const known = earlier === undefined ? 'unknown' : wordingBefore(earlier, pair);
    const common = known === 'unknown' ? commonWording(a.article, pair.a, b.article, pair.b) : known;
    wordings.set(cellOf(b, pair.a.index, pair.b.index), common);
    const score = common === undefined ? undefined : scoreOf(pair, common);
    if (common === undefined || score === undefined) return [];
    return [{ a: pair.a, b: pair.b, score, common }];
  });
  return { a, b, sentences, wordings };
}

/** A number for two sentences of two articles, by their places. */
function cellOf(b: ArticleProfile, i: number, j: number): number {
  return i * b.sentences.length + j;
}

/** The common words of two sentences that had the same words before, where they stand now. */
function wordingBefore(
  { aligned, a, b }: EarlierAlignment,
  pair: SentencePair,
): CommonWording | undefined | 'unknown' {
  const [i, j] = [a.sentences[pair.a.index] ?? -1, b.sentences[pair.b.index] ?? -1];
  const [x, y] = [a.before.sentences[i], b.before.sentences[j]];
  const cell = cellOf(aligned.b, i, j);
  if (x === undefined || y === undefined || !aligned.wordings.has(cell)) return 'unknown';
  const common = aligned.wordings.get(cell);
  if (common === undefined) return undefined;
  const [byA, byB] = [pair.a.sentence.start - x.sentence.start, pair.b.sentence.start - y.sentence.start];
  if (byA === 0 && byB === 0) return common;
  return {
    ...common,
    a: moved(common.a, byA),
    b: moved(common.b, byB),
    extraA: common.extraA === null ? null : moved(common.extraA, byA),
    extraB: common.extraB === null ? null : moved(common.extraB, byB),
  };
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

import type { CorpusArticle } from '../corpus';
import type { Span } from '../text';
import { sentenceAt } from '../text';
import type { Corrections } from './corrections';
import { measureOf, minutesOf, zoneOffset } from './measure';
import type { KnownTerms, Mention } from './mention';
import { readMention } from './read-mentions';
import type { SentenceProfile } from './sentence-profile';
import { profileSentences } from './sentence-profile';

/** Everything that comparison needs of one version of an article, read once. */
export interface ArticleProfile {
  readonly article: CorpusArticle;
  readonly date: string | undefined;
  readonly sentences: readonly SentenceProfile[];
  readonly mentions: readonly Mention[];
  /** In how many sentences each term occurs. */
  readonly sentenceCounts: ReadonlyMap<number, number>;
  /** Minutes that local time is ahead of UTC, where the article gives one time in both. */
  readonly offset: number | undefined;
  /** The local time taken over from other articles of the story. */
  readonly storyOffset: number | undefined;
}

/**
 * Reads an article's profile.
 * @param storyOffset what other articles of the story tell of local time
 */
export function profileArticle(
  article: CorpusArticle,
  known: KnownTerms,
  corrections: Corrections,
  storyOffset: number | undefined,
): ArticleProfile {
  const dateline = corrections.datelines.get(article.path);
  const date = dateline?.date ?? article.date;
  const sentences = profileSentences(article, date?.slice(0, 4));
  const offset = dateline?.offset ?? localOffset(article);
  const ignored = corrections.ignored.filter((p) => p.path === article.path);
  const mentions: Mention[] = [];
  for (const quantity of article.analysis.quantities) {
    const sentence = sentences[sentenceAt(article.text, quantity.start)];
    if (sentence === undefined || ignored.some((p) => meets(p, quantity))) continue;
    const measure = measureOf(quantity, offset ?? storyOffset);
    if (measure === undefined && quantity.kind !== 'date') continue;
    mentions.push(readMention(article, quantity, sentence, measure, known));
  }
  const sentenceCounts = new Map<number, number>();
  for (const s of sentences) for (const t of s.terms) sentenceCounts.set(t, (sentenceCounts.get(t) ?? 0) + 1);
  return { article, date, sentences, mentions, sentenceCounts, offset, storyOffset };
}

function meets(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Minutes that local time is ahead of UTC, read from a time given in both: "11 a.m. (8 a.m. GMT)". */
export function localOffset(article: CorpusArticle): number | undefined {
  const { quantities } = article.analysis;
  for (const q of quantities) {
    const other = q.restates === undefined ? undefined : quantities[q.restates];
    if (q.kind !== 'time' || other?.kind !== 'time') continue;
    const [local, zoned] = zoneOffset(q.zone) === undefined ? [q, other] : [other, q];
    const zone = zoneOffset(zoned.zone);
    if (zone === undefined || zoneOffset(local.zone) !== undefined) continue;
    if (typeof local.value !== 'string' || typeof zoned.value !== 'string') continue;
    const ahead = minutesOf(local.value) - (minutesOf(zoned.value) - zone);
    return ((ahead + 2160) % 1440) - 720;
  }
  return undefined;
}

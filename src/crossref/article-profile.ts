import type { CorpusArticle } from '../corpus';
import type { Span } from '../text';
import { findAbsences } from './absence';
import { comparedQuantities } from './compared-parts';
import type { Corrections } from './corrections';
import { measureOf, minutesOf, zoneOffset } from './measure';
import { dimensionOf } from './mention';
import { isMark } from './marks';
import type { KnownTerms, Mention } from './mention';
import { isOfThePage } from './page-date';
import { readMention } from './read-mentions';
import { restatementsAmong } from './restates';
import { countKind } from './rivals';
import type { SentenceProfile } from './sentence-profile';
import { profileAt, profileSentences } from './sentence-profile';
import type { TermIndex } from './term-index';
import { indexTerms } from './term-index';
import { toldApart } from './told-apart';

/** Everything that comparison needs of one version of an article, read once. */
export interface ArticleProfile {
  readonly article: CorpusArticle;
  readonly date: string | undefined;
  readonly sentences: readonly SentenceProfile[];
  /** In the order of the text. */
  readonly mentions: readonly Mention[];
  /** For mentions that give one value in several units or zones, by their places: the places of all of them. */
  readonly restatements: ReadonlyMap<number, readonly number[]>;
  readonly index: TermIndex;
  /** The distinct values of each dimension, restatements aside; NaN for words that have none. */
  readonly dimensions: ReadonlyMap<string, ReadonlySet<number>>;
  /** Names of the opening sentences: the setting of the story. */
  readonly setting: ReadonlySet<number>;
  /** Minutes that local time is ahead of UTC, where the article gives one time in both. */
  readonly offset: number | undefined;
  /** The local time taken over from other articles of the story. */
  readonly storyOffset: number | undefined;
}

/** Sentences that set the scene. */
const OPENING = 3;

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
  const quantities = comparedQuantities(
    [...article.analysis.quantities, ...findAbsences(article)],
    (q) => profileAt(sentences, q.start) !== undefined && !ignored.some((p) => meets(p, q)),
  );
  for (const quantity of quantities) {
    const sentence = profileAt(sentences, quantity.start);
    if (sentence === undefined) continue;
    const measure = measureOf(quantity, offset ?? storyOffset);
    if (measure === undefined && quantity.kind !== 'date') continue;
    if (isOfThePage(article, sentence.sentence, quantity) || isMark(article, quantity)) continue;
    mentions.push(readMention(article, quantity, sentence, measure, known));
  }
  mentions.sort((a, b) => a.start - b.start || a.end - b.end);
  const dimensions = new Map<string, Set<number>>();
  for (const m of mentions) {
    if (m.quantity.restates !== undefined) continue;
    for (const key of [dimensionOf(m), countKind(m)]) {
      if (key === null) continue;
      const values = dimensions.get(key) ?? new Set<number>();
      dimensions.set(key, values.add(m.measure?.value ?? NaN));
    }
  }
  const index = indexTerms(sentences, mentions);
  const told = toldApart(mentions, index, sentences.length);
  const setting = new Set(sentences.slice(0, OPENING).flatMap((s) => s.names));
  const restatements = restatementsAmong(told);
  return {
    article,
    date,
    sentences,
    mentions: told,
    restatements,
    index,
    dimensions,
    setting,
    offset,
    storyOffset,
  };
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

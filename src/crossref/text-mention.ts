import type { CorpusArticle } from '../corpus';
import type { Span } from '../text';
import type { FactMention } from './model';
import type { SentenceProfile } from './sentence-profile';
import { speakerAt } from './speaker';

/** The mention of a fact of words, without a value. */
export function textMention(
  article: CorpusArticle,
  { start, end }: Span,
  { sentence }: SentenceProfile,
  group: string,
): FactMention {
  return {
    path: article.path,
    start,
    end,
    text: article.text.prose.slice(start, end),
    value: null,
    unit: null,
    speaker: speakerAt(article, start, end),
    group,
    context: { start: sentence.start, end: sentence.end },
  };
}

/** Orders mentions by article and by where they stand in it. */
export function byPlace(a: FactMention, b: FactMention): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : a.start - b.start;
}

import type { CorpusArticle } from '../corpus';
import type { Span } from '../text';
import type { SentenceProfile } from './sentence-profile';

const BREAK = /[,;:()–—]|\s-\s/u;

/** The stretch around a span up to the next marks that part clauses; a comma inside a number parts nothing. */
export function clauseAround(article: CorpusArticle, { sentence }: SentenceProfile, span: Span): Span {
  const { prose } = article.text;
  const before = prose.slice(sentence.start, span.start);
  const after = prose.slice(span.end, sentence.end);
  const start = lastBreak(before);
  const end = after.search(BREAK);
  return { start: sentence.start + start, end: end < 0 ? sentence.end : span.end + end };
}

function lastBreak(text: string): number {
  for (let i = text.length - 1; i >= 0; i--) {
    if (BREAK.test(text.charAt(i)) && !/^,\d/u.test(text.slice(i, i + 2))) return i + 1;
  }
  return 0;
}

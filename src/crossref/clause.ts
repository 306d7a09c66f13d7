import type { CorpusArticle } from '../corpus';
import type { Span } from '../text';
import type { SentenceProfile } from './sentence-profile';

const BREAK = /[,;:()–—]|\s-\s/u;
/** A clause ends this many code units from its number at the latest: lists without marks go on for ever. */
const LONGEST = 1000;

/** The stretch around a span up to the next marks that part clauses; a comma inside a number parts nothing. */
export function clauseAround(article: CorpusArticle, { sentence }: SentenceProfile, span: Span): Span {
  const { prose } = article.text;
  const first = Math.max(sentence.start, span.start - LONGEST);
  const last = Math.min(sentence.end, span.end + LONGEST);
  const before = prose.slice(first, span.start);
  const after = prose.slice(span.end, last);
  const start = lastBreak(before);
  const end = after.search(BREAK);
  return { start: first + start, end: end < 0 ? last : span.end + end };
}

function lastBreak(text: string): number {
  for (let i = text.length - 1; i >= 0; i--) {
    if (BREAK.test(text.charAt(i)) && !/^,\d/u.test(text.slice(i, i + 2))) return i + 1;
  }
  return 0;
}

import type { CorpusArticle } from '../corpus';
import type { Span } from '../text';
import { clauseAround } from './clause';
import type { SentenceProfile } from './sentence-profile';

/** Which other time than the story's a mention speaks of: "in 2004", "last year"; null for the story's own. */
export interface MentionTime {
  readonly past: string | null;
  /** Whether the time is only that of the sentence before, or of another clause. */
  readonly loose: boolean;
}

/** "…, founded in 1911, …": since when something is there, which is no time of what the sentence tells. */
const ASIDE =
  /(?:^|[,(–—])\W{0,3}(?:(?:which|who) was )?(?:founded|opened|built|born|established|launched|appointed|elected|formed|created|introduced|acquired|bought)\b[^,;()–—]{0,40}/giu;

/**
 * The time of a mention: that of its sentence, unless the words for it stand in an aside or in a later clause. "Founded in
 * 1911, the bakery has 14 ovens" has them today.
 */
export function timeOf(article: CorpusArticle, sentence: SentenceProfile, span: Span): MentionTime {
  const { past, inheritedPast } = sentence;
  if (past === null || inheritedPast || past === 'in general') return { past, loose: inheritedPast };
  const year = article.date?.slice(0, 4);
  if (year !== undefined && /^\d{4}$/u.test(past) && past > year) return { past: null, loose: false };
  const { start, end } = sentence.sentence;
  const prose = article.text.prose.slice(start, end).toLowerCase();
  const plain = prose.replace(ASIDE, (aside) => ' '.repeat(aside.length));
  const at = plain.indexOf(past);
  if (at < 0) return { past, loose: true };
  const clause = clauseAround(article, sentence, span);
  return { past, loose: start + at >= clause.end };
}

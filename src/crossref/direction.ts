import type { Quantity } from '../analysis';
import type { CorpusArticle } from '../corpus';
import { clauseAround } from './clause';
import type { SentenceProfile } from './sentence-profile';

const UP =
  /\b(?:r[oi]se[ns]?|rising|gain(?:s|ed|ing)?|up(?!\s+to\b)|climb(?:s|ed|ing)?|gr[eo]w(?:s|n|ing)?|increas(?:e[ds]?|ing)|jump(?:s|ed)?|surged?|higher|put on|plus|growth|more(?!\s+than\b))\b/iu;
const DOWN =
  /\b(?:f[ae]ll(?:s|en|ing)?|slid(?:es?)?|dropp?(?:s|ed|ing)?|los(?:t|es|ing)|down|declin(?:e[ds]?|ing)|lower|minus|tumbled?|shed|cut|sank|less(?!\s+than\b)|decrease[ds]?|shrank)\b/iu;

/** Whether something rose or fell by a percentage, by the words of its clause; null where they say neither, or both. */
export function directionOf(
  article: CorpusArticle,
  sentence: SentenceProfile,
  quantity: Quantity,
): 'up' | 'down' | null {
  if (quantity.kind !== 'percent') return null;
  const clause = clauseAround(article, sentence, quantity);
  const words = article.text.prose.slice(clause.start, clause.end);
  const [up, down] = [UP.test(words), DOWN.test(words)];
  return up === down ? null : up ? 'up' : 'down';
}

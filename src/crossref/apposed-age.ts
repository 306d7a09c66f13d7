import type { Quantity } from '../analysis';
import type { CorpusArticle } from '../corpus';

const NAME_BEFORE = /\p{Lu}[\p{L}\p{M}'’-]+,\s*$/u;
const END_AFTER = /^\s*(?:[,.;)]|$)/u;
/** No one is older, and a span of fewer years after a name is rather a term of office. */
const OLDEST = 110;

/** "Ivo Brandel, 47 years, was heard": a number of years set off behind a name is an age, as it is without the unit. */
export function readAge(article: CorpusArticle, quantity: Quantity): Quantity {
  if (quantity.kind !== 'duration' || quantity.unit !== 'year' || quantity.modifier !== null) return quantity;
  if (typeof quantity.value !== 'number' || quantity.value > OLDEST) return quantity;
  const { prose } = article.text;
  const set =
    NAME_BEFORE.test(prose.slice(Math.max(0, quantity.start - 40), quantity.start)) &&
    END_AFTER.test(prose.slice(quantity.end, quantity.end + 3));
  return set ? { ...quantity, kind: 'age' } : quantity;
}

import type { CorpusArticle } from '../corpus';
import { once } from './once';

/** How much of an article's beginning and end may hold its credit line. */
const HEAD = 400;
const TAIL = 300;
/** "TARVIK, June 4 (Northwire) -": who sent the report. */
const DATELINE = /^[^\n(]{2,60}\((\p{Lu}[\p{L}.& ]{1,24})\)\s*[-–—]/mu;
const KNOWN =
  /\b(?:The )?(Associated Press|Agence[ -]France[ -]Presse|Press Association|RIA Novosti|Reuters|Xinhua|Interfax|Bloomberg|TASS|AFP|UPI|PTI|IANS|ANI|dpa|AP)\b/u;
const CREDIT = /(?:\(|©|\bby |\bsource:?|\bvia )\s*$/iu;

/** The news agency that an article says it is from; undefined where it names none. */
export const agencyOf = once((article: CorpusArticle): string | undefined => findAgency(article.text.prose));

function findAgency(prose: string): string | undefined {
  const head = prose.slice(0, HEAD);
  const dateline = DATELINE.exec(head)?.[1];
  if (dateline !== undefined) return dateline;
  return [head, prose.slice(-TAIL)].map(credited).find((name) => name !== undefined);
}

function credited(text: string): string | undefined {
  const found = KNOWN.exec(text);
  return found !== null && CREDIT.test(text.slice(0, found.index)) ? found[1] : undefined;
}

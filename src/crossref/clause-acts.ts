import type { CorpusArticle } from '../corpus';
import { TokenKind } from '../text';
import type { SentenceProfile } from './sentence-profile';
import { endsClause } from './sentence-profile';

/** How far, in tokens, and how many words are taken to be what happens to the thing counted. */
export interface Reach {
  readonly tokens: number;
  readonly words: number;
}

/** For counts: the verb stands beside the number or the thing. */
export const COUNT_REACH: Reach = { tokens: 7, words: 2 };
/** For what is no count: a time or a distance belongs to a whole clause. */
export const CLAUSE_REACH: Reach = { tokens: 12, words: 4 };

/** Words that say only that something was, not what. */
const EMPTY =
  /^(?:tak(?:e|es|en|ing)|took|place|occur(?:s|red|ring)?|happen(?:s|ed|ing)?|c[ao]me|local|time|approximately|roughly|nearly|exactly|early|late|earlier|later|least|total)$/iu;

/** Content words left of a token in its clause, nearest first. */
export function actsLeft(
  article: CorpusArticle,
  first: number,
  sentence: SentenceProfile,
  people: ReadonlySet<number>,
  reach: Reach,
): number[] {
  const found: number[] = [];
  const from = Math.max(sentence.sentence.firstToken, first - reach.tokens);
  for (let t = first - 1; t >= from && found.length < reach.words; t--) {
    if (isConjunction(article, t) || (endsClause(article, t) && !isRelative(article, t + 1))) break;
    const term = contentTerm(article, t);
    if (term < 0) continue;
    if (people.has(term) && found.length === 0) break;
    found.push(term);
  }
  return found;
}

/** Content words right of a token in its clause, nearest first; a restatement in parentheses is stepped over. */
export function actsRight(
  article: CorpusArticle,
  start: number,
  sentence: SentenceProfile,
  reach: Reach,
): number[] {
  const found: number[] = [];
  const to = Math.min(sentence.sentence.endToken, start + reach.tokens);
  for (let t = start; t < to && found.length < reach.words; t++) {
    if (mark(article, t) === '(' && found.length === 0) {
      while (t < to && mark(article, t) !== ')') t++;
      continue;
    }
    if (endsClause(article, t) || isConjunction(article, t)) break;
    const term = contentTerm(article, t);
    if (term >= 0) found.push(term);
  }
  return found;
}

function contentTerm(article: CorpusArticle, token: number): number {
  const { tokenTerms, tokenNames } = article.features;
  if (article.text.tokens.kind[token] !== TokenKind.Word || tokenNames[token] === 1) return -1;
  if (EMPTY.test(wordAt(article, token))) return -1;
  return tokenTerms[token] ?? -1;
}

/** Whether a clause goes on about what stands before its comma: "the crash, which …". */
function isRelative(article: CorpusArticle, token: number): boolean {
  return /^(?:which|who|that|when|where)$/iu.test(wordAt(article, token));
}

function mark(article: CorpusArticle, token: number): string {
  const { tokens, prose } = article.text;
  return tokens.kind[token] === TokenKind.Punctuation ? prose.charAt(tokens.start[token] ?? 0) : '';
}

/** "As" is one where a clause follows, not a role: "as an assistant coach". */
function isConjunction(article: CorpusArticle, token: number): boolean {
  const word = wordAt(article, token);
  if (/^as$/iu.test(word)) return !/^an?$/iu.test(wordAt(article, token + 1));
  return /^(?:and|or|but|while)$/iu.test(word);
}

/** The word of a token. */
export function wordAt(article: CorpusArticle, token: number): string {
  const { tokens, prose } = article.text;
  return prose.slice(tokens.start[token], tokens.end[token]);
}

import type { Quantity } from '../analysis';
import { readDateline } from '../analysis/quantity';
import { isMark, isOfThePage, leftOutOf } from '../crossref';
import type { Span } from '../text';
import { overlaps, sentenceAt } from '../text';
import type { Article } from './folder';

/**
 * The numbers of an article that are worth a row among what only it tells: those that were compared and that no fact has. An amount that the
 * article gives in two units is one number, and what nobody would look up is none: the days of the telling, "the first", "a year ago".
 * @param elsewhere the places of the article that are known elsewhere, or that nobody wants compared
 */
export function onlyHereIn(article: Article, elsewhere: readonly Span[]): Quantity[] {
  const { quantities } = article.analysis;
  const leftOut = leftOutOf(article);
  const own = ownDate(article);
  const known = new Set(
    quantities
      .filter((q) => elsewhere.some((span) => overlaps(span, q)))
      .flatMap((q) => (q.restates === undefined ? [q] : [q, quantities[q.restates]])),
  );
  return quantities.filter(
    (q) =>
      !known.has(q) &&
      q.restates === undefined &&
      leftOut.quantity(q) === null &&
      isLookedUp(article, q, own),
  );
}

/**
 * Whether anybody would look a number up in other articles.
 * @param own the article's own date, if it tells one
 */
export function isLookedUp(article: Article, quantity: Quantity, own: string | null): boolean {
  if (isMark(article, quantity) || isOfThePage(article, sentenceOf(article, quantity), quantity))
    return false;
  return tells(article, quantity, own);
}

/** An article's own date, if it tells one. */
export function ownDate({ text }: Article): string | null {
  return readDateline(text)?.date ?? null;
}

const BEFORE = 24;
const AFTER = 50;

/** Some of a sentence around one of its numbers, on one line, for those who see the number alone; what is left out is marked. */
export function wordsAround(article: Article, span: Span): string {
  const { prose } = article.text;
  const sentence = sentenceOf(article, span);
  const left = prose.slice(sentence.start, span.start);
  const right = prose.slice(span.end, sentence.end);
  const before = left.length <= BEFORE ? left : `…${left.slice(-BEFORE).replace(/^\S*\s/u, '')}`;
  const after = right.length <= AFTER ? right : `${right.slice(0, AFTER).replace(/\s\S*$/u, '')}…`;
  return `${before}${prose.slice(span.start, span.end)}${after}`.replace(/\s+/gu, ' ').trim();
}

function sentenceOf({ text }: Article, span: Span): Span {
  return text.sentences[sentenceAt(text, span.start)] ?? span;
}

/** "A year ago", "a day early": no figure that somebody counted. */
const INDEFINITE = /^an?\s/iu;
const FROM_NOW = /^\s+(?:ago|before|earlier|early|later|after|from now|on)\b/iu;
const FROM_NOW_LENGTH = 12;

/** Whether a number is one that a reader would look up. */
function tells({ text: { prose } }: Article, quantity: Quantity, own: string | null): boolean {
  const { kind, text, value, thing, fate, end } = quantity;
  switch (kind) {
    case 'date':
      return !isOfTheTelling(quantity) && value !== own;
    case 'ordinal':
      return thing !== null && value !== 1;
    case 'duration':
      return !(INDEFINITE.test(text) && FROM_NOW.test(prose.slice(end, end + FROM_NOW_LENGTH)));
    case 'count':
      return value !== 1 || /\d/u.test(text) || thing !== null || fate !== undefined;
    default:
      return true;
  }
}

/** "Tuesday", "yesterday", "last week": days that are told from the day of writing. A month is a date of its own: "in June". */
function isOfTheTelling({ wordless, value }: Quantity): boolean {
  return wordless === true && !/^(?:\d{4}|-)-\d\d$/u.test(String(value));
}

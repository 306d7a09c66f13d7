import type { Analysis, Quantity } from '../analysis';
import type { ArticleText, Span } from '../text';

/** What is looked at of an article. */
interface PagePart {
  readonly text: ArticleText;
  readonly analysis: Analysis;
}

/** Words that stand beside the date of a page and are no part of the story. */
const PAGE_WORDS =
  /\b(?:published|updated|posted|last|date|on|at|hrs?|by|edited|created|modified|ist|gmt|utc|[ecmp]s?t)\b/giu;
/** A line with no more letters than this beside its dates and page words is a dateline. */
const LEFT_OVER = 12;

/**
 * Whether a date or time only says when the page was made, and is no part of what it tells: a line of publication, a dateline.
 * @param sentence the sentence that the quantity stands in
 */
export function isOfThePage(article: PagePart, sentence: Span, quantity: Quantity): boolean {
  if (!['date', 'time', 'count'].includes(quantity.kind)) return false;
  const { prose } = article.text;
  const lineStart = Math.max(sentence.start, prose.lastIndexOf('\n', quantity.start) + 1);
  const newline = prose.indexOf('\n', quantity.end);
  const lineEnd = Math.min(sentence.end, newline < 0 ? prose.length : newline);
  if (isDateline(prose, quantity)) return true;
  const opening = prose.slice(0, quantity.start).trim();
  if (opening === '' || /^date$/iu.test(opening)) return /^\d{4}-\d\d-\d\d$/u.test(quantity.text);
  if (!/(?:19|20)\d\d|\b(?:published|updated|posted)\b/iu.test(prose.slice(lineStart, lineEnd))) return false;
  return leftOver(article, lineStart, lineEnd) <= LEFT_OVER;
}

/** Letters of a line beside its quantities and page words. */
function leftOver({ text, analysis }: PagePart, start: number, end: number): number {
  let rest = '';
  let from = start;
  for (const q of analysis.quantities) {
    if (q.start < start || q.end > end) continue;
    rest += text.prose.slice(from, q.start) + ' ';
    from = q.end;
  }
  rest += text.prose.slice(from, end);
  return rest.replace(PAGE_WORDS, '').match(/\p{L}/gu)?.length ?? 0;
}

/** Lines at the top of a page that may only say when it was made. */
const TOP_LINES = 4;

/** The first line of an article that says more than when its page was made, without a date before it; empty where there is no line. */
export function firstWords(article: PagePart): string {
  let first: string | undefined;
  let lines = 0;
  for (const { 0: line, index } of article.text.prose.matchAll(/\S[^\r\n]*/gu)) {
    first ??= line;
    if (!isOnlyDated(article, index, line)) return line.replace(DATE_BEFORE, '');
    if (++lines === TOP_LINES) break;
  }
  return first ?? '';
}

function isOnlyDated(article: PagePart, start: number, line: string): boolean {
  const end = start + line.length;
  const isDated = /\d/u.test(line) && article.analysis.quantities.some((q) => isDateIn(q, start, end));
  return isDated && leftOver(article, start, end) === 0;
}

function isDateIn({ kind, start, end }: Quantity, from: number, to: number): boolean {
  return kind === 'date' && start >= from && end <= to;
}

/** "date 2024-01-24 A ferry …": a date before the first words names no story. */
const DATE_BEFORE = /^(?:date:? )?\d{4}-\d\d-\d\d (?=\S)/iu;

const DATELINE_BEFORE = /^\W*\p{Lu}[\p{L}'’. -]{1,30}(?:,[^,.\n]{1,25}){0,2},\s*$/u;
const DATELINE_AFTER =
  /^(?:,\s*(?:\d{4}|\d{1,2}[:.]\d\d(?: [A-Z]{2,4})?))?[.,]?[^\S\n]{0,3}(?:\([^()\n]{2,40}\)[^\S\n]{0,3}[-–—:.]?|[-–—]{1,2}\s)/u;
const DATELINE_LENGTH = 80;

/** "TARVIK, June 4 (Northwire) -": the day of writing, which is not the day of anything told. */
function isDateline(prose: string, quantity: Quantity): boolean {
  if (quantity.kind === 'count') return false;
  const line = prose.slice(prose.lastIndexOf('\n', quantity.start - 1) + 1, quantity.start);
  if (line.length > DATELINE_LENGTH || !DATELINE_BEFORE.test(line)) return false;
  return DATELINE_AFTER.test(prose.slice(quantity.end, quantity.end + DATELINE_LENGTH));
}

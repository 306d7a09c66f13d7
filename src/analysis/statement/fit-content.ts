import type { ArticleText } from '../../text';
import { TokenKind } from '../../text';
import type { TokenRange } from './cue-window';
import { QuoteMark } from './quotation-states';
import type { WordColumns } from './word-columns';

/** No quotation is followed further than this, so that a mark that was never closed costs little. */
const LONGEST_QUOTATION = 800;

/**
 * Fits a content to the quotation marks around it: one that reaches into a quotation from its mark on, and ends where a sentence
 * in it does, takes in all of it. Commas and stops outside quotation marks are left out.
 * @param barred 1 for tokens that a content may not take in: cues and sources
 */
export function fitContent(
  text: ArticleText,
  columns: WordColumns,
  barred: Uint8Array,
  content: TokenRange,
): TokenRange {
  let { first, end } = content;
  while (first < end && isPause(text, first)) first++;
  if (columns.mark[first - 1] === QuoteMark.Open && barred[first - 1] === 0) first--;
  end = closingEnd(text, columns, barred, first, end);
  first = openingFirst(columns, barred, first, end);
  while (end > first && isPause(text, end - 1) && columns.quoted[end - 1] === 0) end--;
  return { first, end };
}

function closingEnd(
  text: ArticleText,
  columns: WordColumns,
  barred: Uint8Array,
  first: number,
  end: number,
): number {
  if (!opensInside(columns, first, end)) return end;
  if (columns.mark[end] === QuoteMark.Close) return end + 1;
  if (!endsSentence(columns, end) && !isStop(text, end)) return end;
  for (let t = end; t < Math.min(columns.count, end + LONGEST_QUOTATION) && barred[t] === 0; t++) {
    if (columns.mark[t] === QuoteMark.Close) return t + 1;
    if (columns.quoted[t] === 0) return end;
  }
  return end;
}

function openingFirst(columns: WordColumns, barred: Uint8Array, first: number, end: number): number {
  if (columns.mark[end - 1] !== QuoteMark.Close || columns.quoted[first - 1] !== 1) return first;
  if (columns.mark[first] === QuoteMark.Open || !endsSentence(columns, first)) return first;
  for (let t = first; t < end - 1; t++) if (columns.mark[t] !== QuoteMark.None) return first;
  for (let t = first - 1; t >= Math.max(0, first - LONGEST_QUOTATION) && barred[t] === 0; t--) {
    if (columns.mark[t] === QuoteMark.Open) return t;
    if (columns.quoted[t] === 0) return first;
  }
  return first;
}

/** Whether a sentence ends before token `t`. */
function endsSentence(columns: WordColumns, t: number): boolean {
  return columns.sentence[t - 1] !== columns.sentence[t];
}

function isStop(text: ArticleText, t: number): boolean {
  return isPause(text, t) && text.prose.charAt(text.tokens.start[t] ?? 0) === '.';
}

/** Whether a token is a comma, stop, semicolon or colon. */
export function isPause(text: ArticleText, t: number): boolean {
  return (
    text.tokens.kind[t] === TokenKind.Punctuation &&
    ',.;:'.includes(text.prose.charAt(text.tokens.start[t] ?? 0))
  );
}

/** Whether the last mark before `end` opens a quotation, inside the range. */
function opensInside(columns: WordColumns, first: number, end: number): boolean {
  for (let t = end - 1; t >= first; t--)
    if (columns.mark[t] !== QuoteMark.None) return columns.mark[t] === QuoteMark.Open;
  return false;
}

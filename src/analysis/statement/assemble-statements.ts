import type { ArticleText, Span } from '../../text';
import { TokenKind } from '../../text';
import type { Statement } from '../model';
import type { TokenRange } from './cue-window';
import { QuoteMark } from './quotation-states';
import { statementType } from './statement-type';
import type { TaggedStatement } from './statement-tagger';
import type { WordColumns } from './word-columns';

/** Makes statements of what the tagger found: spans trimmed and fitted to quotation marks, shared contents filled in. */
export function assembleStatements(
  text: ArticleText,
  columns: WordColumns,
  tagged: readonly TaggedStatement[],
): Statement[] {
  const fitted = tagged.map((s) => ({
    ...s,
    content: s.content.map((c) => fitContent(text, columns, c)).filter((c) => c.first < c.end),
  }));
  return fitted.flatMap((s, i) => {
    const content = s.content.length > 0 ? s.content : borrowedContent(columns, fitted, i);
    return content.length === 0 ? [] : [statement(text, columns, { ...s, content })];
  });
}

function statement(text: ArticleText, columns: WordColumns, tagged: TaggedStatement): Statement {
  const span = (range: TokenRange): Span => ({
    start: text.tokens.start[range.first] ?? 0,
    end: text.tokens.end[range.end - 1] ?? 0,
  });
  return {
    type: statementType(text, columns.quoted, tagged.cue, tagged.content),
    source: tagged.source && span(tagged.source),
    sourceId: null,
    cue: [span(tagged.cue)],
    content: tagged.content.map(span),
  };
}

/** Takes in the marks of a quotation that the content begins or ends beside, and leaves out commas and stops around it. */
function fitContent(text: ArticleText, columns: WordColumns, range: TokenRange): TokenRange {
  let { first, end } = range;
  while (first < end && isPause(text, first)) first++;
  if (columns.mark[first - 1] === QuoteMark.Open && columns.quoted[first] === 1) first--;
  if (columns.mark[end] === QuoteMark.Close && opensInside(columns, first, end)) end++;
  while (end > first && isPause(text, end - 1) && columns.quoted[end - 1] === 0) end--;
  return { first, end };
}

function isPause(text: ArticleText, t: number): boolean {
  return (
    text.tokens.kind[t] === TokenKind.Punctuation &&
    ',.;:'.includes(text.prose.charAt(text.tokens.start[t] ?? 0))
  );
}

/** Whether the last mark before `end` opens a quotation, inside the range. */
function opensInside(columns: WordColumns, first: number, end: number): boolean {
  for (let t = end - 1; t >= first; t--) {
    if (columns.mark[t] !== QuoteMark.None) return columns.mark[t] === QuoteMark.Open;
  }
  return false;
}

/** "RIA Novosti, citing the ministry, reported that …": the inner attribution has the content of the outer one. */
function borrowedContent(
  columns: WordColumns,
  all: readonly TaggedStatement[],
  index: number,
): readonly TokenRange[] {
  const own = all[index];
  if (own === undefined || own.source === null) return [];
  const neighbours = [all[index + 1], all[index - 1]];
  const sentence = columns.sentence[own.cue.first];
  return neighbours.find((s) => s !== undefined && columns.sentence[s.cue.first] === sentence)?.content ?? [];
}

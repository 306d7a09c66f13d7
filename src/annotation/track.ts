import type { Span } from '../text';

/** One change of a text: `[start, end)` of the text before is replaced. */
export interface TextEdit extends Span {
  readonly text: string;
}

/**
 * Where a span is after an edit. Text put in at either edge stays outside; a span whose words are all replaced becomes empty, at the
 * place where they were.
 */
export function moveSpan(span: Span, edit: TextEdit): Span {
  if (edit.start >= span.end) return span;
  const shift = edit.text.length - (edit.end - edit.start);
  if (edit.end <= span.start) return { start: span.start + shift, end: span.end + shift };
  if (edit.start <= span.start && edit.end >= span.end) {
    const same = edit.start === span.start && edit.end === span.end;
    return { start: edit.start, end: same ? edit.start + edit.text.length : edit.start };
  }
  const start = edit.start < span.start ? edit.start + edit.text.length : span.start;
  const end = edit.end > span.end ? edit.start : span.end + shift;
  return { start, end };
}

/** {@link moveSpan} over several edits, each given in the offsets of the text that the one before it left. */
export function moveSpanThrough(span: Span, edits: readonly TextEdit[]): Span {
  return edits.reduce(moveSpan, span);
}

import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from '../protocol';
import type { Span } from '../text';

/** Line starts of a text, to turn offsets into LSP positions. Line ends are `\n`, `\r\n` and `\r`, as in LSP. */
export interface Lines {
  rangeOf(span: Span): Range;
  offsetAt(position: Range['start']): number;
}

/** Reads the line starts of a text; linear once, then logarithmic a question. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  const positionAt = (offset: number): Range['start'] => {
    const at = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return { line: low, character: at - (starts[low] ?? 0) };
  };
  return {
    rangeOf: (span) => ({ start: positionAt(span.start), end: positionAt(span.end) }),
    offsetAt: ({ line, character }) => {
      const start = starts[line];
      if (start === undefined) return text.length;
      const end = starts[line + 1] ?? text.length;
      return Math.min(start + character, end);
    },
  };
}

/** The span of an LSP range in an open document. */
export function spanOf(document: TextDocument, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

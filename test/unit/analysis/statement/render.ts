import type { Statement } from '../../../../src/analysis';
import type { Span } from '../../../../src/text';

/** What stands between the text of a case and the next case. */
export const CASE_MARK = '---';

/** A line that underlines a statement: marks, two spaces or more, its number and type. */
const UNDERLINE = /^[sqc ]* {2}\d+ (?:direct|indirect|mixed|nonclaim)$/;

/** The text of a case, without the lines below it. */
export function textOf(lines: readonly string[]): string {
  return lines.filter((line) => !UNDERLINE.test(line)).join('\n');
}

/** The text with each statement underlined, line by line. */
export function underline(text: string, statements: readonly Statement[]): string {
  let start = 0;
  const out: string[] = [];
  for (const line of text.split('\n')) {
    const here = { start, end: start + line.length };
    out.push(line);
    statements.forEach((s, i) => {
      const marks = Array.from(' '.repeat(line.length));
      for (const span of s.content) draw(marks, here, span, 'c');
      if (s.source) draw(marks, here, s.source, 's');
      for (const span of s.cue) draw(marks, here, span, 'q');
      const drawn = marks.join('').trimEnd();
      if (drawn !== '') out.push(`${drawn}  ${i + 1} ${s.type}`);
    });
    start = here.end + 1;
  }
  return out.join('\n');
}

function draw(marks: string[], line: Span, span: Span, mark: string): void {
  for (let i = Math.max(span.start, line.start); i < Math.min(span.end, line.end); i++)
    marks[i - line.start] = mark;
}

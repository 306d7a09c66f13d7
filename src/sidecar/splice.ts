import type { Span } from '../text';
import type { MapNode, Node, Pair } from './tree';

/** A replacement in the file's text; splices of one edit never overlap. */
export interface Splice extends Span {
  readonly text: string;
}

/** Makes all splices at once; those at one place keep their order. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const ordered = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let done = 0;
  for (const splice of ordered) {
    result += text.slice(done, splice.start) + splice.text;
    done = Math.max(done, splice.end);
  }
  return result + text.slice(done);
}

/** The line end that a file uses. */
export function eolOf(text: string): string {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of `offset` ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline === -1) return text.length;
  return newline > offset && text[newline - 1] === '\r' ? newline - 1 : newline;
}

export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Where a node's last visible character is followed: block nodes reach past blank lines after them, we do not. */
export function contentEnd(text: string, node: Node, floor: number): number {
  if (node.kind === 'map' && !node.flow) {
    const last = node.pairs.at(-1);
    if (last !== undefined) return pairEnd(text, last);
  }
  if (node.kind === 'seq') {
    const last = node.items.at(-1);
    if (last !== undefined && text[node.start] !== '[') return contentEnd(text, last, node.start);
  }
  let end = node.end;
  while (end > floor && /\s/.test(text.charAt(end - 1))) end--;
  return Math.max(end, floor);
}

/** Where a pair's own text ends; at least after its colon. */
export function pairEnd(text: string, pair: Pair): number {
  return contentEnd(text, pair.value, colonEnd(text, pair));
}

/** Just after the colon of a pair, or after the key where there is none (`{key}`). */
export function colonEnd(text: string, pair: Pair): number {
  const colon = /^\s*:/.exec(text.slice(pair.end, pair.end + 80));
  return colon === null ? pair.end : pair.end + colon[0].length;
}

/** Where the lines of a block pair end: after its trailing comment, and after deeper comment lines that follow directly. */
export function blockEnd(text: string, pair: Pair): number {
  const column = columnOf(text, pair.start);
  let end = lineEnd(text, pairEnd(text, pair));
  for (;;) {
    const next = text.indexOf('\n', end) + 1;
    if (next === 0 || next > end + 2) return end;
    const comment = /^[ \t]*(?=#)/.exec(text.slice(next, next + 400));
    if (comment === null || comment[0].length <= column) return end;
    end = lineEnd(text, next);
  }
}

/** The start of a block pair's lines, with comment lines that stand directly above it. */
export function startWithComments(text: string, pair: Pair): number {
  let start = lineStart(text, pair.start);
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!/^[ \t]*#/.test(text.slice(above, start))) return start;
    start = above;
  }
  return start;
}

/** The lines of a block pair, with the blank lines that separate it from the next one, or from the one before if it is last. */
export function removalOf(text: string, pair: Pair, isLast: boolean): Span {
  let start = lineStart(text, pair.start);
  let end = afterBreak(text, blockEnd(text, pair));
  if (!isLast) while (isBlankLine(text, end)) end = afterBreak(text, lineEnd(text, end));
  else while (start > 0 && isBlankLine(text, lineStart(text, start - 1))) start = lineStart(text, start - 1);
  return { start, end };
}

function afterBreak(text: string, lineEndOffset: number): number {
  const newline = text.indexOf('\n', lineEndOffset);
  return newline === -1 ? text.length : newline + 1;
}

function isBlankLine(text: string, start: number): boolean {
  return start < text.length && text.slice(start, lineEnd(text, start)).trim() === '';
}

/** Whether the entries of a block map are set apart by blank lines; true where there is no telling. */
export function hasBlankLines(text: string, map: MapNode): boolean {
  const [first, second] = map.pairs;
  if (first === undefined || second === undefined) return true;
  return /\n[ \t]*\r?\n/.test(text.slice(pairEnd(text, first), second.start));
}

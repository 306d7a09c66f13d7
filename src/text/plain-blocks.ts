import type { Block, BlockKind } from './article-text';
import { CharClass, classOf, isDigit, isSpace } from './characters';
import type { Lines } from './plain-lines';
import { readLines } from './plain-lines';

/** Lines longer than this are paragraphs, not lines that someone wrapped. */
const WIDEST_WRAP = 120;

/** A line without a full stop up to this length is a headline, a by-line, a caption. */
const LONGEST_HEADING = 130;

/**
 * The blocks of a plain text.
 *
 * A blank line always parts blocks. A single line break is a wrap or parts paragraphs; articles come in both shapes:
 * - A file is taken to be hard-wrapped if most of its lines are full, that is, the next line's first word would not have fitted
 *   in the width of the file's longest line. There a break behind a full line is a wrap, behind a short one it parts blocks.
 * - In any other file each line is a block of its own.
 * - In both a line that ends without a full stop or closing mark goes on in the next one if that starts with a small letter.
 * A list mark at the start of a line always starts a block.
 */
export function plainBlocks(text: string): Block[] {
  const lines = readLines(text);
  const width = wrapWidth(text, lines);
  const blocks: Block[] = [];
  for (let i = 0; i < lines.count;) {
    let last = i;
    while (last + 1 < lines.count && goesOn(text, lines, last, width)) last++;
    const start = lines.start[i] ?? 0;
    const end = lines.end[last] ?? 0;
    blocks.push({ kind: blockKind(text, start, end), start, end });
    i = last + 1;
  }
  return blocks;
}

/** Whether the break behind line `i` is a wrap. */
function goesOn(text: string, lines: Lines, i: number, width: number): boolean {
  const next = lines.start[i + 1] ?? 0;
  if (lines.gap[i + 1] !== 1 || isListItem(text, next)) return false;
  if (width > 0 && isFull(text, lines, i, width)) return true;
  return !/[.!?:…"”’')\]]/.test(text.charAt((lines.end[i] ?? 1) - 1)) && startsSmall(text, lines, i + 1);
}

/** Whether line `i` goes on where the one before it stopped: a small letter, and not the "by" or "on" under a headline. */
function startsSmall(text: string, lines: Lines, i: number): boolean {
  const start = lines.start[i] ?? 0;
  if (classOf(text.charCodeAt(start)) !== CharClass.LowerLetter) return false;
  return !/^(by|on|at|from|via|updated|posted|published)\s/.test(text.slice(start, start + 12));
}

/** The width to which a file is hard-wrapped, or 0 where it is not. */
function wrapWidth(text: string, lines: Lines): number {
  let width = 0;
  let pairs = 0;
  for (let i = 0; i + 1 < lines.count; i++) {
    if (lines.gap[i + 1] !== 1) continue;
    pairs++;
    width = Math.max(width, lineLength(lines, i));
  }
  if (pairs < 2 || width > WIDEST_WRAP) return 0;
  let full = 0;
  let open = 0;
  for (let i = 0; i + 1 < lines.count; i++) {
    if (lines.gap[i + 1] !== 1 || !isFull(text, lines, i, width)) continue;
    full++;
    if (!/[.!?:…"”]/.test(text.charAt((lines.end[i] ?? 1) - 1))) open++;
  }
  return full >= pairs * 0.6 && open >= full * 0.5 ? width : 0;
}

function lineLength(lines: Lines, i: number): number {
  return (lines.end[i] ?? 0) - (lines.start[i] ?? 0);
}

/** Whether the next line's first word would have made line `i` longer than `width`; wrapping is allowed a little slack. */
function isFull(text: string, lines: Lines, i: number, width: number): boolean {
  const start = lines.start[i + 1] ?? 0;
  const end = Math.min(lines.end[i + 1] ?? 0, start + WIDEST_WRAP);
  let word = start;
  while (word < end && !isSpace(text.charCodeAt(word))) word++;
  return lineLength(lines, i) + 1 + word - start > width * 0.96;
}

/** Whether a list mark stands at `start`: a bullet, or a number of one or two digits with a dot or bracket, and a space. */
function isListItem(text: string, start: number): boolean {
  let i = start;
  if ('-*•‣▪◦●'.includes(text.charAt(i))) i++;
  else {
    while (i - start < 2 && isDigit(text.charCodeAt(i))) i++;
    if (i === start || !'.)'.includes(text.charAt(i))) return false;
    i++;
  }
  return text.charAt(i) === ' ' || text.charAt(i) === '\t';
}

function blockKind(text: string, start: number, end: number): BlockKind {
  if (isListItem(text, start)) return 'list-item';
  if (end - start > LONGEST_HEADING || /[.!?…:;,"”’')]/.test(text.charAt(end - 1))) return 'paragraph';
  return classOf(text.charCodeAt(start)) === CharClass.LowerLetter ? 'paragraph' : 'heading';
}

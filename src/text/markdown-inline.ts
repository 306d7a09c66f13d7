import { isAlphanumeric, isSpace } from './characters';
import { hideEscapes } from './markdown-escapes';
import type { ProseMask } from './prose-mask';

/** How far ahead the end of a code span is looked for, and how long an image's text may be. */
const LONGEST_CODE = 256;
const LONGEST_IMAGE_TEXT = 1024;

/**
 * Shows the prose of one line of Markdown, `[start, end)`, without a parser: hides code spans, HTML tags, link targets, images,
 * emphasis marks, escapes and character references. Linear.
 */
export function markInline(source: string, start: number, end: number, mask: ProseMask): void {
  mask.show(start, end);
  hideEscapes(source, start, end, mask);
  new InlineMarks(source, end, mask).hideFrom(start);
}

class InlineMarks {
  private readonly brackets: number[] = [];
  /** The next `)` and `>` at or behind the place last asked for. */
  private nextParenthesis = -1;
  private nextAngle = -1;

  constructor(
    private readonly source: string,
    private readonly end: number,
    private readonly mask: ProseMask,
  ) {}

  hideFrom(start: number): void {
    for (let i = start; i < this.end;) i = this.hideAt(i, start);
  }

  private hideAt(i: number, start: number): number {
    switch (this.source.charAt(i)) {
      case '\\':
        return i + 2;
      case '`':
        return this.hideCode(i);
      case '<':
        return this.hideTag(i);
      case '[':
        this.brackets.push(i);
        return i + 1;
      case ']':
        return this.hideLink(i, start);
      case '*':
      case '_':
      case '~':
        return this.hideEmphasis(i, start);
      default:
        return i + 1;
    }
  }

  private hideCode(i: number): number {
    let text = i;
    while (text < this.end && this.source.charAt(text) === '`') text++;
    const ticks = this.source.slice(i, text);
    const window = this.source.slice(text, Math.min(this.end, text + LONGEST_CODE));
    const close = ticks.length > LONGEST_CODE ? -1 : window.indexOf(ticks);
    const to = close < 0 ? text : text + close + ticks.length;
    this.mask.hide(i, to);
    return to;
  }

  private hideTag(i: number): number {
    if (!/[a-zA-Z/!?]/.test(this.source.charAt(i + 1))) return i + 1;
    if (this.nextAngle < i) this.nextAngle = this.find('>', i);
    if (this.nextAngle >= this.end) return i + 1;
    this.mask.hide(i, this.nextAngle + 1);
    return this.nextAngle + 1;
  }

  /** At a `]`: `[text](target)` keeps its text, `![text](target)` nothing, any other pair of brackets is prose. */
  private hideLink(i: number, start: number): number {
    const open = this.brackets.pop();
    if (open === undefined || this.source.charAt(i + 1) !== '(') return i + 1;
    if (this.nextParenthesis < i) this.nextParenthesis = this.find(')', i);
    if (this.nextParenthesis >= this.end) return i + 1;
    const isImage = open > start && this.source.charAt(open - 1) === '!' && i - open <= LONGEST_IMAGE_TEXT;
    if (isImage) this.mask.hide(open - 1, i);
    else this.mask.hide(open, open + 1);
    this.mask.hide(i, this.nextParenthesis + 1);
    return this.nextParenthesis + 1;
  }

  private hideEmphasis(i: number, start: number): number {
    const char = this.source.charAt(i);
    let to = i;
    while (to < this.end && this.source.charAt(to) === char) to++;
    const before = i === start ? 0x20 : this.source.charCodeAt(i - 1);
    const after = to === this.end ? 0x20 : this.source.charCodeAt(to);
    const alone = isSpace(before) && isSpace(after);
    const inWord = char === '_' && isAlphanumeric(before) && isAlphanumeric(after);
    if (!alone && !inWord && (char !== '~' || to - i === 2)) this.mask.hide(i, to);
    return to;
  }

  private find(char: string, from: number): number {
    const at = this.source.indexOf(char, from);
    return at < 0 ? this.source.length : at;
  }
}

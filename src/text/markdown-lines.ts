import type { Block, BlockKind } from './article-text';
import { markInline } from './markdown-inline';
import { readLines } from './plain-lines';
import type { Prose } from './prose-mask';
import { ProseMask, trimBlocks } from './prose-mask';

/**
 * The prose of a Markdown text read line by line, for texts that would take a full parser too long. Linear on any input. It
 * knows front matter, fences, headings, list, quotation and table marks, definitions, and inline marks inside one line; it does
 * not know indented code, inline marks over several lines, nor which references are defined.
 */
export function markdownLines(source: string): Prose {
  return new LineReader(source).read();
}

const FENCE = /^(?:`{3,}|~{3,})/;
const RULE = /^[-=*_|:+ \t]+$/;
const UNDERLINE = /^(?:=+|-+)[ \t]*$/;
const DEFINITION = /^\[[^\]\n]{1,999}\]:/;
const HEADING = /^#{1,6}(?=[ \t]|$)/;

class LineReader {
  private readonly mask: ProseMask;
  private readonly blocks: { kind: BlockKind; start: number; end: number }[] = [];
  /** Whether the next line may go on with the last block. */
  private open = false;
  /** The fence that is open, or ''. */
  private fence = '';

  constructor(private readonly source: string) {
    this.mask = new ProseMask(source);
  }

  read(): Prose {
    const lines = readLines(this.source);
    const from = this.frontMatterEnd();
    for (let i = 0; i < lines.count; i++) {
      const start = lines.start[i] ?? 0;
      if (start < from) continue;
      if (lines.gap[i] !== 1) this.open = false;
      this.readLine(start, lines.end[i] ?? 0);
    }
    const prose = this.mask.toString();
    return { prose, blocks: trimBlocks(prose, this.blocks satisfies Block[]) };
  }

  /** Where front matter ends: it starts the file with `---` or `+++` and ends with the same. 0 where there is none. */
  private frontMatterEnd(): number {
    const mark = this.source.slice(0, 3);
    if (mark !== '---' && mark !== '+++') return 0;
    if (!/^[ \t]*[\r\n]/.test(this.source.slice(3, 80))) return 0;
    const end = this.source.indexOf('\n' + mark, 3);
    return end < 0 ? 0 : end + 4;
  }

  private readLine(start: number, end: number): void {
    const { at, kind, starts } = readMarks(this.source, start, end);
    const rest = this.source.slice(at, end);
    if (this.isFence(rest)) return;
    if (RULE.test(rest) || DEFINITION.test(rest)) {
      this.closeBlock(rest);
      return;
    }
    const heading = HEADING.exec(rest);
    if (heading !== null) this.addLine(at + heading[0].length, end, 'heading', true);
    else if (rest.startsWith('|')) this.addRow(at, end);
    else this.addLine(at, end, kind, starts);
    if (heading !== null) this.open = false;
  }

  /** Whether a line belongs to fenced code, its fences included. */
  private isFence(rest: string): boolean {
    const fence = FENCE.exec(rest)?.[0] ?? '';
    if (this.fence === '') {
      this.fence = fence;
      if (fence !== '') this.open = false;
      return fence !== '';
    }
    if (fence.startsWith(this.fence) && rest.trim() === fence) this.fence = '';
    return true;
  }

  /** An underline makes a heading of the block it stands under; a rule or a definition only ends it. */
  private closeBlock(rest: string): void {
    const last = this.blocks.at(-1);
    if (this.open && last !== undefined && UNDERLINE.test(rest)) last.kind = 'heading';
    this.open = false;
  }

  private addLine(start: number, end: number, kind: BlockKind, starts: boolean): void {
    markInline(this.source, start, end, this.mask);
    const last = this.blocks.at(-1);
    if (this.open && !starts && last !== undefined) last.end = end;
    else this.blocks.push({ kind, start, end });
    this.open = true;
  }

  private addRow(start: number, end: number): void {
    this.open = false;
    let from = start + 1;
    for (let i = from; i <= end; i++) {
      if (i < end && this.source.charAt(i) !== '|') continue;
      if (i > from) {
        markInline(this.source, from, i, this.mask);
        this.blocks.push({ kind: 'table-cell', start: from, end: i });
      }
      from = i + 1;
    }
  }
}

/** Where the text of a line starts behind its list and quotation marks, what they make of it, and whether they start a block. */
function readMarks(
  source: string,
  start: number,
  end: number,
): { readonly at: number; readonly kind: BlockKind; readonly starts: boolean } {
  let kind: BlockKind = 'paragraph';
  let starts = false;
  let at = start;
  while (at < end) {
    const mark = /^(?:>|[-*+](?=[ \t])|[0-9]{1,9}[.)](?=[ \t]))[ \t]*/.exec(
      source.slice(at, Math.min(end, at + 80)),
    );
    if (mark === null) break;
    const isQuote = mark[0].startsWith('>');
    kind = isQuote ? 'quote' : 'list-item';
    starts ||= !isQuote;
    at += mark[0].length;
  }
  return { at, kind, starts };
}

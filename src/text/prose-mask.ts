import type { Block } from './article-text';
import { isLineBreak, isSpace } from './characters';

/** A file's prose mask and its blocks, in order and apart; every code unit of the mask that is not white space is in a block. */
export interface Prose {
  readonly prose: string;
  readonly blocks: readonly Block[];
}

/**
 * A mask in the making: which code units of a text are prose. All are hidden at first.
 */
export class ProseMask {
  private readonly shown: Uint8Array;

  constructor(private readonly source: string) {
    this.shown = new Uint8Array(source.length);
  }

  /** Makes `[start, end)` prose. */
  show(start: number, end: number): void {
    this.shown.fill(1, start, end);
  }

  /** Takes `[start, end)` out of the prose. */
  hide(start: number, end: number): void {
    this.shown.fill(0, start, end);
  }

  /** Whether the code unit at `offset` is prose so far. */
  isShown(offset: number): boolean {
    return this.shown[offset] === 1;
  }

  /** The text with every hidden code unit a space, but line breaks kept: as long as the source. */
  toString(): string {
    const parts: string[] = [];
    for (let i = 0; i < this.source.length;) {
      const shown = this.shown[i] === 1;
      let end = i + 1;
      while (end < this.source.length && (this.shown[end] === 1) === shown) end++;
      const part = this.source.slice(i, end);
      parts.push(shown ? part : blank(part));
      i = end;
    }
    return parts.join('');
  }
}

function blank(part: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (let i = 0; i <= part.length; i++) {
    if (i < part.length && !isLineBreak(part.charCodeAt(i))) continue;
    pieces.push(' '.repeat(i - from), part.slice(i, i + 1));
    from = i + 1;
  }
  return pieces.join('');
}

/** The blocks that hold prose, without the white space at their ends. */
export function trimBlocks(prose: string, spans: readonly Block[]): Block[] {
  const blocks: Block[] = [];
  for (const span of spans) {
    let { start, end } = span;
    while (start < end && isSpace(prose.charCodeAt(start))) start++;
    while (start < end && isSpace(prose.charCodeAt(end - 1))) end--;
    if (start < end) blocks.push({ kind: span.kind, start, end });
  }
  return blocks;
}

import type { Block, Quotation, Tokens } from './article-text';
import { TokenKind } from './article-text';
import { QuoteRole, QuoteSort, quoteSort } from './quote-sorts';

/** Quotations over more blocks than this without a mark are taken for a forgotten mark. */
const LONGEST_UNMARKED = 12;

/**
 * Pairs the quotation marks of an article, block by block, whichever style they are in. Linear.
 *
 * - Marks match marks of their sort (double, single, guillemets …). A closing mark ends what was opened inside and not closed.
 * - An opening mark while one of its sort is open nests only if two closing marks follow before the next opening one; otherwise
 *   the earlier one was never closed and ends here.
 * - A quotation that is still open at the end of its block goes on in the next block if that starts with an opening mark
 *   (quotations of several paragraphs), or if a block soon after it closes what it has not opened (files with one sentence a line).
 * - Marks with nothing but marks between them quote nothing.
 * @param roles what each mark does, as `resolveQuoteMarks` decided
 */
export function readQuotations(
  prose: string,
  blocks: readonly Block[],
  tokens: Tokens,
  roles: Uint8Array,
): Quotation[] {
  const reader = new QuotationReader(prose, blocks, tokens, roles);
  let t = 0;
  blocks.forEach((block, index) => {
    const marks: number[] = [];
    for (; t < tokens.count && (tokens.start[t] ?? 0) < block.end; t++)
      if (tokens.kind[t] === TokenKind.Quote) marks.push(t);
    if (marks.length > 0) reader.readBlock(index, marks);
  });
  return withoutEmpty(reader.quotations, tokens);
}

/** The quotations that hold more than quotation marks: a file of marks alone would else become a list of as many objects. */
function withoutEmpty(quotations: readonly Draft[], tokens: Tokens): Quotation[] {
  const isEmpty = emptyAmong(tokens);
  const places = new Int32Array(quotations.length).fill(-1);
  const kept: Draft[] = [];
  quotations.forEach((q, i) => {
    if (isEmpty(q)) return;
    places[i] = kept.length;
    kept.push(q);
  });
  if (kept.length < quotations.length) for (const q of kept) q.continues = places[q.continues] ?? -1;
  return kept;
}

/** Tells, for quotations in the order of their beginnings, whether nothing but marks stands in them. */
function emptyAmong({ count, kind, start }: Tokens): (q: Draft) => boolean {
  let next = 0;
  return (q) => {
    while (next < count && ((start[next] ?? 0) < q.start || kind[next] === TokenKind.Quote)) next++;
    return next >= count || (start[next] ?? 0) >= q.end;
  };
}

/** The sort that a mark may also match: curly and straight double marks are often mixed. 0 is no sort. */
function relative(sort: number): number {
  if (sort === QuoteSort.Double) return QuoteSort.Straight;
  return sort === QuoteSort.Straight ? QuoteSort.Double : 0;
}

function isSameOrRelative(a: number, b: number): boolean {
  return a === b || a === relative(b);
}

/** A quotation in the making. */
interface Draft {
  start: number;
  end: number;
  openToken: number;
  closeToken: number;
  depth: number;
  block: number;
  continues: number;
}

class QuotationReader {
  readonly quotations: Draft[] = [];
  /** The index of the outermost quotation that was still open at the end of the last block with marks, or -1. */
  private pending = -1;
  private stack: Draft[] = [];
  private readonly openOfSort = new Uint32Array(8);

  constructor(
    private readonly prose: string,
    private readonly blocks: readonly Block[],
    private readonly tokens: Tokens,
    private readonly roles: Uint8Array,
  ) {}

  readBlock(block: number, marks: readonly number[]): void {
    const first = this.quotations.length;
    const closers = this.closersAhead(marks);
    marks.forEach((t, m) => {
      if (this.roles[t] === QuoteRole.Opens) this.open(t, block, closers[m] ?? 0);
      else if (!this.close(t)) this.closeEarlier(t, block, first);
    });
    const outermost = this.stack[0];
    for (const draft of this.stack) draft.end = this.blockEnd(block);
    this.clearStack();
    this.pending = outermost === undefined ? -1 : this.quotations.indexOf(outermost, first);
  }

  private clearStack(): void {
    this.stack = [];
    this.openOfSort.fill(0);
  }

  /** For each mark, how many marks of its sort behind it close before one opens. */
  private closersAhead(marks: readonly number[]): Uint32Array {
    const result = new Uint32Array(marks.length);
    const ahead = new Uint32Array(8);
    for (let m = marks.length - 1; m >= 0; m--) {
      const sort = this.sort(marks[m] ?? 0);
      result[m] = ahead[sort] ?? 0;
      ahead[sort] = this.roles[marks[m] ?? 0] === QuoteRole.Closes ? (ahead[sort] ?? 0) + 1 : 0;
    }
    return result;
  }

  private sort(t: number): number {
    return t < 0 ? QuoteSort.Double : quoteSort(this.prose, this.tokens, t);
  }

  private blockEnd(block: number): number {
    return this.blocks[block]?.end ?? 0;
  }

  private open(t: number, block: number, closersAhead: number): void {
    const sort = this.sort(t);
    const start = this.tokens.start[t] ?? 0;
    if (this.isOpen(sort) && closersAhead < 2) this.unwind(sort, start);
    const draft: Draft = {
      start,
      end: start,
      openToken: t,
      closeToken: -1,
      depth: this.stack.length,
      block,
      continues: start === this.blocks[block]?.start ? this.reopened(block, sort) : -1,
    };
    this.openOfSort[sort] = (this.openOfSort[sort] ?? 0) + 1;
    this.stack.push(draft);
    this.quotations.push(draft);
  }

  private isOpen(sort: number): boolean {
    return (this.openOfSort[sort] ?? 0) > 0;
  }

  /** Takes quotations off the stack down to the innermost one of a sort, ends them all at `end`, and returns that one. */
  private unwind(sort: number, end: number): Draft | undefined {
    for (;;) {
      const draft = this.stack.pop();
      if (draft === undefined) return undefined;
      const own = this.sort(draft.openToken);
      this.openOfSort[own] = (this.openOfSort[own] ?? 1) - 1;
      draft.end = end;
      if (own === sort) return draft;
    }
  }

  /** Closes the innermost quotation of the mark's sort; false where none is open. */
  private close(t: number): boolean {
    const own = this.sort(t);
    const sort = this.isOpen(own) ? own : relative(own);
    if (!this.isOpen(sort)) return false;
    const draft = this.unwind(sort, this.tokens.start[t] ?? 0);
    if (draft === undefined) return false;
    draft.end = this.tokens.end[t] ?? 0;
    draft.closeToken = t;
    return true;
  }

  /** The quotation that one at the start of `block` goes on from: the block before left one of its sort open. */
  private reopened(block: number, sort: number): number {
    const from = this.quotations[this.pending];
    if (from?.block !== block - 1) return -1;
    return isSameOrRelative(this.sort(from.openToken), sort) ? this.pending : -1;
  }

  /** A closing mark without an opening one: the quotation that an earlier block left open goes on up to here. */
  private closeEarlier(t: number, block: number, first: number): void {
    const from = this.quotations[this.pending];
    if (from === undefined || !isSameOrRelative(this.sort(t), this.sort(from.openToken))) return;
    if (block - from.block > LONGEST_UNMARKED) return;
    for (const draft of this.stack) draft.end = this.tokens.start[t] ?? 0;
    this.clearStack();
    const inside = this.quotations.splice(first);
    let last = this.pending;
    for (let b = from.block + 1; b <= block; b++) {
      const start = this.blocks[b]?.start ?? 0;
      const closes = b === block;
      const end = closes ? (this.tokens.end[t] ?? 0) : this.blockEnd(b);
      this.quotations.push({
        start,
        end,
        openToken: -1,
        closeToken: closes ? t : -1,
        depth: 0,
        block: b,
        continues: last,
      });
      last = this.quotations.length - 1;
    }
    for (const draft of inside) draft.depth++;
    this.quotations.push(...inside);
    this.pending = -1;
  }
}

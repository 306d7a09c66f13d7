import type { ArticleText, Quotation } from '../../text';

/** The part a token plays in a quotation. */
export const QuoteMark = { None: 0, Open: 1, Close: 2 } as const;

/** The outermost quotations as columns over the tokens. */
export interface QuotationStates {
  /** Values of {@link QuoteMark}. */
  readonly mark: Uint8Array;
  /** 1 for the marks and the tokens between them, else 0. */
  readonly quoted: Uint8Array;
}

/** Lays an article's quotations out over its tokens; those inside others are left out. */
export function quotationStates(text: ArticleText): QuotationStates {
  const mark = new Uint8Array(text.tokens.count);
  const quoted = new Uint8Array(text.tokens.count);
  for (const quotation of text.quotations) {
    if (quotation.depth > 0) continue;
    const { first, end } = tokensOf(text, quotation);
    quoted.fill(1, first, end);
    if (quotation.openToken >= 0) mark[quotation.openToken] = QuoteMark.Open;
    if (quotation.closeToken >= 0) mark[quotation.closeToken] = QuoteMark.Close;
  }
  return { mark, quoted };
}

function tokensOf(text: ArticleText, quotation: Quotation): { first: number; end: number } {
  const first = quotation.openToken >= 0 ? quotation.openToken : tokenFrom(text, quotation.start);
  return {
    first,
    end: quotation.closeToken >= 0 ? quotation.closeToken + 1 : tokenFrom(text, quotation.end),
  };
}

/** The first token that starts at `offset` or behind it. */
function tokenFrom({ tokens }: ArticleText, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.start[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

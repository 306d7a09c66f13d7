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
  const goesOn = new Set(text.quotations.map((quotation) => quotation.continues));
  for (let i = 0; i < text.quotations.length; i++) {
    const quotation = text.quotations[i];
    if (quotation === undefined || quotation.depth > 0) continue;
    const { first, end: last } = tokensOf(text, quotation);
    const closed = quotation.closeToken >= 0 || goesOn.has(i);
    const end = closed ? last : unclosedEnd(text, first, last);
    quoted.fill(1, first, end);
    if (quotation.openToken >= 0) mark[quotation.openToken] = QuoteMark.Open;
    if (quotation.closeToken >= 0) mark[quotation.closeToken] = QuoteMark.Close;
  }
  return { mark, quoted };
}

/** No quotation that was never closed is read further for its attribution, and no attribution is longer. */
const LONGEST_UNCLOSED = 120;
const LONGEST_ATTRIBUTION = 6;
const SAID = /^(?:said|says|told|tells|added|adds|asked|asks|replied|wrote|recalled|explained)$/;

/** Where a quotation without a closing mark ends: before the comma of its attribution (“The fire is out, the brigade said.), else at its end. */
function unclosedEnd(text: ArticleText, first: number, last: number): number {
  const limit = Math.min(last, first + LONGEST_UNCLOSED);
  for (let t = first + 2; t < limit; t++) {
    if (!SAID.test(wordAt(text, t))) continue;
    for (let comma = t - 1; comma > first + 1 && t - comma <= LONGEST_ATTRIBUTION; comma--)
      if (wordAt(text, comma) === ',') return comma;
  }
  return last;
}

function wordAt({ tokens, prose }: ArticleText, t: number): string {
  return prose.slice(tokens.start[t] ?? 0, tokens.end[t] ?? 0);
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

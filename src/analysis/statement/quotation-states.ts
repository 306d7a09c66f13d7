import type { ArticleText } from '../../text';

/** The part a token plays in a quotation. */
export const QuoteMark = { None: 0, Open: 1, Close: 2 } as const;

/** Quotation marks as columns over the tokens. */
export interface QuotationStates {
  /** Values of {@link QuoteMark}; both tokens of a doubled mark ('' or ``) have the same. */
  readonly mark: Uint8Array;
  /** 1 for tokens between marks and for the marks themselves. */
  readonly quoted: Uint8Array;
}

const OPENING = '“«„‟';
const CLOSING = '”»';

/** Reads double quotation marks of every style, block by block: a mark that is never closed ends with its block. */
export function quotationStates(text: ArticleText): QuotationStates {
  const { tokens } = text;
  const mark = new Uint8Array(tokens.count);
  const quoted = new Uint8Array(tokens.count);
  let inside = false;
  let block = -1;
  for (const sentence of text.sentences) {
    if (sentence.block !== block) inside = false;
    block = sentence.block;
    for (let t = sentence.firstToken; t < sentence.endToken; t++) {
      const width = markWidth(text, t);
      const role: number = width === 0 ? QuoteMark.None : roleOf(text, t, t + width - 1, inside);
      const wasInside = inside;
      if (role !== QuoteMark.None) inside = role === QuoteMark.Open;
      for (let i = 0; i < Math.max(1, width); i++) {
        mark[t + i] = role;
        quoted[t + i] = wasInside || inside ? 1 : 0;
      }
      if (width > 1) t += width - 1;
    }
  }
  return { mark, quoted };
}

/** How many tokens a quotation mark at `t` takes: 2 for doubled marks, 0 where there is none. */
function markWidth(text: ArticleText, t: number): number {
  const { tokens, prose } = text;
  const start = tokens.start[t] ?? 0;
  if ((tokens.end[t] ?? 0) - start !== 1) {
    const two = prose.slice(start, start + 3);
    return (tokens.end[t] ?? 0) - start === 2 && (two.startsWith("''") || two.startsWith('``')) ? 1 : 0;
  }
  const c = prose.charAt(start);
  if (c === '"' || OPENING.includes(c) || CLOSING.includes(c)) return 1;
  if (c !== "'" && c !== '`' && c !== '’' && c !== '‘') return 0;
  return prose.charAt(start + 1) === c && tokens.start[t + 1] === start + 1 && tokens.end[t + 1] === start + 2
    ? 2
    : 0;
}

function roleOf(text: ArticleText, first: number, last: number, inside: boolean): 1 | 2 {
  const { prose, tokens } = text;
  const start = tokens.start[first] ?? 0;
  const end = tokens.end[last] ?? 0;
  const c = prose.charAt(start);
  if (OPENING.includes(c) || c === '`') return QuoteMark.Open;
  if (CLOSING.includes(c)) return QuoteMark.Close;
  const spaceBefore = start === 0 || /[\s([{—–]/.test(prose.charAt(start - 1));
  const spaceAfter = end >= prose.length || /[\s.,;:!?)\]}—–]/.test(prose.charAt(end));
  if (spaceBefore !== spaceAfter) return spaceBefore ? QuoteMark.Open : QuoteMark.Close;
  return inside ? QuoteMark.Close : QuoteMark.Open;
}

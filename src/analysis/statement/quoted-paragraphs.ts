import type { ArticleText } from '../../text';
import { QuoteMark } from './quotation-states';
import type { WordColumns } from './word-columns';
import { Shape } from './word-columns';

/** Bits of what {@link quotedParagraphs} tells. */
const OPENS = 1;
const WHOLLY = 2;
const PARTLY = 4;
const BEHIND_QUOTATION = 8;
const BEHIND_COLON = 16;

/**
 * Tells for each token how its paragraph is quoted: whether it opens with a mark, wholly, partly, and whether the paragraph before ended in
 * a quotation or with a colon.
 */
export function quotedParagraphs(
  { sentences, tokens, prose }: ArticleText,
  columns: WordColumns,
): Uint8Array {
  const out = new Uint8Array(columns.count);
  let before = 0;
  for (let i = 0; i < sentences.length;) {
    const first = sentences[i]?.firstToken ?? 0;
    const block = sentences[i]?.block;
    let end = first;
    for (; sentences[i]?.block === block && i < sentences.length; i++) end = sentences[i]?.endToken ?? end;
    if (end <= first) continue;
    out.fill(before | quotedParts(columns, first, end), first, end);
    const closing = columns.quoted[end - 1] === 1 || columns.quoted[end - 2] === 1;
    const colon = prose.charAt(tokens.start[end - 1] ?? 0) === ':';
    before = closing ? BEHIND_QUOTATION : colon ? BEHIND_COLON : 0;
  }
  return out;
}

function quotedParts({ quoted, shape, mark }: WordColumns, first: number, end: number): number {
  let wholly = WHOLLY;
  let partly = 0;
  for (let t = first; t < end; t++)
    if (quoted[t] === 1) partly = PARTLY;
    else if (shape[t] !== Shape.Punctuation) wholly = 0;
  return (mark[first] === QuoteMark.Open ? OPENS : 0) | wholly | partly;
}

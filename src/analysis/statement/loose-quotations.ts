import type { ArticleText, Quotation } from '../../text';
import type { TaggedStatement } from './statement-tagger';
import type { WordColumns } from './word-columns';

/** No quotation with fewer tokens than this is a sentence of its own. */
const SHORTEST = 6;

/**
 * Gives quotations that are whole sentences without an attribution to whoever speaks in the sentence before them, in the same paragraph:
 * Falk said the roof would hold. “We looked at every beam.”
 * @param tagged in the order of their cues
 */
export function joinLooseQuotations(
  text: ArticleText,
  columns: WordColumns,
  tagged: readonly TaggedStatement[],
): readonly TaggedStatement[] {
  const claimed = new Uint8Array(columns.count);
  const speaks = new Map<number, number>();
  tagged.forEach(({ cue, source, content }, i) => {
    for (const range of [cue, source, ...content]) if (range) claimed.fill(1, range.first, range.end);
    if (source !== null) speaks.set(columns.sentence[cue.first] ?? -1, i);
  });
  const out = tagged.map(({ cue, source, content }) => ({ cue, source, content: [...content] }));
  for (const quotation of text.quotations) {
    const { openToken: first, closeToken } = quotation;
    if (!isLoose(text, columns, quotation) || claimed.subarray(first, closeToken + 1).includes(1)) continue;
    const before = (columns.sentence[first] ?? 0) - 1;
    const speaker = speaks.get(before);
    if (speaker === undefined || text.sentences[before]?.block !== quotation.block) continue;
    out[speaker]?.content.push({ first, end: closeToken + 1 });
    for (let s = before + 1; s <= (columns.sentence[closeToken] ?? 0); s++) speaks.set(s, speaker);
  }
  return out;
}

/** Whether a quotation begins where a sentence does and ends where one does. */
function isLoose(text: ArticleText, columns: WordColumns, quotation: Quotation): boolean {
  const { openToken, closeToken, depth } = quotation;
  if (depth > 0 || openToken <= 0 || closeToken - openToken < SHORTEST) return false;
  if (columns.sentence[openToken] === columns.sentence[openToken - 1]) return false;
  if (closeToken + 1 < columns.count && columns.sentence[closeToken + 1] === columns.sentence[closeToken])
    return false;
  return /[.!?…]/.test(text.prose.charAt((text.tokens.start[closeToken] ?? 0) - 1));
}

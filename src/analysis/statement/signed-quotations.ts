import type { ArticleText, Quotation } from '../../text';
import type { TokenRange } from './cue-window';
import { QuoteMark } from './quotation-states';
import type { SentenceWords } from './sentence-words';
import type { TaggedStatement } from './statement-tagger';

/** No signature is longer than this many tokens, and no name in one longer than that. */
const LONGEST_SIGNATURE = 24;
const LONGEST_NAME = 8;

const DASH = /^[-–—―]$/;

/** Words that a name may hold without a capital letter. */
const PARTICLE = /^(?:of|the|de|la|van|von|der|den|di|da|bin|al|el|and|for|in)$/;

/**
 * Reads quotations that are signed as letters, reviews and pull quotes are: “We will rebuild.” — Ana Ruiz, baker. The quotation is all of its
 * paragraph; behind a dash, in the same paragraph or alone in the next, stands who said it.
 */
export function findSignedQuotations(words: SentenceWords): TaggedStatement[] {
  const found: TaggedStatement[] = [];
  for (const quotation of words.text.quotations) {
    if (quotation.depth > 0 || quotation.openToken < 0 || quotation.closeToken < 0) continue;
    const last = signed(words, quotation);
    if (last !== null) found.push({ ...last, content: [...before(words.text, quotation), ...last.content] });
  }
  return found;
}

/** The earlier paragraphs of a quotation that goes on over several. */
function before({ quotations, tokens }: ArticleText, quotation: Quotation): TokenRange[] {
  const parts: TokenRange[] = [];
  let part = quotations[quotation.continues];
  for (; part !== undefined && part.openToken >= 0; part = quotations[part.continues]) {
    let end = part.openToken;
    while (end < tokens.count && (tokens.end[end] ?? 0) <= part.end) end++;
    parts.push({ first: part.openToken, end });
  }
  return parts.reverse();
}

function signed(words: SentenceWords, { openToken, closeToken }: Quotation): TaggedStatement | null {
  if (openToken > 0 && words.block(openToken - 1) === words.block(openToken)) return null;
  let dash = closeToken + 1;
  if (/^[,.]$/.test(words.charAt(dash)) && words.block(dash) === words.block(closeToken)) dash++;
  if (!DASH.test(words.charAt(dash)) || words.columns.mark[dash] !== QuoteMark.None) return null;
  const cueEnd = dash + 1;
  const name = signature(words, cueEnd, words.block(dash));
  if (name === null) return null;
  return {
    cue: { first: dash, end: cueEnd },
    source: { first: cueEnd, end: name },
    content: [{ first: openToken, end: closeToken + 1 }],
  };
}

/** Where the name that begins at `first` ends, or null where the rest of the block is no signature. */
function signature(words: SentenceWords, first: number, block: number): number | null {
  let end = first;
  while (
    end < words.columns.count &&
    words.isWord(end) &&
    words.block(end) === block &&
    (words.isCapital(end) || isParticle(words, end, first))
  )
    end++;
  if (end === first || end - first > LONGEST_NAME || !words.isCapital(end - 1)) return null;
  let last = end;
  const { count } = words.columns;
  while (last < count && words.block(last) === block && last - first <= LONGEST_SIGNATURE) {
    if (words.opens(last)) return null;
    last++;
  }
  if (last - first > LONGEST_SIGNATURE) return null;
  const next = words.charAt(end);
  return last === end || ',(;['.includes(next) || (next === '.' && last === end + 1) ? end : null;
}

function isParticle(words: SentenceWords, t: number, first: number): boolean {
  return t > first && PARTICLE.test(words.lower(t)) && words.isCapital(t + 1);
}

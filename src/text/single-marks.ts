import { TokenKind } from './article-text';
import { isAlphanumeric, isLetter, isSpace } from './characters';
import type { MarkContext } from './quote-sorts';
import { Hint, QuoteRole } from './quote-sorts';

/** The length of a few words, in code units. */
const FEW_WORDS = 40;

/**
 * Decides what the single marks of one block are. A mark behind a plural's s is a possessive where no single quotation is open,
 * or where a better mark to close it comes before the next one opens; a curly mark in front of a word is an apostrophe.
 * @param marks the tokens of the single marks in the block, in order
 * @param roles gets the role of each that quotes; the others become Possessive or Punctuation in the tokens' kinds
 */
export function resolveSingleMarks(context: MarkContext, marks: readonly number[], roles: Uint8Array): void {
  const closerAhead = closersBehindPlurals(context, marks);
  let open = false;
  marks.forEach((t, m) => {
    const role = singleRole(context, t, open, closerAhead[m] === 1);
    if (role === 0) {
      context.tokens.kind[t] = isAfterPlural(context, t) ? TokenKind.Possessive : TokenKind.Punctuation;
      return;
    }
    roles[t] = role;
    open = role === QuoteRole.Opens;
  });
}

/** The role of a single mark, 0 for an apostrophe. */
function singleRole(context: MarkContext, t: number, open: boolean, closerAhead: boolean): number {
  if (context.hint(t) === Hint.Opens) {
    const closes = open && context.isAfterStop(t) && isSpace(context.after(t));
    return closes ? QuoteRole.Closes : QuoteRole.Opens;
  }
  if (isAfterPlural(context, t)) return open && !closerAhead ? QuoteRole.Closes : 0;
  const side = context.side(t);
  if (side === QuoteRole.Opens) return context.prose.charAt(context.start(t)) === "'" ? QuoteRole.Opens : 0;
  if (open) return QuoteRole.Closes;
  return side === 0 || isAlphanumeric(context.before(t)) ? 0 : QuoteRole.Closes;
}

/** Whether a mark stands right behind an s, or behind one and a space as in tokenized text (`workers ' pay`). */
function isAfterPlural(context: MarkContext, t: number): boolean {
  const start = context.start(t);
  if (context.hint(t) === Hint.Opens || start === context.block.start) return false;
  const spaced = isSpace(context.before(t));
  if (spaced && !isSpace(context.after(t))) return false;
  const last = context.prose.charAt(start - (spaced ? 2 : 1));
  return (last === 's' || last === 'S') && !isLetter(context.after(t));
}

/**
 * For each mark behind a plural, 1 where a better one to close the quotation comes before one opens: one behind punctuation, or
 * another one a few words on. A pass from right to left.
 */
function closersBehindPlurals(context: MarkContext, marks: readonly number[]): Uint8Array {
  const result = new Uint8Array(marks.length);
  let closer = -1;
  let isSure = false;
  for (let m = marks.length - 1; m >= 0; m--) {
    const t = marks[m] ?? 0;
    const plural = isAfterPlural(context, t);
    if (plural && closer >= 0) {
      result[m] = isSure || context.start(closer) - context.start(t) <= FEW_WORDS ? 1 : 0;
      if (result[m] === 1) continue;
    }
    const opens = !plural && (context.hint(t) === Hint.Opens || context.side(t) === QuoteRole.Opens);
    closer = opens ? -1 : t;
    isSure = !plural && !opens && !isAlphanumeric(context.before(t));
  }
  return result;
}

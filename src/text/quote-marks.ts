import type { Block, Tokens } from './article-text';
import { TokenKind } from './article-text';
import { CharClass, classOf, isAlphanumeric, isLetter, isSpace } from './characters';

/** What a quotation mark does. Stored in a `Uint8Array` beside the tokens; 0 for every other token. */
export const QuoteRole = { Opens: 1, Closes: 2 } as const;

/** The sorts of marks: only marks of one sort match each other. */
export const QuoteSort = { Double: 1, Single: 2, Guillemet: 3, SingleGuillemet: 4, Corner: 5 } as const;

/** What the writing of a mark says about its role; straight marks say nothing. */
const Hint = { Opens: 1, Closes: 2, Either: 3 } as const;

const SORTS: readonly (readonly [string, number, number])[] = [
  ['“„‟', QuoteSort.Double, Hint.Opens],
  ['”', QuoteSort.Double, Hint.Closes],
  ['"＂', QuoteSort.Double, Hint.Either],
  ['‘‚‛', QuoteSort.Single, Hint.Opens],
  ["'’ʼ＇", QuoteSort.Single, Hint.Either],
  ['«', QuoteSort.Guillemet, Hint.Opens],
  ['»', QuoteSort.Guillemet, Hint.Closes],
  ['‹', QuoteSort.SingleGuillemet, Hint.Opens],
  ['›', QuoteSort.SingleGuillemet, Hint.Closes],
  ['「『', QuoteSort.Corner, Hint.Opens],
  ['」』', QuoteSort.Corner, Hint.Closes],
  ['`', QuoteSort.Double, Hint.Opens],
];

const SORT_OF = new Map<string, number>();
const HINT_OF = new Map<string, number>();
for (const [marks, sort, hint] of SORTS)
  for (const mark of marks) {
    SORT_OF.set(mark, sort);
    HINT_OF.set(mark, hint);
  }

/** The {@link QuoteSort} of a Quote token; `''` is a double mark. */
export function quoteSort(prose: string, tokens: Tokens, t: number): number {
  const start = tokens.start[t] ?? 0;
  if ((tokens.end[t] ?? 0) - start === 2) return QuoteSort.Double;
  return SORT_OF.get(prose.charAt(start)) ?? 0;
}

/**
 * Decides for every Quote token whether it opens or closes a quotation, and which of the single ones are apostrophes after all;
 * those become Possessive (`prisoners’ families`) or Punctuation (`goin’`) in `tokens.kind`, in place. Linear.
 *
 * Curly marks say what they do, unless what stands around them says the opposite. A straight mark opens behind a space and
 * in front of a word, closes the other way round, and in between closes what is open. A single mark behind a plural's s is a
 * possessive where no single quotation is open, or where a better mark to close it comes before the next one opens.
 * @returns a {@link QuoteRole} for each token
 */
export function resolveQuoteMarks(prose: string, blocks: readonly Block[], tokens: Tokens): Uint8Array {
  const roles = new Uint8Array(tokens.count);
  const marks: number[] = [];
  let t = 0;
  for (const block of blocks) {
    marks.length = 0;
    for (; t < tokens.count && (tokens.start[t] ?? 0) < block.end; t++) {
      if (tokens.kind[t] === TokenKind.Quote) marks.push(t);
    }
    if (marks.length > 0) new BlockMarks(prose, block, tokens, roles).resolve(marks);
  }
  return roles;
}

/** The quotation marks of one block, read from left to right. */
class BlockMarks {
  private openDouble = false;
  private openSingle = false;

  constructor(
    private readonly prose: string,
    private readonly block: Block,
    private readonly tokens: Tokens,
    private readonly roles: Uint8Array,
  ) {}

  resolve(marks: readonly number[]): void {
    const closesBetter = this.pluralsBeforeCloser(marks);
    marks.forEach((t, m) => {
      const sort = quoteSort(this.prose, this.tokens, t);
      if (sort === QuoteSort.Double) this.resolveDouble(t);
      else if (sort === QuoteSort.Single) this.resolveSingle(t, closesBetter[m] === 1);
      else this.roles[t] = this.hint(t) === Hint.Opens ? QuoteRole.Opens : QuoteRole.Closes;
    });
  }

  private hint(t: number): number {
    const start = this.tokens.start[t] ?? 0;
    return HINT_OF.get(this.prose.charAt(start)) ?? Hint.Either;
  }

  /** The code unit in front of a token, a space at the block's start. */
  private before(t: number): number {
    const start = this.tokens.start[t] ?? 0;
    return start === this.block.start ? 0x20 : this.prose.charCodeAt(start - 1);
  }

  /** The code unit behind a token, a space at the block's end. */
  private after(t: number): number {
    const end = this.tokens.end[t] ?? 0;
    return end === this.block.end ? 0x20 : this.prose.charCodeAt(end);
  }

  private resolveDouble(t: number): void {
    const role = this.doubleRole(t);
    this.openDouble = role === QuoteRole.Opens;
    this.roles[t] = role;
  }

  private doubleRole(t: number): number {
    const hint = this.hint(t);
    const side = this.side(t);
    if (hint === Hint.Opens) {
      return this.openDouble && side === QuoteRole.Closes ? QuoteRole.Closes : QuoteRole.Opens;
    }
    if (hint === Hint.Closes) {
      return !this.openDouble && side === QuoteRole.Opens ? QuoteRole.Opens : QuoteRole.Closes;
    }
    if (side !== 0) return side;
    return this.openDouble ? QuoteRole.Closes : QuoteRole.Opens;
  }

  /** What the surroundings of a mark say: it leans on the word behind it or on what stands before it; 0 if neither is clear. */
  private side(t: number): number {
    const before = this.before(t);
    const after = this.after(t);
    const gapBefore = isSpace(before) || isOpening(before);
    const gapAfter = isSpace(after) || isClosing(after);
    if (gapBefore && !gapAfter) return QuoteRole.Opens;
    if (gapAfter && !gapBefore) return QuoteRole.Closes;
    if (!gapBefore && isClosing(before)) return QuoteRole.Closes;
    return 0;
  }

  private resolveSingle(t: number, betterCloserAhead: boolean): void {
    const role = this.singleRole(t, betterCloserAhead);
    if (role === QuoteRole.Opens) this.openSingle = true;
    if (role === QuoteRole.Closes) this.openSingle = false;
    if (role !== 0) this.roles[t] = role;
    else this.tokens.kind[t] = this.isAfterPlural(t) ? TokenKind.Possessive : TokenKind.Punctuation;
  }

  /** The role of a single mark, 0 for an apostrophe. */
  private singleRole(t: number, betterCloserAhead: boolean): number {
    if (this.hint(t) === Hint.Opens) return QuoteRole.Opens;
    if (this.isAfterPlural(t)) {
      return this.openSingle && !betterCloserAhead ? QuoteRole.Closes : 0;
    }
    const side = this.side(t);
    if (side === QuoteRole.Opens) return this.isStraight(t) ? QuoteRole.Opens : 0;
    if (this.openSingle) return QuoteRole.Closes;
    return this.isLetterBefore(t) || side === 0 ? 0 : QuoteRole.Closes;
  }

  private isStraight(t: number): boolean {
    return this.prose.charAt(this.tokens.start[t] ?? 0) === "'";
  }

  private isLetterBefore(t: number): boolean {
    return isAlphanumeric(this.before(t));
  }

  /** Whether a single mark stands right behind an s, or behind one and a space as in tokenized text (`workers ' pay`). */
  private isAfterPlural(t: number): boolean {
    const start = this.tokens.start[t] ?? 0;
    if (this.hint(t) === Hint.Opens || start === this.block.start) return false;
    const spaced = isSpace(this.prose.charCodeAt(start - 1));
    if (spaced && !isSpace(this.after(t))) return false;
    const last = this.prose.charAt(start - (spaced ? 2 : 1));
    return (last === 's' || last === 'S') && !isLetter(this.after(t));
  }

  /** For each mark, 1 where it follows a plural and the next single mark that is not of this sort closes: a right-to-left pass. */
  private pluralsBeforeCloser(marks: readonly number[]): Uint8Array {
    const result = new Uint8Array(marks.length);
    let closerAhead = false;
    for (let m = marks.length - 1; m >= 0; m--) {
      const t = marks[m] ?? 0;
      if (quoteSort(this.prose, this.tokens, t) !== QuoteSort.Single) continue;
      if (this.isAfterPlural(t)) {
        result[m] = closerAhead ? 1 : 0;
        closerAhead = true;
      } else closerAhead = this.hint(t) !== Hint.Opens && this.side(t) !== QuoteRole.Opens;
    }
    return result;
  }
}

const OPENING = '([{<–—-/“‘«‹"„';
const CLOSING = ')]}>.,;:!?…–—-/”’»›"\'';

function isOpening(code: number): boolean {
  return OPENING.includes(String.fromCharCode(code));
}

function isClosing(code: number): boolean {
  return classOf(code) !== CharClass.Space && CLOSING.includes(String.fromCharCode(code));
}

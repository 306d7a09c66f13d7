import type { Block, Tokens } from './article-text';
import { CharClass, classOf, isSpace } from './characters';

/** What a quotation mark does. Stored in a `Uint8Array` beside the tokens; 0 for every other token. */
export const QuoteRole = { Opens: 1, Closes: 2 } as const;

/**
 * The sorts of marks: a mark matches one of its sort, but where none is open, a straight double mark (`"`, `''`) matches a
 * curly one and the other way round.
 */
export const QuoteSort = {
  Double: 1,
  Single: 2,
  Guillemet: 3,
  SingleGuillemet: 4,
  Corner: 5,
  Straight: 6,
} as const;

/** What the writing of a mark says about its role; straight marks say nothing. */
export const Hint = { Opens: 1, Closes: 2, Either: 3 } as const;

const SORTS: readonly (readonly [string, number, number])[] = [
  ['“„‟', QuoteSort.Double, Hint.Opens],
  ['”', QuoteSort.Double, Hint.Closes],
  ['"＂', QuoteSort.Straight, Hint.Either],
  ['‘‚‛', QuoteSort.Single, Hint.Opens],
  ["'’ʼ＇", QuoteSort.Single, Hint.Either],
  ['«', QuoteSort.Guillemet, Hint.Opens],
  ['»', QuoteSort.Guillemet, Hint.Closes],
  ['‹', QuoteSort.SingleGuillemet, Hint.Opens],
  ['›', QuoteSort.SingleGuillemet, Hint.Closes],
  ['「『', QuoteSort.Corner, Hint.Opens],
  ['」』', QuoteSort.Corner, Hint.Closes],
  ['`', QuoteSort.Straight, Hint.Opens],
];

const SORT_OF = new Map<string, number>();
const HINT_OF = new Map<string, number>();
for (const [marks, sort, hint] of SORTS)
  for (const mark of marks) {
    SORT_OF.set(mark, sort);
    HINT_OF.set(mark, hint);
  }

/** The {@link QuoteSort} of a Quote token; `''` and ` `` ` are straight double marks. */
export function quoteSort(prose: string, tokens: Tokens, t: number): number {
  const start = tokens.start[t] ?? 0;
  if ((tokens.end[t] ?? 0) - start === 2) return QuoteSort.Straight;
  return SORT_OF.get(prose.charAt(start)) ?? 0;
}

/** The quotation marks of one block in their surroundings. */
export class MarkContext {
  constructor(
    readonly prose: string,
    readonly block: Block,
    readonly tokens: Tokens,
  ) {}

  /** Where a token starts. */
  start(t: number): number {
    return this.tokens.start[t] ?? 0;
  }

  /** What the writing of a mark says: a value of {@link Hint}. */
  hint(t: number): number {
    return HINT_OF.get(this.prose.charAt(this.start(t))) ?? Hint.Either;
  }

  /** The code unit in front of a token, a space at the block's start. */
  before(t: number): number {
    return this.start(t) === this.block.start ? 0x20 : this.prose.charCodeAt(this.start(t) - 1);
  }

  /** The code unit behind a token, a space at the block's end. */
  after(t: number): number {
    const end = this.tokens.end[t] ?? 0;
    return end === this.block.end ? 0x20 : this.prose.charCodeAt(end);
  }

  /** The {@link QuoteRole} that a mark's surroundings give it, by what it leans on; 0 where they are not clear. */
  side(t: number): number {
    const before = this.before(t);
    const after = this.after(t);
    const gapBefore = isSpace(before) || isOpening(before);
    const gapAfter = isSpace(after) || isClosing(after);
    if (gapBefore && !gapAfter) return QuoteRole.Opens;
    if (gapAfter && !gapBefore) return QuoteRole.Closes;
    if (!gapBefore && isClosing(before)) return QuoteRole.Closes;
    return 0;
  }

  /** Whether a mark stands behind a comma or a full stop and a space, as closing ones do in tokenized text. */
  isAfterStop(t: number): boolean {
    const stop = this.start(t) - 2;
    return stop >= this.block.start && isSpace(this.before(t)) && '.,!?'.includes(this.prose.charAt(stop));
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

import { CharClass, classOf, isSpace } from './characters';
import type { MarkContext } from './quote-sorts';
import { Hint, QuoteRole, QuoteSort, quoteSort } from './quote-sorts';

/** A quotation that stays open over more blocks than this was never closed. */
const LONGEST_CARRY = 12;

/**
 * Decides what double marks do, block after block. Curly marks say it themselves, unless what stands around them says the
 * opposite. A straight mark opens behind a space and in front of a word, closes the other way round, and in between closes
 * what is open. A mark that looks like an opening one closes if it stands behind a comma or full stop while a quotation is open
 * and nothing else closes that one: text that went through a tokenizer is full of those (“We will, “he said).
 */
export class DoubleMarks {
  private openCurly = false;
  private openStraight = false;
  /** For how many blocks an earlier one has left a quotation open; 0 once this block has had a mark. */
  private carried = 0;

  /** @param marks the tokens of the double marks in the block, in order; @param roles gets their roles */
  resolve(context: MarkContext, marks: readonly number[], roles: Uint8Array): void {
    this.carried = this.isOpen || this.carried > 0 ? this.carried + 1 : 0;
    this.openCurly = false;
    this.openStraight = false;
    marks.forEach((t, m) => {
      const role = this.role(context, t, marks[m + 1]);
      roles[t] = role;
      this.note(role === QuoteRole.Opens, quoteSort(context.prose, context.tokens, t) === QuoteSort.Double);
      this.carried = 0;
    });
  }

  private get isOpen(): boolean {
    return this.openCurly || this.openStraight;
  }

  private note(opens: boolean, isCurly: boolean): void {
    const isOwnOpen = isCurly ? this.openCurly : this.openStraight;
    if (isCurly === (opens || isOwnOpen)) this.openCurly = opens;
    else this.openStraight = opens;
  }

  private role(context: MarkContext, t: number, next: number | undefined): number {
    const hint = context.hint(t);
    const side = context.side(t);
    if (hint !== Hint.Closes && this.isStray(context, t, next)) return QuoteRole.Closes;
    if (hint === Hint.Opens) {
      return this.isOpen && side === QuoteRole.Closes ? QuoteRole.Closes : QuoteRole.Opens;
    }
    if (hint === Hint.Closes) {
      const opens = side === QuoteRole.Opens || context.start(t) === context.block.start;
      return !this.isOpen && opens ? QuoteRole.Opens : QuoteRole.Closes;
    }
    if (side !== 0) return side;
    return this.isOpen ? QuoteRole.Closes : QuoteRole.Opens;
  }

  /** Whether a mark that looks like an opening one closes what is open: nothing else would. */
  private isStray(context: MarkContext, t: number, next: number | undefined): boolean {
    const isOpen = this.isOpen || (this.carried > 0 && this.carried <= LONGEST_CARRY);
    if (!isOpen || !context.isAfterStop(t)) return false;
    if (isSpace(context.after(t))) return true;
    const goesOn = classOf(context.after(t)) === CharClass.LowerLetter;
    if (!goesOn && context.prose.charAt(context.start(t) - 2) !== ',') return false;
    if (next === undefined) return true;
    const hint = context.hint(next);
    return !(hint === Hint.Closes || (hint === Hint.Either && context.side(next) === QuoteRole.Closes));
  }
}

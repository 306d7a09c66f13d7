import { AbbreviationClass, abbreviationClass } from './abbreviations';
import type { Block, Sentence, Tokens } from './article-text';
import { TokenKind } from './article-text';
import { CharClass, classOf, isAlphanumeric, isSpace } from './characters';
import { QuoteRole } from './quote-sorts';
import { AFTER_TIME, SPEECH_VERBS, STARTERS, ZONE_NOUNS } from './sentence-starts';

const DOT = 0x2e;
const TERMINATORS = '.!?…。！？｡';
const CLOSERS = ')]}';
const LONGEST_QUOTED_NAME = 6;
const SHOUTED = new Set(['Yahoo', 'E', 'Jeopardy']);
const LEADERS = '([{—–-•*·';

/**
 * Splits each block into sentences, which partition its tokens. One pass; each token is looked at a bounded number of times.
 *
 * A sentence ends at `.`, `!`, `?`, `…` or `...` with the closing marks and brackets behind it, where what follows can start a
 * sentence: not a small letter, not a reporting clause behind a quoted question (“Why?” Ms. Oru asked). After an abbreviation
 * it ends only as {@link AbbreviationClass} says. A block's end always ends it.
 */
export function splitSentences(
  prose: string,
  blocks: readonly Block[],
  tokens: Tokens,
  roles: Uint8Array,
): Sentence[] {
  const sentences: Sentence[] = [];
  let t = 0;
  blocks.forEach((block, index) => {
    let end = t;
    while (end < tokens.count && (tokens.start[end] ?? 0) < block.end) end++;
    const splitter = new BlockSplitter(prose, tokens, roles, t, end);
    for (let first = t; first < end;) {
      const next = splitter.sentenceEnd(first);
      sentences.push({
        start: tokens.start[first] ?? 0,
        end: tokens.end[next - 1] ?? 0,
        firstToken: first,
        endToken: next,
        block: index,
      });
      first = next;
    }
    t = end;
  });
  return sentences;
}

class BlockSplitter {
  constructor(
    private readonly prose: string,
    private readonly tokens: Tokens,
    private readonly roles: Uint8Array,
    private readonly first: number,
    private readonly end: number,
  ) {}

  /** The token behind the sentence that starts at token `from`. */
  sentenceEnd(from: number): number {
    for (let t = from; t < this.end; t++) {
      if (!this.isTerminator(t) || this.isListNumber(t)) continue;
      const next = this.skipClosing(t + 1);
      if (next >= this.end || this.endsBefore(t, next)) return next;
      t = next - 1;
    }
    return this.end;
  }

  private char(t: number): string {
    return this.prose.charAt(this.tokens.start[t] ?? 0);
  }

  private word(t: number): string {
    return this.prose.slice(this.tokens.start[t] ?? 0, this.tokens.end[t] ?? 0);
  }

  private isTerminator(t: number): boolean {
    const kind = this.tokens.kind[t];
    if (kind === TokenKind.Punctuation) return TERMINATORS.includes(this.char(t));
    return kind === TokenKind.Word && this.prose.charCodeAt((this.tokens.end[t] ?? 0) - 1) === DOT;
  }

  /** The dot of `1.` at the start of a block. */
  private isListNumber(t: number): boolean {
    return t === this.first + 1 && this.tokens.kind[this.first] === TokenKind.Number;
  }

  /** Goes past further terminators, and closing marks and brackets that are not parted from them by a space. */
  private skipClosing(t: number): number {
    let at = t;
    for (; at < this.end; at++) {
      const glued = this.isGlued(at);
      const kind = this.tokens.kind[at];
      if (kind === TokenKind.Quote) {
        if (this.roles[at] !== QuoteRole.Closes) break;
      } else if (kind !== TokenKind.Punctuation) break;
      else if (!(glued ? TERMINATORS + CLOSERS : '.…').includes(this.char(at))) break;
    }
    return at;
  }

  private isGlued(t: number): boolean {
    return t > this.first && this.tokens.start[t] === this.tokens.end[t - 1];
  }

  /** Whether the terminator `t`, with closing marks up to token `next`, ends a sentence in front of `next`. */
  private endsBefore(t: number, next: number): boolean {
    if (!this.startsSentence(t, next)) return false;
    if (this.tokens.kind[t] === TokenKind.Word) return this.abbreviationEnds(t, next);
    return !this.isQuotedQuestion(t, next) && !this.isShoutedName(t, next);
  }

  /** Whether a sentence may start at token `next`, going by its looks and by the space in front of it. */
  private startsSentence(t: number, next: number): boolean {
    const code = this.prose.charCodeAt(this.tokens.start[next] ?? 0);
    if (this.isGlued(next)) return this.startsGlued(t, next);
    switch (this.tokens.kind[next]) {
      case TokenKind.Word:
        return classOf(code) !== CharClass.LowerLetter;
      case TokenKind.Number:
        return true;
      case TokenKind.Quote:
        return this.roles[next] === QuoteRole.Opens && !this.isLowerAfter(next);
      case TokenKind.Possessive:
        return false;
      default:
        return this.isLeader(next) ? !this.isLowerAfter(next) : this.isSymbolStart(code);
    }
  }

  /** No space: a new sentence only where a small letter's word or a mark stands before and a capitalised word behind. */
  private startsGlued(t: number, next: number): boolean {
    const start = this.tokens.start[next] ?? 0;
    if (this.roles[next] === QuoteRole.Opens) return true;
    if (this.tokens.kind[next] !== TokenKind.Word || this.tokens.kind[t] === TokenKind.Word) return false;
    if (classOf(this.prose.charCodeAt(start)) === CharClass.OtherLetter) return true;
    if (classOf(this.prose.charCodeAt(start)) !== CharClass.UpperLetter) return false;
    const before = this.prose.charCodeAt((this.tokens.start[t] ?? 0) - 1);
    return classOf(before) === CharClass.LowerLetter || !(isAlphanumeric(before) || isSpace(before));
  }

  /** `Yahoo! News`: an exclamation mark that belongs to a name. */
  private isShoutedName(t: number, next: number): boolean {
    return next === t + 1 && this.char(t) === '!' && t > this.first && SHOUTED.has(this.word(t - 1));
  }

  private isLeader(t: number): boolean {
    return LEADERS.includes(this.char(t));
  }

  /** Currency, `@`, `#`, emoji and the like may start a sentence; what only goes on (`,`, `;`, `:`, `/`, `%`, `&`) may not. */
  private isSymbolStart(code: number): boolean {
    return !',;:/%&)]}+=|'.includes(String.fromCharCode(code));
  }

  private isLowerAfter(t: number): boolean {
    if (t + 1 >= this.end) return false;
    return classOf(this.prose.charCodeAt(this.tokens.start[t + 1] ?? 0)) === CharClass.LowerLetter;
  }

  /** Whether the abbreviation `t` also ends the sentence in front of token `next`. */
  private abbreviationEnds(t: number, next: number): boolean {
    if (this.roles[next - 1] === QuoteRole.Closes) return true;
    const start = this.tokens.start[t] ?? 0;
    const word = this.prose.slice(start, Math.min((this.tokens.end[t] ?? 0) - 1, start + 16));
    switch (abbreviationClass(word)) {
      case AbbreviationClass.Prefix:
      case AbbreviationClass.BeforeNumber:
        return false;
      case AbbreviationClass.TimeOfDay:
        return this.tokens.kind[next] === TokenKind.Word
          ? !this.isZoneOrDay(next)
          : this.isLongQuotation(next);
      default:
        return this.isStarter(next) || this.isLongQuotation(next);
    }
  }

  /** What goes on with a time of day: a weekday, a month, a time zone (`EST`, `Moscow time`). */
  private isZoneOrDay(t: number): boolean {
    return AFTER_TIME.has(this.word(t)) || (t + 1 < this.end && ZONE_NOUNS.has(this.word(t + 1)));
  }

  /** A word that only starts sentences, alone or inside quotation marks. */
  private isStarter(next: number): boolean {
    const at = this.roles[next] === QuoteRole.Opens ? next + 1 : next;
    return at < this.end && this.tokens.kind[at] === TokenKind.Word && STARTERS.has(this.word(at));
  }

  /** A quotation that opens at `next` and does not close within a few words, as a quoted name would. */
  private isLongQuotation(next: number): boolean {
    if (this.roles[next] !== QuoteRole.Opens) return false;
    for (let at = next + 1; at <= next + LONGEST_QUOTED_NAME && at < this.end; at++)
      if (this.roles[at] === QuoteRole.Closes) return false;
    return true;
  }

  /** A question or exclamation that closes a quotation and goes on with its speaker and a verb of speech. */
  private isQuotedQuestion(t: number, next: number): boolean {
    if (this.roles[next - 1] !== QuoteRole.Closes || this.char(t) === '.') return false;
    if (this.isStarter(next)) return false;
    for (let at = next; at < Math.min(next + 5, this.end); at++) {
      if (this.tokens.kind[at] !== TokenKind.Word) return false;
      const code = this.prose.charCodeAt(this.tokens.start[at] ?? 0);
      if (classOf(code) === CharClass.LowerLetter) return SPEECH_VERBS.has(this.word(at));
    }
    return false;
  }
}

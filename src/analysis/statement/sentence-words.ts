import type { ArticleText } from '../../text';
import { TokenKind } from '../../text';
import { WORDS } from '../source/word-table';
import type { TokenRange } from './cue-window';
import { QuoteMark } from './quotation-states';
import type { WordColumns } from './word-columns';

/** An article's words as the rules around the tagger ask for them; a slice is made only where a rule looks. */
export class SentenceWords {
  /**
   * 1 for tokens that belong to a cue, source or content already; 2 for those of statements without a source, which may well stand inside
   * what somebody says ("Five were confirmed dead in the quake, she said").
   */
  readonly claimed: Uint8Array;
  /** The words that were asked for, each read once. */
  private lowered: (string | undefined)[] = [];

  constructor(
    readonly text: ArticleText,
    readonly columns: WordColumns,
  ) {
    this.claimed = new Uint8Array(columns.count);
  }

  /** Marks the tokens of a statement's ranges as claimed. */
  claim(hasSource: boolean, ranges: readonly (TokenRange | null)[]): void {
    const mark = hasSource ? 1 : 2;
    for (const range of ranges) if (range) this.claimed.fill(mark, range.first, range.end);
  }

  /** The word in lower case with straight apostrophes; empty outside the article. */
  lower(t: number): string {
    return this.lowered[t] ?? this.read(t);
  }

  private read(t: number): string {
    const { tokens, prose } = this.text;
    if (t < 0 || t >= tokens.count) return '';
    if (this.lowered.length === 0) this.lowered = new Array<string | undefined>(tokens.count);
    const { lower } = WORDS.read(prose, tokens.start[t] ?? 0, tokens.end[t] ?? 0);
    this.lowered[t] = lower;
    return lower;
  }

  isWord(t: number): boolean {
    const kind = this.text.tokens.kind[t];
    return kind === TokenKind.Word || kind === TokenKind.Number;
  }

  isComma(t: number): boolean {
    return this.charAt(t) === ',';
  }

  /** Whether a comma, stop, colon, semicolon, dash or bracket stands at `t`. */
  isBreak(t: number): boolean {
    return this.text.tokens.kind[t] === TokenKind.Punctuation && ',.;:?!()[]–—-'.includes(this.charAt(t));
  }

  charAt(t: number): string {
    return t < 0 || t >= this.columns.count ? '' : this.text.prose.charAt(this.text.tokens.start[t] ?? 0);
  }

  opens(t: number): boolean {
    return this.columns.mark[t] === QuoteMark.Open;
  }

  closes(t: number): boolean {
    return this.columns.mark[t] === QuoteMark.Close;
  }

  isQuoted(t: number): boolean {
    return this.columns.quoted[t] === 1;
  }

  /** The token range of the sentence that `t` stands in. */
  sentence(t: number): TokenRange {
    const sentence = this.text.sentences[this.columns.sentence[t] ?? 0];
    return { first: sentence?.firstToken ?? t, end: sentence?.endToken ?? t };
  }

  /** The block that `t` stands in. */
  block(t: number): number {
    return this.text.sentences[this.columns.sentence[t] ?? 0]?.block ?? -1;
  }

  isCapital(t: number): boolean {
    return /^\p{Lu}/u.test(this.charAt(t));
  }
}

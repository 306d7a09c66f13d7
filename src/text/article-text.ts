import type { Span } from './span';

/** How a file's text is marked up. */
export type Format = 'plain' | 'markdown';

/** What a block of prose is; headings and captions are read by other rules than running text. */
export type BlockKind = 'paragraph' | 'heading' | 'list-item' | 'quote' | 'table-cell';

/** A stretch of prose between structural breaks (blank lines, Markdown blocks). */
export interface Block extends Span {
  readonly kind: BlockKind;
}

/** What a token is. Values are stored in a `Uint8Array`. */
export const TokenKind = {
  /** Letters, with inner apostrophes, hyphens and abbreviation dots: `don't`, `long-range`, `U.S.`, `Il-76`. */
  Word: 0,
  /** Starts with a digit: `65`, `1,500`, `11.15`, `256`. */
  Number: 1,
  /** One punctuation mark or symbol. */
  Punctuation: 2,
  /** One quotation mark of any sort that opens or closes a quotation (an apostrophe is not one). */
  Quote: 3,
  /** `'s`, `’s` or a bare `’` after a plural, split from its word. */
  Possessive: 4,
} as const;

/** The tokens of an article in order, as columns; `start` and `end` are UTF-16 offsets. */
export interface Tokens {
  readonly count: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Values of {@link TokenKind}. */
  readonly kind: Uint8Array;
}

/** A sentence, with the range of its tokens `[firstToken, endToken)` and the index of the block that holds it. */
export interface Sentence extends Span {
  readonly firstToken: number;
  readonly endToken: number;
  readonly block: number;
}

/**
 * A stretch of prose between quotation marks, marks included, inside one block. One that is not closed goes on to the end of its
 * block, or to where the quotation around it closes.
 */
export interface Quotation extends Span {
  /** The token of the opening mark; -1 where the quotation goes on from an earlier block without a mark. */
  readonly openToken: number;
  /** The token of the closing mark; -1 where there is none. */
  readonly closeToken: number;
  /** How many quotations are around it; 0 is outermost. */
  readonly depth: number;
  readonly block: number;
  /** The index of the quotation in an earlier block that this one goes on from, as quotations of several paragraphs do; or -1. */
  readonly continues: number;
}

/** An article's text, read once: everything after this layer works on `prose` and never on `source`. */
export interface ArticleText {
  /** The file's text as an editor shows it. */
  readonly source: string;
  readonly format: Format;
  /**
   * The same length as `source`: what is not prose (markup, code, link targets, front matter, HTML) is blanked to spaces,
   * line breaks are kept. An offset in `prose` is therefore an offset in the file.
   */
  readonly prose: string;
  readonly blocks: readonly Block[];
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  /** In the order of their starts. */
  readonly quotations: readonly Quotation[];
}

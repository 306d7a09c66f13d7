import type { ArticleText } from '../../text';
import { TokenKind } from '../../text';
import { WORDS, type KnownWord } from './word-table';

/** An article before the family name, as in `al-Rashid`: the word counts as capitalised. */
const ARABIC_ARTICLE = /^(?:al|el|as|ash|an|ar|at|ad|ul|d|l|bin)[-'’]\p{Lu}/u;

/** 1 for the letters that such an article begins with. */
const BEGINS_ARTICLE = Uint8Array.from({ length: 128 }, (_, code) =>
  'abdelu'.includes(String.fromCharCode(code)) ? 1 : 0,
);

/** The tokens of an article as words, read lazily and only once; the rest of the layer asks this and never slices for itself. */
export class ArticleWords {
  readonly count: number;
  private readonly known: (KnownWord | undefined)[];

  constructor(readonly text: ArticleText) {
    this.count = text.tokens.count;
    this.known = new Array<KnownWord | undefined>(this.count);
  }

  start(i: number): number {
    return this.text.tokens.start[i] ?? this.text.prose.length;
  }

  end(i: number): number {
    return this.text.tokens.end[i] ?? this.text.prose.length;
  }

  isWord(i: number): boolean {
    return i >= 0 && i < this.count && this.text.tokens.kind[i] === TokenKind.Word;
  }

  isPossessive(i: number): boolean {
    return i < this.count && this.text.tokens.kind[i] === TokenKind.Possessive;
  }

  isQuote(i: number): boolean {
    return i >= 0 && i < this.count && this.text.tokens.kind[i] === TokenKind.Quote;
  }

  /** The word as the lexicons spell it: straight apostrophes, no full stop except in dotted capitals (`U.S.`). */
  word(i: number): string {
    return (this.known[i] ?? this.read(i))?.word ?? '';
  }

  lower(i: number): string {
    return (this.known[i] ?? this.read(i))?.lower ?? '';
  }

  private read(i: number): KnownWord | undefined {
    if (i < 0 || i >= this.count) return undefined;
    const word = WORDS.read(this.text.prose, this.start(i), this.end(i));
    this.known[i] = word;
    return word;
  }

  /** Whether the token is a word that begins as a name does. */
  isCapital(i: number): boolean {
    if (!this.isWord(i)) return false;
    const code = this.text.prose.charCodeAt(this.start(i));
    if (code >= 65 && code <= 90) return true;
    if (code < 128) return BEGINS_ARTICLE[code] === 1 && this.hasArabicArticle(i);
    const char = this.text.prose.charAt(this.start(i));
    return char !== char.toLowerCase();
  }

  private hasArabicArticle(i: number): boolean {
    const start = this.start(i);
    const end = Math.min(this.end(i), start + 5);
    let mark = start + 1;
    while (mark < end && !isHyphenOrApostrophe(this.text.prose.charCodeAt(mark))) mark++;
    if (mark >= end) return false;
    return ARABIC_ARTICLE.test(this.text.prose.slice(start, end));
  }

  /** Whether nothing but white space without a blank line stands between the tokens `i` and `i + 1`. */
  joined(i: number): boolean {
    const from = this.end(i);
    const to = this.start(i + 1);
    if (to - from <= 1) return true;
    return to - from < 80 && !/\n\s*\n/.test(this.text.prose.slice(from, to));
  }

  /** The words of tokens `[first, end)` with single spaces; white space and dots of abbreviations are normalised. */
  phrase(first: number, end: number): string {
    let phrase = '';
    for (let i = first; i < end; i++) {
      const word = this.word(i);
      if (word === '.') continue;
      phrase += phrase === '' || this.isPossessive(i) ? word : ` ${word}`;
    }
    return phrase;
  }
}

function isHyphenOrApostrophe(code: number): boolean {
  return code === 45 || code === 39 || code === 0x2019;
}

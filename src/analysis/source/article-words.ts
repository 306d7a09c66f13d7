import type { ArticleText } from '../../text';
import { TokenKind } from '../../text';

/** `U.S` and `U.S.` are one word to the lexicons, whichever way the dot was tokenised. */
const DOTTED = /^\p{Lu}(?:\.\p{Lu})+\.?$/u;
/** An article before the family name, as in `al-Rashid`: the word counts as capitalised. */
const ARABIC_ARTICLE = /^(?:al|el|as|ash|an|ar|at|ad|ul|d|l|bin)[-'’]\p{Lu}/u;

/** The tokens of an article as words, read lazily and only once; the rest of the layer asks this and never slices for itself. */
export class ArticleWords {
  readonly count: number;
  private readonly raw: (string | undefined)[];
  private readonly lowered: (string | undefined)[];

  constructor(readonly text: ArticleText) {
    this.count = text.tokens.count;
    this.raw = new Array<string | undefined>(this.count);
    this.lowered = new Array<string | undefined>(this.count);
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
    const known = this.raw[i];
    if (known !== undefined) return known;
    if (i < 0 || i >= this.count) return '';
    const word = lexiconForm(this.text.prose.slice(this.start(i), this.end(i)));
    this.raw[i] = word;
    return word;
  }

  lower(i: number): string {
    const known = this.lowered[i];
    if (known !== undefined) return known;
    const lower = this.word(i).toLowerCase();
    if (i >= 0 && i < this.count) this.lowered[i] = lower;
    return lower;
  }

  /** Whether the token is a word that begins as a name does. */
  isCapital(i: number): boolean {
    if (!this.isWord(i)) return false;
    const code = this.text.prose.charCodeAt(this.start(i));
    if (code >= 65 && code <= 90) return true;
    if (code < 128) return code >= 97 && code <= 117 && this.hasArabicArticle(i);
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

function lexiconForm(slice: string): string {
  const word = slice.includes('’') ? slice.replaceAll('’', "'") : slice;
  const last = word.charCodeAt(word.length - 1);
  if (last !== 46 && !word.includes('.')) return word;
  if (word.length < 12 && DOTTED.test(word)) return last === 46 ? word : `${word}.`;
  return last === 46 && word.length > 1 ? word.slice(0, -1) : word;
}

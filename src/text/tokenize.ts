import type { Tokens } from './article-text';
import { TokenKind } from './article-text';
import { CharClass, classOf, isAlphanumeric, isDigit, isLetter, isSpace } from './characters';
import { scanNumber } from './scan-number';
import { scanUrl, scanWord } from './scan-word';
import { TokenColumns } from './token-columns';

const AT = 0x40;
const HASH = 0x23;
const DOLLAR = 0x24;
const DOUBLE = 0x22;
const APOSTROPHE = 0x27;
const DOT = 0x2e;
const HYPHEN = 0x2d;
const BACKTICK = 0x60;
const LOWER_S = 0x73;
const UPPER_S = 0x53;

/**
 * Splits prose into tokens in one pass over its code units; linear, never throws.
 *
 * - Every code unit that is not white space (see `isSpace`) is in exactly one token; a token never holds white space.
 * - Word: see {@link scanWord}. A web address, an e-mail address, `@name` and `#tag` are one Word.
 * - Number: see {@link scanNumber}.
 * - Possessive: `'s` and `’s` not in front of a letter or digit (so also the `'s` of "it's", and one that markup parts from its
 *   word); a lone apostrophe after a plural (`prisoners’`) is decided later, with the quotation marks (`resolveApostrophes`).
 * - Quote: `"`, `“` and the like; `''` and ` `` ` count as one mark; an apostrophe at a word's edge, until it is resolved.
 * - Punctuation: one mark, symbol or emoji a token, but `...`, `--` and longer runs of one of these are one token, and so is a
 *   currency with its country (`C$`, `US$`).
 */
export function tokenize(prose: string): Tokens {
  const tokens = new TokenColumns(prose.length >> 2);
  let i = 0;
  while (i < prose.length) i = scanToken(prose, i, tokens);
  return tokens.finish();
}

/** Scans what stands at `i`: one token, or one code unit of white space. Returns where to go on. */
function scanToken(prose: string, i: number, tokens: TokenColumns): number {
  const code = prose.charCodeAt(i);
  switch (classOf(code)) {
    case CharClass.Space:
      return i + 1;
    case CharClass.LowerLetter:
    case CharClass.UpperLetter:
    case CharClass.OtherLetter:
      return scanLetters(prose, i, tokens);
    case CharClass.Digit: {
      const end = scanNumber(prose, i);
      tokens.push(i, end.at, end.kind);
      return end.at;
    }
    case CharClass.Apostrophe:
      return scanApostrophe(prose, i, tokens);
    case CharClass.Quote:
      return push(tokens, i, i + 1, isInches(prose, i) ? TokenKind.Punctuation : TokenKind.Quote);
    case CharClass.Mark:
      return scanMark(i, tokens);
    case CharClass.Hyphen:
    case CharClass.Dot:
      return scanRun(prose, i, tokens);
    case CharClass.Surrogate:
      return scanSurrogate(prose, i, tokens);
    default:
      return scanSymbol(prose, i, code, tokens);
  }
}

function push(tokens: TokenColumns, start: number, end: number, kind: number): number {
  tokens.push(start, end, kind);
  return end;
}

function scanLetters(prose: string, start: number, tokens: TokenColumns): number {
  const end = scanWord(prose, start);
  const next = prose.charCodeAt(end);
  if (next === DOLLAR && isCountryOfDollar(prose, start, end) && isDigit(prose.charCodeAt(end + 1)))
    return push(tokens, start, end + 1, TokenKind.Punctuation);
  return push(tokens, start, end, TokenKind.Word);
}

/** Whether the letters in front of `$` name whose dollar it is: one to three capitals (`C$`, `US$`, `NZ$`). */
function isCountryOfDollar(prose: string, start: number, end: number): boolean {
  if (end - start > 3) return false;
  for (let i = start; i < end; i++) if (classOf(prose.charCodeAt(i)) !== CharClass.UpperLetter) return false;
  return true;
}

/** An apostrophe that no word has taken in: possessive, elision, half of `''`, prime, or a single quotation mark. */
function scanApostrophe(prose: string, i: number, tokens: TokenColumns): number {
  const code = prose.charCodeAt(i);
  const next = prose.charCodeAt(i + 1);
  const afterWord = i > 0 && isAlphanumeric(prose.charCodeAt(i - 1));
  if ((next === LOWER_S || next === UPPER_S) && !isAlphanumeric(prose.charCodeAt(i + 2)))
    return push(tokens, i, i + 2, TokenKind.Possessive);
  if (code === APOSTROPHE && next === APOSTROPHE) return push(tokens, i, i + 2, TokenKind.Quote);
  if (afterWord) return push(tokens, i, i + 1, isPrime(prose, i) ? TokenKind.Punctuation : TokenKind.Quote);
  const elided = scanElision(prose, i);
  if (elided > i + 1) return push(tokens, i, elided, TokenKind.Word);
  return push(tokens, i, i + 1, elided === i ? TokenKind.Quote : TokenKind.Punctuation);
}

/** Whether a straight apostrophe stands between digits, as feet do in `6'2"`. */
function isPrime(prose: string, i: number): boolean {
  return (
    prose.charCodeAt(i) === APOSTROPHE && isDigit(prose.charCodeAt(i - 1)) && isDigit(prose.charCodeAt(i + 1))
  );
}

/** Whether the mark at `i` stands for inches: right behind feet and at most two digits (`6'2"`, `5'11"`). */
function isInches(prose: string, i: number): boolean {
  if (prose.charCodeAt(i) !== DOUBLE || !isDigit(prose.charCodeAt(i - 1))) return false;
  const feet = isDigit(prose.charCodeAt(i - 2)) ? i - 3 : i - 2;
  return prose.charCodeAt(feet) === APOSTROPHE && isDigit(prose.charCodeAt(feet - 1));
}

const ELIDED = new Set(['em', 'til', 'tis', 'twas', 'n', 'neath']);

/**
 * Where an elision that starts with the apostrophe at `i` ends (`’em`, `’n’`); `i + 1` for the apostrophe alone in front of a
 * short year (`’90s`, `’08`), which stays a token of its own so that a Number starts with its digit; `i` where it is none.
 */
function scanElision(prose: string, i: number): number {
  const next = prose.charCodeAt(i + 1);
  if (isDigit(next)) return isShortYear(prose, i + 1) ? i + 1 : i;
  if (!isLetter(next)) return i;
  let end = i + 1;
  while (end - i <= 6 && isLetter(prose.charCodeAt(end))) end++;
  if (!ELIDED.has(prose.slice(i + 1, end).toLowerCase())) return i;
  return end === i + 2 && classOf(prose.charCodeAt(end)) === CharClass.Apostrophe ? end + 1 : end;
}

/**
 * Two digits and an `s`, or two digits alone; the latter behind a straight mark, which may also open a quotation, only where
 * punctuation stands behind the digits or right in front of the mark.
 */
function isShortYear(prose: string, i: number): boolean {
  if (!isDigit(prose.charCodeAt(i + 1))) return false;
  const after = prose.charCodeAt(i + 2);
  if (after === LOWER_S) return !isAlphanumeric(prose.charCodeAt(i + 3));
  if (isAlphanumeric(after)) return false;
  if (prose.charCodeAt(i - 1) !== APOSTROPHE) return true;
  return ',;:)'.includes(prose.charAt(i + 2)) || (i > 1 && !isSpace(prose.charCodeAt(i - 2)));
}

/** A combining mark stays with the token it stands on; alone it is punctuation. */
function scanMark(i: number, tokens: TokenColumns): number {
  if (tokens.lastEnd() !== i) return push(tokens, i, i + 1, TokenKind.Punctuation);
  tokens.extendLast(i + 1);
  return i + 1;
}

/** `...` and `--` are one token; so is a point with the digits behind it (`.22`), which is a Number. */
function scanRun(prose: string, i: number, tokens: TokenColumns): number {
  const code = prose.charCodeAt(i);
  let end = i + 1;
  if (code !== DOT && code !== HYPHEN) return push(tokens, i, end, TokenKind.Punctuation);
  while (prose.charCodeAt(end) === code) end++;
  const alone = end === i + 1 && (i === 0 || !isAlphanumeric(prose.charCodeAt(i - 1)));
  if (code === DOT && alone && isDigit(prose.charCodeAt(end))) {
    const number = scanNumber(prose, end);
    if (number.kind === TokenKind.Number) return push(tokens, i, number.at, TokenKind.Number);
  }
  return push(tokens, i, end, TokenKind.Punctuation);
}

const WIDE_LETTER = /^[\p{L}\p{N}]/u;

/** A pair is one token: a Word where it is a letter or number of a wide script, else a symbol; a lone half is a symbol. */
function scanSurrogate(prose: string, i: number, tokens: TokenColumns): number {
  const point = prose.codePointAt(i) ?? 0;
  if (point < 0x10000) return push(tokens, i, i + 1, TokenKind.Punctuation);
  const letter = WIDE_LETTER.test(String.fromCodePoint(point));
  if (letter && tokens.lastEnd() === i && tokens.lastKind() === TokenKind.Word) {
    tokens.extendLast(i + 2);
    return i + 2;
  }
  return push(tokens, i, i + 2, letter ? TokenKind.Word : TokenKind.Punctuation);
}

function scanSymbol(prose: string, i: number, code: number, tokens: TokenColumns): number {
  const next = prose.charCodeAt(i + 1);
  if (code === AT && isAlphanumeric(next) && tokens.lastEnd() === i) {
    const end = joinAddress(prose, i, tokens);
    if (end > i) return end;
  }
  const free = i === 0 || !isAlphanumeric(prose.charCodeAt(i - 1));
  if ((code === AT || code === HASH) && free && isLetter(next)) {
    return push(tokens, i, scanWord(prose, i + 1), TokenKind.Word);
  }
  if (code === BACKTICK && next === BACKTICK) return push(tokens, i, i + 2, TokenKind.Quote);
  return push(tokens, i, i + 1, TokenKind.Punctuation);
}

/**
 * At the `@` of an e-mail address: takes back the tokens of its local part (everything glued to it up to a space, a bracket or
 * a quotation mark) and pushes the whole address as one Word. Each token is taken back once, so this stays linear.
 * Returns `i` where no address stands here.
 */
function joinAddress(prose: string, i: number, tokens: TokenColumns): number {
  let start = i;
  while (tokens.lastEnd() === start && isLocalPart(prose, tokens)) {
    start = tokens.lastStart();
    tokens.pop();
  }
  if (start === i) return i;
  return push(tokens, start, scanUrl(prose, i + 1), TokenKind.Word);
}

function isLocalPart(prose: string, tokens: TokenColumns): boolean {
  const kind = tokens.lastKind();
  if (kind === TokenKind.Word || kind === TokenKind.Number) return true;
  const code = prose.charCodeAt(tokens.lastStart());
  return (
    kind === TokenKind.Punctuation && (code === DOT || code === HYPHEN || code === 0x5f || code === 0x2b)
  );
}

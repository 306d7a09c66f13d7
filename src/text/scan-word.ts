import { AbbreviationClass, abbreviationClass } from './abbreviations';
import { CharClass, classOf, isAlphanumeric, isDigit, isLetter, isSpace } from './characters';

const DOT = 0x2e;
const COLON = 0x3a;
const SLASH = 0x2f;
const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const LOWER_S = 0x73;
const UPPER_S = 0x53;

/**
 * Where the word that starts with the letter at `start` ends.
 *
 * - Letters, digits, combining marks and `_` between them.
 * - An apostrophe between letters (`don’t`, `O’Brien`), but not that of `’s` at the end.
 * - A hyphen in front of a letter (`long-range`), or of a digit behind a capitalised part (`Il-76`, `COVID-19`); a small one is a
 *   prefix that leaves the number alone (`mid` `-` `1970s`).
 * - A dot between single letters (`U.S`, `a.m`), in `Ph.D`, and in front of an ending that names a site or file (`example.com`).
 * - The last dot of such letters, of an abbreviation (see `abbreviations.ts`) and of an initial in front of a capital (`J. Rowan`).
 * - `&` between capitals (`AT&T`).
 * - `http:` and the like, and `www.`, take in the whole address.
 */
export function scanWord(prose: string, start: number): number {
  let i = start + 1;
  let partStart = start;
  let dotted = false;
  for (;;) {
    const code = prose.charCodeAt(i);
    if (code >= 0x61 && code <= 0x7a) {
      i++;
      continue;
    }
    switch (classOf(code)) {
      case CharClass.LowerLetter:
      case CharClass.UpperLetter:
      case CharClass.OtherLetter:
      case CharClass.Digit:
      case CharClass.Mark:
        i++;
        continue;
      case CharClass.Apostrophe:
        if (!joinsByApostrophe(prose, i)) return i;
        i += 2;
        continue;
      case CharClass.Hyphen:
        if (!joinsByHyphen(prose, partStart, i)) return i;
        i += 2;
        partStart = i - 1;
        continue;
      case CharClass.Dot:
        if (!joinsByDot(prose, partStart, i)) return i + lastDot(prose, start, partStart, i, dotted);
        if (i - partStart === 3 && isWww(prose, partStart)) return scanUrl(prose, i);
        dotted = true;
        i += 2;
        partStart = i - 1;
        continue;
      case CharClass.Punctuation:
        if (code === COLON && isScheme(prose, start, i)) return scanUrl(prose, i);
        if (
          code === UNDERSCORE ? !isAlphanumeric(prose.charCodeAt(i + 1)) : !joinsByAmpersand(prose, i, code)
        )
          return i;
        i += 2;
        continue;
      default:
        return i;
    }
  }
}

function joinsByApostrophe(prose: string, i: number): boolean {
  const next = prose.charCodeAt(i + 1);
  if (!isLetter(next)) return false;
  return !((next === LOWER_S || next === UPPER_S) && !isAlphanumeric(prose.charCodeAt(i + 2)));
}

function joinsByHyphen(prose: string, partStart: number, i: number): boolean {
  const next = prose.charCodeAt(i + 1);
  if (isLetter(next)) return true;
  return isDigit(next) && classOf(prose.charCodeAt(partStart)) !== CharClass.LowerLetter;
}

function joinsByAmpersand(prose: string, i: number, code: number): boolean {
  if (code !== AMPERSAND) return false;
  return (
    classOf(prose.charCodeAt(i - 1)) === CharClass.UpperLetter &&
    classOf(prose.charCodeAt(i + 1)) === CharClass.UpperLetter
  );
}

const SITE_ENDINGS = new Set(
  'com org net edu gov mil info io co uk eu au ca de fr ru ua tv html htm php asp js pdf md txt jpg png doc csv'.split(
    ' ',
  ),
);

/** Whether the dot at `i` stands inside a word. */
function joinsByDot(prose: string, partStart: number, i: number): boolean {
  const next = prose.charCodeAt(i + 1);
  if (!isLetter(next)) return false;
  const afterNext = prose.charCodeAt(i + 2);
  const single = !isAlphanumeric(afterNext);
  if (single && (i - partStart === 1 || (i - partStart === 2 && afterNext === DOT))) return true;
  if (i - partStart === 3 && isWww(prose, partStart)) return true;
  return isSiteEnding(prose, i + 1);
}

/** Whether the lower-case letters at `i`, at most four, are a known ending of a site's or file's name. */
function isSiteEnding(prose: string, i: number): boolean {
  let end = i;
  while (end - i <= 4 && classOf(prose.charCodeAt(end)) === CharClass.LowerLetter) end++;
  return !isAlphanumeric(prose.charCodeAt(end)) && SITE_ENDINGS.has(prose.slice(i, end));
}

/** 1 where the dot at `i`, which no letter follows, belongs to the word `[start, i)`; else 0. */
function lastDot(prose: string, start: number, partStart: number, i: number, dotted: boolean): 0 | 1 {
  const next = prose.charCodeAt(i + 1);
  if (next === DOT) return 0;
  if (isLetter(next)) return dotted && prose.charCodeAt(i - 2) === DOT ? 1 : 0;
  if (dotted && isLetter(prose.charCodeAt(i - 1)) && prose.charCodeAt(i - 2) === DOT) return 1;
  if (i - start === 1) return isInitial(prose, start, i) ? 1 : abbreviationDot(prose, partStart, i);
  return abbreviationDot(prose, partStart, i);
}

function abbreviationDot(prose: string, start: number, i: number): 0 | 1 {
  const kind = abbreviationClass(prose.slice(start, Math.min(i, start + 16)));
  if (kind === 0) return 0;
  return kind !== AbbreviationClass.BeforeNumber || isDigit(prose.charCodeAt(skipSpace(prose, i + 1)))
    ? 1
    : 0;
}

/** Whether a single capital with a dot abbreviates a name: another capital comes next. */
function isInitial(prose: string, start: number, i: number): boolean {
  if (classOf(prose.charCodeAt(start)) !== CharClass.UpperLetter) return false;
  if (start > 0 && isAlphanumeric(prose.charCodeAt(start - 1))) return false;
  return classOf(prose.charCodeAt(skipSpace(prose, i + 1))) === CharClass.UpperLetter;
}

/** The first code unit behind at most two of white space: more is a gap, not a space between words. */
function skipSpace(prose: string, i: number): number {
  let at = i;
  while (at - i < 2 && isSpace(prose.charCodeAt(at))) at++;
  return at;
}

function isWww(prose: string, start: number): boolean {
  return prose.slice(start, start + 4).toLowerCase() === 'www.';
}

/** Whether the word in front of the colon at `i` is the scheme of an address that follows. */
function isScheme(prose: string, start: number, i: number): boolean {
  if (prose.charCodeAt(i + 1) !== SLASH || prose.charCodeAt(i + 2) !== SLASH) return false;
  return i - start <= 5 && /^(https?|ftp)$/i.test(prose.slice(start, i));
}

const NOT_IN_URL = /["<>^`{|}\\“”«»‘’]/;
const NOT_AT_END = /[.,;:!?')\]*_~]/;

/** Where a web address ends that is known to go on at `i`: at white space or a quotation mark, less closing punctuation. */
export function scanUrl(prose: string, i: number): number {
  let end = i;
  while (end < prose.length && !isSpace(prose.charCodeAt(end)) && !NOT_IN_URL.test(prose.charAt(end))) end++;
  while (end > i && NOT_AT_END.test(prose.charAt(end - 1))) end--;
  return end;
}

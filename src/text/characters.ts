/**
 * What a UTF-16 code unit is to the tokenizer. Plain numbers, so that the table below holds them in bytes; 0 is "not looked
 * up yet".
 */
export const CharClass = {
  /** White space, control characters (NUL too), zero-width space, byte-order mark: never part of a token. */
  Space: 1,
  LowerLetter: 2,
  UpperLetter: 3,
  /** Letters of scripts without case, modifier letters. */
  OtherLetter: 4,
  Digit: 5,
  /** Combining marks, joiners, variation selectors, soft hyphen: they stay with what stands before them. */
  Mark: 6,
  /** `'`, `’`, `ʼ`, `＇`: an apostrophe, a closing single quotation mark or (straight) an opening one. */
  Apostrophe: 7,
  /** Marks that only quote: `"`, `“`, `”`, `„`, `‘`, `‚`, `«`, `»`, `‹`, `›`, `「`. */
  Quote: 8,
  /** `-`, `‐`, `‑`: inside a word they belong to it. Dashes are punctuation. */
  Hyphen: 9,
  /** `.` */
  Dot: 10,
  Punctuation: 11,
  /** Half of a surrogate pair, or a lone surrogate. */
  Surrogate: 12,
} as const;

const TABLE = new Uint8Array(0x10000);

function set(chars: string, charClass: number): void {
  for (let i = 0; i < chars.length; i++) TABLE[chars.charCodeAt(i)] = charClass;
}

/** White space and what acts like it. U+200B marks a place where a line may break, so it parts words as a space does. */
const SPACE = /[\s\u0000-\u001f\u007f-\u009f\u200b\u2060\ufeff]/;

function classify(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return CharClass.Surrogate;
  const char = String.fromCharCode(code);
  if (SPACE.test(char)) return CharClass.Space;
  if (/\p{Ll}/u.test(char)) return CharClass.LowerLetter;
  if (/[\p{Lu}\p{Lt}]/u.test(char)) return CharClass.UpperLetter;
  if (/\p{L}/u.test(char)) return CharClass.OtherLetter;
  if (/\p{Nd}/u.test(char)) return CharClass.Digit;
  if (/[\p{M}\u00ad\u200c\u200d]/u.test(char)) return CharClass.Mark;
  return CharClass.Punctuation;
}

set("'’ʼ＇", CharClass.Apostrophe);
set('"“”„‟‘‚‛«»‹›＂「」『』', CharClass.Quote);
set('-‐‑', CharClass.Hyphen);
set('.', CharClass.Dot);
for (let code = 0; code < 0x250; code++) if (TABLE[code] === 0) TABLE[code] = classify(code);

/** The {@link CharClass} of a UTF-16 code unit; `NaN` (past the end of a string) counts as space. */
export function classOf(code: number): number {
  const known = TABLE[code];
  if (known === undefined) return CharClass.Space;
  return known === 0 ? (TABLE[code] = classify(code)) : known;
}

/** Whether a code unit is never part of a token. */
export function isSpace(code: number): boolean {
  return classOf(code) === CharClass.Space;
}

/** Whether a code unit is a letter; surrogates are not looked at. */
export function isLetter(code: number): boolean {
  const c = classOf(code);
  return c >= CharClass.LowerLetter && c <= CharClass.OtherLetter;
}

/** Whether a code unit is a decimal digit of any script. */
export function isDigit(code: number): boolean {
  return classOf(code) === CharClass.Digit;
}

/** Whether a code unit is a letter or a digit. */
export function isAlphanumeric(code: number): boolean {
  const c = classOf(code);
  return c >= CharClass.LowerLetter && c <= CharClass.Digit;
}

/** Whether a code unit ends a line in some editor or on some page: LF, VT, FF, CR, NEL, LS, PS. */
export function isLineBreak(code: number): boolean {
  return (code >= 0x0a && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

const APOSTROPHE = 0x27;

/**
 * A word as a key for comparing: compatibility forms unified (NFKC), lower case, curly quotation marks straight, every dash a
 * hyphen, soft hyphens and joiners dropped. Its length may differ from the word's.
 */
export function foldWord(word: string): string {
  let plain = true;
  for (let i = 0; i < word.length && plain; i++) {
    const code = word.charCodeAt(i);
    plain = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === APOSTROPHE;
  }
  if (plain) return word;
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[‘’‚‛ʼ`´]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-');
}

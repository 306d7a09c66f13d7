import { TokenKind } from './article-text';
import { isAlphanumeric, isDigit, isLetter } from './characters';

const COMMA = 0x2c;
const DOT = 0x2e;
const COLON = 0x3a;

/** What may be glued to digits as a unit and is then a Word of its own: `256GB`, `11am`, `35m`. */
const UNITS = new Set(
  `am pm m mm cm km kg g mg t lb lbs oz ft in mi yd mph kph kmh GB MB TB KB Gb Mb kB GHz MHz kHz Hz W kW MW GW TW kWh MWh GWh
  V kV mAh ml cl l L hl bn mn mln tn tr k K M B C F hr hrs h min mins sec secs s ms pt pts px p c pc pct x bbl ha sq cc hp`.split(
    /\s+/,
  ),
);

const LONGEST_UNIT = Math.max(...[...UNITS].map((unit) => unit.length));

/** What may follow digits inside the number itself: ordinals and decades. */
const ENDINGS = new Set(['st', 'nd', 'rd', 'th', 's', 'ST', 'ND', 'RD', 'TH']);

/** Where a token ends, and its {@link TokenKind}. */
export interface ScannedNumber {
  readonly at: number;
  readonly kind: number;
}

/**
 * Scans the number whose first digit stands at `start`.
 *
 * - Inside it: digits; a comma in front of exactly three digits (`1,500`; or two and another comma, `1,50,000`); a dot in front
 *   of a digit (`11.15`, `24.01.2024`); a colon in front of exactly two digits (`11:15`). Everything else ends it, hyphens and
 *   slashes too (`27-24` and `24/7` are three tokens).
 * - Ordinal and decade endings belong to it (`20th`, `1990s`).
 * - A unit glued to it is left to be a Word (`256` `GB`, `11` `am`, `35` `m`).
 * - Any other letters make the whole a Word (`76ers`, `3D`, `2F3c`): it names, it does not count.
 */
export function scanNumber(prose: string, start: number): ScannedNumber {
  let i = start + 1;
  for (;;) {
    const code = prose.charCodeAt(i);
    if (isDigit(code)) i++;
    else if (joinsDigits(prose, i, code)) i += 2;
    else break;
  }
  if (!isLetter(prose.charCodeAt(i))) return { at: i, kind: TokenKind.Number };
  return scanGlued(prose, i);
}

function joinsDigits(prose: string, i: number, code: number): boolean {
  if (code !== COMMA && code !== DOT && code !== COLON) return false;
  if (!isDigit(prose.charCodeAt(i + 1))) return false;
  if (code === DOT) return true;
  if (!isDigit(prose.charCodeAt(i + 2))) return false;
  const third = prose.charCodeAt(i + 3);
  if (code === COLON) return !isDigit(third);
  if (isDigit(third)) return !isDigit(prose.charCodeAt(i + 4));
  return third === COMMA && isDigit(prose.charCodeAt(i + 4));
}

/** At the letters glued to a number: ending, unit, or the rest of a name. */
function scanGlued(prose: string, i: number): ScannedNumber {
  let end = i;
  while (isAlphanumeric(prose.charCodeAt(end))) end++;
  const length = end - i;
  const letters = length <= LONGEST_UNIT ? prose.slice(i, end) : '';
  if (ENDINGS.has(letters)) return { at: end, kind: TokenKind.Number };
  if (UNITS.has(letters) || isMeridian(prose, i, length)) return { at: i, kind: TokenKind.Number };
  return { at: end, kind: TokenKind.Word };
}

/** `a.m` or `p.m` right behind the digits. */
function isMeridian(prose: string, i: number, length: number): boolean {
  return length === 1 && /^[ap]\.m/i.test(prose.slice(i, i + 3));
}

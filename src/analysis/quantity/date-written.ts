import { Gap, type Atoms } from './atoms';
import { isDayOfMonth, pad, yearOf } from './calendar';
import { isAhead } from './date-ahead';

/** A date read from atoms `[first, next)`. */
export interface DateMatch {
  readonly first: number;
  readonly next: number;
  /** ISO 8601, as exact as the words. */
  readonly value: string;
  /** True where no number is written ("late Tuesday", "last May"). */
  readonly wordless: boolean;
  /** "early", "late", "morning", "night" …, where the words say so. */
  readonly part?: string;
}

/** The years that a bare four-digit number may name. */
export const FIRST_YEAR = 1400;

/** See {@link FIRST_YEAR}. */
export const LAST_YEAR = 2150;

/** The value of a digits atom of `min` to `max` digits without group marks; NaN where there is none. */
export function plainDigits(a: Atoms, i: number, min: number, max: number): number {
  if (!a.isDigits(i) || a.length(i) > 4 || a.length(i) < min || a.length(i) > max) return NaN;
  const text = a.text(i);
  return /^\d+$/.test(text) ? Number(text) : NaN;
}

/** "2024-01-24". */
export function readIso(a: Atoms, i: number): DateMatch | null {
  const year = plainDigits(a, i, 4, 4);
  if (Number.isNaN(year) || !a.isHyphen(i + 1) || !a.isHyphen(i + 3) || a.gap[i + 4] !== Gap.None)
    return null;
  if (!a.glued(i + 1) || !a.glued(i + 2) || !a.glued(i + 3)) return null;
  const month = plainDigits(a, i + 2, 2, 2);
  const day = plainDigits(a, i + 4, 2, 2);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
  if (a.glued(i + 5) && a.isHyphen(i + 5)) return null;
  return { first: i, next: i + 5, value: `${year}-${pad(month)}-${pad(day)}`, wordless: false };
}

/** "5/17/2018", "17/5/2018", "17.5.2018", "11/28/05": the order is taken from the part over 12, month first where both fit. */
export function readSlashed(a: Atoms, i: number): DateMatch | null {
  const mark = a.symbol(i + 1);
  if ((mark !== 47 && mark !== 46) || a.symbol(i + 3) !== mark || !a.glued(i + 1) || !a.glued(i + 3))
    return null;
  const x = plainDigits(a, i, 1, 2);
  const y = plainDigits(a, i + 2, 1, 2);
  const year = slashedYear(a, i + 4, mark);
  if (!a.glued(i + 2) || !a.glued(i + 4) || !(year >= FIRST_YEAR && year <= LAST_YEAR)) return null;
  const dayFirst = x > 12 || mark === 46;
  const [month, day] = dayFirst ? [y, x] : [x, y];
  if (!(month >= 1 && month <= 12) || !isDayOfMonth(month, day)) return null;
  return { first: i, next: i + 5, value: `${year}-${pad(month)}-${pad(day)}`, wordless: false };
}

/** Two digits after slashes are a year of the sixty years before 2040 or so: news has no others. */
function slashedYear(a: Atoms, i: number, mark: number): number {
  const short = mark === 47 ? plainDigits(a, i, 2, 2) : NaN;
  if (Number.isNaN(short)) return plainDigits(a, i, 4, 4);
  return a.is(i + 1, '/') ? NaN : short + (short < 40 ? 2000 : 1900);
}

/** "24 January 2024", "24th January", "the 24th of January", "15 to 20 March". */
export function readDayMonth(a: Atoms, i: number, dateline: string | null): DateMatch | null {
  const day = plainDigits(a, i, 1, 2);
  if (Number.isNaN(day)) return null;
  let at = i + 1;
  if (a.isWord(at) && a.glued(at)) {
    if (!/^(?:st|nd|rd|th)$/i.test(a.text(at))) return null;
    at++;
    if (a.lex(at) === 'of') at++;
  }
  const month = a.follows(at) ? monthAt(a, at) : 0;
  if (month === 0) return readDays(a, i, day, dateline);
  return isDayOfMonth(month, day) ? withYear(a, i, afterMonth(a, at), month, day, dateline, false, '') : null;
}

/** "15 to 20 March", "3-4 June": days of one month. */
function readDays(a: Atoms, i: number, day: number, dateline: string | null): DateMatch | null {
  const joint =
    a.lex(i + 1) === 'to' ? a.gap[i + 1] === Gap.Space : a.isDash(i + 1) && a.glued(i + 1) && a.glued(i + 2);
  const last = joint && a.follows(i + 2) ? plainDigits(a, i + 2, 1, 2) : NaN;
  const month = last > day && a.follows(i + 3) ? monthAt(a, i + 3) : 0;
  if (month === 0 || !isDayOfMonth(month, last)) return null;
  const end = withYear(a, i, afterMonth(a, i + 3), month, last, dateline, false, '');
  return { ...end, value: `${end.value.slice(0, -2)}${pad(day)}/${end.value}` };
}

/** "the third of March". */
export function readOrdinalDay(a: Atoms, i: number, dateline: string | null): DateMatch | null {
  if (a.lex(i + 1) !== 'of') return null;
  const month = a.follows(i + 2) ? monthAt(a, i + 2) : 0;
  const day = a.entry(i).ordinal;
  return month > 0 && isDayOfMonth(month, day)
    ? withYear(a, i, afterMonth(a, i + 2), month, day, dateline, false, '')
    : null;
}

/** The month named at atom `i` with a capital; "may" and "march" need it, and "mar", "sun" their dot or day. */
function monthAt(a: Atoms, i: number): number {
  if (!a.isWord(i)) return 0;
  const month = a.entry(i).month;
  return month > 0 && (a.capital(i) || (month !== 3 && month !== 5)) ? month : 0;
}

function afterMonth(a: Atoms, i: number): number {
  const short = a.length(i) === 3 || a.lex(i) === 'sept';
  return short && a.is(i + 1, '.') && a.glued(i + 1) && a.lex(i) !== 'may' ? i + 2 : i + 1;
}

const BEFORE_MONTH = new Set([
  'in',
  'since',
  'until',
  'till',
  'by',
  'of',
  'last',
  'next',
  'this',
  'from',
  'during',
  'before',
  'after',
  'to',
  'and',
  'between',
  'through',
  'early',
  'late',
  'mid',
  'end',
]);

/** "Jan. 24, 2024", "January 24", "May 2023", "late December", "last May". `from` is where "late" or "last" stands. */
export function readMonth(
  a: Atoms,
  i: number,
  from: number,
  dateline: string | null,
  lead: string,
): DateMatch | null {
  const month = monthAt(a, i);
  const firstOfText = i === 0;
  if (month === 0 && !firstOfText) return null;
  const at = afterMonth(a, i);
  const day = plainDigits(a, at, 1, 2);
  const number = a.follows(at) ? plainDigits(a, at, 4, 4) : NaN;
  if (
    isDayOfMonth(month, day) &&
    a.follows(at) &&
    !a.is(at + 1, ':') &&
    !(a.is(at + 1, ',') && a.glued(at + 1) && a.glued(at + 2))
  ) {
    const suffix = a.isWord(at + 1) && a.glued(at + 1) && /^(?:st|nd|rd|th)$/i.test(a.text(at + 1));
    if (!suffix && a.isWord(at + 1) && a.glued(at + 1)) return null;
    return withYear(a, from, at + (suffix ? 2 : 1), month, day, dateline, false, lead);
  }
  if (number >= FIRST_YEAR && number <= LAST_YEAR)
    return { first: from, next: at + 1, value: `${number}-${pad(month)}`, wordless: false, ...partOf(lead) };
  if (a.is(at, ',') && a.follows(at)) {
    const later = plainDigits(a, at + 1, 4, 4);
    if (later >= FIRST_YEAR && later <= LAST_YEAR)
      return { first: from, next: at + 2, value: `${later}-${pad(month)}`, wordless: false, ...partOf(lead) };
  }
  if (month === 0 || (i === from && !BEFORE_MONTH.has(a.lex(i - 1)))) return null;
  if (a.capital(at) && a.isWord(at) && a.follows(at) && a.length(i) <= 4) return null;
  return monthOnly(a, i, from, month, dateline, lead);
}

function monthOnly(
  a: Atoms,
  i: number,
  from: number,
  month: number,
  dateline: string | null,
  lead: string,
): DateMatch {
  const back = a.lex(i - 1) === 'last';
  const on = a.lex(i - 1) === 'next';
  const ahead = dateline !== null && isAhead(a, from, i + 1);
  // The month of writing is not over.
  let year = yearOf(month, ahead ? 31 : 1, dateline, ahead);
  if (year !== null && dateline !== null) {
    const own = Number(dateline.slice(5, 7));
    const base = Number(dateline.slice(0, 4));
    if (back) year = month < own ? base : base - 1;
    if (on) year = month > own ? base : base + 1;
  }
  const value = year === null ? `--${pad(month)}` : `${year}-${pad(month)}`;
  return { first: from, next: i + 1, value, wordless: true, ...partOf(lead) };
}

/** The `part` of a match, where the words before a date ("late") name one. */
export function partOf(lead: string): { part?: string } {
  return lead === '' ? {} : { part: lead };
}

function withYear(
  a: Atoms,
  first: number,
  at: number,
  month: number,
  day: number,
  dateline: string | null,
  wordless: boolean,
  lead: string,
): DateMatch {
  const comma = a.is(at, ',') ? 1 : 0;
  const written = a.follows(at + comma) ? plainDigits(a, at + comma, 4, 4) : NaN;
  const through = sameMonthEnd(a, at, month, day);
  const known =
    through === 0 &&
    written >= FIRST_YEAR &&
    written <= LAST_YEAR &&
    !(a.is(at + comma + 1, ':') && a.isDigits(at + comma + 2));
  const ahead = !known && dateline !== null && isAhead(a, first, at);
  const year = known ? written : yearOf(month, day, dateline, ahead);
  const prefix = year === null ? `--${pad(month)}` : `${year}-${pad(month)}`;
  if (through > 0)
    return {
      first,
      next: at + 2,
      value: `${prefix}-${pad(day)}/${prefix}-${pad(through)}`,
      wordless,
      ...partOf(lead),
    };
  return {
    first,
    next: known ? at + comma + 1 : at,
    value: `${prefix}-${pad(day)}`,
    wordless,
    ...partOf(lead),
  };
}

/** "Feb. 11-15": the last day of a range within one month, or 0. */
function sameMonthEnd(a: Atoms, at: number, month: number, day: number): number {
  if (!a.isDash(at) || !a.glued(at) || !a.glued(at + 1)) return 0;
  const last = plainDigits(a, at + 1, 1, 2);
  return last > day && isDayOfMonth(month, last) ? last : 0;
}

import { Gap, type Atoms } from './atoms';
import { Role } from './lexicon';
import { readUnit } from './measure';
import { dayNumber, isDayOfMonth, isoDay, pad, weekdayOf, yearOf } from './calendar';

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
const FIRST_YEAR = 1400;
const LAST_YEAR = 2150;

/** Reads the date that starts at atom `i`; `dateline` (ISO day or null) resolves what is relative. */
export function readDate(a: Atoms, i: number, dateline: string | null): DateMatch | null {
  if (a.isDigits(i))
    return readIso(a, i) ?? readDayMonth(a, i, dateline) ?? readSlashed(a, i) ?? readYear(a, i);
  if (!a.isWord(i)) return null;
  const e = a.entry(i);
  if (e.month > 0) return readMonth(a, i, i, dateline, '');
  if (e.weekday > 0) return readWeekday(a, i, i, dateline, '', 0);
  if (e.ordinal > 0 && e.ordinal <= 31) return readOrdinalDay(a, i, dateline);
  return readRelative(a, i, dateline);
}

function plainDigits(a: Atoms, i: number, min: number, max: number): number {
  if (!a.isDigits(i) || a.length(i) > 4 || a.length(i) < min || a.length(i) > max) return NaN;
  const text = a.text(i);
  return /^\d+$/.test(text) ? Number(text) : NaN;
}

function readIso(a: Atoms, i: number): DateMatch | null {
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

/** "5/17/2018", "17/5/2018", "17.5.2018": the order is taken from the part over 12, month first where both fit. */
function readSlashed(a: Atoms, i: number): DateMatch | null {
  const mark = a.symbol(i + 1);
  if ((mark !== 47 && mark !== 46) || a.symbol(i + 3) !== mark || !a.glued(i + 1) || !a.glued(i + 3))
    return null;
  const x = plainDigits(a, i, 1, 2);
  const y = plainDigits(a, i + 2, 1, 2);
  const year = plainDigits(a, i + 4, 4, 4);
  if (!a.glued(i + 2) || !a.glued(i + 4) || !(year >= FIRST_YEAR && year <= LAST_YEAR)) return null;
  const dayFirst = x > 12 || mark === 46;
  const [month, day] = dayFirst ? [y, x] : [x, y];
  if (!(month >= 1 && month <= 12) || !isDayOfMonth(month, day)) return null;
  return { first: i, next: i + 5, value: `${year}-${pad(month)}-${pad(day)}`, wordless: false };
}

/** "24 January 2024", "24th January", "the 24th of January". */
function readDayMonth(a: Atoms, i: number, dateline: string | null): DateMatch | null {
  const day = plainDigits(a, i, 1, 2);
  if (Number.isNaN(day)) return null;
  let at = i + 1;
  if (a.isWord(at) && a.glued(at)) {
    if (!/^(?:st|nd|rd|th)$/i.test(a.text(at))) return null;
    at++;
    if (a.lex(at) === 'of') at++;
  }
  const month = monthAt(a, at);
  if (month === 0 || !isDayOfMonth(month, day) || !a.follows(at)) return null;
  return withYear(a, i, afterMonth(a, at), month, day, dateline, false, '');
}

function readOrdinalDay(a: Atoms, i: number, dateline: string | null): DateMatch | null {
  if (a.lex(i + 1) !== 'of') return null;
  const month = monthAt(a, i + 2);
  const day = a.entry(i).ordinal;
  return month > 0 && isDayOfMonth(month, day)
    ? withYear(a, i, afterMonth(a, i + 2), month, day, dateline, false, '')
    : null;
}

/** The month named at atom `i` with a capital; "may" and "march" need it, and "mar", "sun" their dot or day. */
function monthAt(a: Atoms, i: number): number {
  if (!a.isWord(i) || !a.follows(i)) return 0;
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
function readMonth(
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
  let year = yearOf(month, 1, dateline);
  if (year !== null && dateline !== null) {
    const own = Number(dateline.slice(5, 7));
    const base = Number(dateline.slice(0, 4));
    if (back) year = month < own ? base : base - 1;
    if (on) year = month > own ? base : base + 1;
  }
  const value = year === null ? `--${pad(month)}` : `${year}-${pad(month)}`;
  return { first: from, next: i + 1, value, wordless: true, ...partOf(lead) };
}

function partOf(lead: string): { part?: string } {
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
  const known = through === 0 && written >= FIRST_YEAR && written <= LAST_YEAR && !a.is(at + comma + 1, ':');
  const year = known ? written : yearOf(month, day, dateline);
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

const YEAR_BEFORE = new Set([
  'in',
  'since',
  'by',
  'until',
  'till',
  'from',
  'during',
  'before',
  'after',
  'of',
  'to',
  'through',
  'and',
  'around',
  'early',
  'late',
  'mid',
  'summer',
  'winter',
  'spring',
  'autumn',
  'fall',
  'circa',
  'between',
  'or',
  'year',
  'for',
  'the',
  'than',
  'back',
  'vs',
  'season',
  'as',
  'than',
]);

/** A bare year ("in 2019", "2024 election") or decade ("the 1990s", "mid-1960s"). */
function readYear(a: Atoms, i: number): DateMatch | null {
  const year = plainDigits(a, i, 4, 4);
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return null;
  if (a.glued(i + 1) && a.isWord(i + 1)) {
    if (!/^'?s$/i.test(a.text(i + 1)) || year % 10 !== 0) return null;
    return { first: i, next: i + 2, value: `${String(year).slice(0, 3)}x`, wordless: false };
  }
  if (a.isDash(i + 1) && a.glued(i + 1)) {
    const end = plainDigits(a, i + 2, 2, 4);
    const full = end < 100 ? Math.floor(year / 100) * 100 + end : end;
    if (a.glued(i + 2) && full > year && full <= LAST_YEAR && full - year < 200)
      return { first: i, next: i + 3, value: `${year}/${full}`, wordless: false };
  }
  if (yearPlace(a, i)) return { first: i, next: i + 1, value: String(year), wordless: false };
  return null;
}

/** A bare number is a year by its neighbours: a preposition of time before, or no counted noun after it. */
function yearPlace(a: Atoms, i: number): boolean {
  const year = Number(a.text(i));
  const before = a.lex(i - 1);
  if (before === 'year' || before === 'fy') return true;
  // A newspaper writes thousands of things with a comma: only people are counted as "2000 people".
  const plural = a.follows(i + 1) && (a.entry(i + 1).role & Role.Head) !== 0;
  if (readUnit(a, a.isHyphen(i + 1) ? i + 2 : i + 1, true) !== null) return false;
  if (a.is(i + 1, '%') || a.symbol(i - 1) === 36) return false;
  if (before === 'in' || before === 'since' || before === 'during' || before === 'until')
    return year >= 1500 && !plural;
  if (year < 1800 || year > 2060)
    return (
      before !== '' &&
      YEAR_BEFORE.has(before) &&
      before !== 'the' &&
      !plural &&
      year < 2060 &&
      year > 1500 &&
      !a.isWord(i + 1)
    );
  return (
    !plural && (YEAR_BEFORE.has(before) || !a.isWord(i - 1) || a.entry(i - 1).role === 0 || year >= 1900)
  );
}

const PARTS = new Set(['morning', 'afternoon', 'evening', 'night', 'overnight']);

/** "early on Tuesday", "late Tuesday", "Tuesday night", "last Tuesday": weekdays look back, as news does. */
function readWeekday(
  a: Atoms,
  i: number,
  from: number,
  dateline: string | null,
  lead: string,
  week: number,
): DateMatch | null {
  if (!a.capital(i) && i !== 0) return null;
  if (a.length(i) <= 3 && !a.is(i + 1, '.')) return null;
  let next = i + 1;
  let part = lead;
  if (a.isWord(next) && a.follows(next) && PARTS.has(a.text(next).toLowerCase())) {
    part = part === '' ? a.text(next).toLowerCase() : `${part} ${a.text(next).toLowerCase()}`;
    next++;
  }
  // "Wednesday, Jan. 24"
  const comma = a.is(next, ',') ? 1 : 0;
  const at = next + comma;
  const date = a.follows(at)
    ? a.isDigits(at)
      ? readDayMonth(a, at, dateline)
      : readMonth(a, at, at, dateline, '')
    : null;
  if (date && !date.wordless) return { ...date, first: from, ...partOf(part) };
  const base = dateline === null ? NaN : dayNumber(dateline);
  if (Number.isNaN(base))
    return { first: from, next, value: `-W-${a.entry(i).weekday}`, wordless: true, ...partOf(part) };
  const back = (weekdayOf(base) - a.entry(i).weekday + 7) % 7;
  const days = week > 0 ? base + (7 - back || 7) : base - back - (week < 0 && back === 0 ? 7 : 0);
  return { first: from, next, value: isoDay(days), wordless: true, ...partOf(part) };
}

/** What starts with a word of its own: "early Tuesday", "last May", "yesterday", "this year", "late on Tuesday". */
function readRelative(a: Atoms, i: number, dateline: string | null): DateMatch | null {
  const lex = a.lex(i);
  const base = dateline === null ? NaN : dayNumber(dateline);
  switch (lex) {
    case 'today':
    case 'tonight':
    case 'yesterday':
    case 'tomorrow': {
      if (Number.isNaN(base) || a.text(i + 1) === "'s") return null;
      const shift = lex === 'yesterday' ? -1 : lex === 'tomorrow' ? 1 : 0;
      return {
        first: i,
        next: i + 1,
        value: isoDay(base + shift),
        wordless: true,
        ...partOf(lex === 'tonight' ? 'night' : ''),
      };
    }
    case 'early':
    case 'late': {
      const at = a.lex(i + 1) === 'on' || a.lex(i + 1) === 'in' || a.lex(i + 1) === 'last' ? i + 2 : i + 1;
      if (!a.follows(at)) return null;
      if (a.entry(at).weekday > 0)
        return readWeekday(a, at, i, dateline, lex, a.lex(at - 1) === 'last' ? -1 : 0);
      if (a.entry(at).month > 0) return readMonth(a, at, i, dateline, lex);
      return null;
    }
    case 'last':
    case 'next':
    case 'this': {
      if (!a.follows(i + 1)) return null;
      if (a.entry(i + 1).weekday > 0)
        return readWeekday(a, i + 1, i, dateline, '', lex === 'last' ? -1 : lex === 'next' ? 1 : 0);
      if (a.entry(i + 1).month > 0) return readMonth(a, i + 1, i, dateline, '');
      return relativeSpan(a, i, lex, base);
    }
    default:
      return null;
  }
}

/** "last year", "this month", "next week" against the dateline. */
function relativeSpan(a: Atoms, i: number, lex: string, base: number): DateMatch | null {
  if (Number.isNaN(base)) return null;
  const shift = lex === 'last' ? -1 : lex === 'next' ? 1 : 0;
  const day = isoDay(base);
  const made = (value: string): DateMatch => ({ first: i, next: i + 2, value, wordless: true });
  switch (a.lex(i + 1)) {
    case 'year':
      return made(String(Number(day.slice(0, 4)) + shift));
    case 'month': {
      const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + shift;
      return made(`${Math.floor(months / 12)}-${pad((months % 12) + 1)}`);
    }
    case 'week': {
      const thursday = base + shift * 7 - weekdayOf(base) + 4;
      const year = Number(isoDay(thursday).slice(0, 4));
      const week = Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) + 1;
      return made(`${year}-W${pad(week)}`);
    }
    default:
      return null;
  }
}

import type { Atoms } from './atoms';
import { dayNumber, isoDay, pad, weekdayOf } from './calendar';
import { isAhead } from './date-ahead';
import type { DateMatch } from './date-written';
import { partOf, readDayMonth, readMonth } from './date-written';

const PARTS = new Set(['morning', 'afternoon', 'evening', 'night', 'overnight']);

/**
 * "early on Tuesday", "late Tuesday", "Tuesday night", "last Tuesday": weekdays look back, as news does, unless their clause tells of what
 * is to come.
 */
export function readWeekday(
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
  const days = weekdayNear(base, back, week === 0 && isAhead(a, from, next) ? 'ahead' : week);
  return { first: from, next, value: isoDay(days), wordless: true, ...partOf(part) };
}

/**
 * The day that a weekday is, counted as `base` is.
 * @param back how many days before `base` the last such day is, 0 where `base` is one
 * @param week -1 for "last", 1 for "next", 0 for neither; `ahead` for what is to come, which may be that very day
 */
function weekdayNear(base: number, back: number, week: number | 'ahead'): number {
  if (week === 'ahead') return back === 0 ? base : base + 7 - back;
  if (week > 0) return base + 7 - back;
  return base - back - (week < 0 && back === 0 ? 7 : 0);
}

/** What starts with a word of its own: "early Tuesday", "last May", "yesterday", "this year", "late on Tuesday". */
export function readRelative(a: Atoms, i: number, dateline: string | null): DateMatch | null {
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

import type { Atoms } from './atoms';
import type { DateMatch } from './date-written';
import { FIRST_YEAR, LAST_YEAR, plainDigits } from './date-written';
import { Role } from './lexicon';
import { readUnit } from './measure';

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
export function readYear(a: Atoms, i: number): DateMatch | null {
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

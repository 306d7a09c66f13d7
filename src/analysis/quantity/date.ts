import type { Atoms } from './atoms';
import { readRelative, readWeekday } from './date-relative';
import type { DateMatch } from './date-written';
import { readDayMonth, readIso, readMonth, readOrdinalDay, readSlashed } from './date-written';
import { readYear } from './date-year';

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

import type { Relation } from './model';

/** A date as exact as its words: undefined parts were not said. */
interface DateParts {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly day: string | undefined;
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number | undefined;
}

const read = new Map<string, DateParts>();
const READ_LIMIT = 10_000;

function partsOf(value: string): DateParts {
  let parts = read.get(value);
  if (parts === undefined) {
    if (read.size >= READ_LIMIT) read.clear();
    read.set(value, (parts = readParts(value)));
  }
  return parts;
}

/** Reads ISO dates with parts left out: "2024-01-24", "2024-01", "--01-24", "--01", "-W-3". */
function readParts(value: string): DateParts {
  const weekday = /W-?([1-7])$/u.exec(value);
  if (weekday !== null)
    return { year: undefined, month: undefined, day: undefined, weekday: Number(weekday[1]) };
  const m = /^(\d{4}|-)?(?:-(\d\d))?(?:-(\d\d))?/u.exec(value);
  const year = m?.[1] === '-' ? undefined : m?.[1];
  const parts = { year, month: m?.[2], day: m?.[3] };
  return { ...parts, weekday: weekdayOf(parts.year, parts.month, parts.day) };
}

function weekdayOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): number | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDay() || 7;
}

/**
 * How two dates stand to each other: they differ where a part that both give differs, agree where one only leaves the year or
 * all but the weekday to the reader, and refine where one is coarser.
 */
export function relateDateValues(x: string, y: string): Relation {
  if (x === y) return 'agree';
  const a = partsOf(x);
  const b = partsOf(y);
  const clash = (p: string | number | undefined, q: string | number | undefined): boolean =>
    p !== undefined && q !== undefined && p !== q;
  if (clash(a.year, b.year) || clash(a.month, b.month) || clash(a.day, b.day)) return 'differ';
  if (clash(a.weekday, b.weekday)) return 'differ';
  const onlyWeekday = (p: DateParts): boolean => p.month === undefined && p.weekday !== undefined;
  if (onlyWeekday(a) || onlyWeekday(b)) return a.weekday === b.weekday ? 'agree' : 'refine';
  return a.month === b.month && a.day === b.day ? 'agree' : 'refine';
}

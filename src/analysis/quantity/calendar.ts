/** ISO dates without a time zone: days are counted from 1970-01-01. */

/** Days since 1970-01-01 of an ISO day; NaN where `iso` is not a whole day. */
export function dayNumber(iso: string): number {
  const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  return m ? Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3])) / 86_400_000 : NaN;
}

/** The ISO day of a number of days since 1970-01-01. */
export function isoDay(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

export function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a month has this day in some year. */
export function isDayOfMonth(month: number, day: number): boolean {
  return day >= 1 && day <= (MONTH_DAYS[month - 1] ?? 0);
}

/**
 * The year of a month (and day) that an article dated `dateline` means: the nearest, rather back than forward, as news
 * looks back; or, where it tells of what is to come, the next. Null without a dateline.
 * @param ahead whether the words tell of what is to come
 */
export function yearOf(month: number, day: number, dateline: string | null, ahead: boolean): number | null {
  const base = dateline === null ? NaN : dayNumber(dateline);
  if (Number.isNaN(base) || dateline === null) return null;
  const year = Number(dateline.slice(0, 4));
  if (ahead) return `${pad(month)}-${pad(day)}` >= dateline.slice(5) ? year : year + 1;
  for (const candidate of [year + 1, year, year - 1]) {
    const distance = dayNumber(`${pad(candidate, 4)}-${pad(month)}-${pad(day)}`) - base;
    if (distance <= 100) return candidate;
  }
  return year;
}

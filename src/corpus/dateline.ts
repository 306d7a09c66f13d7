import type { ArticleText } from '../text';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const ISO = /\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/u;
const DAY_MONTH_YEAR = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? ((?:19|20)\\d\\d)\\b`, 'iu');
const MONTH_DAY_YEAR = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)\\b`, 'iu');
const SLASHED = /\b(\d{1,2})\/(\d{1,2})\/((?:19|20)?\d\d)\b/u;

/** A dateline stands on a line of its own, so only lines no longer than this are read, and what opens the text. */
const LINE_LIMIT = 90;
const OPENING = 40;
const FIRST_LINES = 6;
const LAST_LINES = 2;

/**
 * The day an article is dated, as ISO 8601, from a short line near its start or end or from the words that open it;
 * undefined where there is none. "11/10/11" is read as American: month, day, year.
 */
export function datelineOf(text: ArticleText): string | undefined {
  const lines = text.prose
    .split(/\r?\n/u, 2000)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  for (const line of [...lines.slice(0, FIRST_LINES), ...lines.slice(-LAST_LINES)]) {
    const date = dateIn(line.length <= LINE_LIMIT ? line : line.slice(0, OPENING));
    if (date !== undefined) return date;
  }
  return undefined;
}

function dateIn(line: string): string | undefined {
  const iso = ISO.exec(line);
  if (iso !== null) return iso[0];
  const dmy = DAY_MONTH_YEAR.exec(line);
  if (dmy !== null) return isoDate(dmy[3], monthNumber(dmy[2]), dmy[1]);
  const mdy = MONTH_DAY_YEAR.exec(line);
  if (mdy !== null) return isoDate(mdy[3], monthNumber(mdy[1]), mdy[2]);
  const slashed = SLASHED.exec(line);
  if (slashed === null) return undefined;
  const year = slashed[3] ?? '';
  return isoDate(year.length === 2 ? '20' + year : year, Number(slashed[1]), slashed[2]);
}

function monthNumber(word: string | undefined): number {
  return MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1;
}

function isoDate(year: string | undefined, month: number, day: string | undefined): string | undefined {
  const number = Number(day);
  if (year === undefined || month < 1 || month > 12 || number < 1 || number > 31) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`;
}

/** Days between two ISO dates, without sign. */
export function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

import type { Span } from '../../text';
import type { ArticleText } from '../../text';
import { Atoms } from './atoms';
import { dayNumber } from './calendar';
import { readDate } from './date';

/** The article's own date, and where it stands in the file (front matter counts). */
export interface Dateline extends Span {
  /** ISO day. */
  readonly date: string;
}

/** Only the head of a file holds its date. */
const HEAD = 1500;

/** Front matter keys and metadata labels that hold a date, best first. */
const LABELLED =
  /(?:^|[\s"'])(?:date|published|publish_date|pubdate|published_at|datetime|created|updated|modified)["']?\s{0,4}[:=]?\s{0,4}["']?(\d{4}-\d\d-\d\d)/i;

/**
 * Reads the date that an article gives itself: "date: 2024-01-24" in front matter, a metadata line, "Published Jan. 24,
 * 2024", or the dateline before the first sentence ("ASTRA, Jan. 24, 2024 —"; one without a year dates nothing).
 * @returns null where the article does not date itself
 */
export function readDateline(text: ArticleText): Dateline | null {
  const head = text.source.slice(0, HEAD);
  const labelled = LABELLED.exec(head);
  if (labelled?.[1] && !Number.isNaN(dayNumber(labelled[1]))) {
    const start = labelled.index + labelled[0].length - labelled[1].length;
    return { date: labelled[1], start, end: start + labelled[1].length };
  }
  return writtenDate(head);
}

/** The first full date that stands before or inside the first lines: "Wednesday, 24 January 2024", "Jan. 24, 2024". */
function writtenDate(head: string): Dateline | null {
  const atoms = Atoms.of(head);
  for (let i = 0; i < atoms.count; i++) {
    const date = readDate(atoms, i, null);
    if (!date) continue;
    const start = atoms.start[date.first] ?? 0;
    if (/^\d{4}-\d\d-\d\d$/.test(date.value) && isDatelinePlace(head, start))
      return { date: date.value, start, end: atoms.end[date.next - 1] ?? start };
    i = date.next - 1;
  }
  return null;
}

const LABEL =
  /^\W*(?:first |last )?(?:published|posted|updated|modified|dated?|created)\b[^a-z]*(?:on|at)?[^a-z]*$/i;
const BYLINE = /^By [A-Z][\w.'’ -]{1,50}[|,·–—-]\s*$/;
const PLACE = /^[A-Z][A-Z .,'’/()-]{2,}$/;
const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b,?/g;

/** A dateline stands at the start of a line, after a label, a byline, a weekday or a place in capitals, never inside a sentence. */
function isDatelinePlace(head: string, start: number): boolean {
  const line = head.slice(head.lastIndexOf('\n', start - 1) + 1, start);
  if (line.length > 60) return false;
  const rest = line.replace(WEEKDAY, '');
  return (
    /^[\s\W]*$/.test(rest) ||
    LABEL.test(rest) ||
    BYLINE.test(rest) ||
    PLACE.test(rest.replace(/[\s–—]+$/, ''))
  );
}

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
    const end = atoms.end[date.next - 1] ?? start;
    if (/^\d{4}-\d\d-\d\d$/.test(date.value) && isDatelinePlace(head, start, end))
      return { date: date.value, start, end };
    i = date.next - 1;
  }
  return null;
}

/** More than this before or behind a date on its line is a sentence. */
const LINE = 60;

/** What stands beside the date of a page: when it was made, the day of the week, the time of day and its zone. */
const BESIDE = new RegExp(
  [
    String.raw`\b(?:first |last )?(?:published|posted|updated|modified|issued|dated?|created)\b(?: on| at|:)?`,
    String.raw`\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?`,
    String.raw`\b\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\b\.?)?(?:\s[a-z]{2,4}\b)?`,
  ].join('|'),
  'gi',
);
const BYLINE = /^By [A-Z][\w.'’ -]{1,50}[|,·–—-]?\s*$/;
const PLACE = /^[A-Z][A-Z .,'’/()|-]{2,}$/;
/** "Tarvik, Corvana (Northwire), ": names alone, each with a capital. */
const NAMES =
  /^[*_]*\p{Lu}[\p{L}\p{M}.'’-]*[*_]*(?:(?:\s-\s|[\s,|·/–—]+)(?:[*_]*\p{Lu}[\p{L}\p{M}.'’-]*[*_]*|of|de|la|le|al|el|upon|sur|and|\([^()]{2,40}\)))*(?:\s?[,|·–—:-]|\s?\)|\s)\s*$/u;
const NO_NAME =
  /^[*_]*(?:The|An?|In|On|At|From|For|Since|After|Before|Until|Between|This|That|It|He|She|They|We|File)\s|\b(?:Photo|Image|Picture|File|Copyright)\b/u;
/** The agency and the dash that part a dateline from the first sentence, after the time of day. */
const CLOSE =
  /^(?:[,\s]+\d{1,2}[:.]?\d\d\s?(?:[ap]\.?m\b\.?)?(?:\s[a-z]{2,5}\b)?)?[.,]?\s*(?:\([^()]{2,40}\)\s*(?:[-–—:.|·]|$)|[-–—|·](?:\s|$)|$)/iu;
/** A sentence goes on in small letters. */
const GOES_ON = /^,?\s+(?!(?:at|by|local|hrs|hours|am|pm|a\.m|p\.m)\b)\p{Ll}/u;

/**
 * A dateline stands at the start of a line, or behind a label, a byline, a weekday, a time or a place in capitals; behind names in small letters,
 * too, where the line ends with it or an agency or a dash follows. Never inside a sentence. A first line that ends in a date is a headline.
 */
function isDatelinePlace(head: string, start: number, end: number): boolean {
  const from = head.lastIndexOf('\n', start - 1) + 1;
  if (start - from > LINE) return false;
  const newline = head.indexOf('\n', end);
  const behind = head.slice(end, Math.min(newline < 0 ? head.length : newline, end + LINE)).trimEnd();
  const line = head
    .slice(from, start)
    .replace(BESIDE, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trimStart();
  if (GOES_ON.test(behind)) return false;
  if (/^[\s\W]*$/.test(line) || BYLINE.test(line)) return true;
  if (PLACE.test(line.replace(/[\s–—]+$/, ''))) return true;
  if (!NAMES.test(line) || NO_NAME.test(line)) return false;
  const isFirst = head.slice(0, from).trim() === '';
  return CLOSE.test(behind) && !(isFirst && behind === '');
}

import picomatch from 'picomatch/posix';
import type { Corrections, Dateline, Place } from '../crossref';
import type { CorrectionsFile, QuotedPlace } from './file';

/** The articles of a folder as resolving needs them: paths, and the text behind one. */
export interface ArticleTexts {
  readonly paths: readonly string[];
  /** The article's text, or undefined where there is none. */
  textOf(path: string): string | undefined;
}

/**
 * Finds what a corrections file speaks of in the present articles. A quote that stands nowhere, or more than once without a context
 * that decides, is left out: a correction never lands on other words than those meant.
 */
export function resolveCorrections(file: CorrectionsFile, articles: ArticleTexts): Corrections {
  const placed = (quoted: QuotedPlace): Place | null => locate(quoted, articles);
  const pairs = (list: ReadonlyMap<string, readonly [QuotedPlace, QuotedPlace]>): [Place, Place][] =>
    [...list.values()].flatMap(([a, b]) => {
      const [one, other] = [placed(a), placed(b)];
      return one === null || other === null ? [] : [[one, other] satisfies [Place, Place]];
    });
  return {
    stories: [...storiesOf(file, articles.paths).values()],
    notSame: pairs(file.notSame),
    same: pairs(file.same),
    aliases: [...file.aliases].map(([name, others]) => [name, ...others]),
    datelines: datelines(file),
    ignored: [...file.ignore.values()].flatMap((quoted) => placed(quoted) ?? []),
  };
}

/** The stories that people named, with the articles of each; an article belongs to the first story whose globs it matches. */
export function storiesOf(file: CorrectionsFile, paths: readonly string[]): Map<string, string[]> {
  const taken = new Set<string>();
  const stories = new Map<string, string[]>();
  for (const [name, globs] of file.stories) {
    const matches = picomatch([...globs]);
    const members = paths.filter((path) => !taken.has(path) && matches(path));
    for (const path of members) taken.add(path);
    if (members.length > 0) stories.set(name, members);
  }
  return stories;
}

/** The one place in an article where the quoted words stand, with their context where they stand more than once. */
export function locate(quoted: QuotedPlace, articles: ArticleTexts): Place | null {
  const text = articles.textOf(quoted.article);
  if (text === undefined) return null;
  const { quote, prefix, suffix } = quoted;
  const found: Place[] = [];
  for (let at = text.indexOf(quote); at >= 0 && found.length < 2; at = text.indexOf(quote, at + 1)) {
    const fits = text.slice(0, at).endsWith(prefix) && text.startsWith(suffix, at + quote.length);
    if (fits) found.push({ path: quoted.article, start: at, end: at + quote.length });
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

function datelines(file: CorrectionsFile): Map<string, Dateline> {
  const found = new Map<string, Dateline>();
  for (const [path, { published, zone }] of file.articles) {
    const date = published?.slice(0, 10);
    const offset = offsetOf(zone, date) ?? offsetOf(published?.slice(19) ?? null, date);
    found.set(path, { ...(date === undefined ? {} : { date }), ...(offset === null ? {} : { offset }) });
  }
  return found;
}

/** Minutes east of UTC for "+05:30" or a name of the tz database on a date; null where the name is not known. */
function offsetOf(zone: string | null, date: string | undefined): number | null {
  if (zone === null || zone === '') return null;
  if (zone === 'Z') return 0;
  const given = /^([+-])(\d{2}):(\d{2})$/.exec(zone);
  if (given !== null) return (given[1] === '-' ? -1 : 1) * (Number(given[2]) * 60 + Number(given[3]));
  return namedOffset(zone, new Date(`${date ?? '2000-01-01'}T12:00:00Z`));
}

function namedOffset(zone: string, at: Date): number | null {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
    return offsetOf(name.replace(/^GMT$/, 'Z').replace(/^GMT/, ''), undefined);
  } catch {
    return null;
  }
}

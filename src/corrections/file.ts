import { isMap, parseDocument } from 'yaml';
import type { Message } from '../crossref';
import { tooDeepAt } from '../sidecar';

/** Words in an article, as people name a place. */
export interface QuotedPlace {
  readonly article: string;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** What is known of an article beside its text. */
export interface ArticleNote {
  readonly outlet: string | null;
  readonly published: string | null;
  readonly place: string | null;
  readonly zone: string | null;
}

/** What `corroborate.yaml` says, as plain data. Keys of pairs are the short names that people gave them. */
export interface CorrectionsFile {
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly stories: ReadonlyMap<string, readonly string[]>;
  readonly articles: ReadonlyMap<string, ArticleNote>;
  readonly same: ReadonlyMap<string, readonly [QuotedPlace, QuotedPlace]>;
  readonly notSame: ReadonlyMap<string, readonly [QuotedPlace, QuotedPlace]>;
  readonly ignore: ReadonlyMap<string, QuotedPlace>;
}

/** A file without corrections. */
export const EMPTY_FILE: CorrectionsFile = {
  aliases: new Map(),
  stories: new Map(),
  articles: new Map(),
  same: new Map(),
  notSame: new Map(),
  ignore: new Map(),
};

/** What was read, and what was left out and why. With a `problem` nothing was read and the file must not be written. */
export interface ReadCorrections {
  readonly file: CorrectionsFile;
  readonly problem: Message | null;
}

/** Longer files are refused: reading them would keep every surface waiting. */
const MAX_LENGTH = 2_000_000;

/** Reads `corroborate.yaml`. Never throws; entries of the wrong shape are left out (the JSON Schema shows them in the editor). */
export function readCorrectionsFile(text: string): ReadCorrections {
  if (text.length > MAX_LENGTH) return { file: EMPTY_FILE, problem: problem('it is too long') };
  const root = parse(text);
  if (typeof root === 'string') return { file: EMPTY_FILE, problem: problem(root) };
  return {
    file: {
      aliases: entries(root.aliases, texts),
      stories: entries(root.stories, texts),
      articles: entries(root.articles, articleNote),
      same: entries(root.same, pair),
      notSame: entries(root['not-same'], pair),
      ignore: entries(root.ignore, quotedPlace),
    },
    problem: null,
  };
}

function problem(reason: string): Message {
  return { message: 'corroborate.yaml cannot be read: {0}', args: [reason] };
}

/** The file as a plain record, or why it cannot be read. */
function parse(text: string): Record<string, unknown> | string {
  if (tooDeepAt(text) >= 0) return 'it is nested too deeply';
  try {
    const document = parseDocument(text, { schema: 'core', resolveKnownTags: false, prettyErrors: true });
    const [error] = document.errors;
    if (error !== undefined) return error.message.replace(/\s+/g, ' ').slice(0, 200);
    if (document.contents === null) return {};
    if (!isMap(document.contents)) return 'it is not a map';
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    return isRecord(value) ? value : {};
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 200) : String(error);
  }
}

function entries<T>(value: unknown, read: (value: unknown) => T | null): Map<string, T> {
  const found = new Map<string, T>();
  if (!isRecord(value)) return found;
  for (const [key, entry] of Object.entries(value)) {
    const item = read(entry);
    if (item !== null) found.set(key, item);
  }
  return found;
}

function texts(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  const list = value.filter((v): v is string => typeof v === 'string' && v !== '');
  return list.length > 0 ? list : null;
}

function pair(value: unknown): readonly [QuotedPlace, QuotedPlace] | null {
  if (!isRecord(value)) return null;
  const a = quotedPlace(value.a);
  const b = quotedPlace(value.b);
  return a === null || b === null ? null : [a, b];
}

function quotedPlace(value: unknown): QuotedPlace | null {
  if (!isRecord(value)) return null;
  const [article, quote] = [text(value.article), text(value.quote)];
  if (article === null || quote === null) return null;
  return { article, quote, prefix: text(value.prefix) ?? '', suffix: text(value.suffix) ?? '' };
}

function articleNote(value: unknown): ArticleNote | null {
  if (!isRecord(value)) return null;
  const { outlet, published, place, zone } = value;
  return { outlet: text(outlet), published: text(published), place: text(place), zone: text(zone) };
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

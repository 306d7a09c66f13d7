import { isMap, parseDocument } from 'yaml';
import type { Message } from '../crossref';
import { tooDeepAt } from '../sidecar';
import type { Span } from '../text';

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
  readonly problem: CorrectionsProblem | null;
}

/** Why a file cannot be read, and where that shows in its text. */
export interface CorrectionsProblem extends Message {
  readonly at: Span;
}

/** Longer files are refused: reading them would keep every surface waiting. */
const MAX_LENGTH = 2_000_000;

/** Reads `corroborate.yaml`. Never throws; entries of the wrong shape are left out (the JSON Schema shows them in the editor). */
export function readCorrectionsFile(text: string): ReadCorrections {
  const { root, problem } = parse(text);
  if (problem !== undefined) return { file: EMPTY_FILE, problem };
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

/** The file as a plain record, or why it cannot be read. */
type Parsed =
  | { readonly root: Record<string, unknown>; readonly problem?: undefined }
  | { readonly root?: undefined; readonly problem: CorrectionsProblem };

function parse(text: string): Parsed {
  const at = { start: 0, end: 0 };
  if (text.length > MAX_LENGTH)
    return { problem: { message: 'corroborate.yaml is too long.', args: [], at } };
  const deep = tooDeepAt(text);
  if (deep >= 0)
    return {
      problem: {
        message: 'corroborate.yaml is nested too deeply.',
        args: [],
        at: { start: deep, end: deep },
      },
    };
  try {
    const document = parseDocument(text, { schema: 'core', resolveKnownTags: false, prettyErrors: true });
    const [error] = document.errors;
    if (error !== undefined) return unreadable(error.message, { start: error.pos[0], end: error.pos[1] });
    if (document.contents === null) return { root: {} };
    if (!isMap(document.contents))
      return { problem: { message: 'corroborate.yaml has no sections.', args: [], at } };
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    return { root: isRecord(value) ? value : {} };
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error), at);
  }
}

/** YAML's own words, without the lines of the file that it quotes. */
function unreadable(error: string, at: Span): Parsed {
  const [line = ''] = error.split('\n');
  const reason = line.replace(/:$/, '').slice(0, 200);
  return { problem: { message: 'corroborate.yaml cannot be read: {0}', args: [reason], at } };
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

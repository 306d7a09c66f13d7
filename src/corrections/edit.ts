import { isMap, isScalar, parseDocument, Scalar } from 'yaml';
import type { Document, Node } from 'yaml';
import type { QuotedPlace } from './file';
import { readCorrectionsFile } from './file';
import type { Message } from '../crossref';

/** A correction to add, under a key of its own so that it can be taken back. */
export type NewCorrection =
  | {
      readonly kind: 'same' | 'not-same';
      readonly a: QuotedPlace;
      readonly b: QuotedPlace;
      readonly by: string;
    }
  | { readonly kind: 'ignore'; readonly place: QuotedPlace }
  | { readonly kind: 'alias'; readonly name: string; readonly alias: string };

/** The new text of the file; or why it was not changed. */
export type CorrectionsEdit =
  | { readonly ok: true; readonly text: string; readonly key: string }
  | { readonly ok: false; readonly problem: Message };

const NEW_FILE =
  '# What people have told the machine about these articles. Paths are seen from this folder.\nversion: 1\n...\n';

/**
 * Adds a correction to `corroborate.yaml`; comments and order of what is there stay.
 * @param text the file, or '' where there is none yet
 */
export function addCorrection(text: string, correction: NewCorrection): CorrectionsEdit {
  return change(text, (document) => {
    if (correction.kind === 'alias') return addAlias(document, correction.name, correction.alias);
    const section = correction.kind;
    const words = correction.kind === 'ignore' ? correction.place.quote : correction.a.quote;
    const key = freeKey(document, section, words);
    const value =
      correction.kind === 'ignore'
        ? placeNode(correction.place)
        : { a: placeNode(correction.a), b: placeNode(correction.b), by: correction.by };
    insertSorted(document, section, key, document.createNode(quoted(value)));
    return key;
  });
}

/** Takes a correction back: the entry of that key in that section. */
export function removeCorrection(
  text: string,
  section: 'same' | 'not-same' | 'ignore' | 'aliases',
  key: string,
): CorrectionsEdit {
  return change(text, (document) => {
    document.deleteIn([section, key]);
    const rest: unknown = document.get(section);
    if (isMap(rest) && rest.items.length === 0) document.delete(section);
    return key;
  });
}

function change(text: string, apply: (document: Document) => string): CorrectionsEdit {
  const before = text.trim() === '' ? NEW_FILE : text;
  const { problem } = readCorrectionsFile(before);
  if (problem !== null) return { ok: false, problem };
  const document = parseDocument(before, { resolveKnownTags: false, schema: 'core' });
  const key = apply(document);
  const after = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  const ended = /^\.\.\.$/m.test(before) && !/^\.\.\.$/m.test(after) ? `${after}...\n` : after;
  return { ok: true, text: ended, key };
}

/**
 * Puts an entry before the first greater key, with a blank line around it: two people's new entries then seldom meet in one place,
 * which is what git calls a conflict.
 */
function insertSorted(document: Document, section: string, key: string, value: Node): void {
  if (document.hasIn([section, key])) {
    document.setIn([section, key], value);
    return;
  }
  const map: unknown = document.get(section);
  if (!isMap(map)) {
    document.setIn([section, key], value);
    return;
  }
  const pair = document.createPair(key, value);
  const next = map.items.findIndex((item) => String(item.key) > key);
  map.items.splice(next < 0 ? map.items.length : next, 0, pair);
  if (section === 'aliases' || !isScalar(pair.key)) return;
  const first = map.items[0] === pair;
  if (!first) pair.key.spaceBefore = true;
  const after = map.items[map.items.indexOf(pair) + 1];
  if (after !== undefined && isScalar(after.key)) after.key.spaceBefore = true;
}

function addAlias(document: Document, name: string, alias: string): string {
  const now: unknown = document.toJS({ maxAliasCount: 0 });
  const aliases = isRecord(now) && isRecord(now.aliases) ? now.aliases[name] : undefined;
  const list = Array.isArray(aliases) ? aliases.filter((a): a is string => typeof a === 'string') : [];
  const all = list.includes(alias) ? list : [...list, alias];
  insertSorted(document, 'aliases', name, document.createNode(quoted(all), { flow: true }));
  return name;
}

/** A short key of letters, made from the words it is about, that the section does not have yet. */
function freeKey(document: Document, section: string, words: string): string {
  const slug = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 24);
  const base = /^[a-z]/.test(slug) ? slug : `fact-${slug}`.replace(/-$/, '');
  let key = base;
  for (let n = 2; document.hasIn([section, key]); n++) key = `${base}-${n}`;
  return key;
}

function placeNode({ article, quote, prefix, suffix }: QuotedPlace): Record<string, string> {
  return {
    article,
    quote,
    ...(prefix === '' ? {} : { prefix }),
    ...(suffix === '' ? {} : { suffix }),
  };
}

/** The value with every text double-quoted, so that no reader of YAML takes one for a number or a date. */
function quoted(value: unknown): unknown {
  if (typeof value === 'string') {
    const scalar = new Scalar(value);
    scalar.type = Scalar.QUOTE_DOUBLE;
    return scalar;
  }
  if (Array.isArray(value)) return value.map(quoted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, quoted(v)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

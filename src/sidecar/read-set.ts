import { STATUSES } from '../annotation';
import type { Annotation, AnnotationSet, Conflict, Reply, See, Selector, Status } from '../annotation';
import type { Span } from '../text';
import { ANNOTATION_FIELDS, REPLY_FIELDS, ROOT_FIELDS } from './fields';
import { FieldReader } from './field-reader';
import type { ProblemList } from './problems';
import type { MapNode, Node, Pair } from './tree';

/** Ids as we accept them: a letter first, so that no reader takes one for a number. */
const ID = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
const NOT_EMPTY = /[^]/;
const BLOB_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** RFC 3339 date-time. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
const TIME_WORDS = 'a time such as 2026-01-31T12:00:00Z';

/**
 * The annotations that a file's tree holds; what is wrong with them goes to `problems`. Never throws.
 * @param expected the version that the tree must be of
 */
export function readSet(root: MapNode, problems: ProblemList, expected: number): AnnotationSet {
  const reader = new FieldReader(root, problems);
  reader.allow(ROOT_FIELDS);
  const version = readVersion(reader, root, problems, expected);
  reader.require('article');
  reader.require('annotations');
  readConflicts(reader);
  const article = reader.text('article', NOT_EMPTY, 'a file name') ?? '';
  const entries = reader.child('annotations')?.pairs ?? [];
  const annotations = new Map<string, Annotation>();
  for (const pair of entries) {
    const annotation = readAnnotation(pair, problems);
    if (annotation !== undefined) annotations.set(pair.key, annotation);
  }
  return { version, article, annotations: [...annotations.values()] };
}

function readVersion(reader: FieldReader, root: MapNode, problems: ProblemList, expected: number): number {
  const node = reader.node('version');
  const value = node?.kind === 'scalar' ? node.value : undefined;
  if (value === expected) return value;
  const span = node ?? { start: root.start, end: root.start };
  if (typeof value === 'number' && value > expected) {
    const words =
      'A newer version of Corroborate wrote this file (version: {0}; this one knows {1}). Its notes can be read but not changed here.';
    problems.add('unknown-version', span, words, [value, expected]);
  } else
    problems.add('unknown-version', span, 'This file needs "version: {0}" to be understood.', [expected]);
  return typeof value === 'number' ? value : 0;
}

function readAnnotation(pair: Pair, problems: ProblemList): Annotation | undefined {
  const id = pair.key;
  const map = entryMap(pair, problems, id);
  if (map === undefined) return undefined;
  const reader = new FieldReader(map, problems, id);
  reader.allow(ANNOTATION_FIELDS);
  for (const field of ['by', 'made', 'status']) reader.require(field);
  const selector = readSelector(reader);
  const verdict = reader.text('verdict');
  return {
    id,
    ...(selector === undefined ? {} : { selector }),
    ...readOrigin(reader),
    status: readStatus(reader),
    ...(verdict === undefined ? {} : { verdict }),
    tags: reader.list('tags', (item) => reader.textOf(item, 'tags', NOT_EMPTY, 'words')),
    note: reader.text('note') ?? '',
    sees: reader.list('sees', (item) => readSee(item, reader, problems, id)),
    replies: (reader.child('replies')?.pairs ?? [])
      .map((reply) => readReply(reply, problems, id))
      .filter((reply) => reply !== undefined),
    ...readConflicts(reader),
  };
}

function entryMap(pair: Pair, problems: ProblemList, id: string): MapNode | undefined {
  if (!ID.test(pair.key))
    problems.add('bad-id', pair, '{0} cannot be an id: a letter first, then letters, digits, - and _.', [
      pair.key.slice(0, 80),
    ]);
  if (pair.value.kind === 'map') return pair.value;
  problems.add('bad-type', pair, '{0} must be {1}.', [pair.key.slice(0, 80), 'a map'], id);
  return undefined;
}

function readOrigin(reader: FieldReader): { by: string; made: string; edited?: string } {
  const edited = reader.text('edited', TIME, TIME_WORDS);
  return {
    by: reader.text('by', NOT_EMPTY, 'a name') ?? '',
    made: reader.text('made', TIME, TIME_WORDS) ?? '',
    ...(edited === undefined ? {} : { edited }),
  };
}

function readStatus(reader: FieldReader): Status {
  const written = reader.text('status');
  const status = STATUSES.find((known) => known === written);
  const node = reader.node('status');
  if (status === undefined && written !== undefined && node !== undefined)
    reader.badValue(node, 'status', `one of ${STATUSES.join(', ')}`);
  return status ?? 'unchecked';
}

function readSelector(reader: FieldReader): Selector | undefined {
  const quote = reader.text('quote', NOT_EMPTY, 'the words of the article');
  const prefix = reader.text('prefix');
  const suffix = reader.text('suffix');
  const base = reader.text('base', BLOB_ID, "git's id of a file");
  const at = readAt(reader);
  if (quote === undefined) {
    if ([prefix, suffix, base, at].some((field) => field !== undefined)) reader.require('quote');
    return undefined;
  }
  return {
    quote,
    ...(prefix === undefined ? {} : { prefix }),
    ...(suffix === undefined ? {} : { suffix }),
    ...(base === undefined ? {} : { base }),
    ...(at === undefined ? {} : { at }),
  };
}

function readAt(reader: FieldReader): Span | undefined {
  const node = reader.node('at');
  if (node === undefined) return undefined;
  const numbers =
    node.kind === 'seq' ? node.items.map((item) => (item.kind === 'scalar' ? item.value : '')) : [];
  const [start, end] = numbers;
  if (numbers.length === 2 && isOffset(start) && isOffset(end) && start <= end) return { start, end };
  reader.badValue(node, 'at', 'two offsets, [start, end]');
  return undefined;
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function readSee(item: Node, reader: FieldReader, problems: ProblemList, id: string): See | undefined {
  if (item.kind !== 'map') {
    reader.wrongType(item, 'sees', 'a list of {article, quote}');
    return undefined;
  }
  const fields = new FieldReader(item, problems, id);
  fields.allow(['article', 'quote']);
  fields.require('article');
  const article = fields.text('article', NOT_EMPTY, 'a file name');
  const quote = fields.text('quote');
  return article === undefined ? undefined : { article, ...(quote === undefined ? {} : { quote }) };
}

function readReply(pair: Pair, problems: ProblemList, id: string): Reply | undefined {
  const map = entryMap(pair, problems, id);
  if (map === undefined) return undefined;
  const reader = new FieldReader(map, problems, id);
  reader.allow(REPLY_FIELDS);
  for (const field of ['by', 'made', 'text']) reader.require(field);
  const text = reader.text('text') ?? '';
  return { id: pair.key, ...readOrigin(reader), text, ...readConflicts(reader) };
}

function readConflicts(reader: FieldReader): { conflicts?: readonly Conflict[] } {
  const pairs = reader.child('conflicts')?.pairs ?? [];
  const conflicts = pairs.map(({ key, value }): Conflict => {
    if (value.kind !== 'seq') reader.wrongType(value, 'conflicts', 'a list of texts for each field');
    const items = value.kind === 'seq' ? value.items : [];
    return {
      field: key,
      values: items.map((item) => reader.textOf(item, 'conflicts')).filter((text) => text !== undefined),
    };
  });
  return conflicts.length === 0 ? {} : { conflicts };
}

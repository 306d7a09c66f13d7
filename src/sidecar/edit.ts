import { SIDECAR_VERSION } from '../annotation';
import type { Addition, Annotation, AnnotationPatch, ChangeOfOne } from '../annotation';
import { ANNOTATION_FIELDS, byCodeUnit, REPLY_FIELDS, SELECTOR_FIELDS } from './fields';
import { parseTree } from './parse';
import type { SidecarTree } from './parse';
import { isBlocking } from './problems';
import type { SidecarProblem } from './problems';
import { pairText } from './scalar';
import { applySplices } from './splice';
import { annotationValue, replyValue, setValue } from './to-value';
import { isMap, sameValue, valueOf } from './tree';
import type { MapNode, Value, ValueMap } from './tree';
import { Updater } from './update';
import { FORMAT } from './upgrade';
import type { SidecarFormat } from './upgrade';

/** One change of a sidecar; fields of the file that the model does not know stay as they are. */
export type SidecarChange =
  Addition | ChangeOfOne | { readonly type: 'set-article'; readonly article: string };

/** Why an edit was refused. */
export type EditRefusal =
  /** The file is in doubt (see `problems`) and must not be written. */
  | 'not-writable'
  /** No annotation or reply of that id. */
  | 'not-found'
  /** The edited text did not say what was meant: nothing was changed. A defect of ours, or a file in a style that we cannot edit. */
  | 'not-verified';

export type EditResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: EditRefusal; readonly problems: readonly SidecarProblem[] };

/** A sidecar without annotations. */
export function newSidecarText(article: string, version = SIDECAR_VERSION): string {
  const layout = { indent: 0, step: 2, eol: '\n' };
  const fields = setValue({ version, article, annotations: [] });
  return `${[...fields].map(([key, value]) => pairText(key, value, layout)).join('\n')}\n...\n`;
}

/**
 * Changes a sidecar's text and nothing beside what is meant: comments, order and style stay, one field is one line. A file of an
 * earlier format becomes one of today's with its first change.
 * @param text the file, or '' where there is none yet
 * @param article the article's file name, for a new file
 * @returns the new text, re-parsed and compared to what was meant
 */
export function editSidecar(
  text: string,
  article: string,
  changes: SidecarChange | readonly SidecarChange[],
  format: SidecarFormat = FORMAT,
): EditResult {
  const before = text.trim() === '' ? newSidecarText(article, format.version) : text;
  const tree = parseTree(before, format);
  if (tree.root === null || tree.current === null || !tree.writable) return refusal('not-writable', tree);
  const target = new Map(rootOf(tree.current));
  const entries = new Map(mapAt(target, 'annotations'));
  for (const change of isList(changes) ? changes : [changes]) {
    if (change.type === 'set-article') target.set('article', change.article);
    else if (!applyChange(entries, change)) return refusal('not-found', tree);
  }
  const sorted = new Map([...entries].sort(([a], [b]) => byCodeUnit(a, b)));
  return rewrite({ text: before, root: tree.root }, target.set('annotations', sorted), format);
}

/** Makes the file say `target` and checks that it does. */
export function rewrite(
  { text, root }: { readonly text: string; readonly root: MapNode },
  target: ValueMap,
  format: SidecarFormat,
  blocks?: ReadonlyMap<string, string>,
): EditResult {
  const updater = new Updater(text, blocks);
  updater.root(root, target);
  if (updater.splices.length === 0) return { ok: true, text };
  const after = applySplices(text, updater.splices);
  const tree = parseTree(after, format);
  const verified = tree.root !== null && tree.writable && sameValue(rootOf(tree.root), target);
  return verified ? { ok: true, text: after } : refusal('not-verified', tree);
}

function refusal(reason: EditRefusal, tree: SidecarTree): EditResult {
  return { ok: false, reason, problems: tree.problems.filter(isBlocking) };
}

/** A file's value with `annotations:` without anything read as an empty map. */
export function rootOf(root: MapNode): ValueMap {
  const value = valueOf(root);
  const map = new Map(isMap(value) ? value : []);
  if (map.get('annotations') === null) map.set('annotations', new Map());
  return map;
}

function isList(changes: SidecarChange | readonly SidecarChange[]): changes is readonly SidecarChange[] {
  return Array.isArray(changes);
}

/** Changes the entries; false where there is no annotation or reply of that id. */
function applyChange(entries: Map<string, Value>, change: EntryChange): boolean {
  if (change.type === 'put') {
    const { annotation } = change;
    entries.set(annotation.id, putEntry(mapAt(entries, annotation.id), annotation));
    return true;
  }
  const entry = mapAt(entries, change.id);
  if (entry === undefined) return false;
  if (change.type === 'remove') return entries.delete(change.id);
  const next = change.type === 'patch' ? patchEntry(entry, change.fields) : changeReply(entry, change);
  if (next !== null) entries.set(change.id, next);
  return next !== null;
}

function putEntry(old: ValueMap | undefined, annotation: Annotation): ValueMap {
  const next = new Map(onlyUnknown(old, ANNOTATION_FIELDS));
  for (const [key, value] of annotationValue(annotation)) next.set(key, value);
  const oldReplies = old === undefined ? undefined : mapAt(old, 'replies');
  const replies = mapAt(next, 'replies');
  if (oldReplies === undefined || replies === undefined) return next;
  const merged = new Map<string, Value>();
  for (const [id, reply] of replies) {
    const unknown = onlyUnknown(mapAt(oldReplies, id), REPLY_FIELDS);
    merged.set(id, isMap(reply) ? new Map([...reply, ...unknown]) : reply);
  }
  return next.set('replies', merged);
}

function onlyUnknown(map: ValueMap | undefined, known: readonly string[]): [string, Value][] {
  return [...(map ?? [])].filter(([key]) => !known.includes(key));
}

function patchEntry(entry: ValueMap, fields: AnnotationPatch): ValueMap {
  const { selector, edited, verdict, conflicts, ...rest } = fields;
  const full = annotationValue({
    id: '',
    by: '',
    made: '',
    status: 'unchecked',
    tags: [],
    note: '',
    sees: [],
    replies: [],
    ...(isNone(selector) ? {} : { selector }),
    ...(isNone(edited) ? {} : { edited }),
    ...(isNone(verdict) ? {} : { verdict }),
    ...(isNone(conflicts) ? {} : { conflicts }),
    ...rest,
  });
  return patched(entry, fields, full);
}

/** Takes from `full` the fields that `fields` names; what `full` leaves out is taken away. */
function patched(entry: ValueMap, fields: object, full: ValueMap): ValueMap {
  const next = new Map(entry);
  for (const name of Object.keys(fields))
    for (const key of name === 'selector' ? SELECTOR_FIELDS : [name]) {
      const value = full.get(key);
      if (value === undefined) next.delete(key);
      else next.set(key, value);
    }
  return next;
}

type EntryChange = Exclude<SidecarChange, { type: 'set-article' }>;
type ReplyChange = Extract<SidecarChange, { type: 'put-reply' | 'patch-reply' | 'remove-reply' }>;

function changeReply(entry: ValueMap, change: ReplyChange): ValueMap | null {
  const replies = mapAt(entry, 'replies') ?? new Map<string, Value>();
  if (change.type === 'put-reply') {
    const { reply } = change;
    const unknown = onlyUnknown(mapAt(replies, reply.id), REPLY_FIELDS);
    const next = new Map([...replyValue(reply), ...unknown]);
    return withKey(entry, 'replies', withId(replies, reply.id, next));
  }
  const old = mapAt(replies, change.replyId);
  if (old === undefined) return null;
  if (change.type === 'remove-reply') {
    const left = without(replies, change.replyId);
    return left.size === 0 ? without(entry, 'replies') : withKey(entry, 'replies', left);
  }
  const { edited, conflicts, ...rest } = change.fields;
  const full = replyValue({
    id: '',
    by: '',
    made: '',
    text: '',
    ...(isNone(edited) ? {} : { edited }),
    ...(isNone(conflicts) ? {} : { conflicts }),
    ...rest,
  });
  const next = patched(old, change.fields, full);
  return withKey(entry, 'replies', withId(replies, change.replyId, next));
}

function mapAt(map: ValueMap, key: string): ValueMap | undefined {
  const value = map.get(key);
  return isMap(value) ? value : undefined;
}

function withKey(map: ValueMap, key: string, value: Value): ValueMap {
  return new Map(map).set(key, value);
}

function withId(map: ValueMap, id: string, value: Value): ValueMap {
  if (map.has(id)) return withKey(map, id, value);
  return new Map([...map, [id, value] as const].sort(([a], [b]) => byCodeUnit(a, b)));
}

function without(map: ValueMap, key: string): ValueMap {
  const next = new Map(map);
  next.delete(key);
  return next;
}

function isNone(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

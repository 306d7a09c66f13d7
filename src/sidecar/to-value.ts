import type { Annotation, AnnotationSet, Conflict, Reply } from '../annotation';
import { byCodeUnit } from './fields';
import type { Value, ValueMap } from './tree';

/** An annotation as it stands in the file: fields in order, what is empty left out. */
export function annotationValue(annotation: Annotation): ValueMap {
  const { selector } = annotation;
  return record([
    ['quote', selector?.quote],
    ['prefix', selector?.prefix],
    ['suffix', selector?.suffix],
    ['base', selector?.base],
    ['at', selector?.at === undefined ? undefined : [selector.at.start, selector.at.end]],
    ['by', annotation.by],
    ['made', annotation.made],
    ['edited', annotation.edited],
    ['status', annotation.status],
    ['verdict', annotation.verdict],
    ['tags', annotation.tags.length === 0 ? undefined : annotation.tags],
    ['note', annotation.note === '' ? undefined : annotation.note],
    ['sees', annotation.sees.length === 0 ? undefined : annotation.sees.map(seeValue)],
    ['conflicts', conflictsValue(annotation.conflicts)],
    [
      'replies',
      annotation.replies.length === 0
        ? undefined
        : byId(annotation.replies.map((reply) => [reply.id, replyValue(reply)])),
    ],
  ]);
}

/** A reply as it stands in the file. */
export function replyValue(reply: Reply): ValueMap {
  return record([
    ['by', reply.by],
    ['made', reply.made],
    ['edited', reply.edited],
    ['text', reply.text],
    ['conflicts', conflictsValue(reply.conflicts)],
  ]);
}

/** A whole sidecar. */
export function setValue(set: AnnotationSet): ValueMap {
  return record([
    ['version', set.version],
    ['article', set.article],
    ['annotations', byId(set.annotations.map((entry) => [entry.id, annotationValue(entry)]))],
  ]);
}

function seeValue(see: { readonly article: string; readonly quote?: string }): ValueMap {
  return record([
    ['article', see.article],
    ['quote', see.quote],
  ]);
}

function conflictsValue(conflicts: readonly Conflict[] | undefined): Value | undefined {
  if (conflicts === undefined || conflicts.length === 0) return undefined;
  return byId(conflicts.map(({ field, values }) => [field, values]));
}

function byId(entries: readonly (readonly [string, Value])[]): ValueMap {
  return new Map([...entries].sort(([a], [b]) => byCodeUnit(a, b)));
}

function record(entries: readonly (readonly [string, Value | undefined])[]): ValueMap {
  const map = new Map<string, Value>();
  for (const [key, value] of entries) if (value !== undefined) map.set(key, value);
  return map;
}

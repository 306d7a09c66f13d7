import type { KeptChange } from '../../protocol';

/** The annotation that a change is about. */
export function annotationOf(kept: KeptChange): string {
  if (kept.kind === 'annotation') return kept.annotation.id;
  return kept.kind === 'reply' ? kept.id : kept.change.id;
}

/** What a change is about, as one word or more: the annotation, the reply, the field. Two changes of one thing have the same key. */
export function keyOf(kept: KeptChange): string {
  if (kept.kind === 'annotation') return kept.annotation.id;
  if (kept.kind === 'reply') return `${kept.id} ${kept.reply.id}`;
  const { change } = kept;
  switch (change.type) {
    case 'patch':
      return `${change.id} ${mainField(change.fields)}`;
    case 'patch-reply':
      return `${change.id} ${change.replyId} ${mainField(change.fields)}`;
    case 'remove':
      return `${change.id} removed`;
    case 'remove-reply':
      return `${change.id} ${change.replyId} removed`;
  }
}

/** Whether one change takes away what the other one is about, so that the other one has nothing left to change. */
export function takesAway(removal: KeptChange, other: KeptChange): boolean {
  if (removal === other || removal.kind !== 'change' || annotationOf(removal) !== annotationOf(other))
    return false;
  if (removal.change.type === 'remove') return true;
  return removal.change.type === 'remove-reply' && removal.change.replyId === replyOf(other);
}

/** A change that was stored as JSON; undefined where it is none of today's kinds. */
export function readKept(value: unknown): KeptChange | undefined {
  if (!isKept(value)) return undefined;
  return value;
}

function replyOf(kept: KeptChange): string | undefined {
  if (kept.kind === 'reply') return kept.reply.id;
  if (kept.kind === 'annotation' || !('replyId' in kept.change)) return undefined;
  return kept.change.replyId;
}

/** What a person meant to change; the time of the change and the record of a decision come along with it. */
function mainField(fields: object): string {
  const named = Object.keys(fields);
  return named.find((name) => name !== 'edited' && name !== 'conflicts') ?? named.join(' ');
}

/** Stored by this extension, in a folder of its own: the kind and the parts are looked at, not every field. */
function isKept(value: unknown): value is KeptChange {
  if (!isObject(value)) return false;
  const { kind, annotation, reply, before, change } = value;
  if (kind === 'annotation') return isObject(annotation);
  if (kind === 'reply') return isObject(reply);
  const known = before === null || isObject(before);
  return kind === 'change' && known && isObject(change) && typeof change.type === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

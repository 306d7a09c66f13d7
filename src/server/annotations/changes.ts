import type { Annotation, AnnotationSet, CreationPorts } from '../../annotation';
import { findAnnotation, newAnnotation, newReply, selectorOf, timestamp } from '../../annotation';
import type { AnnotationEdit, KeptChange, Range } from '../../protocol';
import type { SidecarChange } from '../../sidecar';
import { decideConflict } from '../../sidecar';
import type { Span } from '../../text';

/** What making a change needs beside the edit itself. */
export interface ChangePorts extends CreationPorts {
  /** The annotations as they are. */
  readonly set: AnnotationSet | null;
  /** The article's file name. */
  readonly article: string;
  /** The article's present text, or null where it is gone. */
  readonly text: () => Promise<string | null>;
  readonly spanOf: (text: string, range: Range) => Span;
  readonly author: () => Promise<string>;
  /** Keeps a text that an annotation is made in; gives git's id of it. */
  readonly keepBase: (text: string) => Promise<string>;
  /** What brings back what was taken away, by its token. */
  readonly taken: ReadonlyMap<string, SidecarChange>;
}

/** The change of the sidecar that an edit asks for; null where what it is about is no longer there. */
export async function changeFor(edit: AnnotationEdit, ports: ChangePorts): Promise<SidecarChange | null> {
  const edited = timestamp(ports.now());
  switch (edit.kind) {
    case 'add':
      return { type: 'put', annotation: await added(edit, ports) };
    case 'status':
      return { type: 'patch', id: edit.id, fields: { status: edit.status } };
    case 'note':
      return { type: 'patch', id: edit.id, fields: { note: edit.note, edited } };
    case 'tags':
      return { type: 'patch', id: edit.id, fields: { tags: edit.tags } };
    case 'reply':
      return { type: 'put-reply', id: edit.id, reply: newReply(await ports.author(), edit.text, ports) };
    case 'edit-reply':
      return { type: 'patch-reply', id: edit.id, replyId: edit.reply, fields: { text: edit.text, edited } };
    case 'delete-reply':
      return { type: 'remove-reply', id: edit.id, replyId: edit.reply };
    case 'delete':
      return { type: 'remove', id: edit.id };
    case 'restore':
      return ports.taken.get(edit.token) ?? null;
    case 'renamed':
      return { type: 'set-article', article: ports.article };
    case 'attach':
      return attached(edit.id, edit.range, ports);
    case 'decide': {
      const annotation = ports.set === null ? undefined : findAnnotation(ports.set, edit.id);
      return annotation === undefined ? null : decideConflict(annotation, edit.reply, edit.field, edit.value);
    }
    case 'again':
      return changeAgain(edit.change);
  }
}

async function added(
  { range, note, status, tags, sees }: Extract<AnnotationEdit, { kind: 'add' }>,
  ports: ChangePorts,
): Promise<Annotation> {
  const text = (await ports.text()) ?? '';
  const span = range === null ? {} : { span: ports.spanOf(text, range) };
  const [by, base] = [await ports.author(), await ports.keepBase(text)];
  const made = newAnnotation({ text, ...span, base, by, note, status, tags }, ports);
  return sees === undefined ? made : { ...made, sees };
}

async function attached(id: string, range: Range, ports: ChangePorts): Promise<SidecarChange | null> {
  const text = await ports.text();
  if (text === null || ports.set === null || findAnnotation(ports.set, id) === undefined) return null;
  const selector = selectorOf(text, ports.spanOf(text, range), await ports.keepBase(text));
  return { type: 'patch', id, fields: { selector } };
}

/** What is lost with a change that cannot be written: words that somebody typed. Null where it holds none. */
export function keptOf(change: SidecarChange): KeptChange | null {
  switch (change.type) {
    case 'put':
      return { kind: 'annotation', annotation: change.annotation };
    case 'put-reply':
      return { kind: 'reply', id: change.id, reply: change.reply };
    case 'patch': {
      const { note, edited } = change.fields;
      return note === undefined ? null : { kind: 'note', id: change.id, note, edited: edited ?? '' };
    }
    case 'patch-reply': {
      const { text, edited } = change.fields;
      if (text === undefined) return null;
      return { kind: 'edit-reply', id: change.id, reply: change.replyId, text, edited: edited ?? '' };
    }
    default:
      return null;
  }
}

/** The change that brings back what another takes away from an annotation; null where it takes nothing that cannot be had again. */
export function inverseOf(change: SidecarChange, annotation: Annotation): SidecarChange | null {
  const { id, selector } = annotation;
  switch (change.type) {
    case 'remove':
      return { type: 'put', annotation };
    case 'remove-reply': {
      const reply = annotation.replies.find((candidate) => candidate.id === change.replyId);
      return reply === undefined ? null : { type: 'put-reply', id, reply };
    }
    case 'patch':
      if (change.fields.selector === undefined) return null;
      return { type: 'patch', id, fields: { selector: selector ?? null } };
    default:
      return null;
  }
}

function changeAgain(kept: KeptChange): SidecarChange {
  switch (kept.kind) {
    case 'annotation':
      return { type: 'put', annotation: kept.annotation };
    case 'reply':
      return { type: 'put-reply', id: kept.id, reply: kept.reply };
    case 'note': {
      const { id, note, edited } = kept;
      return { type: 'patch', id, fields: { note, edited } };
    }
    case 'edit-reply': {
      const { id, reply, text, edited } = kept;
      return { type: 'patch-reply', id, replyId: reply, fields: { text, edited } };
    }
  }
}

/** The annotation that a change is about; '' for the file itself. */
export function idOf(change: SidecarChange): string {
  if (change.type === 'put') return change.annotation.id;
  return change.type === 'set-article' ? '' : change.id;
}

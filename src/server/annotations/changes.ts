import type { Annotation, AnnotationSet, ChangeOfOne, CreationPorts } from '../../annotation';
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

/**
 * A change that cannot be written, as it can be made later; null where it holds nothing that somebody typed and is about an annotation
 * that is not there.
 * @param before the annotation that it is about, as it is without the change
 */
export function keptOf(change: SidecarChange, before: Annotation | undefined): KeptChange | null {
  switch (change.type) {
    case 'put':
      return { kind: 'annotation', annotation: change.annotation };
    case 'put-reply':
      return { kind: 'reply', id: change.id, reply: change.reply };
    case 'set-article':
      return null;
    default:
      if (before === undefined && !holdsWords(change)) return null;
      return { kind: 'change', before: before ?? null, change };
  }
}

function holdsWords(change: ChangeOfOne): boolean {
  if (change.type === 'patch') return change.fields.note !== undefined;
  return change.type === 'patch-reply' && change.fields.text !== undefined;
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
  if (kept.kind === 'annotation') return { type: 'put', annotation: kept.annotation };
  return kept.kind === 'reply' ? { type: 'put-reply', id: kept.id, reply: kept.reply } : kept.change;
}

/** The annotation that a change is about; '' for the file itself. */
export function idOf(change: SidecarChange): string {
  if (change.type === 'put') return change.annotation.id;
  return change.type === 'set-article' ? '' : change.id;
}

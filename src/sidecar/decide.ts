import { STATUSES } from '../annotation';
import type { Annotation, AnnotationPatch, Conflict, Selector } from '../annotation';
import type { SidecarChange } from './edit';
import { parseSidecar } from './parse';

/**
 * The change by which a person settles what a merge left open.
 * @param replyId the reply that the conflict is about, or null for the annotation itself
 * @param value one of the conflict's values
 * @returns null where there is no such conflict, or its field is one that we do not know
 */
export function decideConflict(
  annotation: Annotation,
  replyId: string | null,
  field: string,
  value: string,
): SidecarChange | null {
  const owner = replyId === null ? annotation : annotation.replies.find(({ id }) => id === replyId);
  const conflict = owner?.conflicts?.find((open) => open.field === field);
  if (owner === undefined || conflict?.values.includes(value) !== true) return null;
  const conflicts = others(owner.conflicts ?? [], field);
  const { id } = annotation;
  if (replyId !== null) return decideReply(id, replyId, field, value, conflicts);
  if (field === 'removed')
    return value === 'removed' ? { type: 'remove', id } : { type: 'patch', id, fields: { conflicts } };
  const fields = patchOf(field, value);
  return fields === null ? null : { type: 'patch', id, fields: { ...fields, conflicts } };
}

function others(open: readonly Conflict[], field: string): readonly Conflict[] | null {
  const left = open.filter((conflict) => conflict.field !== field);
  return left.length === 0 ? null : left;
}

function decideReply(
  id: string,
  replyId: string,
  field: string,
  value: string,
  conflicts: readonly Conflict[] | null,
): SidecarChange | null {
  const patch = (fields: object): SidecarChange => {
    return { type: 'patch-reply', id, replyId, fields: { ...fields, conflicts } };
  };
  if (field === 'removed') return value === 'removed' ? { type: 'remove-reply', id, replyId } : patch({});
  return field === 'text' || field === 'by' || field === 'made' ? patch({ [field]: value }) : null;
}

function patchOf(field: string, value: string): AnnotationPatch | null {
  switch (field) {
    case 'note':
      return { note: value };
    case 'by':
      return { by: value };
    case 'made':
      return { made: value };
    case 'verdict':
      return { verdict: value === '' ? null : value };
    case 'status': {
      const status = STATUSES.find((known) => known === value);
      return status === undefined ? null : { status };
    }
    case 'anchor': {
      const selector = selectorOfRecord(value);
      return selector === undefined ? null : { selector };
    }
    default:
      return null;
  }
}

/**
 * The selector that a merge wrote into a record as text (`{quote: "…", at: [1, 5]}`).
 * @returns null for an empty record, the whole article; undefined where it cannot be read
 */
export function selectorOfRecord(value: string): Selector | null | undefined {
  if (value === '') return null;
  return value.endsWith('}') ? recorded(`${value.slice(0, -1)}, status: "unchecked"`)?.selector : undefined;
}

/** Reads the start of an entry in braces as an annotation; undefined where anything in it is wrong. */
function recorded(entry: string): Annotation | undefined {
  const whole = `${entry}, by: "x", made: "2000-01-01T00:00:00Z"}`;
  const { set, problems } = parseSidecar(`version: 1\narticle: "x"\nannotations: {a: ${whole}}\n...\n`);
  return problems.length === 0 ? set.annotations[0] : undefined;
}

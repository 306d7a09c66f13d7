import { findAnnotation } from '../../annotation';
import type { AnnotationSet } from '../../annotation';
import type { SidecarChange } from '../edit';
import { fromHypothesis, fromWebAnnotations } from './import';
import type { Imported } from './import';

/**
 * Reads annotations of another program, whichever of the two formats they are in. Hypothesis names no `@context` anywhere; W3C data
 * always does.
 * @param json parsed JSON, of any origin
 * @param article the article's file name
 */
export function fromForeignJson(json: unknown, article: string): Imported {
  const isW3c = JSON.stringify(json).includes('"@context"');
  return isW3c ? fromWebAnnotations(json, article) : fromHypothesis(json, article);
}

/**
 * What an import adds to a sidecar: annotations and replies that are not there yet. What is there stays as it is, so that importing
 * twice does not undo anybody's work.
 */
export function importChanges(present: AnnotationSet | null, imported: AnnotationSet): SidecarChange[] {
  return imported.annotations.flatMap((annotation): SidecarChange[] => {
    const known = present === null ? undefined : findAnnotation(present, annotation.id);
    if (known === undefined) return [{ type: 'put', annotation }];
    return annotation.replies
      .filter(({ id }) => !known.replies.some((reply) => reply.id === id))
      .map((reply) => ({ type: 'put-reply', id: annotation.id, reply }));
  });
}

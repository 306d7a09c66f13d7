import type { AnchorResult, Annotation, See } from '../../annotation';
import type { AnnotationItem, ConflictItem, Place, Range, SeeItem } from '../../protocol';
import type { Span } from '../../text';
import type { Session } from '../session';
import { resolvePath } from './paths';

/** How an annotation's spans become ranges, and how the words that it points to are found. */
export interface ItemPorts {
  readonly rangeOf: (span: Span) => Range;
  readonly placeOf: (see: See) => Place | null;
}

/** An annotation as the editor shows it. */
export function itemOf(
  annotation: Annotation,
  result: AnchorResult | undefined,
  { rangeOf, placeOf }: ItemPorts,
): AnnotationItem {
  const { id, selector, status, by, made, note, tags, replies, verdict, sees } = annotation;
  const span = result?.span ?? null;
  return {
    id,
    range: span === null ? null : rangeOf(span),
    anchor: selector === undefined ? 'article' : (result?.status ?? 'lost'),
    quote: selector?.quote ?? '',
    before: selector?.prefix ?? '',
    after: selector?.suffix ?? '',
    candidates: candidatesOf(result).map(rangeOf),
    status,
    by,
    made,
    note,
    tags,
    verdict: verdict ?? null,
    sees: sees.map((see): SeeItem => {
      return { article: see.article, quote: see.quote ?? null, place: placeOf(see) };
    }),
    replies: replies.map((reply) => ({ id: reply.id, by: reply.by, made: reply.made, text: reply.text })),
    conflicts: conflictsOf(annotation),
  };
}

/** Where an uncertain annotation may belong, each place once: the one that looks most like its words comes first. */
function candidatesOf(result: AnchorResult | undefined): readonly Span[] {
  if (result === undefined) return [];
  const { candidates, suggestion, status, span } = result;
  const own = status === 'changed' ? span : suggestion;
  const all = own === null ? candidates : [own, ...candidates];
  return all.filter(
    (candidate, i) => all.findIndex((c) => c.start === candidate.start && c.end === candidate.end) === i,
  );
}

function conflictsOf({ conflicts, replies }: Annotation): ConflictItem[] {
  const own = (conflicts ?? []).map((conflict) => ({ ...conflict, reply: null }));
  return [
    ...own,
    ...replies.flatMap((reply) => (reply.conflicts ?? []).map((c) => ({ ...c, reply: reply.id }))),
  ];
}

/** Finds the words of other articles that the annotations of one article point to. */
export function placesSeenFrom(session: Session, uri: string): (see: See) => Place | null {
  const { open, path: from } = session.folders.locate(uri);
  return ({ article, quote }) => {
    const path = resolvePath(from, article);
    const source = path === null ? undefined : open.folder.article(path)?.source;
    if (path === null || source === undefined) return null;
    const start = quote === undefined ? 0 : source.indexOf(quote);
    if (start < 0) return null;
    const range = session.folders.linesOf(open, path)?.rangeOf({ start, end: start + (quote?.length ?? 0) });
    return range === undefined ? null : { uri: session.folders.uriOf(open, path), path, range };
  };
}

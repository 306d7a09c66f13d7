import type { EntityMember } from '../corpus/entities';
import type { Corrections, Place } from '../crossref';
import type { Article } from './folder';

/** The pairs of sources whose mentions people wrote down as not the same. */
export function sourcesApart(
  { notSame }: Corrections,
  articleOf: (path: string) => Article | undefined,
): [EntityMember, EntityMember][] {
  return notSame.flatMap(([a, b]): [EntityMember, EntityMember][] => {
    const [one, other] = [sourceAt(a, articleOf), sourceAt(b, articleOf)];
    return one === null || other === null ? [] : [[one, other]];
  });
}

/** The source that a place names; null for a place that is no mention of one. */
function sourceAt(place: Place, articleOf: (path: string) => Article | undefined): EntityMember | null {
  const source = articleOf(place.path)?.analysis.sources.find((s) =>
    s.mentions.some((m) => m.start < place.end && place.start < m.end),
  );
  return source === undefined ? null : { path: place.path, sourceId: source.id };
}

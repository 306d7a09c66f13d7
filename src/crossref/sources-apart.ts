import type { Source } from '../analysis';
import type { EntityMember } from '../corpus/entities';
import type { Corrections, Place } from './corrections';

/**
 * The pairs of sources whose mentions people wrote down as not the same.
 * @param sourcesOf the sources of an article; undefined where there is no such article
 */
export function sourcesApart(
  { notSame }: Pick<Corrections, 'notSame'>,
  sourcesOf: (path: string) => readonly Source[] | undefined,
): [EntityMember, EntityMember][] {
  return notSame.flatMap(([a, b]): [EntityMember, EntityMember][] => {
    const [one, other] = [sourceAt(a, sourcesOf), sourceAt(b, sourcesOf)];
    return one === null || other === null ? [] : [[one, other]];
  });
}

/** The source that a place names; null for a place that is no mention of one. */
function sourceAt(
  place: Place,
  sourcesOf: (path: string) => readonly Source[] | undefined,
): EntityMember | null {
  const source = sourcesOf(place.path)?.find((s) =>
    s.mentions.some((m) => m.start < place.end && place.start < m.end),
  );
  return source === undefined ? null : { path: place.path, sourceId: source.id };
}

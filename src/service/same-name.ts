import type { Source } from '../analysis';
import type { Span } from '../text';
import type { Folder } from './folder';

/** Another article that names the same person or body, and where it does. */
export interface NamedIn {
  readonly path: string;
  /** In the order of the text; at least one. */
  readonly places: readonly Span[];
}

/** The other articles of a story that name the same person or body as one article's source, in the order of their paths. */
export function namedElsewhere(folder: Folder, path: string, source: Source): readonly NamedIn[] {
  const entities = folder.sourcesAround(path);
  const id = entities.idOf(path, source.id);
  const members = entities.all().find((entity) => entity.id === id)?.members ?? [];
  const places = new Map<string, Span[]>();
  for (const member of members) {
    if (member.path === path) continue;
    const other = folder.article(member.path)?.analysis.sources.find((s) => s.id === member.sourceId);
    const named = other?.mentions.filter(({ form }) => form === 'name') ?? [];
    if (named.length > 0) places.set(member.path, [...(places.get(member.path) ?? []), ...named]);
  }
  return [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([other, found]) => ({ path: other, places: found.sort((a, b) => a.start - b.start) }));
}

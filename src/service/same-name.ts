import type { Source } from '../analysis';
import { namedAt } from '../crossref';
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
  const places = new Map<string, Span[]>();
  for (const { path: other, places: named } of foundAhead(folder, path, source) ??
    joined(folder, path, source))
    if (other !== path && named.length > 0) places.set(other, [...(places.get(other) ?? []), ...named]);
  return [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([other, found]) => ({ path: other, places: found.sort((a, b) => a.start - b.start) }));
}

/** Works out what the first card of a name would wait for otherwise. */
export function prepareNames(folder: Folder, path: string): void {
  if (folder.comparison().named(path, 0) === undefined) folder.sourcesAround(path);
}

/** What is known of a story since it was compared. */
function foundAhead(folder: Folder, path: string, source: Source): readonly NamedIn[] | undefined {
  const sources = folder.article(path)?.analysis.sources ?? [];
  return folder.comparison().named(
    path,
    sources.findIndex(({ id }) => id === source.id),
  );
}

/** The same worked out now. */
function joined(folder: Folder, path: string, source: Source): readonly NamedIn[] {
  const entities = folder.sourcesAround(path);
  const id = entities.idOf(path, source.id);
  const members = entities.all().find((entity) => entity.id === id)?.members ?? [];
  return members.flatMap((member) => {
    const other = folder.article(member.path)?.analysis.sources.find((s) => s.id === member.sourceId);
    return other === undefined ? [] : [{ path: member.path, places: namedAt(other) }];
  });
}

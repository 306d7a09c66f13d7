import type { DocumentHighlight, Location } from 'vscode-languageserver';
import { DocumentHighlightKind } from 'vscode-languageserver';
import type { Range } from '../../protocol';
import type { Mention } from '../../service';
import { factAt, mentionAt, namedElsewhere } from '../../service';
import type { Place, Session } from '../session';
import { current } from '../session';

/** The same fact everywhere: every mention of the fact (or of the name) under the position, this one included if wanted. */
export function referencesTo(
  session: Session,
  uri: string,
  position: Range['start'],
  includeDeclaration: boolean,
): Location[] {
  const place = current(session, uri);
  if (place === undefined) return [];
  const offset = place.lines.offsetAt(position);
  return placesOf(place, offset)
    .filter((p) => includeDeclaration || p.path !== place.path || offset < p.start || p.end < offset)
    .flatMap(({ path, start, end }) => {
      const range = session.folders.linesOf(place.open, path)?.rangeOf({ start, end });
      return range === undefined ? [] : [{ uri: session.folders.uriOf(place.open, path), range }];
    });
}

/** The same fact, or the same name, in the open file. */
export function highlightsAt(session: Session, uri: string, position: Range['start']): DocumentHighlight[] {
  const place = current(session, uri);
  if (place === undefined) return [];
  return placesOf(place, place.lines.offsetAt(position))
    .filter((p) => p.path === place.path)
    .map((span) => ({ range: place.lines.rangeOf(span), kind: DocumentHighlightKind.Text }));
}

/** Where the other articles of the story name who is named here. */
function sameNames({ open, path }: Place, mention: Mention): { path: string; start: number; end: number }[] {
  if (mention.kind !== 'name') return [];
  return namedElsewhere(open.folder, path, mention.source).flatMap((other) =>
    other.places.map(({ start, end }) => ({ path: other.path, start, end })),
  );
}

function placesOf(place: Place, offset: number): { path: string; start: number; end: number }[] {
  const mention = mentionAt(place.article.analysis, offset);
  if (mention === null) return [];
  const found = factAt(place.open.folder.factsOf(place.path), place.path, mention);
  const own = mention.kind === 'name' ? mention.source.mentions.map((m) => ({ ...m, path: place.path })) : [];
  const all: { path: string; start: number; end: number }[] = [...own];
  for (const other of [...(found?.fact.mentions ?? []), ...sameNames(place, mention)])
    if (!all.some((m) => m.path === other.path && m.start < other.end && other.start < m.end))
      all.push(other);
  return all.length > 0 ? all : [{ path: place.path, ...mention.span }];
}

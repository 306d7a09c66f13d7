import type { Highlights } from '../../protocol';
import { highlightsOf } from '../../service';
import type { Session } from '../session';
import { current } from '../session';

/** What to colour in an open article, for the version that was analysed. */
export function highlightsFor(session: Session, uri: string): Highlights {
  const place = current(session, uri);
  const version = session.documents.get(uri)?.version ?? 0;
  if (place === undefined) return { uri, version, ranges: [] };
  const ranges = highlightsOf(place.article.analysis).map(({ kind, span }) => ({
    kind,
    range: place.lines.rangeOf(span),
  }));
  return { uri, version, ranges };
}

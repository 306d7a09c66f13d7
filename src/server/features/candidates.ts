import type { Candidate, Range } from '../../protocol';
import { mentionAt, shown } from '../../service';
import { overlaps } from '../../text';
import type { Session } from '../session';
import { current } from '../session';

/** How many mentions are offered: a person scans a list, and narrows it by typing. */
const LIMIT = 400;

/** Numbers of the other articles of the same story, for saying that one of them is the same fact; those of the same kind first. */
export function candidatesFor(session: Session, uri: string, position: Range['start']): Candidate[] {
  const place = current(session, uri);
  const mention =
    place === undefined ? null : mentionAt(place.article.analysis, place.lines.offsetAt(position));
  if (place === undefined || mention?.kind !== 'quantity') return [];
  const { folder } = place.open;
  const stories = folder.stories();
  const found = folder.articles().flatMap((article) => {
    const lines = session.folders.linesOf(place.open, article.path);
    if (lines === undefined || article.path === place.path) return [];
    if (stories.get(article.path) !== stories.get(place.path)) return [];
    return article.analysis.quantities.map((quantity) => {
      const sentence = article.text.sentences.find((s) => overlaps(s, quantity)) ?? quantity;
      return {
        uri: session.folders.uriOf(place.open, article.path),
        path: session.folders.shortName(place.open, article.path),
        range: lines.rangeOf(quantity),
        words: shown(folder, article.path, quantity).words,
        sentence: article.source.slice(sentence.start, sentence.end).replace(/\s+/g, ' '),
        likely: quantity.kind === mention.quantity.kind,
      };
    });
  });
  return found.sort((a, b) => Number(b.likely) - Number(a.likely)).slice(0, LIMIT);
}

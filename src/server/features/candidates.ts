import type { Quantity } from '../../analysis';
import type { Candidate, Range } from '../../protocol';
import type { Article } from '../../service';
import { factAt, mentionAt, shown } from '../../service';
import { overlaps, sentenceAt } from '../../text';
import type { Session } from '../session';
import { current } from '../session';

/** How many mentions are offered: a person scans a list, and narrows it by typing. */
const LIMIT = 400;

/**
 * Numbers of the other articles of the same story, for saying that one of them is the same fact: those of the same kind first, in each
 * kind those of the same value or in sentences of the same words. What is known to be the same fact is not offered.
 */
export function candidatesFor(session: Session, uri: string, position: Range['start']): Candidate[] {
  const place = current(session, uri);
  const mention =
    place === undefined ? null : mentionAt(place.article.analysis, place.lines.offsetAt(position));
  if (place === undefined || mention?.kind !== 'quantity') return [];
  const { folder } = place.open;
  const stories = folder.stories();
  const known = factAt(folder.factsOf(place.path), place.path, mention)?.fact.mentions ?? [];
  const likeness = likenessTo(place.article, mention.quantity);
  const found = folder.articles().flatMap((article) => {
    const lines = session.folders.linesOf(place.open, article.path);
    if (lines === undefined || article.path === place.path) return [];
    if (stories.get(article.path) !== stories.get(place.path)) return [];
    const linked = known.filter((m) => m.path === article.path);
    return article.analysis.quantities
      .filter((quantity) => !linked.some((m) => overlaps(m, quantity)))
      .map((quantity) => ({
        likeness: likeness(article, quantity),
        candidate: {
          uri: session.folders.uriOf(place.open, article.path),
          path: session.folders.shortName(place.open, article.path),
          range: lines.rangeOf(quantity),
          words: shown(folder, article.path, quantity).words,
          sentence: sentenceAround(article, quantity),
        },
      }));
  });
  return found
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, LIMIT)
    .map(({ candidate }) => candidate);
}

/** How much another number looks like this one: its kind counts most, then its value, then the words of its sentence. */
function likenessTo(article: Article, own: Quantity): (other: Article, quantity: Quantity) => number {
  const words = wordsOf(sentenceAround(article, own));
  return (other, quantity) => {
    const shared = [...wordsOf(sentenceAround(other, quantity))].filter((word) => words.has(word)).length;
    const sameValue = own.value !== null && own.value === quantity.value;
    return (own.kind === quantity.kind ? 4 : 0) + (sameValue ? 1 : 0) + shared / Math.max(1, words.size);
  };
}

function sentenceAround({ text }: Article, quantity: Quantity): string {
  const { start, end } = text.sentences[sentenceAt(text, quantity.start)] ?? quantity;
  return text.source.slice(start, end).replace(/\s+/g, ' ');
}

/** The words of a sentence that are long enough to say something. */
function wordsOf(sentence: string): ReadonlySet<string> {
  return new Set(sentence.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
}

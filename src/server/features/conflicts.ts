import type { Fact, FactMention, Message } from '../../crossref';
import { CERTAIN, relationBetween } from '../../crossref';
import type { Place as PlaceMessage, Range } from '../../protocol';
import { reasonsFrom } from '../../service';
import type { Place, Session } from '../session';

/** A place of an article that certainly differs from others, with those. */
export interface Conflict {
  readonly fact: Fact;
  readonly range: Range;
  readonly mention: FactMention;
  /** What the others say, seen from this place. */
  readonly reasons: readonly Message[];
  readonly others: readonly (PlaceMessage & { readonly words: string })[];
}

/** The conflicts of an article, in text order: what diagnostics, code lenses and code actions show. */
export function conflictsOf(session: Session, place: Place): Conflict[] {
  const found: Conflict[] = [];
  for (const fact of place.open.folder.factsOf(place.path)) {
    if (fact.relation !== 'differ' || fact.confidence < CERTAIN) continue;
    for (const mention of fact.mentions) {
      if (mention.path !== place.path) continue;
      const others = fact.mentions.filter(
        (m) => m.path !== place.path && relationBetween(fact, m.group, mention.group) === 'differ',
      );
      if (others.length === 0) continue;
      const range = place.lines.rangeOf(mention);
      found.push({
        fact,
        mention,
        range,
        reasons: reasonsFrom(fact, mention, others),
        others: others.flatMap((m) => placeOf(session, place, m)),
      });
    }
  }
  return found.sort((a, b) => a.mention.start - b.mention.start);
}

/** Of the places that differ the first of each article. */
export function firstOfEach(others: Conflict['others']): Conflict['others'] {
  return others.filter((other, i) => others.findIndex(({ uri }) => uri === other.uri) === i);
}

function placeOf(session: Session, { open }: Place, mention: FactMention): Conflict['others'][number][] {
  const range = session.folders.linesOf(open, mention.path)?.rangeOf(mention);
  if (range === undefined) return [];
  const uri = session.folders.uriOf(open, mention.path);
  return [
    {
      uri,
      path: session.folders.shortName(open, mention.path),
      range,
      words: mention.text.replace(/\s+/g, ' '),
    },
  ];
}

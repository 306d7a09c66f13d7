import type { Fact, FactMention } from '../../crossref';
import { CERTAIN, relationBetween } from '../../crossref';
import type { FactNote, Range, SeeNote } from '../../protocol';
import { factAt, mentionAt, reasonsFrom, shown } from '../../service';
import type { Place, Session } from '../session';
import { current, labelInWords } from '../session';
import { relativePath } from './paths';

/**
 * The annotation of the fact at a place: on the words that decide, with what the other articles say. Where no other article tells of
 * it, of the mention alone; null where nothing stands there.
 */
export function factNoteAt(session: Session, uri: string, position: Range['start']): FactNote | null {
  const place = current(session, uri);
  const mention =
    place === undefined ? null : mentionAt(place.article.analysis, place.lines.offsetAt(position));
  if (place === undefined || mention === null) return null;
  const found = factAt(place.open.folder.factsOf(place.path), place.path, mention);
  if (found !== null) return noteOf(session, place, found.fact, found.mention);
  const range = place.lines.rangeOf(mention.span);
  return { range, note: '', status: 'unchecked', tags: [], sees: [] };
}

/** The annotation of a fact, made at one of its mentions. One that certainly differs is disputed, and says why. */
export function noteOf(session: Session, place: Place, fact: Fact, own: FactMention): FactNote {
  const others = fact.mentions.filter((m) => relationBetween(fact, m.group, own.group) === 'differ');
  const differs = fact.confidence >= CERTAIN && others.length > 0;
  const reasons = reasonsFrom(fact, own, others).slice(0, 3).map(session.say).join('; ');
  return {
    range: place.lines.rangeOf(own),
    note: differs ? `${labelInWords(session, fact)}: ${reasons}`.replace(/\s+/g, ' ') : '',
    status: differs ? 'disputed' : 'unchecked',
    tags: differs ? ['conflict'] : [],
    sees: seesOf(place, fact, own),
  };
}

/** What the other articles say, one entry each: the words that differ, where some do. */
function seesOf({ open, path }: Place, fact: Fact, own: FactMention): SeeNote[] {
  const chosen = new Map<string, FactMention>();
  for (const mention of fact.mentions) {
    const before = chosen.get(mention.path);
    if (mention.path === path || (before !== undefined && before.group !== own.group)) continue;
    if (before === undefined || mention.group !== own.group) chosen.set(mention.path, mention);
  }
  return [...chosen.values()].map((mention) => ({
    article: relativePath(path, mention.path),
    quote: shown(open.folder, mention.path, mention).words,
  }));
}

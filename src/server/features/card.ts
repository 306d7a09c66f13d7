import type { Card as CardMessage, CardRow } from '../../protocol';
import type { Card } from '../../service';
import { cardAt } from '../../service';
import type { Message } from '../../crossref';
import type { Place, Session } from '../session';
import { current } from '../session';

/** More articles than this make a list that nobody reads; those that differ come first. */
const MOST_ROWS = 20;

/**
 * The card for a position, ready for showing; null where nothing stands there.
 * @param whole whether every other article is to have a row, however many there are
 */
export function cardFor(
  session: Session,
  uri: string,
  position: { line: number; character: number },
  whole = false,
): CardMessage | null {
  const place = current(session, uri);
  if (place === undefined) return null;
  const card = cardAt(
    place.open.folder,
    place.path,
    place.lines.offsetAt(position),
    whole ? Infinity : MOST_ROWS,
  );
  return card === null ? null : toMessage(session, uri, place, card);
}

function toMessage(session: Session, uri: string, place: Place, card: Card): CardMessage {
  const say = (part: Message | string): string => (typeof part === 'string' ? part : session.say(part));
  return {
    range: place.lines.rangeOf(card.mention.span),
    title: card.title.map(say).join(' · ').replace(/\s+/g, ' '),
    details: card.details.map(session.say),
    relation: card.relation,
    summary: session.say(summaryOf(session, place, uri, card)),
    reasons: card.reasons.map(session.say),
    rows: card.rows.flatMap((row) => rowMessage(session, place, row)),
    more: card.more > 0 ? session.say(moreOf(card.more)) : null,
    factId: card.fact?.id ?? null,
  };
}

function moreOf(count: number): Message {
  return count === 1
    ? { message: 'And 1 more article: Find All References lists it.', args: [] }
    : { message: 'And {0} more articles: Find All References lists them.', args: [`${count}`] };
}

const STILL_READING: Message = { message: 'The other articles are still being read.', args: [] };

const APART: Readonly<Record<'deleted' | 'unsaved', Message>> = {
  deleted: { message: 'Not compared: this file has been deleted.', args: [] },
  unsaved: { message: 'Not compared: save this text in the folder of the other articles.', args: [] },
};

/** A card without rows says so, unless nobody could look. */
function summaryOf(session: Session, place: Place, uri: string, card: Card): Message {
  if (card.rows.length > 0) return card.summary;
  const apart = session.folders.apart(uri);
  if (apart !== null) return APART[apart];
  return isEarly(session, place, card) ? STILL_READING : card.summary;
}

/** Whether nothing was found only because the other articles are not all read. */
function isEarly({ folders }: Session, { open }: Place, card: Card): boolean {
  return card.rows.length === 0 && folders.isReading(open);
}

function rowMessage(session: Session, { open }: Place, row: Card['rows'][number]): CardRow[] {
  const { mention } = row;
  const lines = session.folders.linesOf(open, mention.path);
  if (lines === undefined) return [];
  return [
    {
      uri: session.folders.uriOf(open, mention.path),
      path: session.folders.shortName(open, mention.path),
      range: lines.rangeOf(mention),
      outlet: open.folder.outletOf(mention.path),
      words: row.words,
      value: row.value,
      speaker: mention.speaker,
      relation: row.relation,
      certain: row.certain,
    },
  ];
}

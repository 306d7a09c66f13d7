import type { Reread } from './attribution-tagger';
import type { TokenRange } from './cue-window';
import { inOrder, meets, OrderedRanges } from './ordered-ranges';
import type { RoleReader } from './role-reader';
import type { TaggedStatement } from './statement-tagger';
import type { WordColumns } from './word-columns';

/** How far from a content its cue may stand; one behind it is less likely by so many tokens. */
const FARTHEST = 8;
const BEHIND = 3;

/**
 * Contents that are nobody's although they were found without any bias are given the nearest of the possible cues in their sentence, and the source
 * that is read for it.
 * @returns all statements, in the order of their cues
 */
export function attributeContents(
  columns: WordColumns,
  statements: readonly TaggedStatement[],
  { contents, sureContents, possibleCues }: Reread,
  reader: Pick<RoleReader, 'read'>,
): TaggedStatement[] {
  const found = [...statements];
  const said = inOrder(statements.flatMap((s) => s.content));
  const told = inOrder(statements.flatMap((s) => (s.source === null ? [s.cue] : [s.cue, s.source])));
  const likely = new OrderedRanges(possibleCues);
  const isFree = (range: TokenRange): boolean =>
    said.meeting(range).length === 0 && told.meeting(range).length === 0;
  let last: TaggedStatement | undefined;
  for (const content of contents) {
    if (!sureContents.has(content) || !isFree(content)) continue;
    const cue = nearestCue(columns, content, likely, (range) => {
      return told.meeting(range).length === 0 && !(last && holds(last, range));
    });
    if (cue === null || (last && holds(last, content))) continue;
    const source = reader.read(cue, false)?.source ?? null;
    const isApart = source !== null && isFree(source) && !meets(source, content);
    last = { cue, source: isApart ? source : null, content: [content] };
    found.push(last);
  }
  return found.sort((a, b) => a.cue.first - b.cue.first);
}

function holds({ cue, source, content }: TaggedStatement, range: TokenRange): boolean {
  return [cue, ...(source === null ? [] : [source]), ...content].some((own) => meets(own, range));
}

function nearestCue(
  { sentence }: WordColumns,
  content: TokenRange,
  likely: OrderedRanges,
  isFree: (range: TokenRange) => boolean,
): TokenRange | null {
  const around = { first: content.first - FARTHEST, end: content.end + FARTHEST - BEHIND };
  let best: TokenRange | null = null;
  let least = FARTHEST + 1;
  for (const cue of likely.meeting(around)) {
    if (meets(cue, content) || sentence[cue.first] !== sentence[content.first] || !isFree(cue)) continue;
    const away = cue.end <= content.first ? content.first - cue.end : cue.first - content.end + BEHIND;
    if (away < least) [best, least] = [cue, away];
  }
  return best;
}

import type { Reread } from './attribution-tagger';
import type { RoleReading } from './content-evidence';
import { inOrder, meets, OrderedRanges } from './ordered-ranges';
import type { RoleReader } from './role-reader';

/**
 * What was read for each cue, once the paragraphs were read again: cues begin and end where those found again do, and the roles of further cues are read, which are as good as those that were not sure.
 * @param readings in the order of their cues
 * @returns the same
 */
export function refineCues(
  readings: readonly RoleReading[],
  { cues }: Reread,
  reader: Pick<RoleReader, 'read'>,
): RoleReading[] {
  const again = new OrderedRanges(cues);
  const before = inOrder(readings.map((r) => r.cue));
  const kept = readings.map((r) => withCueOf(r, again, before));
  const further = cues
    .filter((cue) => before.meeting(cue).length === 0)
    .map((cue) => reader.read(cue, false))
    .filter((r) => r !== null);
  return [...kept, ...further].sort((a, b) => a.cue.first - b.cue.first);
}

/** The reading with the cue that was found again in its place, unless that takes in another cue, or its own source or content. */
function withCueOf(reading: RoleReading, again: OrderedRanges, before: OrderedRanges): RoleReading {
  const [cue] = again.meeting(reading.cue);
  if (cue === undefined || before.meeting(cue).length > 1) return reading;
  const own = reading.source === null ? reading.content : [reading.source, ...reading.content];
  return own.some((range) => meets(range, cue)) ? reading : { ...reading, cue };
}

import type { RoleReading } from './content-evidence';
import type { TokenRange } from './cue-window';
import { meets, OrderedRanges } from './ordered-ranges';
import type { TaggedStatement } from './statement-tagger';

/** Contents are fitted where they keep at least this share of what was read for the cue. */
const LEAST_SHARE = 0.5;

/**
 * Joins what was read for each cue with the contents that were found knowing all of it: contents of cues end where these do, and a cue
 * that was not sure is taken where one of them is its content and no sure cue's.
 * @param readings in the order of their cues
 * @param contents in the order of the text
 */
export function settleContents(
  readings: readonly RoleReading[],
  contents: readonly TokenRange[],
): TaggedStatement[] {
  const near = new OrderedRanges(contents);
  const chosen = chooseUnsure(readings, near);
  const isTaken = (r: RoleReading): boolean => (r.sure ? isSupported(r, near) : chosen.has(r));
  const taken = readings.filter(isTaken);
  const joining = joiningContents(taken, near);
  const cues = new OrderedRanges(taken.map((r) => r.cue));
  return taken.map((r) => settled(r, near, joining, cues));
}

/** The contents that would join what two cues outside them were found to have beside each other: nobody's contents are fitted to them. */
function joiningContents(readings: readonly RoleReading[], near: OrderedRanges): Set<TokenRange> {
  const last = new Map<TokenRange, TokenRange>();
  const joining = new Set<TokenRange>();
  for (const { cue, content } of readings)
    for (const range of content)
      for (const found of near.meeting(range)) {
        if (meets(found, cue)) continue;
        const other = last.get(found);
        if (other !== undefined && !content.includes(other) && !meets(other, range)) joining.add(found);
        last.set(found, range);
      }
  return joining;
}

/** Attitudes are taken only where something is said; a verb of speech without a content is left to the rules. */
function isSupported({ speech, content }: RoleReading, near: OrderedRanges): boolean {
  return speech || content.length === 0 || content.some((range) => near.meeting(range).length > 0);
}

/** For each content that no sure cue has, the strongest of the unsure cues beside it. */
function chooseUnsure(readings: readonly RoleReading[], near: OrderedRanges): Set<RoleReading> {
  const said = new OrderedRanges(
    readings.flatMap((r) => (r.sure ? r.content : [])).sort((a, b) => a.first - b.first || a.end - b.end),
  );
  const best = new Map<TokenRange, RoleReading>();
  for (const reading of readings) {
    if (reading.sure || said.meeting(reading.cue).length > 0) continue;
    for (const range of reading.content)
      for (const content of near.meeting(range)) {
        const rival = best.get(content);
        if (said.meeting(content).length === 0 && (rival === undefined || rival.strength < reading.strength))
          best.set(content, reading);
      }
  }
  return new Set(best.values());
}

function settled(
  { cue, source, content }: RoleReading,
  near: OrderedRanges,
  joining: ReadonlySet<TokenRange>,
  cues: OrderedRanges,
): TaggedStatement {
  const parts: TokenRange[] = [];
  for (const range of content) {
    const found = near
      .meeting(range)
      .filter((o) => !joining.has(o) && !meets(o, cue) && !(source !== null && meets(o, source)));
    const fitted = found.filter((o, i) => i === 0 || !standsBehindCue(o, range, cues));
    const kept = fitted.reduce(
      (sum, o) => sum + Math.min(o.end, range.end) - Math.max(o.first, range.first),
      0,
    );
    const isCut = fitted.length < found.length || kept >= LEAST_SHARE * (range.end - range.first);
    for (const part of isCut && kept > 0 ? fitted : [range])
      if (!parts.some((p) => meets(p, part))) parts.push(part);
  }
  return { cue, source, content: parts.sort((a, b) => a.first - b.first) };
}

/** Whether a cue stands right before a part of what was read for another one: the part is the nearer cue's. */
function standsBehindCue(part: TokenRange, range: TokenRange, cues: OrderedRanges): boolean {
  const before = { first: Math.max(range.first, part.first - 1), end: part.first };
  return cues.meeting(before).length > 0;
}

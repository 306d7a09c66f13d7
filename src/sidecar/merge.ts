import { rewrite, rootOf } from './edit';
import { ValueMerge } from './merge-values';
import type { MergeConflict } from './merge-values';
import { parseTree } from './parse';
import type { SidecarProblem } from './problems';
import { blockEnd, columnOf, eolOf, startWithComments } from './splice';
import { pairOf } from './tree';
import type { MapNode, Pair, ValueMap } from './tree';
import { FORMAT, versionOf } from './upgrade';
import type { SidecarFormat } from './upgrade';

/** A merged sidecar; or which of the texts cannot be read and why. */
export type MergeResult =
  | { readonly ok: true; readonly text: string; readonly conflicts: readonly MergeConflict[] }
  | {
      readonly ok: false;
      readonly side: 'ours' | 'theirs' | 'result';
      readonly problems: readonly SidecarProblem[];
    };

/**
 * Merges two versions of a sidecar by meaning. What both sides changed differently is kept twice, under `conflicts` of the entry, in a
 * file that parses. Entries that only one side touched are taken over as they are written there, with their comments.
 * @param base the version that both come from; '' where there is none. One that cannot be read counts as none: nothing is lost then,
 * but more is in conflict
 */
export function mergeSidecars(
  base: string,
  ours: string,
  theirs: string,
  format: SidecarFormat = FORMAT,
): MergeResult {
  const [mine, other] = [read(ours, format), read(theirs, format)];
  if (ours.trim() === '' && other.version !== null) return merged(theirs);
  if (theirs.trim() === '' && mine.version !== null) return merged(ours);
  if (mine.version === null) return { ok: false, side: 'ours', problems: mine.problems };
  if (other.version === null) return { ok: false, side: 'theirs', problems: other.problems };
  if (ours === theirs || theirs === base) return merged(ours);
  if (ours === base) return merged(theirs);
  return write(read(base, format).version, mine.version, other.version, format);
}

/** A text that can be read and written. */
interface Version {
  readonly text: string;
  readonly root: MapNode;
  /** What it says in the format of today. */
  readonly current: MapNode;
}

function read(
  text: string,
  format: SidecarFormat,
): { version: Version | null; problems: readonly SidecarProblem[] } {
  const { root, current, writable, problems } = parseTree(text, format);
  const version = root !== null && current !== null && writable ? { text, root, current } : null;
  return { version, problems };
}

function merged(text: string, conflicts: readonly MergeConflict[] = []): MergeResult {
  return { ok: true, text, conflicts };
}

function write(base: Version | null, ours: Version, theirs: Version, format: SidecarFormat): MergeResult {
  const merge = new ValueMerge();
  const origin: ValueMap = base === null ? new Map() : rootOf(base.current);
  const target = merge.roots(origin, rootOf(ours.current), rootOf(theirs.current));
  // The lines around the entries come from the side that changed them.
  const swap = base !== null && header(ours) === header(base) && header(theirs) !== header(base);
  const [frame, donor] = swap ? [theirs, ours] : [ours, theirs];
  const blocks = blocksToTake(base, frame, donor);
  let result = rewrite(frame, target, format, blocks);
  if (!result.ok && blocks.size > 0) result = rewrite(frame, target, format);
  if (result.ok) return merged(result.text, merge.conflicts);
  return { ok: false, side: 'result', problems: result.problems };
}

function header({ text, root }: Version): string {
  const entries = pairOf(root, 'annotations')?.value;
  const first = entries?.kind === 'map' ? entries.pairs[0] : undefined;
  return first === undefined ? text : text.slice(0, startWithComments(text, first));
}

/** Entries that `donor` alone added or touched, as they are written there, where both files are laid out alike. */
function blocksToTake(base: Version | null, frame: Version, donor: Version): ReadonlyMap<string, string> {
  const [before, here, there] = [
    base === null ? new Map<string, string>() : blocksOf(base),
    blocksOf(frame),
    blocksOf(donor),
  ];
  const taken = new Map<string, string>();
  if (layoutOf(frame) !== layoutOf(donor)) return taken;
  for (const [id, block] of there) {
    // An entry that is in neither the base nor the frame is new; one that only the frame lacks was removed there.
    if (here.get(id) === before.get(id) && block !== here.get(id)) taken.set(id, block);
  }
  return taken;
}

/** The lines of each entry, from its key to its last comment. */
function blocksOf({ text, root }: Version): Map<string, string> {
  const entries = pairOf(root, 'annotations')?.value;
  if (entries?.kind !== 'map' || entries.flow) return new Map();
  const block = (pair: Pair): string => text.slice(pair.start, blockEnd(text, pair));
  return new Map(entries.pairs.map((pair): [string, string] => [pair.key, block(pair)]));
}

function layoutOf({ text, root }: Version): string {
  const entries = pairOf(root, 'annotations')?.value;
  const first = entries?.kind === 'map' && !entries.flow ? entries.pairs[0] : undefined;
  return `${first === undefined ? 2 : columnOf(text, first.start)} ${eolOf(text)} ${versionOf(root)}`;
}

import type { AnnotationSet } from '../annotation';
import { tooDeepAt } from './nesting';
import { isBlocking, ProblemList } from './problems';
import type { SidecarProblem } from './problems';
import { readPlainTree } from './plain-tree';
import { readSet } from './read-set';
import type { MapNode } from './tree';
import { FORMAT, upgradeTree } from './upgrade';
import type { SidecarFormat } from './upgrade';
import { readYamlTree } from './yaml-tree';

/** Larger files are refused: 10,000 annotations make some 5 MB. */
export const MAX_SIDECAR_LENGTH = 32 * 1024 * 1024;

/** What a sidecar's text holds. */
export interface ParsedSidecar {
  readonly set: AnnotationSet;
  /** In no promised order; offsets are UTF-16 offsets in the sidecar's text. */
  readonly problems: readonly SidecarProblem[];
  /** Whether the file may be edited: nothing in it is in doubt. */
  readonly writable: boolean;
}

/** A parsed file with its tree, for edits. */
export interface SidecarTree extends ParsedSidecar {
  readonly root: MapNode | null;
  /** What the file says in the format of today; the same as `root` unless it is of an earlier one. */
  readonly current: MapNode | null;
}

/** Reads a sidecar. Never throws; what cannot be read is left out and reported. */
export function parseSidecar(text: string, format: SidecarFormat = FORMAT): ParsedSidecar {
  const { set, problems, writable } = parseTree(text, format);
  return { set, problems, writable };
}

/** {@link parseSidecar} with the tree. */
export function parseTree(text: string, format: SidecarFormat): SidecarTree {
  const list = new ProblemList();
  const root = readRoot(text, list);
  const current = root === null ? null : upgradeTree(root, format);
  const none = { version: 0, article: '', annotations: [] };
  const set = current === null ? none : readSet(current, list, format.version);
  const writable = root !== null && !list.problems.some(isBlocking);
  return { root, current, set, problems: list.problems, writable };
}

function readRoot(text: string, problems: ProblemList): MapNode | null {
  if (text.length > MAX_SIDECAR_LENGTH) {
    problems.add('too-large', { start: 0, end: 0 }, 'This file is too large to read.');
    return null;
  }
  if (findMergeMarks(text, problems)) return null;
  const plain = readPlainTree(text);
  if (plain !== null) {
    checkEndMarker(text, problems);
    return plain;
  }
  const deep = tooDeepAt(text);
  if (deep >= 0) {
    const span = { start: deep, end: deep + 1 };
    problems.add('syntax', span, 'This file cannot be read: {0}.', ['it is nested too deeply']);
    return null;
  }
  checkEndMarker(text, problems);
  const node = readYamlTree(text, problems);
  if (node?.kind === 'map') return node;
  problems.add('not-a-map', { start: 0, end: 0 }, 'This file holds no annotations: {0} is missing.', [
    'version',
  ]);
  return null;
}

/** Marks that git leaves at the start of a line; no text of ours ever starts a line at column 0. */
function findMergeMarks(text: string, problems: ProblemList): boolean {
  let found = false;
  for (const mark of text.matchAll(/^(?:<{7}|={7}|>{7}|\|{7})(?![^ \r\n]).*$/gm)) {
    found = true;
    problems.add(
      'merge-marks',
      { start: mark.index, end: mark.index + mark[0].length },
      'Git left both versions here. Merge this file before adding to it.',
    );
  }
  return found;
}

/** A file that was cut inside a block of text still parses; only the marker at its end shows that all of it is there. */
function checkEndMarker(text: string, problems: ProblemList): void {
  const end = text.trimEnd().length;
  if (/(?:^|\n)\.\.\.$/.test(text.slice(Math.max(0, end - 4), end))) return;
  problems.add(
    'no-end-marker',
    { start: Math.max(0, end - 1), end },
    'The end marker "..." is missing: the file may have been cut off.',
  );
}

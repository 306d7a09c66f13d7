import { SIDECAR_VERSION } from '../annotation';
import { pairOf } from './tree';
import type { MapNode, Node } from './tree';

/** The step from one format to the next: a pure function of the file's tree. Nodes that it keeps keep their place in the file. */
export type Upgrade = (root: MapNode) => MapNode;

/** A format of sidecars, and how files of earlier ones become files of this one. */
export interface SidecarFormat {
  readonly version: number;
  /** By the version that a step starts from; the last one leads to `version`. */
  readonly upgrades: ReadonlyMap<number, Upgrade>;
}

/** The format that this program writes. Version 1 is the first one, so there is nothing to upgrade yet. */
export const FORMAT: SidecarFormat = { version: SIDECAR_VERSION, upgrades: new Map() };

/** The version that a file names; null where it names none. */
export function versionOf(root: MapNode): number | null {
  const node = pairOf(root, 'version')?.value;
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : null;
}

/**
 * The tree of a file as if it had been written in the format of today, step by step from the version that it names. A file of a
 * version without a step, newer ones included, stays as it is. Upgrading changes no file: an edit of the file does.
 */
export function upgradeTree(root: MapNode, { version, upgrades }: SidecarFormat): MapNode {
  let tree = root;
  for (let from = versionOf(root); from !== null && from < version; from++) {
    const upgrade = upgrades.get(from);
    if (upgrade === undefined) return tree;
    tree = withVersion(upgrade(tree), from + 1);
  }
  return tree;
}

function withVersion(root: MapNode, version: number): MapNode {
  const renumbered = (node: Node): Node => ({
    kind: 'scalar',
    value: version,
    start: node.start,
    end: node.end,
  });
  const pairs = root.pairs.map((pair) =>
    pair.key === 'version' ? { ...pair, value: renumbered(pair.value) } : pair,
  );
  return { ...root, pairs };
}

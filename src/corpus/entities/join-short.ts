import type { Contexts } from './context';
import type { Node } from './node';
import type { UnionFind } from './union-find';

/** A name that cannot say by itself who or what it means: a lone surname, "the Fire Department", an acronym, "officials". */
export interface ShortName {
  readonly node: Node;
  /** Names with the same key can be the same. */
  readonly key: string;
}

/** Whether a full name may be what a short name stands for. */
export type Fits = (short: Node, full: Node) => boolean;

/**
 * Ties short names to full ones, and to each other, where their articles share enough context. A short name goes to the full
 * name with the most shared context; on a tie between different ones it stays alone.
 * @param fulls the full names by the keys under which short ones can mean them
 */
export function joinShortNames(
  shorts: readonly ShortName[],
  fulls: ReadonlyMap<string, readonly Node[]>,
  sets: UnionFind,
  contexts: Contexts,
  fits: Fits,
): void {
  const asked = new Set(shorts.map((short) => short.key));
  const index = contextIndex(asked, fulls, sets, contexts);
  const alone: ShortName[] = [];
  for (const short of shorts) {
    const full = bestFull(short, index, sets, contexts, fits);
    if (full) sets.union(full.index, short.node.index);
    else alone.push(short);
  }
  joinAmongThemselves(alone, sets, contexts);
}

type ContextIndex = ReadonlyMap<string, readonly Node[]>;

/** The full names that short ones ask for, under key and context. */
function contextIndex(
  asked: ReadonlySet<string>,
  fulls: ReadonlyMap<string, readonly Node[]>,
  sets: UnionFind,
  contexts: Contexts,
): ContextIndex {
  const index = new Map<string, Node[]>();
  for (const key of asked) {
    for (const n of fulls.get(key) ?? []) {
      for (const context of contexts.of(n.article, sets.find(n.index))) {
        const id = `${key}|${context}`;
        const list = index.get(id);
        if (!list) index.set(id, [n]);
        else if (list.length < 8 && !list.some((m) => sets.find(m.index) === sets.find(n.index)))
          list.push(n);
      }
    }
  }
  return index;
}

function bestFull(
  short: ShortName,
  index: ContextIndex,
  sets: UnionFind,
  contexts: Contexts,
  fits: Fits,
): Node | null {
  const scores = new Map<number, { node: Node; score: number }>();
  for (const context of contexts.of(short.node.article, sets.find(short.node.index))) {
    for (const full of index.get(`${short.key}|${context}`) ?? []) {
      if (!fits(short.node, full) || !sets.mayJoin(short.node.index, full.index)) continue;
      const root = sets.find(full.index);
      const known = scores.get(root) ?? { node: full, score: 0 };
      scores.set(root, { node: known.node, score: known.score + contexts.weight(context) });
    }
  }
  const [best, second] = [...scores.values()].sort((a, b) => b.score - a.score);
  if (!best || best.score < 1) return null;
  return second?.score === best.score ? null : best.node;
}

/** Short names alone: one entity where they share the key and a context. */
function joinAmongThemselves(shorts: readonly ShortName[], sets: UnionFind, contexts: Contexts): void {
  const first = new Map<string, Node>();
  const half = new Map<string, number>();
  for (const { node, key } of shorts) {
    for (const context of contexts.of(node.article, sets.find(node.index))) {
      const id = `${key}|${context}`;
      const other = first.get(id);
      if (!other) {
        first.set(id, node);
        continue;
      }
      const pair = `${String(other.index)} ${String(node.index)}`;
      const score = (half.get(pair) ?? 0) + contexts.weight(context);
      half.set(pair, score);
      if (score >= 1) sets.union(other.index, node.index);
    }
  }
}

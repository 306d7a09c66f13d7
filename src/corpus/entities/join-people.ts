import { blockKey, isJunior, plainFold, soundFold } from '../../analysis/source';
import { addTo } from './buckets';
import { likeness, Likeness } from './compatible';
import type { Contexts } from './context';
import type { Node } from './node';
import type { UnionFind } from './union-find';

/** Distinct names compared with each other in one block; larger blocks are cut into neighbours in sorted order. */
const BLOCK = 200;

interface Name {
  readonly key: string;
  readonly parts: readonly string[];
  readonly junior: boolean;
  readonly nodes: Node[];
}

/** Joins people whose full names are one: equal names at once, then spellings and short forms that need no context. */
export function joinFullNames(nodes: readonly Node[], sets: UnionFind): NameTable {
  const names = new Map<string, Name>();
  for (const n of nodes) {
    if (n.source.type !== 'person' || n.parts.length < 2) continue;
    const junior = isJunior(n.source.name);
    const key = n.parts.map(plainFold).join(' ') + (junior ? ' jr' : '');
    const name = names.get(key);
    if (!name) names.set(key, { key, parts: n.parts, junior, nodes: [n] });
    else name.nodes.push(n);
  }
  for (const name of names.values())
    for (const n of name.nodes) sets.union(name.nodes[0]?.index ?? n.index, n.index);
  return new NameTable([...names.values()], sets);
}

/** The distinct full names of a folder in blocks by the consonants of the surname. */
export class NameTable {
  private readonly blocks = new Map<string, Name[]>();
  /** The distinct names of each set, under the set's root; unions keep it up to date. */
  private readonly members = new Map<number, Name[]>();

  constructor(
    names: readonly Name[],
    private readonly sets: UnionFind,
  ) {
    for (const name of [...names].sort((a, b) => (a.key < b.key ? -1 : 1))) {
      this.members.set(this.rootOf(name), [name]);
      const last = name.parts.at(-1) ?? '';
      const keys = new Set([blockKey(last), blockKey(last.slice(last.lastIndexOf('-') + 1))]);
      for (const key of keys) addTo(this.blocks, key, name);
    }
  }

  /** Unites the pairs that are at least so alike; with contexts, only pairs whose articles share one or whose titles agree. */
  unite(atLeast: Likeness, contexts: Contexts | null): void {
    for (const block of this.blocks.values()) {
      for (let i = 0; i < block.length; i++) {
        for (let k = i + 1; k < Math.min(block.length, i + BLOCK); k++) {
          const [a, b] = [block[i], block[k]];
          if (a && b) this.tryPair(a, b, atLeast, contexts);
        }
      }
    }
  }

  private tryPair(a: Name, b: Name, atLeast: Likeness, contexts: Contexts | null): void {
    const [x, y] = [this.rootOf(a), this.rootOf(b)];
    if (x === y || pairLikeness(a, b) < atLeast) return;
    if (contexts && !shareContext(a, b, x, y, contexts)) return;
    const [left, right] = [this.members.get(x) ?? [], this.members.get(y) ?? []];
    if (!this.sets.mayJoin(x, y)) return;
    if (left.some((p) => right.some((q) => pairLikeness(p, q) === Likeness.None))) return;
    this.sets.union(x, y);
    this.members.delete(Math.max(x, y));
    this.members.set(Math.min(x, y), [...left, ...right]);
  }

  private rootOf(name: Name): number {
    return this.sets.find(name.nodes[0]?.index ?? 0);
  }
}

/** "Jr." makes two people of one name only where an article names both; else one paper leaves out what another writes. */
function pairLikeness(a: Name, b: Name): Likeness {
  const found = likeness(a.parts, b.parts);
  if (a.junior === b.junior || found === Likeness.None) return found;
  const articles = new Set(a.nodes.map((n) => n.article));
  return b.nodes.some((n) => articles.has(n.article)) ? Likeness.None : Likeness.WithContext;
}

/** Articles looked at per name when contexts are compared. */
const SAMPLE = 40;

function shareContext(a: Name, b: Name, x: number, y: number, contexts: Contexts): boolean {
  for (const n of a.nodes.slice(0, SAMPLE)) {
    for (const m of b.nodes.slice(0, SAMPLE)) {
      if (n.article === m.article) return false;
      for (const title of n.titles) if (m.titles.has(title)) return true;
    }
  }
  const weights = new Set(a.nodes.slice(0, SAMPLE).flatMap((n) => contexts.of(n.article, x)));
  let shared = 0;
  for (const key of new Set(b.nodes.slice(0, SAMPLE).flatMap((n) => contexts.of(n.article, y))))
    if (weights.has(key)) shared += contexts.weight(key);
  return shared >= 1;
}

/** The block of lone surnames and given names: every part of a full name leads to it. */
export function partKeys(n: Node): string[] {
  const keys = new Set(n.parts.filter((p) => p.length > 1).map(soundFold));
  return [...keys];
}

import { plainFold } from '../../analysis/source';
import type { NameAliases } from './model';
import type { Node } from './node';
import type { UnionFind } from './union-find';

const fold = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map(plainFold)
    .filter((part) => part !== '' && part !== 'the')
    .join(' ');

/** The names that people wrote down as one entity's: they stand above everything the machine finds. */
export class Rules {
  private readonly group = new Map<string, number>();
  private readonly shown: readonly string[];

  constructor(aliases: readonly NameAliases[]) {
    aliases.forEach((entry, i) =>
      [entry.name, ...entry.aliases].forEach((name) => this.group.set(fold(name), i)),
    );
    this.shown = aliases.map((entry) => entry.name);
  }

  /** Unites every source that carries a name of one alias entry. */
  uniteAliases(nodes: readonly Node[], sets: UnionFind): void {
    const first = new Map<number, Node>();
    for (const n of nodes) {
      const group = this.groupOf(n);
      if (group === undefined) continue;
      const other = first.get(group);
      if (other) sets.union(other.index, n.index);
      else first.set(group, n);
    }
  }

  /** The name that the corrections give to an entity, or null. */
  nameOf(n: Node): string | null {
    const group = this.groupOf(n);
    return group === undefined ? null : (this.shown[group] ?? null);
  }

  private groupOf(n: Node): number | undefined {
    if (this.group.size === 0) return undefined;
    for (const form of n.forms) {
      const group = this.group.get(fold(form));
      if (group !== undefined) return group;
    }
    return undefined;
  }
}

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

/** What people decided about names: it stands above everything the machine finds. */
export class Rules {
  private readonly group = new Map<string, number>();
  private readonly shown: readonly string[];
  private readonly apart = new Set<string>();

  constructor(aliases: readonly NameAliases[], notSame: readonly (readonly [string, string])[]) {
    aliases.forEach((entry, i) =>
      [entry.name, ...entry.aliases].forEach((name) => this.group.set(fold(name), i)),
    );
    this.shown = aliases.map((entry) => entry.name);
    for (const [a, b] of notSame) {
      this.apart.add(`${fold(a)}|${fold(b)}`);
      this.apart.add(`${fold(b)}|${fold(a)}`);
    }
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

  /** Whether two sources may not be one, because a pair of their names was written down as different. */
  forbids(a: Node | undefined, b: Node | undefined): boolean {
    if (this.apart.size === 0 || !a || !b) return false;
    return a.forms.some((x) => b.forms.some((y) => this.apart.has(`${fold(x)}|${fold(y)}`)));
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

/** Things joined by links, in groups that no link joins (union–find with path halving). */
export class LinkedGroups<Node extends object> {
  private readonly parents = new Map<Node, Node>();

  join(a: Node, b: Node): void {
    const [x, y] = [this.of(a), this.of(b)];
    if (x !== y) this.parents.set(y, x);
  }

  /** The thing that stands for the group of one; itself where nothing joined it. */
  of(node: Node): Node {
    let at = node;
    for (let up = this.parents.get(at); up !== undefined; up = this.parents.get(at)) {
      const higher = this.parents.get(up);
      if (higher === undefined) return up;
      this.parents.set(at, higher);
      at = higher;
    }
    return at;
  }
}

/** Links by the group that both their ends are in, in their order; links between two groups are left out. */
export function linksByGroup<Link, Node extends object>(
  links: readonly Link[],
  groups: LinkedGroups<Node>,
  endsOf: (link: Link) => readonly [Node, Node],
): Link[][] {
  const lists = new Map<Node, Link[]>();
  for (const link of links) {
    const [a, b] = endsOf(link);
    const group = groups.of(a);
    if (groups.of(b) !== group) continue;
    const list = lists.get(group);
    if (list === undefined) lists.set(group, [link]);
    else list.push(link);
  }
  return [...lists.values()];
}

/**
 * What was found out of groups of links, kept as long as a group has the same links (the same objects, in the same order). Links of
 * articles that are gone take their results with them.
 */
export class KeptByGroup<Link extends object, Result> {
  private readonly kept = new WeakMap<Link, { readonly links: readonly Link[]; readonly result: Result }>();

  of(links: readonly Link[], make: (links: readonly Link[]) => Result): Result {
    const [first] = links;
    if (first === undefined) return make(links);
    const known = this.kept.get(first);
    if (known?.links.length === links.length && known.links.every((link, i) => link === links[i]))
      return known.result;
    const result = make(links);
    this.kept.set(first, { links, result });
    return result;
  }
}

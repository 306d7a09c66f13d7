/** A link between two things of two lists, by their places there. */
export interface Placed {
  readonly i: number;
  readonly j: number;
}

/** Links between two lists of things (or inside one), with where the lists begin among all things. */
export interface LinkList<Link extends Placed> {
  readonly links: readonly Link[];
  readonly a: number;
  readonly b: number;
}

/** Links with the places of their ends among all things. */
export interface LinkGroup<Link> {
  readonly links: readonly Link[];
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** Things, by number, in groups that no link joins (union–find with path halving). */
export class Groups {
  private readonly parents: Int32Array;

  constructor(count: number) {
    this.parents = Int32Array.from({ length: count }, (_, i) => i);
  }

  join(x: number, y: number): void {
    this.parents[this.of(y)] = this.of(x);
  }

  /** The thing that stands for the group of one. */
  of(thing: number): number {
    const { parents } = this;
    let at = thing;
    for (;;) {
      const up = parents[at] ?? at;
      if (up === at) return at;
      const higher = parents[up] ?? up;
      parents[at] = higher;
      at = higher;
    }
  }
}

/**
 * Links by the group that both their ends are in, in the order in which they come; links between two groups are left out.
 * @param groups the groups of all things that the lists are of
 */
export function groupLinks<Link extends Placed>(
  lists: readonly LinkList<Link>[],
  groups: Groups,
): LinkGroup<Link>[] {
  const found = new Map<number, { links: Link[]; a: number[]; b: number[] }>();
  for (const { links, a, b } of lists) {
    for (const link of links) {
      const [x, y] = [a + link.i, b + link.j];
      const group = groups.of(x);
      if (groups.of(y) !== group) continue;
      let own = found.get(group);
      if (own === undefined) found.set(group, (own = { links: [], a: [], b: [] }));
      own.links.push(link);
      own.a.push(x);
      own.b.push(y);
    }
  }
  return [...found.values()];
}

/** What was found out of groups of links before. */
export interface KeptResults<Link, Result> {
  /** What is known of a group, or else is made of it now. */
  of(group: LinkGroup<Link>, make: (group: LinkGroup<Link>) => Result): Result;
}

/**
 * What was found out of groups of links, kept as long as a group has the same links (the same objects, in the same order). Links of
 * articles that are gone take their results with them.
 */
export class KeptByGroup<Link extends object, Result> implements KeptResults<Link, Result> {
  private readonly kept = new WeakMap<Link, { readonly links: readonly Link[]; readonly result: Result }>();

  of(group: LinkGroup<Link>, make: (group: LinkGroup<Link>) => Result): Result {
    const { links } = group;
    const [first] = links;
    if (first === undefined) return make(group);
    const known = this.kept.get(first);
    if (known?.links.length === links.length && known.links.every((link, i) => link === links[i]))
      return known.result;
    const result = make(group);
    this.kept.set(first, { links, result });
    return result;
  }
}

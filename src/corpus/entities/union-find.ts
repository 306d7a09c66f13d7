/**
 * Disjoint sets with path halving; a set's root is always its smallest index, so that results do not depend on the order.
 * Pairs that are to stay apart never come into one set, through whichever others.
 */
export class UnionFind {
  private readonly parent: Int32Array;

  constructor(
    size: number,
    private readonly apart: readonly (readonly [number, number])[] = [],
  ) {
    this.parent = Int32Array.from({ length: size }, (_, i) => i);
  }

  find(i: number): number {
    let node = i;
    for (;;) {
      const up = this.parent[node] ?? node;
      if (up === node) return node;
      const over = this.parent[up] ?? up;
      this.parent[node] = over;
      node = over;
    }
  }

  /** Whether the sets of two members are one, or may become one. */
  mayJoin(a: number, b: number): boolean {
    if (this.apart.length === 0) return true;
    const [x, y] = [this.find(a), this.find(b)];
    return !this.apart.some(([p, q]) => {
      const [r, s] = [this.find(p), this.find(q)];
      return (r === x && s === y) || (r === y && s === x);
    });
  }

  /** Makes one set of two, unless a pair is to stay apart. */
  union(a: number, b: number): void {
    if (!this.mayJoin(a, b)) return;
    const [x, y] = [this.find(a), this.find(b)];
    this.parent[Math.max(x, y)] = Math.min(x, y);
  }
}

/** Disjoint sets with path halving; a set's root is always its smallest index, so that results do not depend on the order. */
export class UnionFind {
  private readonly parent: Int32Array;

  constructor(size: number) {
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

  union(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    this.parent[Math.max(x, y)] = Math.min(x, y);
  }
}

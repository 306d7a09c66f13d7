import type { Figure } from '../figures';

/** Counts "so many of so many" by name, in the order of first use, and what was missed. */
export class Tally {
  private readonly counts = new Map<string, { right: number; total: number }>();
  readonly misses: string[] = [];

  /** Counts one case; a wrong one is kept with its words. */
  add(name: string, right: boolean, words: string): void {
    const count = this.counts.get(name) ?? { right: 0, total: 0 };
    this.counts.set(name, { right: count.right + (right ? 1 : 0), total: count.total + 1 });
    if (!right) this.misses.push(`${name}  ${words}`);
  }

  figures(): readonly Figure[] {
    return [...this.counts].map(([name, { right, total }]) => ({
      name,
      value: (100 * right) / total,
      unit: '%',
      note: `${String(right)} of ${String(total)}`,
    }));
  }
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export const overlap = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end;

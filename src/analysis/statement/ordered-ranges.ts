import type { TokenRange } from './cue-window';

/** Whether two ranges share a token. */
export function meets(a: TokenRange, b: TokenRange): boolean {
  return a.first < b.end && b.first < a.end;
}

/** Ranges in any order as {@link OrderedRanges} wants them. */
export function inOrder(ranges: readonly TokenRange[]): OrderedRanges {
  return new OrderedRanges([...ranges].sort((a, b) => a.first - b.first || a.end - b.end));
}

/** Ranges in the order of their beginnings, of which those that meet another one are found fast. */
export class OrderedRanges {
  /** For each range the furthest end of it and those before it. */
  private readonly reach: readonly number[];

  constructor(private readonly ranges: readonly TokenRange[]) {
    let furthest = 0;
    this.reach = ranges.map(({ end }) => (furthest = Math.max(furthest, end)));
  }

  meeting(range: TokenRange): TokenRange[] {
    let low = 0;
    let high = this.ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.reach[middle] ?? 0) <= range.first) low = middle + 1;
      else high = middle;
    }
    const found: TokenRange[] = [];
    for (let i = low; i < this.ranges.length; i++) {
      const other = this.ranges[i];
      if (other === undefined || other.first >= range.end) break;
      if (other.end > range.first) found.push(other);
    }
    return found;
  }
}

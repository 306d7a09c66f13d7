/** Something that grows by being joined with its like. */
export interface Growing<Item> {
  /** Only ever added to at its end. */
  readonly items: Item[];
  /** Different in each. */
  readonly id: number;
}

/** What a pair of items, one of each side, has to say to a join: a score that counts, nothing, or that it decides alone. */
export type Voice = number | 'silent' | 'never' | 'always';

interface Hearing {
  /** How many items of the side with the smaller id, and of the other, have been heard. */
  fewer: number;
  others: number;
  sum: number;
  pairs: number;
  /** What a pair decided alone. */
  decided: number | null;
}

/** More sides than this are not told apart by the keys of their pairs. */
const SIDES = 2 ** 26;

/**
 * The mean voice of all pairs of items between two sides, for joining step by step what agrees on average. Each pair of items is heard
 * once, however often two sides are tried, as long as neither was joined into another.
 */
export class MeanVoices<Item> {
  private readonly hearings = new Map<number, Hearing>();

  constructor(private readonly voice: (a: Item, b: Item) => Voice) {}

  /**
   * @param silence the mean where no pair counts
   * @returns the mean; 0 or 1 where a pair decides alone
   */
  between(left: Growing<Item>, right: Growing<Item>, silence: number): number {
    const [first, second] = left.id < right.id ? [left, right] : [right, left];
    const key = first.id * SIDES + second.id;
    let heard = this.hearings.get(key);
    if (heard === undefined)
      this.hearings.set(key, (heard = { fewer: 0, others: 0, sum: 0, pairs: 0, decided: null }));
    if (heard.decided === null) this.hear(heard, first.items, second.items);
    if (heard.decided !== null) return heard.decided;
    return heard.pairs === 0 ? silence : heard.sum / heard.pairs;
  }

  private hear(heard: Hearing, first: readonly Item[], second: readonly Item[]): void {
    for (const [i, a] of first.entries()) {
      for (let j = i < heard.fewer ? heard.others : 0; j < second.length; j++) {
        const b = second[j];
        if (b === undefined) continue;
        const voice = this.voice(a, b);
        if (voice === 'silent') continue;
        if (typeof voice === 'string') {
          heard.decided = voice === 'never' ? 0 : 1;
          return;
        }
        heard.sum += voice;
        heard.pairs++;
      }
    }
    heard.fewer = first.length;
    heard.others = second.length;
  }
}

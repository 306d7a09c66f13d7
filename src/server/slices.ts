import type { Platform } from './platform';

/** Who waits for work: somebody who rests the mouse on a word; an editor that asks in passing; nobody. */
const ORDER = ['reader', 'editor', 'nobody'] as const;
export type Waiting = (typeof ORDER)[number];

/**
 * How long the server may work before it lets other events run, in milliseconds. A question and its answer take some turns of the event
 * loop, and there is a slice in each.
 */
const SLICE: Readonly<Record<Waiting, number>> = { reader: 10, editor: 2, nobody: 2 };

type Host = Pick<Platform, 'pause'>;

/** The work under way on a server that somebody waits for, by {@link ORDER}. */
const underWay = new WeakMap<Host, number[]>();
/** The last of the turns of work that nobody rests the mouse for: one after the other, so that there is one slice in a turn of the event loop. */
const turns = new WeakMap<Host, Promise<void>>();

/** Lets other events run whenever the work has taken long enough, and work that is waited for more at once. */
export class Slices {
  private start = Date.now();
  private readonly level: number;

  constructor(
    private readonly platform: Host,
    private readonly waiting: Waiting,
  ) {
    this.level = ORDER.indexOf(waiting);
  }

  /** To be awaited between two small pieces of work; true where others have had their turn. */
  async next(): Promise<boolean> {
    if (Date.now() - this.start < SLICE[this.waiting] && !this.givesWay()) return false;
    do await this.turn();
    while (this.givesWay());
    this.start = Date.now();
    return true;
  }

  /** Runs a generator to its end, and lets others have their turn between its steps. */
  async run(steps: Iterator<undefined, void>): Promise<void> {
    this.count(1);
    try {
      while (steps.next().done !== true) await this.next();
    } finally {
      this.count(-1);
    }
  }

  private turn(): Promise<void> {
    if (this.waiting === 'reader') return this.platform.pause();
    const turn = (turns.get(this.platform) ?? Promise.resolve()).then(() => this.platform.pause());
    turns.set(this.platform, turn);
    return turn;
  }

  private givesWay(): boolean {
    return (underWay.get(this.platform) ?? []).some((count, level) => level < this.level && count > 0);
  }

  private count(by: number): void {
    const counts = underWay.get(this.platform) ?? ORDER.map(() => 0);
    counts[this.level] = (counts[this.level] ?? 0) + by;
    underWay.set(this.platform, counts);
  }
}

import type { Platform } from './platform';

/** How long the server may work before it lets other events run, in milliseconds. */
const SLICE = 20;

/** Lets other events run whenever the work has taken long enough. */
export class Slices {
  private start = Date.now();

  constructor(private readonly platform: Pick<Platform, 'pause'>) {}

  /** To be awaited between two small pieces of work; true where others have had their turn. */
  async next(): Promise<boolean> {
    if (Date.now() - this.start < SLICE) return false;
    await this.platform.pause();
    this.start = Date.now();
    return true;
  }

  /** Runs a generator to its end, and lets others have their turn between its steps. */
  async run(steps: Iterator<undefined, void>): Promise<void> {
    while (steps.next().done !== true) await this.next();
  }
}

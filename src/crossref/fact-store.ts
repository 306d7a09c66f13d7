import { pack, unpack } from '../corpus';
import type { Fact } from './model';

/** How many stories' facts stay open. */
const OPEN = 64;
/** Facts of stories that no longer stand are dropped when there are this many more than articles. */
const SPARE = 256;

/** The text of an article, for the words of facts. */
export type SourceOf = (path: string) => string;

/** Packs the facts of a story; their words stand in the articles. */
export function packFacts(facts: readonly Fact[], sourceOf: SourceOf): Uint8Array<ArrayBuffer> {
  return pack(facts, (path) => (path === undefined ? '' : sourceOf(path)));
}

/**
 * Facts by the stories that they are of: the last used ones ready, the others packed. Facts are packed when they make room, since most of
 * an article that is being edited are soon of no version that stands.
 */
export class FactStore {
  private readonly packed = new Map<string, Uint8Array>();
  private readonly open = new Map<string, readonly Fact[]>();

  /** @param stands whether a story is still of the present versions of its articles */
  constructor(
    private readonly sourceOf: SourceOf,
    private readonly stands: (story: string) => boolean,
  ) {}

  has(story: string): boolean {
    return this.open.has(story) || this.packed.has(story);
  }

  get(story: string): readonly Fact[] | undefined {
    const facts = this.open.get(story) ?? this.unpacked(story);
    if (facts !== undefined) this.ready(story, facts);
    return facts;
  }

  /** @param articles how many there are: bounds what is kept */
  set(story: string, facts: readonly Fact[] | Uint8Array, articles: number): void {
    if (this.packed.size > articles + SPARE) this.dropFallen();
    if (facts instanceof Uint8Array) this.packed.set(story, facts);
    else this.ready(story, facts);
  }

  private unpacked(story: string): readonly Fact[] | undefined {
    const packed = this.packed.get(story);
    const facts =
      packed === undefined
        ? undefined
        : unpack(packed, (path) => (path === undefined ? '' : this.sourceOf(path)));
    return isFacts(facts) ? facts : undefined;
  }

  private ready(story: string, facts: readonly Fact[]): void {
    this.open.delete(story);
    this.open.set(story, facts);
    for (const [oldest, kept] of this.open) {
      if (this.open.size <= OPEN) break;
      this.open.delete(oldest);
      if (!this.packed.has(oldest) && this.stands(oldest))
        this.packed.set(oldest, packFacts(kept, this.sourceOf));
    }
  }

  private dropFallen(): void {
    for (const story of this.packed.keys()) if (!this.stands(story)) this.packed.delete(story);
  }
}

/** Only packed facts are ever unpacked; this says so to the type checker. */
function isFacts(value: unknown): value is readonly Fact[] {
  return Array.isArray(value);
}

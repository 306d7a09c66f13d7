import type { Fact } from './model';
import type { SourceOf } from './packed-facts';
import { packFacts, unpackFacts } from './packed-facts';
import type { StoryResult } from './story-job';

/** How many stories' facts stay open. */
const OPEN = 64;
/** Facts of stories that no longer stand are dropped when there are this many more than articles. */
const SPARE = 256;

/**
 * Facts by the stories that they are of: the last used ones ready, the others packed. Facts are packed when they make room, since most of
 * an article that is being edited are soon of no version that stands.
 */
export class FactStore {
  private readonly packed = new Map<string, Uint8Array>();
  /** The names of the stories that were compared elsewhere. */
  private readonly packedNames = new Map<string, Uint8Array>();
  private readonly open = new Map<string, readonly Fact[]>();
  /** The facts of the article that was asked for last. */
  private last:
    { readonly story: string; readonly path: string; readonly facts: readonly Fact[] } | undefined;

  /** @param stands whether a story is still of the present versions of its articles */
  constructor(
    private readonly sourceOf: SourceOf,
    private readonly stands: (story: string) => boolean,
  ) {}

  has(story: string): boolean {
    return this.open.has(story) || this.packed.has(story);
  }

  get(story: string): readonly Fact[] | undefined {
    const packed = this.packed.get(story);
    const facts =
      this.open.get(story) ?? (packed === undefined ? undefined : unpackFacts(packed, this.sourceOf, null));
    if (facts !== undefined) this.ready(story, facts);
    return facts;
  }

  /** The facts of a story with a mention in one article; the others are not unpacked for it. */
  of(story: string, path: string): readonly Fact[] | undefined {
    const open = this.open.get(story);
    if (open !== undefined) {
      this.ready(story, open);
      return open.filter((fact) => fact.mentions.some((m) => m.path === path));
    }
    const packed = this.packed.get(story);
    if (packed === undefined) return undefined;
    if (this.last?.story !== story || this.last.path !== path)
      this.last = { story, path, facts: unpackFacts(packed, this.sourceOf, path) };
    return this.last.facts;
  }

  /** @param articles how many there are: bounds what is kept */
  set(story: string, facts: readonly Fact[], articles: number): void {
    if (this.packed.size > articles + SPARE) this.dropFallen();
    this.ready(story, facts);
  }

  /** Takes what was found elsewhere, beside what is at hand. */
  setResult(story: string, { facts, names }: StoryResult, articles: number): void {
    if (this.packed.size > articles + SPARE) this.dropFallen();
    if (!this.has(story)) this.packed.set(story, facts);
    this.packedNames.set(story, names);
  }

  /** The names of a story, packed, where it was compared elsewhere. */
  names(story: string): Uint8Array | undefined {
    return this.packedNames.get(story);
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
    for (const kept of [this.packed, this.packedNames])
      for (const story of kept.keys()) if (!this.stands(story)) kept.delete(story);
  }
}

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

/** Facts by the stories that they are of, packed, the last used ones ready. */
export class FactStore {
  private readonly packed = new Map<string, Uint8Array>();
  private readonly open = new Map<string, readonly Fact[]>();

  constructor(private readonly sourceOf: SourceOf) {}

  has(story: string): boolean {
    return this.packed.has(story);
  }

  get(story: string): readonly Fact[] | undefined {
    const packed = this.packed.get(story);
    if (packed === undefined) return undefined;
    let facts = this.open.get(story);
    if (facts === undefined) {
      const found = unpack(packed, (path) => (path === undefined ? '' : this.sourceOf(path)));
      if (!isFacts(found)) return undefined;
      facts = found;
    }
    this.ready(story, facts);
    return facts;
  }

  /** @param articles how many there are: bounds what is kept */
  set(story: string, facts: readonly Fact[] | Uint8Array, articles: number): void {
    if (this.packed.size > articles + SPARE) this.packed.clear();
    if (facts instanceof Uint8Array) this.packed.set(story, facts);
    else {
      this.packed.set(story, packFacts(facts, this.sourceOf));
      this.ready(story, facts);
    }
  }

  private ready(story: string, facts: readonly Fact[]): void {
    this.open.delete(story);
    this.open.set(story, facts);
    for (const oldest of this.open.keys()) {
      if (this.open.size <= OPEN) break;
      this.open.delete(oldest);
    }
  }
}

/** Only packed facts are ever unpacked; this says so to the type checker. */
function isFacts(value: unknown): value is readonly Fact[] {
  return Array.isArray(value);
}

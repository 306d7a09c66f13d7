import type { KeptResults, LinkGroup } from './linked-groups';
import type { Fact, FactMention } from './model';
import type { NumberedParts } from './part-numbers';

/** A fact with the link that its place among the others goes by. */
interface Placed<Link> {
  readonly fact: Fact;
  readonly first: Link;
}

/** What a group of links was, in numbers, and the facts that were made of it, with the place of each one's first link. */
interface Entry {
  readonly told: readonly number[];
  readonly results: readonly { readonly fact: Fact; readonly first: number }[];
}

export type Entries = ReadonlyMap<number, Entry>;

export type PartsByPath = ReadonlyMap<string, NumberedParts>;

/** Larger than any number of a part. */
const PARTS = 2 ** 26;

/**
 * Takes facts over from when the same articles were compared last: those of groups of links in which every part has the number that it had
 * then, and every link says the same. Their mentions stand where their sentences stand now.
 */
export class TakenOver<Link, Result extends Placed<Link>> implements KeptResults<
  Link,
  readonly Placed<Link>[]
> {
  readonly made = new Map<number, Entry>();

  /** @param tell a group in numbers, beginning with those of the ends of its first link; parts that are the same have the same number */
  constructor(
    private readonly before: Entries | undefined,
    private readonly moves: Moves,
    private readonly tell: (group: LinkGroup<Link>) => number[],
  ) {}

  of(group: LinkGroup<Link>, make: (group: LinkGroup<Link>) => readonly Result[]): readonly Placed<Link>[] {
    const told = this.tell(group);
    const key = (told[0] ?? 0) * PARTS + (told[1] ?? 0);
    const known = this.before?.get(key);
    const results =
      known !== undefined && sameNumbers(known.told, told) ? this.moved(known, group) : make(group);
    const places = results.map(({ fact, first }) => ({ fact, first: group.links.indexOf(first) }));
    this.made.set(key, { told, results: places });
    return results;
  }

  private moved({ results }: Entry, { links }: LinkGroup<Link>): Placed<Link>[] {
    return results.flatMap(({ fact, first: place }) => {
      const first = links[place];
      return first === undefined ? [] : [{ fact: this.moves.of(fact), first }];
    });
  }
}

function sameNumbers(x: readonly number[], y: readonly number[]): boolean {
  return x.length === y.length && x.every((number, i) => number === y[i]);
}

/** How far sentences of some articles have moved since facts were made of them. */
export class Moves {
  /** By path, for articles of which there is another version: by where a sentence began, how far it has moved. */
  private readonly byPath = new Map<string, ReadonlyMap<number, number>>();

  constructor(before: PartsByPath, now: PartsByPath) {
    for (const [path, parts] of now) {
      const known = before.get(path);
      if (known !== undefined && known !== parts) this.byPath.set(path, movedStarts(known, parts));
    }
  }

  /** A fact as it stands now; the same object where nothing of it has moved. */
  of(fact: Fact): Fact {
    if (!fact.mentions.some((mention) => this.by(mention) !== 0)) return fact;
    const mentions = fact.mentions.map((mention) => moved(mention, this.by(mention)));
    const [first] = mentions;
    const kind = fact.id.slice(0, fact.id.indexOf(':'));
    return first === undefined ? fact : { ...fact, id: `${kind}:${first.path}:${first.start}`, mentions };
  }

  private by({ path, context }: FactMention): number {
    return this.byPath.get(path)?.get(context.start) ?? 0;
  }
}

function moved(mention: FactMention, by: number): FactMention {
  const { start, end, context } = mention;
  if (by === 0) return mention;
  const around = { start: context.start + by, end: context.end + by };
  return { ...mention, start: start + by, end: end + by, context: around };
}

function movedStarts(before: NumberedParts, now: NumberedParts): Map<number, number> {
  const starts = new Map(now.sentences.map((number, i) => [number, now.starts[i] ?? 0]));
  const moves = new Map<number, number>();
  before.sentences.forEach((number, i) => {
    const [start, there] = [before.starts[i] ?? 0, starts.get(number)];
    if (there !== undefined) moves.set(start, there - start);
  });
  return moves;
}

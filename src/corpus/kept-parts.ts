import type { Similarities } from './average-link';
import type { Dictionary } from './dictionary';
import type { IndexFeatures } from './features';
import type { TermBag } from './term-similarity';
import { TermSimilarities } from './term-similarity';

/** An article as the split of a subject sees it. */
export interface Member {
  readonly path: string;
  readonly features: IndexFeatures;
  /** ISO date of publication, where known. */
  readonly date: string | undefined;
}

/** How alike the articles of a part are: in all their words, and in those of their openings. */
export interface PartSimilarities {
  readonly texts: Similarities;
  readonly openings: Similarities;
}

/** The two sides of a part, as places among its members; undefined where it is one event. */
export type Sides = readonly (readonly number[])[] | undefined;

interface Kept {
  readonly members: Member[];
  readonly texts: TermSimilarities;
  readonly openings: TermSimilarities;
  sides: Sides;
}

/** A part of the same articles with more new versions than this is worked out anew. */
const MOST_CHANGED = 4;
/** Similarities that are kept, eight bytes each: those of all parts of a few subjects. */
const CELLS = 1_000_000;

/**
 * The parts of subjects that were divided last. One that comes again is divided as before; where it has other versions of a few
 * articles, only what these change is worked out.
 */
export class KeptParts {
  /** By the paths of the members; those used last at the end. */
  private readonly kept = new Map<string, Kept>();
  private cells = 0;

  constructor(private readonly dictionary: Dictionary) {}

  /** @param divide depends on its arguments alone */
  sidesOf(
    members: readonly Member[],
    divide: (members: readonly Member[], alike: PartSimilarities) => Sides,
  ): Sides {
    const key = members.map((member) => member.path).join('\0');
    let kept = this.kept.get(key);
    const changed = kept === undefined ? [] : changedPlaces(kept, members);
    if (kept === undefined || changed.length > MOST_CHANGED) {
      kept = this.make(members);
      kept.sides = divide(members, rowsOf(kept));
    } else if (changed.length > 0) {
      for (const place of changed) exchange(kept, place, members[place]);
      kept.sides = divide(members, rowsOf(kept));
    }
    this.keep(key, kept);
    return kept.sides;
  }

  private make(members: readonly Member[]): Kept {
    return {
      members: [...members],
      texts: new TermSimilarities(
        members.map(({ features, date }) => textBag(features, date)),
        this.dictionary,
      ),
      openings: new TermSimilarities(
        members.map(({ features, date }) => openingBag(features, date)),
        this.dictionary,
      ),
      sides: undefined,
    };
  }

  private keep(key: string, kept: Kept): void {
    if (this.kept.delete(key)) this.cells -= cellsOf(kept);
    this.kept.set(key, kept);
    this.cells += cellsOf(kept);
    for (const [oldest, other] of this.kept) {
      if (this.cells <= CELLS) break;
      this.kept.delete(oldest);
      this.cells -= cellsOf(other);
    }
  }
}

function cellsOf({ members }: Kept): number {
  return 2 * members.length ** 2;
}

function rowsOf({ texts, openings }: Kept): PartSimilarities {
  return { texts: texts.rows(), openings: openings.rows() };
}

function changedPlaces(kept: Kept, members: readonly Member[]): number[] {
  const changed: number[] = [];
  members.forEach(({ features, date }, place) => {
    const before = kept.members[place];
    if (before?.features !== features || before.date !== date) changed.push(place);
  });
  return changed;
}

function exchange({ members, texts, openings }: Kept, place: number, member: Member | undefined): void {
  if (member === undefined) return;
  members[place] = member;
  texts.exchange(place, textBag(member.features, member.date));
  openings.exchange(place, openingBag(member.features, member.date));
}

function textBag({ terms, counts }: IndexFeatures, date: string | undefined): TermBag {
  return { terms, counts, date };
}

function openingBag({ opening }: IndexFeatures, date: string | undefined): TermBag {
  return { terms: opening, counts: opening.map(() => 1), date };
}

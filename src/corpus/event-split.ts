import { lastJoin, meanBetween, meanWithin } from './average-link';
import type { Similarities } from './average-link';
import type { KeptParts, Member, PartSimilarities, Sides } from './kept-parts';

/** A part smaller than this is no event of its own: it stays with the part it is closest to. */
const SMALLEST_PART = 3;
/** Parts are two events where articles are less similar across than this, by what the numbers of their openings tell, … */
const ACROSS = { common: 0.07, untold: 0.075, other: 0.1 };
/** … and than this share of their similarity within. */
const ACROSS_TO_WITHIN = 0.42;
/** Openings are short, so they must fall apart more sharply before they speak for two events, … */
const OPENINGS_ACROSS = 0.05;
const OPENINGS_TO_WITHIN = 0.2;
/** … but where all words and the openings part the articles alike, neither need be as sharp, unless the openings share a number. */
const BOTH_ACROSS = 0.18;
const BOTH_OPENINGS_ACROSS = 0.12;

/**
 * Splits articles on one subject into events. Words that all of them share are what the subject is; what tells its events
 * apart are the words that some share and others lack. So terms are weighted by their rarity *inside* the set, articles
 * joined by average-link clustering, and the last join undone where the two sides are far less alike than each within
 * itself; first by all their words, then by their openings alone, which say who did what in this turn of a longer story.
 * Repeated on the parts, each a step between which others may work. The result does not depend on the order of `members`.
 *
 * @param members articles on one subject, in a fixed order
 * @param kept what earlier splits found of the same articles
 * @returns indices into `members`, one array an event, each ascending
 */
export function* splitIntoEvents(
  members: readonly Member[],
  kept: KeptParts,
): Generator<undefined, number[][]> {
  const done: number[][] = [];
  const open: number[][] = [members.map((_, i) => i)];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const inside = part.map((i) => members[i]).filter((m) => m !== undefined);
    const halves = inside.length < 2 * SMALLEST_PART ? undefined : kept.sidesOf(inside, divide);
    yield;
    if (halves === undefined) done.push(part);
    else for (const half of halves) open.push(half.map((i) => part[i] ?? 0).sort((a, b) => a - b));
  }
  return done.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

function divide(members: readonly Member[], { texts, openings }: PartSimilarities): Sides {
  const byText: IsTwo = (left, right, across, within) => {
    if (across >= ACROSS_TO_WITHIN * within) return false;
    const numbers = leadNumbers(members, left, right);
    if (across < ACROSS[numbers]) return true;
    const between = meanBetween(openings, left, right);
    return (
      numbers !== 'common' &&
      across < BOTH_ACROSS &&
      between < BOTH_OPENINGS_ACROSS &&
      between < OPENINGS_TO_WITHIN * meanWithin(openings, left, right)
    );
  };
  const byOpening: IsTwo = (left, right, across, within) =>
    across < OPENINGS_ACROSS &&
    across < OPENINGS_TO_WITHIN * within &&
    leadNumbers(members, left, right) !== 'common';
  return cut(texts, byText) ?? cut(openings, byOpening);
}

/** Whether two sides are two events, by how alike they are across and within. */
type IsTwo = (left: readonly number[], right: readonly number[], across: number, within: number) => boolean;

/** Undoes the last join of a set if its sides are two events; strays go with the side they are more like. */
function cut(similarity: Similarities, isTwo: IsTwo): number[][] | undefined {
  const stray: number[] = [];
  let inside = similarity.map((_, i) => i);
  while (inside.length >= 2 * SMALLEST_PART) {
    const [left, right] = lastJoin(similarity, inside);
    const [small, large] = left.length < right.length ? [left, right] : [right, left];
    if (small.length < SMALLEST_PART) {
      stray.push(...small);
      inside = large;
      continue;
    }
    const across = meanBetween(similarity, left, right);
    if (!isTwo(left, right, across, meanWithin(similarity, left, right))) return undefined;
    for (const one of stray) {
      const toLeft = meanBetween(similarity, [one], left);
      (toLeft >= meanBetween(similarity, [one], right) ? left : right).push(one);
    }
    return [left, right];
  }
  return undefined;
}

/** A number in the openings of this share of both sides is what one event is told by. */
const COMMON_NUMBER = 0.2;

/** Whether the openings of two sides have a number in common; "untold" where those of one have none. */
function leadNumbers(
  members: readonly Member[],
  left: readonly number[],
  right: readonly number[],
): 'common' | 'other' | 'untold' {
  const common = (side: readonly number[]): Set<number> => {
    const counts = new Map<number, number>();
    for (const i of side) {
      for (const n of members[i]?.features.leadNumbers ?? []) counts.set(n, (counts.get(n) ?? 0) + 1);
    }
    return new Set([...counts].filter(([, c]) => c >= COMMON_NUMBER * side.length).map(([n]) => n));
  };
  const [a, b] = [common(left), common(right)];
  if (a.size === 0 || b.size === 0) return 'untold';
  return [...a].some((n) => b.has(n)) ? 'common' : 'other';
}

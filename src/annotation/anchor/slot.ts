import { adjacentWords } from './context';
import type { Sought } from './occurrences';
import type { Postings } from './postings';
import type { TokenRange } from './prepared';

/** Words looked at on each side, and places of a word that are worth going through. */
const SIDE = 3;
const MOST = 200;
/** A replacement may be longer or shorter by so many tokens. */
const STRETCH = 3;
/** Fewer words around mean nothing. */
const LEAST = 4;

/** A place between the words that stood around the quote. */
export interface Slot {
  readonly tokens: TokenRange;
  /** How many words on both sides are those that were stored. */
  readonly strength: number;
}

/**
 * Finds where a short quote was by the words directly around it, whatever stands there now: at least two words on each side, or as
 * many as were stored.
 * @param near the token around which it is expected; of equal slots the nearest is taken
 */
export function contextSlot(ids: Int32Array, postings: Postings, sought: Sought, near: number): Slot | null {
  let best: Slot | null = null;
  const longest = sought.ids.length + STRETCH;
  for (const { place, starts } of edges(postings, sought)) {
    for (let length = 1; length <= longest; length++) {
      const first = starts ? place : place - length;
      const strength = first < 0 ? 0 : strengthOf(sought, ids, first, first + length);
      if (strength === 0 || strength < (best?.strength ?? 0)) continue;
      const slot = { tokens: { first, end: first + length }, strength };
      if (best === null || isBetter(slot, best, sought.ids.length, near)) best = slot;
    }
  }
  return best;
}

/** How many of the nearest words on both sides are the stored ones; 0 where they are too few. */
function strengthOf(sought: Sought, ids: Int32Array, first: number, end: number): number {
  // Most places fail here, at the cost of two comparisons.
  if (sought.before.length > 0 && ids[first - 1] !== sought.before[0]) return 0;
  if (sought.after.length > 0 && ids[end] !== sought.after[0]) return 0;
  const [before, after] = adjacentWords(sought, ids, first, end);
  if (before < Math.min(2, sought.before.length) || after < Math.min(2, sought.after.length)) return 0;
  const strength = Math.min(before, 4) + Math.min(after, 4);
  return strength < LEAST ? 0 : strength;
}

function isBetter(a: Slot, b: Slot, length: number, near: number): boolean {
  if (a.strength !== b.strength) return a.strength > b.strength;
  const stretch = ({ tokens }: Slot): number => Math.abs(tokens.end - tokens.first - length);
  if (stretch(a) !== stretch(b)) return stretch(a) < stretch(b);
  return Math.abs(a.tokens.first - near) < Math.abs(b.tokens.first - near);
}

/** Where a slot would start or end by the places of the two rarest of the nearest words. */
function edges(postings: Postings, sought: Sought): { place: number; starts: boolean }[] {
  const options = [
    ...sought.before.slice(0, SIDE).map((id, i) => ({ id, starts: true, shift: i + 1 })),
    ...sought.after.slice(0, SIDE).map((id, i) => ({ id, starts: false, shift: -i })),
  ].filter(({ id }) => postings.count(id) > 0 && postings.count(id) <= MOST);
  return options
    .sort((a, b) => postings.count(a.id) - postings.count(b.id))
    .slice(0, 2)
    .flatMap(({ id, starts, shift }) =>
      [...postings.of(id)].map((token) => ({ place: token + shift, starts })),
    );
}

import { adjacentWords } from './context';
import type { Sought } from './occurrences';
import type { Postings } from './postings';
import type { TokenRange } from './prepared';

/** Words looked at on each side, and places of a word that are worth going through. */
const SIDE = 3;
const MOST = 200;
/** A replacement may be longer or shorter by so many tokens. */
const STRETCH = 3;

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
  const least = [Math.min(2, sought.before.length), Math.min(2, sought.after.length)] as const;
  let best: Slot | null = null;
  for (const { first, end } of candidates(postings, sought)) {
    const [before, after] = adjacentWords(sought, ids, first, end);
    const strength = Math.min(before, 4) + Math.min(after, 4);
    if (before < least[0] || after < least[1] || strength < 4) continue;
    const slot = { tokens: { first, end }, strength };
    if (best === null || isBetter(slot, best, sought.ids.length, near)) best = slot;
  }
  return best;
}

function isBetter(a: Slot, b: Slot, length: number, near: number): boolean {
  if (a.strength !== b.strength) return a.strength > b.strength;
  const stretch = ({ tokens }: Slot): number => Math.abs(tokens.end - tokens.first - length);
  if (stretch(a) !== stretch(b)) return stretch(a) < stretch(b);
  return Math.abs(a.tokens.first - near) < Math.abs(b.tokens.first - near);
}

/** Slots that start after, or end before, a place of the rarest of the nearest words. */
function* candidates(postings: Postings, sought: Sought): Generator<TokenRange> {
  const options = [
    ...sought.before.slice(0, SIDE).map((id, i) => ({ places: postings.of(id), starts: true, away: i })),
    ...sought.after.slice(0, SIDE).map((id, i) => ({ places: postings.of(id), starts: false, away: i })),
  ].filter(({ places }) => places.length > 0 && places.length <= MOST);
  const longest = sought.ids.length + STRETCH;
  for (const { places, starts, away } of options
    .sort((a, b) => a.places.length - b.places.length)
    .slice(0, 2))
    for (const place of places)
      for (let length = 1; length <= longest; length++) {
        const first = starts ? place + away + 1 : place - away - length;
        if (first >= 0) yield { first, end: first + length };
      }
}

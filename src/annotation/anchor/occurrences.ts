import { lowerBound } from './postings';
import type { Postings } from './postings';
import type { Prepared, TokenRange } from './prepared';
import { isWordUnit, tokenAt } from './tokens';

/** More places than this are not looked at: the nearest ones, and those with the right neighbours, are. */
const MOST = 48;

/** What is looked for: the folded quote, its tokens, and the ids of the words beside it (nearest first). */
export interface Sought {
  readonly text: string;
  readonly ids: readonly number[];
  /** Whether the quote starts or ends inside a word. */
  readonly cutsWord: boolean;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/**
 * Where the quote stands word for word.
 * @param near the token around which it is expected
 * @returns the tokens it touches, at most {@link MOST} places or twice as many
 */
export function occurrences(text: Prepared, postings: Postings, sought: Sought, near: number): TokenRange[] {
  if (sought.ids.length === 0 || sought.cutsWord) return scan(text, sought.text);
  const { words } = text;
  let rarest = 0;
  sought.ids.forEach((id, i) => {
    if (postings.count(id) < postings.count(sought.ids[rarest] ?? 0)) rarest = i;
  });
  const starts = new Set<number>();
  const places = postings.of(sought.ids[rarest] ?? 0);
  for (const place of nearest(places, near + rarest)) starts.add(place - rarest);
  if (places.length > MOST) for (const start of beside(postings, sought)) starts.add(start);
  const length = sought.ids.length;
  return [...starts]
    .filter((start) => start >= 0 && sought.ids.every((id, k) => words.id[start + k] === id))
    .sort((a, b) => a - b)
    .map((first) => ({ first, end: first + length }));
}

function nearest(places: Int32Array, near: number): Int32Array {
  if (places.length <= MOST) return places;
  const middle = lowerBound(places, near);
  const from = Math.max(0, Math.min(middle - MOST / 2, places.length - MOST));
  return places.subarray(from, from + MOST);
}

/** Where the quote would start by the places of the rarest word beside it. */
function beside(postings: Postings, sought: Sought): number[] {
  const options = [
    ...sought.before.slice(0, 4).map((id, i) => ({ id, shift: i + 1 })),
    ...sought.after.slice(0, 4).map((id, i) => ({ id, shift: -i - sought.ids.length })),
  ]
    .map((option) => ({ ...option, count: postings.count(option.id) }))
    .filter(({ count }) => count > 0 && count <= 4 * MOST)
    .sort((a, b) => a.count - b.count);
  return options
    .slice(0, 2)
    .flatMap(({ id, shift }) => [...postings.of(id).subarray(0, MOST)].map((place) => place + shift));
}

/** Searches letter by letter: for quotes that cut a word. */
function scan(text: Prepared, quote: string): TokenRange[] {
  const found: TokenRange[] = [];
  if (quote === '') return found;
  for (let at = text.folded.text.indexOf(quote); at >= 0; at = text.folded.text.indexOf(quote, at + 1)) {
    const first = tokenAt(text.words, at);
    let end = first;
    while (end < text.words.count && (text.words.start[end] ?? 0) < at + quote.length) end++;
    found.push({ first, end });
    if (found.length === MOST) break;
  }
  return found;
}

/** Whether letters of one word stand on both sides of a boundary between two texts. */
export function cutsWord(before: string, after: string): boolean {
  return (
    before !== '' &&
    after !== '' &&
    isWordUnit(before.charCodeAt(before.length - 1)) &&
    isWordUnit(after.charCodeAt(0))
  );
}

import search from 'approx-string-match';
import type { Postings } from './postings';
import type { Prepared, TokenRange } from './prepared';
import { foldedText } from './prepared';
import type { Sought } from './occurrences';
import { tokenAt } from './tokens';

/** Words that stand at more places than this point nowhere. */
const COMMON = 60;
/** Tokens of one bin of votes. */
const BIN = 8;
const WINDOWS = 3;
/** A longer quote is compared by its first letters only up to this length; the rest follows from there. */
const LONGEST_PATTERN = 1024;

/** A place that reads like the quote. */
export interface Likeness {
  readonly tokens: TokenRange;
  /** 1 - edits / length of the quote. */
  readonly likeness: number;
}

/**
 * Looks for the quote with changes: rare words of the quote and of what stood around it vote for places, and in the few best the
 * closest match is sought (Myers 1999, by approx-string-match).
 */
export function approximate(text: Prepared, postings: Postings, sought: Sought): Likeness[] {
  const pattern = sought.text.slice(0, LONGEST_PATTERN);
  if (pattern.length < 4) return [];
  const found: Likeness[] = [];
  for (const start of windows(postings, sought)) {
    const from = Math.max(0, start - BIN);
    const to = Math.min(text.words.count, start + Math.ceil(1.5 * sought.ids.length) + 2 * BIN);
    if (to <= from) continue;
    const window = foldedText(text, { first: from, end: to });
    const offset = text.words.start[from] ?? 0;
    const [best] = search(window, pattern, Math.floor(pattern.length * 0.5)).sort(
      (a, b) => a.errors - b.errors,
    );
    if (best === undefined || best.end <= best.start) continue;
    const first = tokenAt(text.words, offset + best.start);
    let end = first;
    const stop = offset + best.end + (sought.text.length - pattern.length);
    while (end < text.words.count && (text.words.start[end] ?? 0) < stop) end++;
    if (end > first && !found.some(({ tokens }) => tokens.first < end && first < tokens.end))
      found.push({ tokens: { first, end }, likeness: 1 - best.errors / pattern.length });
  }
  return found.sort((a, b) => b.likeness - a.likeness);
}

/** Starts of the quote that most rare words agree on. */
function windows(postings: Postings, sought: Sought): number[] {
  const votes = new Map<number, number>();
  const vote = (id: number, shift: number): void => {
    const places = postings.of(id);
    if (places.length === 0 || places.length > COMMON) return;
    for (const place of places) {
      const bin = Math.floor((place - shift) / BIN);
      votes.set(bin, (votes.get(bin) ?? 0) + 1 / places.length);
      votes.set(bin + 1, (votes.get(bin + 1) ?? 0) + 0.5 / places.length);
    }
  };
  sought.ids.slice(0, 200).forEach((id, i) => vote(id, i));
  sought.before.forEach((id, i) => vote(id, -i - 1));
  sought.after.forEach((id, i) => vote(id, sought.ids.length + i));
  return [...votes]
    .sort((a, b) => b[1] - a[1])
    .slice(0, WINDOWS)
    .map(([bin]) => bin * BIN);
}

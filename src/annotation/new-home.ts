import { anchor } from './anchor';
import { gitBlobId } from './blob-id';
import type { Annotation } from './model';

/** An article that could be the one whose annotations lost it. */
export interface HomeCandidate {
  readonly path: string;
  /** The text as an editor shows it. */
  readonly text: string;
}

/** A proposal, to be confirmed by a person. */
export interface Home {
  readonly path: string;
  /** Whether it is, letter for letter, a text that was annotated: the article was renamed, moved or copied. */
  readonly sameText: boolean;
  /** Share of the annotated places that are found in it, from 0 to 1. */
  readonly found: number;
}

/** With fewer of the words than this a text is another article. */
const LEAST_FOUND = 0.5;

/**
 * Which articles the annotations of a vanished one may belong to: those that are a base text of an annotation, then those that have
 * most of the annotated words.
 * @returns the best first; empty where none will do
 */
export function proposeHomes(
  annotations: readonly Annotation[],
  candidates: readonly HomeCandidate[],
): Home[] {
  const placed = annotations.filter(({ selector }) => selector !== undefined);
  const bases = new Set(placed.map(({ selector }) => selector?.base));
  const words = placed.map(({ selector }) => longestWord(selector?.quote ?? ''));
  return candidates
    .filter(({ text }) => hasMost(text, words))
    .map(({ path, text }): Home => {
      const results = anchor(placed, text);
      const found = results.filter(({ status }) => status === 'exact' || status === 'moved').length;
      return { path, sameText: bases.has(gitBlobId(text)), found: found / placed.length };
    })
    .filter(({ sameText, found }) => sameText || found >= LEAST_FOUND)
    .sort((a, b) => Number(b.sameText) - Number(a.sameText) || b.found - a.found);
}

/** Whether enough of some words stand in a text: of a folder with thousands of articles few are worth a closer look. */
function hasMost(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  const there = words.filter((word) => lower.includes(word)).length;
  return words.length > 0 && there >= LEAST_FOUND * words.length;
}

function longestWord(quote: string): string {
  const words = quote.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

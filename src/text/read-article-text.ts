import type { ArticleText, Block, Format } from './article-text';
import { plainBlocks } from './plain-blocks';
import { resolveQuoteMarks } from './quote-marks';
import { splitSentences } from './sentences';
import { tokenize } from './tokenize';

/** A file's prose mask and its blocks, in order and apart; every code unit of the mask that is not white space is in a block. */
export interface Prose {
  readonly prose: string;
  readonly blocks: readonly Block[];
}

/**
 * Reads an article: prose mask, blocks, tokens, sentences. Never throws; linear in the length; the same input gives the same
 * result.
 * @param source the file's text as an editor shows it (no BOM; one that is there counts as white space)
 */
export function readArticleText(source: string, format: Format): ArticleText {
  const { prose, blocks }: Prose =
    format === 'markdown'
      ? { prose: source, blocks: plainBlocks(source) }
      : { prose: source, blocks: plainBlocks(source) };
  const tokens = tokenize(prose);
  const roles = resolveQuoteMarks(prose, blocks, tokens);
  const sentences = splitSentences(prose, blocks, tokens, roles);
  return { source, format, prose, blocks, tokens, sentences };
}

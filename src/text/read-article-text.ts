import type { ArticleText, Format } from './article-text';
import { markdownProse } from './markdown-prose';
import { plainBlocks } from './plain-blocks';
import { readQuotations } from './quotations';
import { resolveQuoteMarks } from './quote-marks';
import { splitSentences } from './sentences';
import { tokenize } from './tokenize';

/**
 * Reads an article: prose mask, blocks, tokens, sentences, quotations. Never throws; linear in the length; the same input gives the same
 * result.
 * @param source the file's text as an editor shows it (no BOM; one that is there counts as white space)
 */
export function readArticleText(source: string, format: Format): ArticleText {
  const { prose, blocks } =
    format === 'markdown' ? markdownProse(source) : { prose: source, blocks: plainBlocks(source) };
  const tokens = tokenize(prose);
  const roles = resolveQuoteMarks(prose, blocks, tokens);
  const sentences = splitSentences(prose, blocks, tokens, roles);
  const quotations = readQuotations(prose, blocks, tokens, roles);
  return { source, format, prose, blocks, tokens, sentences, quotations };
}

import type { Block, Tokens } from './article-text';
import { TokenKind } from './article-text';
import { DoubleMarks } from './double-marks';
import { Hint, MarkContext, QuoteRole, QuoteSort, quoteSort } from './quote-sorts';
import { resolveSingleMarks } from './single-marks';

/**
 * Decides for every Quote token whether it opens or closes a quotation, and which of the single ones are apostrophes after all;
 * those become Possessive (`prisoners’ families`) or Punctuation (`goin’`) in `tokens.kind`, in place. Linear. The rules stand
 * with {@link DoubleMarks} and {@link resolveSingleMarks}.
 * @returns a {@link QuoteRole} for each token
 */
export function resolveQuoteMarks(prose: string, blocks: readonly Block[], tokens: Tokens): Uint8Array {
  const roles = new Uint8Array(tokens.count);
  const doubles = new DoubleMarks();
  let t = 0;
  for (const block of blocks) {
    const context = new MarkContext(prose, block, tokens);
    const double: number[] = [];
    const single: number[] = [];
    for (; t < tokens.count && (tokens.start[t] ?? 0) < block.end; t++) {
      if (tokens.kind[t] !== TokenKind.Quote) continue;
      const sort = quoteSort(prose, tokens, t);
      if (sort === QuoteSort.Single) single.push(t);
      else if (sort === QuoteSort.Double || sort === QuoteSort.Straight) double.push(t);
      else
        roles[t] = context.side(t) || (context.hint(t) === Hint.Opens ? QuoteRole.Opens : QuoteRole.Closes);
    }
    doubles.resolve(context, double, roles);
    if (single.length > 0) resolveSingleMarks(context, single, roles);
  }
  return roles;
}

import type { ArticleText } from '../../../src/text';
import { TokenKind, tokenText } from '../../../src/text';

const MARKS: Readonly<Record<number, string>> = {
  [TokenKind.Word]: '',
  [TokenKind.Number]: '#',
  [TokenKind.Punctuation]: '',
  [TokenKind.Quote]: '"',
  [TokenKind.Possessive]: '~',
};

/** Tokens with a space between; behind a Number stands `#`, behind a Quote `"`, behind a Possessive `~`. */
export function renderTokens(text: ArticleText, first = 0, end = text.tokens.count): string {
  const shown: string[] = [];
  for (let t = first; t < end; t++) shown.push(tokenText(text, t) + (MARKS[text.tokens.kind[t] ?? 0] ?? ''));
  return shown.join(' ');
}

/** One line a sentence: the kind of its block, `|`, its tokens. A sentence that starts its block has `=` instead. */
export function renderSentences(text: ArticleText): string[] {
  let block = -1;
  return text.sentences.map((sentence) => {
    const sign = sentence.block === block ? '|' : '=';
    block = sentence.block;
    const kind = text.blocks[block]?.kind ?? '';
    return `${kind} ${sign} ${renderTokens(text, sentence.firstToken, sentence.endToken)}`;
  });
}

/** One line a quotation, indented by its depth, with what is unusual about it. */
export function renderQuotations(text: ArticleText): string[] {
  return text.quotations.map((quotation) => {
    const words = text.prose.slice(quotation.start, quotation.end).replace(/\s+/g, ' ');
    const open = quotation.closeToken < 0 ? ' (not closed)' : '';
    const from = quotation.continues < 0 ? '' : ` (goes on from ${quotation.continues + 1})`;
    return `${'  '.repeat(quotation.depth)}${words}${open}${from}`;
  });
}

/** Each line of the source, and below those that hold prose a line with `^` under every code unit that the mask keeps. */
export function renderMask(text: ArticleText): string[] {
  const prose = text.prose.split('\n');
  return text.source.split('\n').flatMap((line, i) => {
    const underline = (prose[i] ?? '').replace(/\S/g, '^').trimEnd();
    return underline === '' ? [line] : [line, underline];
  });
}

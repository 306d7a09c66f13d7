import type { ArticleText, Quotation } from './article-text';

/** The words of a token as the file has them. */
export function tokenText(text: ArticleText, token: number): string {
  const { start, end } = text.tokens;
  return text.prose.slice(start[token] ?? 0, end[token] ?? 0);
}

/** The index of the token that holds the code unit at `offset`, or -1 where none does. */
export function tokenAt(text: ArticleText, offset: number): number {
  const token = firstTokenFrom(text, offset);
  return token < text.tokens.count && (text.tokens.start[token] ?? 0) <= offset ? token : -1;
}

/** The index of the first token that ends behind `offset`; the number of tokens where none does. */
export function firstTokenFrom(text: ArticleText, offset: number): number {
  const { end, count } = text.tokens;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((end[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the sentence that holds the code unit at `offset`, or -1 in the space between sentences. */
export function sentenceAt(text: ArticleText, offset: number): number {
  const { sentences } = text;
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low];
  return found !== undefined && found.start <= offset ? low : -1;
}

/** The outermost quotation whose marks or words hold the code unit at `offset`. */
export function quotationAt(text: ArticleText, offset: number): Quotation | undefined {
  const { quotations } = text;
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((quotations[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  let at = low - 1;
  while ((quotations[at]?.depth ?? 0) > 0) at--;
  const found = quotations[at];
  return found !== undefined && offset < found.end ? found : undefined;
}

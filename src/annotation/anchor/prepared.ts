import type { Span } from '../../text';
import { fold, foldedIndex } from './fold';
import type { Folded } from './fold';
import { splitWords, tokenAt } from './tokens';
import type { Vocabulary, Words } from './tokens';

/** A text made ready for comparison. */
export interface Prepared {
  readonly source: string;
  readonly folded: Folded;
  readonly words: Words;
}

export function prepare(source: string, vocabulary: Vocabulary): Prepared {
  const folded = fold(source);
  return { source, folded, words: splitWords(source, folded, vocabulary) };
}

/** Tokens `[first, end)`. */
export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

/** The tokens that a source span touches; empty (first = end) where it touches none. */
export function tokensOf(text: Prepared, span: Span): TokenRange {
  const from = foldedIndex(text.folded, span.start);
  const to = span.end > span.start ? foldedIndex(text.folded, span.end - 1) + 1 : from;
  const first = tokenAt(text.words, from);
  let end = first;
  while (end < text.words.count && (text.words.start[end] ?? 0) < to) end++;
  return { first, end };
}

/** The source span from the first to the last of some tokens. */
export function sourceSpan(text: Prepared, tokens: TokenRange): Span {
  return foldedSpan(text, text.words.start[tokens.first] ?? 0, text.words.end[tokens.end - 1] ?? 0);
}

/** The source span of folded units `[from, to)`. */
export function foldedSpan(text: Prepared, from: number, to: number): Span {
  const start = text.folded.start[from] ?? text.source.length;
  return { start, end: Math.max(start, text.folded.end[to - 1] ?? start) };
}

/** The folded text of some tokens, with what is between them. */
export function foldedText(text: Prepared, tokens: TokenRange): string {
  return text.folded.text.slice(text.words.start[tokens.first] ?? 0, text.words.end[tokens.end - 1] ?? 0);
}

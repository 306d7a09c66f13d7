import { readFileSync } from 'node:fs';

import type { TokenRange } from '../src/analysis/statement/cue-window';
import type { ArticleText } from '../src/text';
import { readArticleText } from '../src/text';

/** One annotated attribution, its spans as token ranges in the order of the text. */
export interface Attribution {
  readonly source: readonly TokenRange[];
  readonly cue: readonly TokenRange[];
  readonly content: readonly TokenRange[];
}

/** An article of PolNeAR 1.0, read by the text layer. */
export interface AnnotatedArticle {
  readonly id: string;
  readonly publisher: string;
  readonly text: ArticleText;
  readonly attributions: readonly Attribution[];
}

interface Row {
  readonly id: string;
  readonly publisher: string;
  readonly text: string;
  readonly attributions: readonly Record<
    'source' | 'cue' | 'content',
    readonly (readonly [number, number])[]
  >[];
}

/**
 * Reads a PolNeAR file. Where several people annotated an article, the first one's labels are taken.
 * @param path a JSON-lines file, an article a line, offsets in code points
 */
export function readPolnear(path: string): AnnotatedArticle[] {
  const articles = new Map<string, AnnotatedArticle>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const row = JSON.parse(line) as Row;
    if (!articles.has(row.id)) articles.set(row.id, annotated(row));
  }
  return [...articles.values()];
}

function annotated(row: Row): AnnotatedArticle {
  const text = readArticleText(row.text, 'plain');
  const unit = codePointOffsets(row.text);
  const ranges = (spans: readonly (readonly [number, number])[]): TokenRange[] =>
    spans
      .map(([start, end]) => tokenRange(text, unit(start), unit(end)))
      .filter((r) => r.first < r.end)
      .sort((a, b) => a.first - b.first);
  return {
    id: row.id,
    publisher: row.publisher,
    text,
    attributions: row.attributions.map((a) => ({
      source: ranges(a.source),
      cue: ranges(a.cue),
      content: ranges(a.content),
    })),
  };
}

/** Turns code point offsets into UTF-16 offsets; the identity for text without surrogates. */
function codePointOffsets(text: string): (offset: number) => number {
  if (!/[\uD800-\uDBFF]/.test(text)) return (offset) => offset;
  const at = [0];
  for (const c of text) at.push((at.at(-1) ?? 0) + c.length);
  return (offset) => at[offset] ?? text.length;
}

/** The tokens that share a character with `[start, end)`. */
export function tokenRange(text: ArticleText, start: number, end: number): TokenRange {
  const { tokens } = text;
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.end[middle] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < tokens.count && (tokens.start[last] ?? 0) < end) last++;
  return { first: low, end: last };
}

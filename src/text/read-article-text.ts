import type { ArticleText, Block, Format, Sentence, Tokens } from './article-text';
import { TokenKind } from './article-text';

/**
 * Reads an article: prose mask, blocks, tokens, sentences. Never throws; linear in the length.
 * @param source the file's text as an editor shows it (no BOM)
 */
export function readArticleText(source: string, format: Format): ArticleText {
  const prose = source;
  const blocks: Block[] = [];
  for (const m of prose.matchAll(/\S(?:.|\n(?!\s*\n))*/g))
    blocks.push({ kind: 'paragraph', start: m.index, end: m.index + m[0].trimEnd().length });
  const starts: number[] = [];
  const ends: number[] = [];
  const kinds: number[] = [];
  for (const m of prose.matchAll(/['’]s\b|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[-.,'’](?=[\p{L}\p{N}]))*|\S/gu)) {
    starts.push(m.index);
    ends.push(m.index + m[0].length);
    kinds.push(
      /^\d/.test(m[0])
        ? TokenKind.Number
        : /^\p{L}/u.test(m[0])
          ? TokenKind.Word
          : /^['’]s/.test(m[0])
            ? TokenKind.Possessive
            : /["“”«»‘’]/.test(m[0])
              ? TokenKind.Quote
              : TokenKind.Punctuation,
    );
  }
  const tokens: Tokens = {
    count: starts.length,
    start: Uint32Array.from(starts),
    end: Uint32Array.from(ends),
    kind: Uint8Array.from(kinds),
  };
  const sentences: Sentence[] = [];
  let t = 0;
  blocks.forEach((b, block) => {
    let first = t;
    for (; t < tokens.count && (starts[t] ?? 0) < b.end; t++) {
      const last = t + 1 === tokens.count || (starts[t + 1] ?? 0) >= b.end;
      if (last || (/[.!?]/.test(prose[starts[t] ?? 0] ?? '') && /\s/.test(prose[ends[t] ?? 0] ?? ' '))) {
        sentences.push({
          start: starts[first] ?? 0,
          end: ends[t] ?? 0,
          firstToken: first,
          endToken: t + 1,
          block,
        });
        first = t + 1;
      }
    }
  });
  return { source, format, prose, blocks, tokens, sentences };
}

/**
 * Writes `src/corpus/common-words.ts`: how common each term is in English news, from a file of articles, an article a line with its
 * `text` (the training part of PolNeAR 1.0). Counts of terms only; no text is kept.
 *
 *   npx tsx training/common-words.ts ARTICLES.jsonl [--check]
 *
 * With `--check` nothing is written, and it fails where the file is not what this makes of the articles.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { STOP } from '../src/corpus/lexicon';
import { foldWord, numberTerm, wordTerm } from '../src/corpus/normalise';
import type { ArticleText } from '../src/text';
import { TokenKind, readArticleText } from '../src/text';

const OUT = path.resolve(__dirname, '../src/corpus/common-words.ts');
/** The rarest level is one of 2 to the power of this. */
const LEVELS = 7;

function main([file = '', ...options]: readonly string[]): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  const texts = lines.filter((line) => line.trim() !== '').map(textOf);
  const made = moduleOf(levelsOf(texts), texts.length);
  if (!options.includes('--check')) writeFileSync(OUT, made);
  else if (readFileSync(OUT, 'utf8') !== made)
    throw new Error('src/corpus/common-words.ts is of other articles or other terms');
}

function textOf(line: string): ArticleText {
  const row: unknown = JSON.parse(line);
  if (typeof row !== 'object' || row === null || !('text' in row) || typeof row.text !== 'string')
    throw new Error('a line has no text');
  return readArticleText(row.text, 'plain');
}

/** The terms of at least one of 2, 4, … articles, each only in its first list, in the order of their letters. */
function levelsOf(texts: readonly ArticleText[]): string[][] {
  const counts = new Map<string, number>();
  for (const text of texts) for (const term of termsIn(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const levels = Array.from({ length: LEVELS }, (): string[] => []);
  for (const [term, count] of counts) {
    const level = Math.max(1, Math.ceil(Math.log2(texts.length / count)));
    levels[level - 1]?.push(term);
  }
  return levels.map((terms) => terms.sort());
}

/** The distinct terms of an article, names as the words they are written with. */
function termsIn({ tokens, prose }: ArticleText): ReadonlySet<string> {
  const terms = new Set<string>();
  for (let t = 0; t < tokens.count; t++) {
    if (tokens.kind[t] !== TokenKind.Word && tokens.kind[t] !== TokenKind.Number) continue;
    const word = prose.slice(tokens.start[t], tokens.end[t]);
    const number = numberTerm(word);
    if (number === undefined && STOP.has(foldWord(word))) continue;
    const term = number ?? wordTerm(word);
    if (/^#?[\p{L}\p{N}.-]+$/u.test(term) && term.length > 1) terms.add(term);
  }
  return terms;
}

function moduleOf(levels: readonly (readonly string[])[], articles: number): string {
  const lists = levels.map((terms) => `  '${terms.join(' ')}',\n`).join('');
  return `/**
 * How common a term is in English news: the terms (see \`wordTerm\`) found in at least 1 of 2, 4, 8, … ${2 ** LEVELS} of ${articles} news articles
 * (the training part of PolNeAR 1.0; counts only, no text). Made by \`training/common-words.ts\`.
 */
const LEVELS: readonly string[] = [
${lists}];

const LEVEL = new Map<string, number>();
LEVELS.forEach((words, i) => {
  for (const word of words.split(' ')) if (word !== '') LEVEL.set(word, LEVELS.length - i);
});

/** 0 for a term that is rare in news, up to ${LEVELS} for one that every second article has. */
export function commonness(term: string): number {
  return LEVEL.get(term) ?? 0;
}
`;
}

main(process.argv.slice(2));

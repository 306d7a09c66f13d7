import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { Format } from '../src/text';
import { readArticleText } from '../src/text';

/** An invented article in the mix that agencies write: numbers, abbreviations, quotations. */
const ARTICLE = `EASTMOOR, Calif. (Bell) — At least 14 people were hurt when a ferry struck a pier at 9:15 a.m. Wednesday, U.S. officials said.

“We heard a bang and then nothing,” said Tamsin Oru, 34, who was on deck. “My brother’s boat was 200 metres away.”

Gov. Ada Lim, D-Ore., put the damage at $3.5 million, or 12.5% of the port's yearly budget. Harbor Co. of Marrow Inc. disagreed; it said 1,500 passengers' claims would be “far less than the governor's guess”. The mid-1970s pier was due for repair.

The coast guard could not confirm the number. A spokesman, J. K. Brandt, said divers would go down at 5 p.m. Local fishermen helped.

`;

const MARKDOWN = ARTICLE.replace('EASTMOOR', '**EASTMOOR**')
  .replace('coast guard', '[coast guard](https://example.com/guard)')
  .replace('“We heard', '> “We heard')
  .replace('Gov. Ada', '## What it costs\n\nGov. *Ada*');

/** Inputs that make careless readers quadratic; each piece is repeated up to the size wanted. */
const HOSTILE: readonly (readonly [string, string, Format])[] = [
  ['one word', 'a', 'plain'],
  ['base64', 'TWFuIGlzIGRpc3Rpbmd1aXNoZWQ9/+', 'plain'],
  ['hyphens', '-', 'plain'],
  ['hyphenated', 'a-', 'plain'],
  ['double quotes', '"', 'plain'],
  ['curly quotes', '“', 'plain'],
  ['opened and closed', '“a ‘b” c’ ', 'plain'],
  ['plurals’', "'s’ ", 'plain'],
  ['U.S.', 'U.S. ', 'plain'],
  ['initials', 'A.', 'plain'],
  ['digits', '7', 'plain'],
  ['1,000,', '1,000,', 'plain'],
  ['a@', 'a@', 'plain'],
  ['www.', 'www.a)', 'plain'],
  ['no full stop', 'word ', 'plain'],
  ['full stops', '. ', 'plain'],
  ['short lines', 'a\n', 'plain'],
  ['> > >', '> ', 'markdown'],
  ['[[[', '[', 'markdown'],
  ['[a](', '[a](', 'markdown'],
  ['![a](', '![', 'markdown'],
  ['*_*_', '*_', 'markdown'],
  ['emphasis', '*a_', 'markdown'],
  ['backticks', '`a``', 'markdown'],
  ['table rows', 'a|b\n', 'markdown'],
  ['underlines', 'a\n=\n', 'markdown'],
  ['lists', '1. ', 'markdown'],
  ['tags', '<a ', 'markdown'],
  ['entities', '&amp', 'markdown'],
];

/** The best time of several runs, in milliseconds. */
function time(run: () => unknown, runs: number): number {
  let best = Infinity;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function repeat(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

/** Segments `text` in pieces of 4 kB: Node 20's segmenter is quadratic in the length of what it is given. */
function segment(text: string, granularity: 'word' | 'sentence'): number {
  const segmenter = new Intl.Segmenter('en', { granularity });
  let count = 0;
  for (let i = 0; i < text.length; i += 4096) {
    for (const part of segmenter.segment(text.slice(i, i + 4096))) count += part.index >= 0 ? 1 : 0;
  }
  return count;
}

function countWords(text: string): number {
  let count = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:[-’'.,][\p{L}\p{N}]+)*|[^\s]/gu))
    count += match[0].length;
  return count;
}

function throughput(): void {
  const plain = repeat(ARTICLE, 1 << 20);
  const small = repeat(MARKDOWN, 1 << 16);
  const large = repeat(MARKDOWN, 1 << 20);
  const rows: readonly (readonly [string, string, () => unknown])[] = [
    ['plain text, 1 MB', plain, () => readArticleText(plain, 'plain')],
    ['Markdown, 64 kB (remark-parse)', small, () => readArticleText(small, 'markdown')],
    ['Markdown, 1 MB (line by line)', large, () => readArticleText(large, 'markdown')],
    ['regular expression, words only', plain, () => countWords(plain)],
    ['Intl.Segmenter, words only, 4 kB pieces', plain, () => segment(plain, 'word')],
    ['Intl.Segmenter, sentences only, 4 kB pieces', plain, () => segment(plain, 'sentence')],
  ];
  console.log('throughput, best of 5');
  for (const [name, text, run] of rows) {
    const speed = text.length / 1e6 / (time(run, 5) / 1e3);
    console.log(`  ${name.padEnd(46)} ${speed.toFixed(1).padStart(6)} MB/s`);
  }
}

function growth(): void {
  console.log('hostile inputs: milliseconds for 64 kB, 512 kB and 1 MB, and how 1 MB compares with 512 kB');
  for (const [name, piece, format] of HOSTILE) {
    const [small, half, whole] = [1 << 16, 1 << 19, 1 << 20].map((length) => {
      const text = repeat(piece, length);
      return time(() => readArticleText(text, format), 3);
    });
    const ms = [small, half, whole].map((value) => (value ?? 0).toFixed(1).padStart(8)).join('');
    console.log(
      `  ${name.padEnd(20)} ${format.padEnd(9)} ${ms}   ×${((whole ?? 0) / (half ?? 1)).toFixed(2)}`,
    );
  }
}

/** Prints how fast articles are read, beside other ways to find words, and how the time grows on hostile inputs. */
export function bench(): Promise<void> {
  throughput();
  growth();
  return Promise.resolve();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void bench();

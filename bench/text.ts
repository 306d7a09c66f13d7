import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Format } from '../src/text';
import { readArticleText } from '../src/text';
import { tokenize } from '../src/text/tokenize';
import type { Figure } from './figures';
import { table } from './figures';

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

/** The least processor time of several runs, in milliseconds: other programs on the machine weigh less on it than on a clock. */
function time(run: () => unknown, runs: number): number {
  let best = Infinity;
  for (let i = 0; i < runs; i++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e3);
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

function throughput(): Figure[] {
  const plain = repeat(ARTICLE, 1 << 20);
  const small = repeat(MARKDOWN, 1 << 16);
  const large = repeat(MARKDOWN, 1 << 20);
  const rows: readonly (readonly [string, string, () => unknown])[] = [
    ['plain text, 1 MB', plain, () => readArticleText(plain, 'plain')],
    ['plain text, 1 MB, tokens alone', plain, () => tokenize(plain)],
    ['Markdown, 64 kB (remark-parse)', small, () => readArticleText(small, 'markdown')],
    ['Markdown, 1 MB (line by line)', large, () => readArticleText(large, 'markdown')],
    ['for comparison: regular expression, words alone', plain, () => countWords(plain)],
    ['for comparison: Intl.Segmenter, words alone, 4 kB pieces', plain, () => segment(plain, 'word')],
    ['for comparison: Intl.Segmenter, sentences alone, 4 kB pieces', plain, () => segment(plain, 'sentence')],
  ];
  return rows.map(([name, text, run]) => ({ name, value: text.length / 1e3 / time(run, 5), unit: 'MB/s' }));
}

function growth(): Figure[] {
  const rows = HOSTILE.map(([name, piece, format]) => {
    const [half = 0, whole = 0] = [1 << 19, 1 << 20].map((length) => {
      const text = repeat(piece, length);
      return time(() => readArticleText(text, format), 3);
    });
    return { name: `hostile, 1 MB: ${name} (${format})`, half, whole };
  });
  return rows.map(({ name, half, whole }) => ({
    name,
    value: whole,
    unit: 'ms',
    note: `×${(whole / half).toFixed(2)} of 512 kB`,
  }));
}

/**
 * Sentence starts on articles that have one sentence a line, joined to one paragraph each; lines that end without a full stop
 * (headlines) count for nothing. The lines were split by a program: most of what counts as false here is two sentences on a line.
 */
function sentenceStarts(): Figure[] {
  let [starts, missed, extra] = [0, 0, 0];
  for (const lines of sentencesByLine()) {
    const wanted = new Set<number>();
    const ignored = new Set<number>();
    let text = '';
    let ended = true;
    for (const line of lines) {
      if (text !== '') text += ' ';
      (ended ? wanted : ignored).add(text.length);
      text += line;
      ended = /[.!?…]["”’')\]]*\s*["”’']*$/.test(line);
    }
    const found = new Set(readArticleText(text, 'plain').sentences.map((sentence) => sentence.start));
    starts += wanted.size;
    for (const start of wanted) if (!found.has(start)) missed++;
    for (const start of found) if (!wanted.has(start) && !ignored.has(start)) extra++;
  }
  if (starts === 0) return [];
  return [
    { name: 'sentence starts missed', value: missed, note: `of ${starts}` },
    { name: 'sentence starts not on a line of their own', value: extra, note: `of ${starts}` },
  ];
}

function sentencesByLine(): string[][] {
  const root = path.resolve(__dirname, '..', '..', 'shared', 'corpora', 'clusters');
  if (!existsSync(root)) return [];
  return readdirSync(root).flatMap((story) =>
    readdirSync(path.join(root, story)).map((file) =>
      readFileSync(path.join(root, story, file), 'utf8')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  );
}

/** How fast articles are read beside other ways to find words, how the time grows on hostile inputs, and sentence starts. */
export function bench(): Figure[] {
  return [...throughput(), ...growth(), ...sentenceStarts()];
}

if (require.main === module) console.log(table(bench()));

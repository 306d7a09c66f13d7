/** Speed of statements, loading of the weights, and growth when hostile input doubles: `npm run bench -- statement`. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createStatementFinder } from '../src/analysis/statement';
import { readArticleText } from '../src/text';
import type { Figure } from './figures';

const MEGABYTE = 1_000_000;

/** Prose and hostile input are this long; the densest statements take long enough as it is. */
const PROSE = MEGABYTE / 2;
const SIZE = MEGABYTE / 8;
const WEIGHTS = path.join(import.meta.dirname, '..', 'models', 'statements.bin');

/** What a hostile file may hold, repeated up to the length. */
const HOSTILE: readonly (readonly [name: string, unit: string])[] = [
  ['one word', 'a'],
  ['base64', 'Zm9vYmFyYmF6cXV4Cg+/'],
  ['hyphens', '-'],
  ['quotes', '“"”'],
  ['"U.S. "', 'U.S. '],
  ['digits', '7'],
  ['no full stop', 'the mayor went to the harbour and '],
  ['cues alone', 'said '],
  ['statements on one line', '“We left,” she said. '],
];

/** Best of some runs, in milliseconds. */
function fastest(run: () => unknown, times: number): number {
  let best = Infinity;
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function repeated(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

/** Real articles beside the repository where they are there, else a made-up one, repeated up to the length. */
function prose(): string {
  const folder = path.join(import.meta.dirname, '..', '..', 'shared', 'corpora', 'basil');
  const made =
    'Harbour officials in Norvik said on Monday that Mayor Tarik Marlow had resigned. “I am tired,” he told reporters.\n\n';
  if (!existsSync(folder)) return repeated(made, PROSE);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.txt'));
  const all = files.sort().map((f) => readFileSync(path.join(folder, f), 'utf8'));
  return repeated(all.join('\n\n'), PROSE);
}

/** What a finder of quotation marks alone does: every quotation, with the nearest speech verb behind it. */
function quotationMarksOnly(text: string): number {
  let found = 0;
  for (const m of text.matchAll(/[“"][^”"\n]{1,600}[”"]/g))
    if (
      /\b(?:said|says|told|added|wrote)\b/.test(text.slice(m.index + m[0].length, m.index + m[0].length + 60))
    )
      found++;
  return found;
}

/** Figures of this layer; a megabyte is a million UTF-16 units. */
export function bench(): Figure[] {
  const load = performance.now();
  const finder = createStatementFinder(readFileSync(WEIGHTS));
  const loaded = performance.now() - load;
  const rules = createStatementFinder(null);
  const text = prose();
  const small = text.slice(0, PROSE / 4);
  finder.find(readArticleText(small, 'plain'));
  const whole = fastest(() => finder.find(readArticleText(text, 'plain')), 2);
  const read = readArticleText(text, 'plain');
  const tagging = fastest(() => finder.find(read), 2);
  const figures: Figure[] = [
    { name: 'load the weights', value: loaded, unit: 'ms', note: 'at most 450' },
    { name: 'text to statements', value: PROSE / 1000 / whole, unit: 'MB/s', note: 'at least 1.0' },
    { name: 'statements alone, text read before', value: PROSE / 1000 / tagging, unit: 'MB/s' },
    {
      name: 'rules alone, with reading',
      value: PROSE / 1000 / fastest(() => rules.find(readArticleText(text, 'plain')), 2),
      unit: 'MB/s',
    },
    {
      name: 'quotation marks by a regular expression',
      value: PROSE / 1000 / fastest(() => quotationMarksOnly(text), 2),
      unit: 'MB/s',
    },
  ];
  for (const [name, unit] of HOSTILE) {
    const time = (length: number): number => {
      const article = readArticleText(repeated(unit, length), 'plain');
      return fastest(() => finder.find(article), 1);
    };
    const half = time(SIZE / 2);
    const all = time(SIZE);
    figures.push(
      { name: `${name}, 125 kB`, value: all, unit: 'ms' },
      { name: `${name}, time for twice the input`, value: all / half, unit: '×', note: 'at most 2.2' },
    );
  }
  return figures;
}

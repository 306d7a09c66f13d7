/**
 * Speed of statements, loading of the weights, and growth when hostile input doubles: `npm run bench -- statement`. Measured is
 * the code as it is shipped, bundled, and processor time, which a busy machine stretches less than the clock.
 */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import type { Statement } from '../src/analysis';
import type { findSources } from '../src/analysis/source';
import type { createStatementFinder } from '../src/analysis/statement';
import type { ArticleText, readArticleText } from '../src/text';
import { fastest } from './fastest';
import type { Figure } from './figures';

const KILOBYTE = 1000;
const MEGABYTE = 1000 * KILOBYTE;

/** What one timed call reads: prose, and hostile input of the smallest and the largest size that is promised. */
const PROSE = MEGABYTE / 2;
const SMALL = 64 * KILOBYTE;
const LARGE = MEGABYTE;

const ROOT = path.join(import.meta.dirname, '..');
const WEIGHTS = path.join(ROOT, 'models', 'statements.bin');

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

/** Runs until the engine has compiled what it will; a folder is read by code that has run for seconds. */
const WARM = 16;

/** How often growth is measured, and how many runs are taken together. */
const ROUNDS = 3;
const RUNS = 6;

/** What the bundle gives out. */
interface Bundled {
  readonly createStatementFinder: typeof createStatementFinder;
  readonly findSources: typeof findSources;
  readonly readArticleText: typeof readArticleText;
}

/** Bundles the layers as the build does: the loader that benches run under makes every imported name a function call. */
function bundled(): Bundled {
  const contents =
    "export { createStatementFinder } from './src/analysis/statement';" +
    "export { findSources } from './src/analysis/source';" +
    "export { readArticleText } from './src/text';";
  const folder = mkdtempSync(path.join(tmpdir(), 'statement-'));
  try {
    const outfile = path.join(folder, 'bundle.cjs');
    const stdin = { contents, resolveDir: ROOT, loader: 'ts' } as const;
    buildSync({ stdin, bundle: true, platform: 'node', format: 'cjs', outfile });
    return createRequire(outfile)(outfile) as Bundled;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function repeated(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

/** Real articles beside the repository where they are there, else a made-up one, repeated up to the length. */
function prose(): string {
  const folder = path.join(ROOT, '..', 'shared', 'corpora', 'basil');
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

/** The least time of each of several runs, taken in turn, so that a busy minute of the machine falls on all of them. */
function fastestInTurn(runs: readonly (() => unknown)[]): number[] {
  const rounds = Array.from({ length: ROUNDS }, () =>
    runs.map((run) => {
      // Whether the engine collects garbage in one run would else hang on what the one before left.
      globalThis.gc?.();
      return fastest(run, RUNS);
    }),
  );
  return runs.map((_, i) => Math.min(...rounds.map((round) => round[i] ?? Infinity)));
}

/** Figures of this layer; a megabyte is a million UTF-16 units. */
export function bench(): Figure[] {
  const layers = bundled();
  const bytes = readFileSync(WEIGHTS);
  const loaded = fastest(() => layers.createStatementFinder(bytes), 1);
  const finder = layers.createStatementFinder(bytes);
  const rules = layers.createStatementFinder(null);
  const text = prose();
  const read = layers.readArticleText(text, 'plain');
  const speed = (name: string, run: () => unknown, note?: string): Figure => {
    const value = PROSE / 1000 / fastest(run, WARM);
    return note === undefined ? { name, value, unit: 'MB/s' } : { name, value, unit: 'MB/s', note };
  };
  let known: Statement[] | null = null;
  const statements = (): Statement[] => (known ??= finder.find(read));
  const all = (article: ArticleText): unknown => layers.findSources(article, finder.find(article));
  const figures: Figure[] = [
    { name: 'load the weights, first time', value: loaded, unit: 'ms', note: 'at most 450' },
    {
      name: 'text to statements and sources, the first half megabyte',
      value: PROSE / 1000 / fastest(() => all(layers.readArticleText(text, 'plain')), 1),
      unit: 'MB/s',
    },
    speed('text to statements and sources', () => all(layers.readArticleText(text, 'plain')), 'at least 1.0'),
    speed('text to statements', () => finder.find(layers.readArticleText(text, 'plain'))),
    speed('statements alone, text read before', () => finder.find(read)),
    speed('sources alone, statements found before', () => layers.findSources(read, statements())),
    speed('rules alone, with reading', () => rules.find(layers.readArticleText(text, 'plain'))),
    speed('quotation marks by a regular expression', () => quotationMarksOnly(text)),
  ];
  for (const [name, unit] of HOSTILE) {
    const [small = 0, half = 0, large = 0] = fastestInTurn(
      [SMALL, LARGE / 2, LARGE].map((length) => {
        const article = layers.readArticleText(repeated(unit, length), 'plain');
        return () => finder.find(article);
      }),
    );
    figures.push(
      { name: `${name}, 64 kB`, value: small, unit: 'ms' },
      { name: `${name}, 1 MB`, value: large, unit: 'ms' },
      { name: `${name}, 1 MB against half of it`, value: large / half, unit: '×', note: 'at most 2.2' },
    );
  }
  return figures;
}

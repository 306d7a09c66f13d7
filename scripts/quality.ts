/**
 * `npm run quality`: scores what the command line tool prints against the gold data in ../shared, and runs every
 * bench/score-*.ts. Where ../shared is absent it says so and stops with success: the data is not the project's to ship.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { table, type Figure } from '../bench/figures';
import { measureModule, modulesWith } from '../bench/modules';
import { makeTempFolder, removeFolder, ROOT } from './host/paths';
import { onEnd } from './host/processes';

const SHARED = path.resolve(ROOT, '..', 'shared');
const CLI = [process.execPath, path.join(ROOT, 'dist', 'cli.js')] as const;
const OUTPUT_LIMIT = 1_000_000_000;

/** The articles that gold/ annotates; the folder holds more of them. */
const GOLD_ARTICLES = /^00[012]_.*\.txt$/;

function main(): void {
  if (!fs.existsSync(path.join(SHARED, 'gold'))) {
    console.log(
      `npm run quality: there is no gold data at ${path.relative(ROOT, SHARED)}; nothing was measured.`,
    );
    return;
  }
  const tsx = path.join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  console.log(tool([process.execPath, tsx, path.join(ROOT, 'scripts', 'build.ts')]).trimEnd());
  const work = makeTempFolder('quality');
  onEnd(() => removeFolder(work));
  let failed = false;
  for (const [title, measure] of sections(work)) {
    console.log(`\n${title}`);
    const figures = attempt(measure);
    failed ||= figures === null;
    console.log(figures === null ? 'could not be measured' : table(figures));
  }
  if (failed) process.exitCode = 1;
}

function sections(work: string): [string, () => readonly Figure[] | null][] {
  const clusters = path.join(SHARED, 'gold', 'clusters');
  return [
    ['gold: three articles', () => scoreGold(work, path.join(SHARED, 'articles'), path.join(SHARED, 'gold'))],
    ...fs.readdirSync(clusters).map((name): [string, () => readonly Figure[]] => {
      const articles = path.join(SHARED, 'corpora', 'clusters', name);
      return [`cluster ${name}`, () => scoreGold(work, articles, path.join(clusters, name))];
    }),
    ['PolNeAR validation part (F1, Jaccard)', () => scorePolnear(work)],
    ...modulesWith('score').map((file): [string, () => readonly Figure[] | null] => [
      file.replace(/\.ts$/, ''),
      () => measureModule(file, 'score'),
    ]),
  ];
}

/** Runs `analyze` and `compare` on the gold's articles alone, and the scorer on what they print. */
function scoreGold(work: string, articles: string, gold: string): Figure[] {
  const folder = path.join(work, path.basename(gold));
  fs.mkdirSync(folder);
  const names = fs.readdirSync(articles).filter((name) => name.endsWith('.txt'));
  const wanted = names.filter((name) => path.basename(gold) !== 'gold' || GOLD_ARTICLES.test(name));
  for (const name of wanted) fs.copyFileSync(path.join(articles, name), path.join(folder, name));
  const analysis = `${folder}-analysis.json`;
  const comparison = `${folder}-comparison.json`;
  fs.writeFileSync(analysis, tool([...CLI, 'analyze', folder, '--format', 'json']));
  fs.writeFileSync(comparison, tool([...CLI, 'compare', folder, '--format', 'json']));
  const scorer = path.join(SHARED, 'eval', 'score.mjs');
  const env = { ...process.env, ARTICLES: articles };
  return figuresOf(tool([process.execPath, scorer, gold, analysis, comparison], env));
}

function scorePolnear(work: string): Figure[] {
  const script = (name: string): string => path.join(SHARED, 'eval', name);
  const articles = path.join(SHARED, 'corpora', 'polnear', 'polnear_dev.jsonl');
  const out = path.join(work, 'polnear');
  tool(['python3', script('predict_polnear.py'), articles, out, '--', ...CLI]);
  const printed = tool(['python3', script('score_polnear.py'), path.join(out, 'pred.jsonl')]);
  return figuresOf(printed);
}

/** Lines such as "facts.link_recall: 91.2 (31/34)", "exact cue P 70.1 R 68.0 F1 69.0" and "jaccard cue 71.0". */
function figuresOf(printed: string): Figure[] {
  return printed.split('\n').flatMap((line): Figure[] => {
    const [, name, value, counted] = /^([\w.]+): ([\d.]+)(?: \((.*)\))?$/.exec(line) ?? [];
    if (name !== undefined) return [{ name, value: Number(value), unit: '%', note: counted ?? '' }];
    const [, kind, span, rest = ''] = /^(exact|begin|jaccard) (\w+)\s+(.*)$/.exec(line) ?? [];
    if (kind === undefined || span === undefined) return [];
    const last = rest.split(' ').at(-1);
    return [
      { name: `${kind} ${span}`, value: Number(last), unit: '%', note: kind === 'jaccard' ? '' : rest },
    ];
  });
}

function tool([program = '', ...args]: readonly string[], env = process.env): string {
  return execFileSync(program, args, {
    encoding: 'utf8',
    maxBuffer: OUTPUT_LIMIT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function attempt<T>(measure: () => T): T | null {
  try {
    return measure();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return null;
  }
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * Scores the built command line tool on `examples/` against `test/golden/examples`. The machine stands alone: the folder is
 * copied without its `corroborate.yaml` (`CORRECTED=1` leaves it in). `MISSES=1` prints what was missed or wrong.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  EXAMPLES,
  loadExpectations,
  storyNames,
  type Expectations,
} from '../test/unit/examples/expectations';
import type { Figure } from './figures';
import { scoreFacts, type Comparison } from './examples/facts';
import { scoreQuantities, scoreStatements, type AnalysedArticle } from './examples/mentions';
import { Tally } from './examples/tally';

/** The tool to score: the built one, or that of `CORROBORATE_CLI`. */
const CLI = process.env.CORROBORATE_CLI ?? path.join(__dirname, '..', 'dist', 'cli.js');
const OUTPUT_LIMIT = 100_000_000;

/** What the tool prints for a folder; its shape is the contract of `--format json`, which other tests check. */
function tool(command: 'analyze' | 'compare', folder: string): unknown {
  const args = [CLI, command, folder, '--format', 'json'];
  return JSON.parse(execFileSync(process.execPath, args, { maxBuffer: OUTPUT_LIMIT, encoding: 'utf8' }));
}

/** Runs the tool over a copy of the examples and compares with what a careful reader finds. */
export function score(): readonly Figure[] {
  if (!existsSync(CLI)) throw new Error('dist/cli.js is not built: run npm run build first');
  const work = mkdtempSync(path.join(tmpdir(), 'corroborate-examples-'));
  try {
    cpSync(EXAMPLES, work, {
      recursive: true,
      filter: (file) => process.env.CORRECTED === '1' || path.basename(file) !== 'corroborate.yaml',
    });
    const { articles } = tool('analyze', work) as { articles: readonly AnalysedArticle[] };
    const comparison = tool('compare', work) as Comparison;
    return figures(storyNames().map(loadExpectations), articles, comparison);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function figures(
  stories: readonly Expectations[],
  articles: readonly AnalysedArticle[],
  comparison: Comparison,
): readonly Figure[] {
  const tally = new Tally();
  const read = (article: string): string => readFileSync(path.join(EXAMPLES, article), 'utf8');
  for (const expected of stories) {
    for (const [name, statements] of expected.statements) {
      scoreStatements(tally, read(name), name, statements, articles);
    }
    for (const [name, quantities] of expected.quantities) {
      scoreQuantities(tally, name, quantities, expected.designators, articles);
    }
  }
  scoreFacts(tally, stories, comparison, read);
  if (process.env.MISSES === '1') for (const line of tally.misses) console.log(line);
  return tally.figures();
}

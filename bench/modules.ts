import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { isFigures, type Figure } from './figures';

const BENCH = __dirname;
const TSX = path.resolve(BENCH, '..', 'node_modules', 'tsx', 'dist', 'cli.mjs');

/** The modules of this folder that export a function of this name ("bench", "score"), by file name. */
export function modulesWith(name: string): string[] {
  const exported = new RegExp(`^export (async )?(function|const) ${name}\\b`, 'm');
  return fs
    .readdirSync(BENCH)
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => exported.test(fs.readFileSync(path.join(BENCH, file), 'utf8')))
    .sort();
}

/**
 * Runs one module's measurement in its own process; what it prints meanwhile goes to this process's standard error.
 * @returns its figures, or null where it failed
 */
export function measureModule(file: string, name: string): readonly Figure[] | null {
  const args = ['--expose-gc', path.join(BENCH, 'measure.ts'), path.join(BENCH, file), name];
  const child = spawnSync(process.execPath, [TSX, ...args], {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = child.stdout.trimEnd().split('\n');
  if (child.status !== 0) {
    process.stderr.write(child.stdout);
    return null;
  }
  const told = lines.slice(0, -1).join('\n').trim();
  if (told !== '') process.stderr.write(`${told}\n`);
  const figures: unknown = JSON.parse(lines.at(-1) ?? 'null');
  return isFigures(figures) ? figures : null;
}

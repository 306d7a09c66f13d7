/**
 * `tsx bench/measure.ts MODULE FUNCTION`: runs one measurement in a process of its own, so that no other one's garbage or
 * compiled code weighs on it, and prints its figures as a line of JSON.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isFigures } from './figures';

async function main(): Promise<void> {
  const [module = '', name = 'bench'] = process.argv.slice(2);
  const exported = (await import(pathToFileURL(path.resolve(module)).href)) as Record<string, unknown>;
  const measure = exported[name];
  if (!isMeasure(measure)) throw new Error(`${module} exports no ${name}()`);
  const figures: unknown = await measure();
  if (!isFigures(figures)) throw new Error(`${name}() of ${module} gave back no list of figures`);
  process.stdout.write(`\n${JSON.stringify(figures)}\n`);
}

function isMeasure(value: unknown): value is () => unknown {
  return typeof value === 'function';
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

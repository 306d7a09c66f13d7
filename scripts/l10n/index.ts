/**
 * `npm run l10n`: writes `l10n/bundle.l10n.json`, every text of the programs as a translator needs it. `-- --check` writes nothing
 * and fails where that file, or a translation beside it, does not fit the source any more.
 */
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../host/paths';
import { templatesIn } from './templates';

const FOLDER = path.join(ROOT, 'l10n');
const BASE = path.join(FOLDER, 'bundle.l10n.json');

type Bundle = Readonly<Record<string, string>>;

function main(): void {
  const { texts, unclear } = templatesIn(path.join(ROOT, 'tsconfig.json'), path.join(ROOT, 'src'));
  const base = Object.fromEntries([...texts].sort().map((text) => [text, text]));
  const problems = unclear.map((place) => `This text cannot be followed to where it is written: ${place}`);
  if (process.argv.includes('--check'))
    problems.push(...difference('l10n/bundle.l10n.json', base, read(BASE)));
  else fs.writeFileSync(BASE, `${JSON.stringify(base, null, 2)}\n`);
  for (const name of translations(FOLDER, /^bundle\.l10n\..+\.json$/))
    problems.push(...misfits(`l10n/${name}`, base, read(path.join(FOLDER, name))));
  const manifest = read(path.join(ROOT, 'package.nls.json'));
  for (const name of translations(ROOT, /^package\.nls\..+\.json$/))
    problems.push(...misfits(name, manifest, read(path.join(ROOT, name))));
  for (const problem of problems) console.error(problem);
  console.log(`${texts.size} texts`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

function translations(folder: string, name: RegExp): string[] {
  return fs.readdirSync(folder).filter((file) => name.test(file) && file !== path.basename(BASE));
}

function read(file: string): Bundle {
  if (!fs.existsSync(file)) return {};
  const json: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
  const entries: [string, unknown][] = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  return Object.fromEntries(entries.map(([key, text]) => [key, String(text)]));
}

function difference(name: string, expected: Bundle, found: Bundle): string[] {
  const missing = Object.keys(expected).filter((key) => !Object.hasOwn(found, key));
  const gone = Object.keys(found).filter((key) => !Object.hasOwn(expected, key));
  return [
    ...missing.map((key) => `${name}: run npm run l10n, “${key}” is missing`),
    ...gone.map((key) => `${name}: run npm run l10n, “${key}” is not used any more`),
  ];
}

/** What a translation lacks or has too much, and texts whose `{0}` places are not those of the original. */
function misfits(name: string, base: Bundle, translation: Bundle): string[] {
  const keys = difference(name, base, translation).map((line) => line.replace('run npm run l10n, ', ''));
  const places = Object.keys(translation).filter(
    (key) => placesOf(base[key] ?? '') !== placesOf(translation[key] ?? ''),
  );
  return [...keys, ...places.map((key) => `${name}: the places of “${key}” differ`)];
}

function placesOf(text: string): string {
  return (text.match(/\{\d+\}/g) ?? []).sort().join();
}

main();

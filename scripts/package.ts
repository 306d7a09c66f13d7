/**
 * `npm run package`: builds for production, packs the VSIX, and fails unless it holds what runs and nothing else.
 */
import fs from 'node:fs';
import path from 'node:path';
import { PROGRAMS } from './bundles';
import { ROOT } from './host/paths';
import { version } from './manifest';
import { filesOfVsix, packVsix } from './vsix';

/** Files that must be there beside the programs. */
const REQUIRED = [
  'package.json',
  'package.nls.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'media/icon.png',
  'language-configuration.json',
];

/** Everything that may be there. */
const ALLOWED = [
  /^package(\.nls(\.[\w-]+)?)?\.json$/,
  /^(README|CHANGELOG)\.md$/,
  /^LICENSE$/,
  /^language-configuration\.json$/,
  /^dist\/[\w.-]+\.bin$/,
  /^l10n\/bundle\.l10n\.[\w-]+\.json$/,
  /^media\/(icon\.png|view\.svg|walkthrough\/[\w-]+\.svg)$/,
  /^(schemas|syntaxes)\/[\w.-]+\.json$/,
];

async function main(): Promise<void> {
  const vsix = path.join(ROOT, `corroborate-${version()}.vsix`);
  await packVsix(vsix);
  const files = await filesOfVsix();
  for (const file of files) console.log(`${kilobytes(path.join(ROOT, file))}  ${file}`);
  console.log(`${kilobytes(vsix)}  ${path.basename(vsix)}, ${files.length} files`);
  const problems = problemsOf(files);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

function problemsOf(files: readonly string[]): string[] {
  const programs = PROGRAMS.filter((p) => p.optional !== true || fs.existsSync(path.join(ROOT, p.entry)));
  const outfiles = programs.map((p) => p.outfile);
  const missing = [...REQUIRED, ...outfiles].filter((file) => !files.includes(file));
  const strange = files.filter((file) => !outfiles.includes(file) && !ALLOWED.some((a) => a.test(file)));
  return [
    ...missing.map((file) => `missing from the VSIX: ${file}`),
    ...strange.map((file) => `does not belong into the VSIX: ${file}`),
  ];
}

function kilobytes(file: string): string {
  return `${(fs.statSync(file).size / 1000).toFixed(1).padStart(9)} kB`;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

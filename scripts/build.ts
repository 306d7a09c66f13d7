/**
 * `npm run build`: bundles the extension, its servers, the CLI and the in-editor tests with esbuild.
 * `--production` minifies and leaves source maps and tests out; `--watch` builds again on every change.
 * Types are not checked here (`npm run lint` does).
 */
import fs from 'node:fs';
import path from 'node:path';
import { build, context, type BuildOptions } from 'esbuild';
import { EXTENSION_TESTS, presentBundles, type Bundle } from './bundles';
import { ROOT } from './host/paths';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

async function main(): Promise<void> {
  const bundles = presentBundles().filter((b) => !production || !EXTENSION_TESTS.includes(b));
  const models = copyModels();
  if (watch) {
    const contexts = await Promise.all(bundles.map((b) => context(optionsOf(b))));
    await Promise.all(contexts.map((c) => c.watch()));
    return;
  }
  const started = Date.now();
  await Promise.all(bundles.map((b) => build(optionsOf(b))));
  removeStale([...bundles.flatMap((b) => [b.outfile, `${b.outfile}.map`]), ...models]);
  makeExecutable(path.join(ROOT, 'dist', 'cli.js'));
  console.log(`Built ${bundles.length} bundles in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

function optionsOf(bundle: Bundle): BuildOptions {
  return {
    ...bundle.options,
    absWorkingDir: ROOT,
    entryPoints: [bundle.entry],
    outfile: bundle.outfile,
    bundle: true,
    minify: production,
    // Names of classes and functions stay readable in logs of crashes.
    keepNames: production,
    sourcemap: production ? false : 'linked',
    legalComments: 'none',
    logLevel: watch ? 'info' : 'warning',
  };
}

/** Trained weights are read at run time, from beside the bundle. Returns the files made. */
function copyModels(): string[] {
  const from = path.join(ROOT, 'models');
  fs.mkdirSync(path.join(ROOT, 'dist'), { recursive: true });
  const names = fs.existsSync(from) ? fs.readdirSync(from).filter((name) => name.endsWith('.bin')) : [];
  return names.map((name) => {
    fs.copyFileSync(path.join(from, name), path.join(ROOT, 'dist', name));
    return `dist/${name}`;
  });
}

/**
 * Removes what earlier builds left in dist/. The folder is not emptied before the build, because an editor may be
 * running from it.
 */
function removeStale(outputs: readonly string[]): void {
  const kept = new Set(outputs.filter((file) => !production || !file.endsWith('.map')));
  for (const entry of fs.readdirSync(path.join(ROOT, 'dist'), { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !kept.has(path.relative(ROOT, file).split(path.sep).join('/'))) fs.rmSync(file);
  }
}

function makeExecutable(file: string): void {
  if (fs.existsSync(file)) fs.chmodSync(file, 0o755);
}

main().catch((error: unknown) => {
  // esbuild has printed its own errors already.
  if (!(error instanceof Error && 'errors' in error))
    console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

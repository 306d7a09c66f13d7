import fs from 'node:fs';
import path from 'node:path';
import type { BuildOptions } from 'esbuild';
import { ROOT } from './host/paths';

/** One program that the build makes: where it starts, where it goes, and how. */
export interface Bundle {
  readonly entry: string;
  readonly outfile: string;
  readonly options: BuildOptions;
  /** The build goes on without it where its entry does not exist. */
  readonly optional?: boolean;
}

/** Syntax of the oldest Node that the oldest supported VS Code (1.91) and the CLI's `engines.node` bring. */
const NODE_TARGET = 'node20';
/** Syntax of the oldest browser engine that vscode.dev supports. */
const WEB_TARGET = 'es2022';

/** Some dependencies ask for `import.meta.url`, which a CommonJS bundle does not have. */
const MODULE_URL = `const moduleUrl = require('node:url').pathToFileURL(__filename).href;`;

const node: BuildOptions = {
  platform: 'node',
  format: 'cjs',
  target: NODE_TARGET,
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: MODULE_URL },
};
const nodeExtension: BuildOptions = { ...node, external: ['vscode'] };

/** A worker has no `document`: without the worker condition, remark's dependencies pick their DOM variants and throw. */
const web: BuildOptions = {
  platform: 'browser',
  target: WEB_TARGET,
  conditions: ['worker', 'browser'],
  define: { global: 'globalThis' },
};

/** What runs when the extension is used. */
export const PROGRAMS: readonly Bundle[] = [
  { entry: 'src/client/extension.ts', outfile: 'dist/client.js', options: nodeExtension },
  { entry: 'src/server/node.ts', outfile: 'dist/server.js', options: node },
  {
    entry: 'src/cli/main.ts',
    outfile: 'dist/cli.js',
    options: { ...node, banner: { js: `#!/usr/bin/env node\n${MODULE_URL}` } },
  },
  {
    entry: 'src/client/extension.browser.ts',
    outfile: 'dist/web/client.js',
    options: { ...web, format: 'cjs', external: ['vscode'] },
  },
  { entry: 'src/server/worker.ts', outfile: 'dist/web/server.js', options: { ...web, format: 'iife' } },
  {
    entry: 'src/client/matrix/webview.ts',
    outfile: 'dist/matrix.js',
    options: { platform: 'browser', target: WEB_TARGET, format: 'iife' },
    optional: true,
  },
];

/**
 * What VS Code itself loads in tests, into its extension host: the suite (mocha finds its parts by path, so it stays outside), and
 * the extension that gives the editor in the browser a folder.
 */
export const EXTENSION_TESTS: readonly Bundle[] = [
  ...extensionTestFiles().map((entry) => testBundle(entry, { ...node, external: ['vscode', 'mocha'] })),
  testBundle('test/web/folder/extension.ts', { ...web, format: 'cjs', external: ['vscode'] }),
];

function testBundle(entry: string, options: BuildOptions): Bundle {
  return { entry, outfile: `out/${entry.replace(/\.ts$/, '.js')}`, options };
}

function extensionTestFiles(): string[] {
  const suite = 'test/extension/suite';
  const names = fs.readdirSync(path.join(ROOT, suite)).filter((name) => name.endsWith('.test.ts'));
  return ['test/extension/index.ts', ...names.map((name) => `${suite}/${name}`)];
}

/** The bundles whose entry points exist; a program without one is an error unless it is optional. */
export function presentBundles(): Bundle[] {
  return [...PROGRAMS, ...EXTENSION_TESTS].filter((bundle) => {
    const exists = fs.existsSync(path.join(ROOT, bundle.entry));
    if (!exists && bundle.optional !== true) throw new Error(`${bundle.entry} does not exist.`);
    return exists;
  });
}

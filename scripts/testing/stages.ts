import fs from 'node:fs';
import path from 'node:path';
import { ensureChromium } from '../host/chromium';
import { makeTempFolder, removeFolder, ROOT } from '../host/paths';
import { onEnd, run } from '../host/processes';
import { ensureVscodeWeb } from '../host/vscode-web';
import { FAILED, NONE, PASSED, add, readCounts, type Counts } from './counts';
import { runExtensionTests } from './extension-host';

/** One part of `npm test`. */
export interface Stage {
  readonly name: string;
  run(): Promise<Counts>;
  /** Without the bundles of the build stage it can't run. */
  readonly needsBuild?: boolean;
}

/** A process that hangs must not hang the whole run. */
const TIMEOUT_MS = 600_000;

const TSX = 'tsx/dist/cli.mjs';
const TSC = 'typescript/bin/tsc';
const MOCHA = 'mocha/bin/mocha.js';

/** All stages in their order: what is quick to fail comes first. */
export const STAGES: readonly Stage[] = [
  { name: 'build', run: () => checks([TSX, 'scripts/build.ts']) },
  { name: 'types', run: () => checks([TSC, '-p', '.'], [TSC, '-p', 'tsconfig.core.json']) },
  {
    name: 'lint',
    run: () =>
      checks(
        ['eslint/bin/eslint.js', '.'],
        ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
        [TSX, 'scripts/l10n/index.ts', '--check'],
      ),
  },
  { name: 'unit', run: () => mocha('test/unit', ['--parallel', '--jobs=2']) },
  { name: 'programs', run: () => mocha('test/programs'), needsBuild: true },
  { name: 'extension', run: runExtensionTests, needsBuild: true },
  { name: 'browser', run: () => mocha('test/browser'), needsBuild: true },
  { name: 'web', run: webTests, needsBuild: true },
];

/** Runs tools from node_modules one after the other; each counts as one check. */
async function checks(...tools: readonly (readonly string[])[]): Promise<Counts> {
  let counts = NONE;
  for (const tool of tools) counts = add(counts, (await runTool(tool)) === 0 ? PASSED : FAILED);
  return counts;
}

/** Installs first, where no test's time runs out. */
async function webTests(): Promise<Counts> {
  await Promise.all([ensureVscodeWeb(), ensureChromium()]);
  return mocha('test/web');
}

async function mocha(folder: string, more: readonly string[] = []): Promise<Counts> {
  const home = makeTempFolder('mocha');
  const forget = onEnd(() => removeFolder(home));
  const result = path.join(home, 'result.json');
  const reporter = path.join(ROOT, 'scripts', 'testing', 'reporter.ts');
  // Without --no-config, the "spec" of .mocharc.json would run beside the folder.
  const flags = ['--no-config', '--import=tsx', '--timeout=20000', '--forbid-only', '--reporter', reporter];
  const code = await runTool([MOCHA, ...flags, ...more, `${folder}/**/*.test.ts`], { TEST_RESULT: result });
  const counts = readCounts(result);
  removeFolder(home);
  forget();
  // A process that fails after its last test (an unhandled rejection, say) has failed too.
  return code !== 0 && counts.failed === 0 ? add(counts, FAILED) : counts;
}

function runTool([script = '', ...args]: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const file = path.join(ROOT, 'node_modules', script);
  if (!fs.existsSync(file)) throw new Error(`${file} does not exist: run npm ci first.`);
  return run(process.execPath, [file, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: TIMEOUT_MS,
  });
}

import fs from 'node:fs';
import path from 'node:path';
import util from 'node:util';
import { runTests } from '@vscode/test-electron';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../host/browser';
import { desktopEditor, desktopFlags } from '../host/desktop';
import { CACHE, makeTempFolder, removeFolder, ROOT } from '../host/paths';
import { onEnd } from '../host/processes';
import { extensionLogs } from '../host/logs';
import { serveWorkbench, type Workbench } from '../host/workbench';
import { LINE_MARK } from './line-mark';
import { readCounts, type Counts } from './counts';

const ENTRY = path.join(ROOT, 'out', 'test', 'extension');
const FIXTURES = path.join(ROOT, 'test', 'extension', 'fixtures');
const TIMEOUT_MS = 300_000;

/**
 * Runs test/extension inside a real extension host (desktop VS Code or code-server, whichever `desktopEditor` chooses),
 * on a fresh copy of the fixture folder.
 */
export async function runExtensionTests(): Promise<Counts> {
  const home = makeTempFolder('ext');
  const forget = onEnd(() => removeFolder(home));
  const place = { home, folder: path.join(home, 'articles'), result: path.join(home, 'result.json') };
  fs.cpSync(FIXTURES, place.folder, { recursive: true });
  fs.mkdirSync(path.join(home, 'home'));
  try {
    const desktop = await desktopEditor();
    await (desktop === undefined ? onCodeServer(place) : onDesktop(desktop, place));
    return readCounts(place.result);
  } finally {
    removeFolder(home);
    forget();
  }
}

interface Place {
  readonly home: string;
  readonly folder: string;
  readonly result: string;
}

/** Tests see neither the person's git name nor other settings of theirs. */
function testEnvironment(place: Place): Record<string, string> {
  return { TEST_RESULT: place.result, HOME: path.join(place.home, 'home') };
}

async function onDesktop(vscodeExecutablePath: string, place: Place): Promise<void> {
  console.log(`  in desktop VS Code, ${vscodeExecutablePath}`);
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: ENTRY,
    extensionTestsEnv: testEnvironment(place),
    launchArgs: [place.folder, ...desktopFlags(place.home)],
  }).catch((error: unknown) => console.error(`  ${String(error)}`));
}

async function onCodeServer(place: Place): Promise<void> {
  const workbench = await serveWorkbench({
    home: place.home,
    args: ['--vscode-option', 'enable-smoke-test-driver'],
    env: testEnvironment(place),
  });
  console.log('  in the extension host of code-server');
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    const code = await untilRunEnds(page, addressOf(workbench, place.folder));
    if (code !== 0) await reportFailure(page, workbench, place, code);
  } finally {
    await browser.close();
    await workbench.stop();
  }
}

/** The workbench's page runs tests in its extension host when the address names them. */
function addressOf(workbench: Workbench, folder: string): string {
  const remote = (file: string): string => `vscode-remote://${workbench.authority}${file}`;
  const payload = [
    ['extensionDevelopmentPath', remote(ROOT)],
    ['extensionTestsPath', remote(path.join(ENTRY, 'index.js'))],
  ];
  return workbench.url(folder, { payload: JSON.stringify(payload) });
}

/** Resolves with the exit code that the test run reports through the smoke test driver, or one of our own. */
async function untilRunEnds(page: Page, url: string): Promise<number> {
  const ended = new Promise<number>((resolve, reject) => {
    page.once('crash', () => reject(new Error('the page crashed')));
    setTimeout(() => reject(new Error(`no end after ${TIMEOUT_MS / 1000} s`)), TIMEOUT_MS).unref();
    page.exposeFunction('codeAutomationExit', (code: number) => resolve(code)).catch(reject);
  });
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => print(args));
  await page.goto(url);
  return ended.catch((error: unknown) => {
    console.error(`  ${String(error)}`);
    return 1;
  });
}

/** Prints what the tests print. */
function print(args: readonly unknown[]): void {
  const text = util.format(...args);
  if (text.startsWith(LINE_MARK)) console.log(text);
}

async function reportFailure(page: Page, workbench: Workbench, place: Place, code: number): Promise<void> {
  console.error(`  the run ended with code ${code}`);
  if (!fs.existsSync(place.result)) console.error(workbench.log().slice(-4000));
  for (const log of extensionLogs(place.home)) console.error(fs.readFileSync(log, 'utf8').slice(-4000));
  const picture = path.join(CACHE, 'extension-tests-failed.png');
  await page.screenshot({ path: picture }).then(
    () => console.error(`  picture: ${picture}`),
    () => undefined,
  );
}

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/host/browser';
import { WorkbenchPage } from '../../scripts/host/page';
import { CACHE, makeTempFolder, removeFolder, ROOT } from '../../scripts/host/paths';
import { serveWebWorkbench, type WebWorkbench } from '../../scripts/host/web-workbench';

const FIXTURES = path.join(ROOT, 'test', 'extension', 'fixtures');

const PATIENCE_MS = 45_000;

/** Counts in the server's worker what WebAssembly compiles there. */
const COUNT_MODULES = `
  self.compiled = 0;
  WebAssembly.Module = new Proxy(WebAssembly.Module, {
    construct(target, args) {
      const module = new target(...args);
      self.compiled++;
      return module;
    },
  });
`;

/** VS Code for the web with the extension's web build, on a copy of the fixture folder that only HTTP reaches. */
export class WebEditor {
  private constructor(
    private readonly folder: string,
    private readonly workbench: WebWorkbench,
    private readonly browser: Browser,
    readonly window: WorkbenchPage,
  ) {}

  static async start(): Promise<WebEditor> {
    const folder = makeTempFolder('virtual');
    fs.cpSync(FIXTURES, folder, { recursive: true });
    const workbench = await serveWebWorkbench(folder, { 'dist/web/server.js': COUNT_MODULES });
    const browser = await launchBrowser();
    const window = new WorkbenchPage(await browser.newPage({ viewport: { width: 1400, height: 900 } }));
    await window.open(workbench.url);
    return new WebEditor(folder, workbench, browser, window);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.workbench.stop();
    removeFolder(this.folder);
  }

  /** Leaves a picture of the window in the host's cache folder, and the console, for whoever looks into a failure. */
  async explain(name: string): Promise<void> {
    const file = path.join(CACHE, `${name.replace(/[^a-z0-9]+/gi, '-')}.png`);
    await this.window.screenshot(file);
    console.error(
      [...this.window.console.slice(-40), `picture: ${file}`].map((line) => `  ${line}`).join('\n'),
    );
  }

  /** Opens a file from the explorer: where the file system brings no search, quick open finds nothing. */
  async openFile(name: string): Promise<void> {
    const { page } = this.window;
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first().dblclick();
    await page.locator('.tab.active', { hasText: name }).first().waitFor();
    await page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Waits until some words of the open article, no longer than a line, are decorated. */
  async untilColoured(words: string): Promise<void> {
    const text = words.replaceAll(' ', '\u00a0');
    await this.window.decorations().filter({ hasText: text }).first().waitFor();
  }

  /** Goes from the first line to the next annotation, by its key. */
  async goToNextAnnotation(): Promise<void> {
    const { page } = this.window;
    await page.locator('.editor-instance .comment-thread-unresolved').first().waitFor();
    await page.locator('.editor-instance .view-line').first().click();
    await page.keyboard.press('Alt+F9');
  }

  /** How many WebAssembly modules the server's worker has compiled. */
  async compiledModules(): Promise<number> {
    const counts = await Promise.all(
      this.window.page.workers().map((worker) => worker.evaluate<unknown>('self.compiled ?? 0')),
    );
    return counts.reduce<number>((sum, count) => sum + Number(count), 0);
  }

  /** A file of the served folder; empty where there is none. */
  read(name: string): string {
    const file = path.join(this.folder, name);
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  }

  /** Waits until a file of the folder holds what is expected. */
  async untilFile(name: string, pattern: RegExp): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!pattern.test(this.read(name))) {
      if (Date.now() > deadline) assert.match(this.read(name), pattern);
      await this.window.page.waitForTimeout(100);
    }
  }

  /** Fails if the page, its extensions or the worker have reported an error in the console or the output channel. */
  async assertNoErrors(): Promise<void> {
    const shown = this.window.console.filter((line) => line.startsWith('error: '));
    const logged = (await this.outputChannel()).filter((line) => /\[error\]|Error:/i.test(line));
    assert.deepEqual([...shown, ...logged], []);
  }

  /** The last lines of the extension's output channel, which is made when there is something to say. */
  private async outputChannel(): Promise<string[]> {
    const { page } = this.window;
    await this.window.runCommand('Output: Show Output Channels...');
    const rows = page.locator('.quick-input-list .monaco-list-row');
    const other = rows.filter({ hasText: 'Extension Host' }).first();
    await other.waitFor();
    await page.locator('.quick-input-widget input:not([type=checkbox])').first().fill('Corroborate');
    await other.waitFor({ state: 'hidden' });
    if ((await rows.filter({ hasText: 'Corroborate' }).count()) === 0) {
      await page.keyboard.press('Escape');
      return [];
    }
    await page.keyboard.press('Enter');
    // A channel in which nothing stands has no line to wait for.
    const text = page.locator('.panel .view-line', { hasText: /\S/ }).first();
    await text.waitFor({ timeout: 1500 }).catch(() => undefined);
    const lines = await page.locator('.panel .view-line').allInnerTexts();
    await this.window.runCommand('View: Focus Active Editor Group');
    return lines;
  }
}

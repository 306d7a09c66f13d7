import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/host/browser';
import { WorkbenchPage } from '../../scripts/host/page';
import { extensionLogs, hostLogs } from '../../scripts/host/logs';
import { CACHE, makeTempFolder, removeFolder, ROOT } from '../../scripts/host/paths';
import { serveWorkbench, type Workbench } from '../../scripts/host/workbench';
import { packVsix } from '../../scripts/vsix';

const FIXTURES = path.join(ROOT, 'test', 'extension', 'fixtures');

const PATIENCE_MS = 45_000;

/** A real workbench with the packed extension, on its own copy of the fixture folder, with a browser on it. */
export class Editor {
  private ended: readonly string[] = [];

  private constructor(
    private readonly home: string,
    readonly folder: string,
    private readonly workbench: Workbench,
    private readonly browser: Browser,
    readonly window: WorkbenchPage,
  ) {}

  /** Packs, installs, serves and opens. */
  static async start(): Promise<Editor> {
    const home = makeTempFolder('web');
    const folder = path.join(home, 'articles');
    fs.cpSync(FIXTURES, folder, { recursive: true });
    const vsix = path.join(home, 'corroborate.vsix');
    await packVsix(vsix);
    const workbench = await serveWorkbench({ home, vsix });
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const window = new WorkbenchPage(page);
    await window.open(workbench.url(folder));
    return new Editor(home, folder, workbench, browser, window);
  }

  /** Loads the page again. What the ended extension host wrote while it was cut off says nothing about the extension. */
  async reload(): Promise<void> {
    this.assertNoErrors();
    await this.window.reload();
    this.ended = [...extensionLogs(this.home), ...hostLogs(this.home)];
    this.window.console.length = 0;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.workbench.stop();
    removeFolder(this.home);
  }

  /** Leaves a picture of the window in the host's cache folder, for whoever looks into a failure. */
  async screenshot(name: string): Promise<void> {
    const file = path.join(CACHE, `${name.replace(/[^a-z0-9]+/gi, '-')}.png`);
    await this.window.screenshot(file);
    console.error(`  picture: ${file}`);
  }

  /** A file of the opened folder, or undefined. */
  read(name: string): string | undefined {
    const file = path.join(this.folder, name);
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
  }

  /** Writes a file of the opened folder, as another program does; removes it where there is no text. */
  write(name: string, text: string | undefined): void {
    const file = path.join(this.folder, name);
    if (text === undefined) fs.rmSync(file);
    else fs.writeFileSync(file, text);
  }

  /** Waits until a file of the folder holds what is expected. */
  async untilFile(name: string, pattern: RegExp): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!pattern.test(this.read(name) ?? '')) {
      if (Date.now() > deadline) assert.match(this.read(name) ?? '', pattern);
      await this.window.page.waitForTimeout(100);
    }
  }

  /** Waits for the gutter's mark of a comment thread in the open file. */
  async untilCommentsShown(): Promise<void> {
    await this.window.page
      .locator('.editor-instance .comment-thread, .editor-instance .comment-thread-unresolved')
      .first()
      .waitFor();
  }

  /** Goes to words of the open file by line and column, and selects them with the arrow key. */
  async selectByKeyboard(file: string, words: string): Promise<void> {
    await this.window.selectByKeyboard(this.read(file) ?? '', words);
  }

  /** Fails if the extension or its server has reported an error anywhere a person could find it. */
  assertNoErrors(): void {
    const shown = this.window.console.filter(
      (line) => line.startsWith('error: ') && /corroborate/i.test(line),
    );
    const current = (file: string): boolean => !this.ended.includes(file);
    const ours = extensionLogs(this.home)
      .filter(current)
      .flatMap((file) => errorLines(file));
    const theirs = hostLogs(this.home)
      .filter(current)
      .flatMap((file) => errorLines(file).filter((line) => /corroborate/i.test(line)));
    assert.deepEqual([...shown, ...ours, ...theirs], []);
  }
}

function errorLines(file: string): string[] {
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => /\[error\]|Error:/i.test(line));
}

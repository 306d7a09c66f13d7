/**
 * `npx tsx scripts/screenshots.ts [NAME …]`: takes the pictures of the README from the real editor on examples/, into
 * media/screenshots/. Fails where a picture is larger than a README should carry.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './host/browser';
import { WorkbenchPage } from './host/page';
import { makeTempFolder, removeFolder, ROOT } from './host/paths';
import { onEnd } from './host/processes';
import { serveWorkbench } from './host/workbench';
import { commandTitle } from './manifest';
import { packVsix } from './vsix';

const OUT = path.join(ROOT, 'media', 'screenshots');
const LARGEST = 300_000;
const SIZE = { width: 1280, height: 800 };
const ARTICLE = 'harbour-ferry/northpress.txt';

const SETTINGS = { 'comments.openView': 'never', 'editor.minimap.enabled': false, 'editor.wordWrap': 'on' };

interface Picture {
  readonly name: string;
  readonly theme: string;
  readonly show: (window: WorkbenchPage) => Promise<void>;
  /** What happened to the folder before the editor opened it. */
  readonly prepare?: (folder: string) => void;
}

const DARK = 'Default Dark Modern';
const LIGHT = 'Default Light Modern';

const PICTURES: readonly Picture[] = [
  { name: 'card-dark', theme: DARK, show: showCard },
  { name: 'card-light', theme: LIGHT, show: showCard },
  { name: 'card-high-contrast', theme: 'Default High Contrast', show: showCard },
  { name: 'card-high-contrast-light', theme: 'Default High Contrast Light', show: showCard },
  { name: 'thread-light', theme: LIGHT, show: showThread },
  { name: 'matrix-dark', theme: DARK, show: showMatrix },
  { name: 'trees-light', theme: LIGHT, show: showTrees },
  { name: 'annotations-light', theme: LIGHT, show: showAnnotations, prepare: moveAndEdit },
];

async function showCard(window: WorkbenchPage): Promise<void> {
  await window.openFile(ARTICLE);
  await window.untilHighlighted();
  await window.hoverUntil('31', /meridian/);
}

async function showThread(window: WorkbenchPage): Promise<void> {
  await window.openFile('harbour-ferry/meridian.txt');
  await window.untilHighlighted();
  await window.page.locator('.editor-instance .comment-thread-unresolved').first().waitFor();
  await window.runCommand(commandTitle('corroborate.nextAnnotation'));
  await window.page.locator('.review-comment').first().waitFor();
}

async function showMatrix(window: WorkbenchPage): Promise<void> {
  await window.openFile(ARTICLE);
  await window.untilHighlighted();
  await window.hoverUntil('31', /meridian/);
  await window.page.keyboard.press('Escape');
  await window.runCommand(commandTitle('corroborate.showMatrix'));
  const frame = window.page.frameLocator('iframe.webview').frameLocator('iframe');
  await frame.locator('table').first().waitFor();
}

async function showTrees(window: WorkbenchPage): Promise<void> {
  await showCard(window);
  await window.page.keyboard.press('Escape');
  await window.page.locator('.activitybar .action-item [aria-label^="Corroborate"]').first().click();
  const story = window.page.locator('.sidebar .monaco-list-row', { hasText: 'harbour-ferry' }).first();
  await story.click();
  await window.page.locator('.sidebar .monaco-list-row[aria-level="2"]').first().waitFor();
  await window.page.mouse.move(SIZE.width / 2, SIZE.height - 60);
}

/** An article was renamed outside the editor, and another one lost a sentence that had a note. */
function moveAndEdit(folder: string): void {
  const story = path.join(folder, 'harbour-ferry');
  fs.renameSync(path.join(story, 'courier.md'), path.join(story, 'courier-late-edition.md'));
  const article = path.join(story, 'littoral.txt');
  const text = fs.readFileSync(article, 'utf8');
  fs.writeFileSync(
    article,
    text.replace(/ A source close to the investigation[^.]*\./, '').replace('198', '196'),
  );
}

async function showAnnotations(window: WorkbenchPage): Promise<void> {
  const { page } = window;
  await window.openFile('harbour-ferry/littoral.txt');
  await window.untilHighlighted();
  await page.locator('.activitybar .action-item [aria-label^="Corroborate"]').first().click();
  await page.locator('.sidebar .pane-header', { hasText: 'Facts' }).first().click();
  await page.locator('.sidebar .monaco-list-row', { hasText: 'Perhaps now' }).first().waitFor();
  // From the second paragraph on to the note whose words have changed.
  await page.locator('.editor-instance .view-line', { hasText: 'kilometres' }).first().click();
  await page.keyboard.press('Alt+F9');
  await page.locator('.review-comment').first().waitFor();
}

async function main(): Promise<void> {
  const names = process.argv.slice(2);
  const wanted = PICTURES.filter(({ name }) => names.length === 0 || names.includes(name));
  const home = makeTempFolder('shots');
  onEnd(() => removeFolder(home));
  const vsix = path.join(home, 'corroborate.vsix');
  await packVsix(vsix);
  fs.mkdirSync(OUT, { recursive: true });
  const browser = await launchBrowser();
  for (const picture of wanted) await take(picture, path.join(home, picture.name), vsix, browser);
  await browser.close();
}

/** Each picture has an editor of its own, on a copy of the examples, so that none shows what another one left open. */
async function take(picture: Picture, home: string, vsix: string, browser: Browser): Promise<void> {
  const folder = path.join(home, 'examples');
  fs.cpSync(path.join(ROOT, 'examples'), folder, { recursive: true });
  picture.prepare?.(folder);
  const settings = { ...SETTINGS, 'workbench.colorTheme': picture.theme };
  const workbench = await serveWorkbench({ home, vsix, settings });
  const page = await browser.newPage({ viewport: SIZE });
  const window = new WorkbenchPage(page);
  try {
    await window.open(workbench.url(folder));
    await picture.show(window);
    await page.waitForTimeout(1000);
    const file = path.join(OUT, `${picture.name}.png`);
    await window.screenshot(file);
    const { size } = fs.statSync(file);
    console.log(`${path.relative(ROOT, file)}: ${(size / 1000).toFixed(0)} kB`);
    if (size > LARGEST) process.exitCode = 1;
  } catch (error) {
    console.error(`${picture.name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  } finally {
    await page.close();
    await workbench.stop();
  }
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(() => process.exit());

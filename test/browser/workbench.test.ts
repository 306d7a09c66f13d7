import assert from 'node:assert/strict';
import { Editor } from './editor';

const ARTICLE = 'brenwick-post.txt';
const SIDECAR = `${ARTICLE}.annotations.yaml`;
const OTHER = 'harrow-courier.txt';
const OTHER_SIDECAR = `${OTHER}.annotations.yaml`;

describe('the workbench in a browser', function () {
  this.timeout(180_000);
  let editor: Editor;

  before(async () => {
    editor = await Editor.start();
  });
  after(() => editor.stop());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await editor.screenshot(`browser-${this.currentTest.title}`);
  });

  it('shows the card of a number when the mouse rests on it', async () => {
    const { window } = editor;
    await window.openFile(ARTICLE);
    await window.untilHighlighted();
    const card = await window.hoverUntil('Four', /harrow/);
    assert.match(card, /differ/i);
    editor.assertNoErrors();
  });

  it('takes an annotation by keyboard alone, and shows it again after a reload', async () => {
    const { window } = editor;
    const { keyboard } = window.page;
    await editor.selectByKeyboard(ARTICLE, '38 firefighters');
    await keyboard.press('Control+Alt+KeyA');
    await window.page.locator('.review-comment .monaco-editor.focused').first().waitFor();
    await keyboard.type('Ask the depot.');
    await keyboard.press('Control+Enter');
    await editor.untilFile(SIDECAR, /quote: "38 firefighters"[^]*Ask the depot\./);

    await editor.reload();
    await window.openFile(ARTICLE);
    await window.untilHighlighted();
    await editor.untilCommentsShown();
    await keyboard.press('Alt+F9');
    await window.page.locator('.review-comment', { hasText: 'Ask the depot.' }).first().waitFor();
    editor.assertNoErrors();
  });

  it('keeps a note that cannot be saved over a reload, and saves it when it can', async () => {
    const { window } = editor;
    const { keyboard } = window.page;
    const said = (words: string) => window.page.locator('.notification-toast', { hasText: words }).first();
    editor.write(OTHER_SIDECAR, 'version: 1\n<<<<<<< ours\n');
    await window.openFile(OTHER);
    await window.untilHighlighted();
    await editor.selectByKeyboard(OTHER, '260 people');
    await keyboard.press('Control+Alt+KeyA');
    await window.page.locator('.review-comment .monaco-editor.focused').first().waitFor();
    await keyboard.type('Ask the union.');
    await keyboard.press('Control+Enter');
    await said('Your change is kept').waitFor();

    await editor.reload();
    const offer = said('1 change is still waiting to be saved.');
    await offer.waitFor();
    editor.write(OTHER_SIDECAR, undefined);
    await offer.locator('.monaco-button', { hasText: 'Save Now' }).click();
    await editor.untilFile(OTHER_SIDECAR, /quote: "260 people"[^]*Ask the union\./);
    editor.assertNoErrors();
  });

  it('groups and filters the annotations of the folder', async () => {
    const { window } = editor;
    const entry = (id: string, status: string, tag: string): string =>
      `  ${id}:\n    by: "dana"\n    made: "2026-01-02T03:04:05Z"\n    status: "${status}"\n    tags: ["${tag}"]\n    note: "${id}"\n`;
    const entries = [entry('a1', 'verified', 'toll'), entry('b2', 'disputed', 'hour')].join('\n');
    editor.write(
      'valley-notes.md.annotations.yaml',
      `version: 1\narticle: "valley-notes.md"\nannotations:\n${entries}...\n`,
    );
    const rows = window.page.locator('[aria-label="Annotations"] .monaco-list-row');
    // By keyboard: a list that still moves when it is clicked may be gone before the click.
    const choose = async (words: string): Promise<void> => {
      await window.page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first().waitFor();
      await window.page.keyboard.type(words);
      await window.page.keyboard.press('Enter');
    };
    await window.runCommand('Corroborate: Focus on Annotations View');
    await rows.filter({ hasText: 'valley-notes.md' }).first().waitFor();
    await window.runCommand('Corroborate: Group Annotations…');
    await choose('Tag');
    await rows.filter({ hasText: '#toll' }).first().waitFor();
    await window.runCommand('Corroborate: Filter Annotations…');
    await choose('By tag');
    await choose('hour');
    await rows.filter({ hasText: '#toll' }).first().waitFor({ state: 'detached' });
    await rows.filter({ hasText: '#hour' }).first().waitFor();
    editor.assertNoErrors();
  });

  it('annotates a mention from the fact matrix by keyboard', async () => {
    const { window } = editor;
    await window.runCommand('Corroborate: Show Fact Matrix');
    const cell = window.page
      .frameLocator('iframe.webview')
      .frameLocator('iframe')
      .locator('td', { hasText: 'Four' });
    await cell.first().waitFor();
    await cell.first().focus();
    await window.page.keyboard.press('n');
    const box = window.page.locator('.review-comment .monaco-editor.focused').first();
    await box.waitFor();
    await window.page.keyboard.type(' Ask again.');
    await window.page.keyboard.press('Control+Enter');
    await editor.untilFile(SIDECAR, /quote: "four"[^]*Ask again\./i);
    editor.assertNoErrors();
  });
});

import assert from 'node:assert/strict';
import { Editor } from './editor';

const ARTICLE = 'brenwick-post.txt';
const SIDECAR = `${ARTICLE}.annotations.yaml`;

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
});

import assert from 'node:assert/strict';
import { WebEditor } from './editor';

const ARTICLE = 'brenwick-post.txt';
const SIDECAR = `${ARTICLE}.annotations.yaml`;

describe('VS Code for the web', function () {
  this.timeout(60_000);
  let editor: WebEditor;

  before(async () => {
    editor = await WebEditor.start();
  });
  after(() => editor.stop());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await editor.explain(`web-${this.currentTest.title}`);
  });

  it('colours what only the analysis in the worker finds', async () => {
    await editor.openFile(ARTICLE);
    await editor.untilColoured('according to');
  });

  it('scores with WebAssembly, which the worker may compile', async () => {
    assert.ok((await editor.compiledModules()) > 0);
  });

  it('compares a number with the other articles of a virtual workspace', async () => {
    const card = await editor.window.hoverUntil('Four', /harrow-courier\.txt/);
    assert.match(card, /differ/i);
  });

  it('reads the articles again when its server is started anew', async () => {
    const { window } = editor;
    await window.runCommand('Corroborate: Restart Language Server');
    const card = await window.hoverUntil('260', /harrow-courier\.txt/);
    assert.match(card, /agree/i);
    await editor.assertNoErrors();
  });

  it('keeps an annotation in the virtual workspace, and unfolds it again after a reload', async () => {
    const { window } = editor;
    await window.selectByKeyboard(editor.read(ARTICLE), '38 firefighters');
    await window.page.keyboard.press('Control+Alt+KeyA');
    await window.page.locator('.review-comment .monaco-editor.focused').first().waitFor();
    await window.page.keyboard.type('Ask the depot.');
    await window.page.keyboard.press('Control+Enter');
    await editor.untilFile(SIDECAR, /quote: "38 firefighters"[^]*Ask the depot\./);

    await window.reload();
    await editor.openFile(ARTICLE);
    await editor.untilColoured('according to');
    await editor.goToNextAnnotation();
    await window.page.locator('.review-comment', { hasText: 'Ask the depot.' }).first().waitFor();
    await editor.assertNoErrors();
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, corroborate, highlights, open } from './editor';

describe('highlights', () => {
  afterEach(closeAll);

  it('tell source, cue, content and numbers of a text article apart', async () => {
    const { document } = await open('brenwick-post.txt');
    const found = await highlights(document);
    for (const expected of ['quantity: 17', 'quantity: 260', 'statement.cue: said']) {
      assert.ok(
        found.some((h) => h === expected),
        `"${expected}" is not among ${JSON.stringify(found)}`,
      );
    }
    assert.ok(found.some((h) => h.startsWith('statement.source: ') && h.includes('Odile Tarrant')));
    assert.ok(found.some((h) => h.startsWith('statement.content: ') && h.includes('The roof came down')));
  });

  it('leave front matter and link targets of a Markdown article alone', async () => {
    const { document } = await open('valley-notes.md');
    const found = (await highlights(document)).join('\n');
    assert.match(found, /quantity: .*260/);
    assert.doesNotMatch(found, /7041|8852/);
  });

  it('follow typing, without saving', async () => {
    const editor = await open('harrow-courier.txt');
    await highlights(editor.document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Police counted 4,312 visitors. '));
    const found = await highlights(editor.document);
    assert.ok(found.some((h) => h === 'quantity: 4,312'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('come for an empty file too, and are none', async () => {
    const { document } = await open('empty.txt');
    assert.deepEqual(await highlights(document), []);
  });

  it('come for a text that is not saved yet, which cannot be annotated', async () => {
    const content = 'Seventeen barns burned, the fire service said.';
    const document = await vscode.workspace.openTextDocument({ content, language: 'plaintext' });
    const editor = await vscode.window.showTextDocument(document);
    assert.ok((await highlights(document)).includes('quantity: Seventeen'));
    editor.selection = new vscode.Selection(0, 0, 0, 9);
    assert.equal(await vscode.commands.executeCommand('corroborate.annotate', { note: 'Count.' }), undefined);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('come again after the server was restarted', async () => {
    const { document } = await open('brenwick-post.txt');
    await corroborate();
    await vscode.commands.executeCommand('corroborate.restartServer');
    assert.match((await highlights(document)).join('\n'), /quantity: 17/);
  });
});

describe('package.json', () => {
  it('contributes no command that nothing answers', async () => {
    await corroborate();
    const known = new Set(await vscode.commands.getCommands(true));
    const manifest = vscode.extensions.getExtension('corroborate.corroborate')?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const missing = manifest.contributes.commands.map((c) => c.command).filter((c) => !known.has(c));
    assert.deepEqual(missing, []);
  });
});

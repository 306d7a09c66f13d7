import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAll, corroborate, find, hover, open, until } from './editor';

describe('the same fact in other articles', () => {
  before(corroborate);
  afterEach(closeAll);

  it('stands on the card of a number', async () => {
    const { document } = await open('brenwick-post.txt');
    const card = await until('a card that names the other article', async () => {
      const text = await hover(document, '17 were injured');
      return text.includes('harrow') ? text : undefined;
    });
    assert.match(card, /17/);
  });

  it('shows on the card that two tolls differ', async () => {
    const { document } = await open('brenwick-post.txt');
    const card = await until('a card that names the other article', async () => {
      const text = await hover(document, 'Four people were killed');
      return text.includes('harrow') ? text : undefined;
    });
    assert.match(card, /differ/i);
    assert.match(card, /Six|6/);
  });

  it('is listed by Find All References', async () => {
    const { document } = await open('brenwick-post.txt');
    const names = await until('a reference in another article', async () => {
      const places = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        find(document, '17 were injured').start,
      );
      const files = places.map((place) => path.posix.basename(place.uri.path));
      return files.includes('harrow-courier.txt') ? files : undefined;
    });
    assert.ok(!names.includes('empty.txt'));
  });

  it('opens beside from a link of the card, and only inside the folder', async () => {
    const { document } = await open('brenwick-post.txt');
    const range = find(document, '260');
    const place = { uri: document.uri.toString(), range: { start: range.start, end: range.end } };
    await vscode.commands.executeCommand('corroborate.openBeside', place);
    assert.equal(
      vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection),
      '260',
    );
    const before = vscode.window.visibleTextEditors.length;
    await vscode.commands.executeCommand('corroborate.openBeside', { ...place, uri: 'file:///etc/hostname' });
    assert.equal(vscode.window.visibleTextEditors.length, before);
  });
});

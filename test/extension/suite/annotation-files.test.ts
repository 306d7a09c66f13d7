import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { AnnotationOutcome } from '../../../src/protocol';
import { closeAll, corroborate, fileUri, onDisk, open, select, until } from './editor';

const TEXT = 'The Orla bridge was closed on Friday.\n\nThe council said 14 lorries had used it every hour.\n';
const SUFFIX = '.annotations.yaml';
const FOLDER = 'moves';

describe('annotation files', () => {
  before(corroborate);
  beforeEach(() => write(`${FOLDER}/bridge.txt`, TEXT));
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileUri(FOLDER), { recursive: true });
  });

  it('wait to be saved where they cannot be written, and are written when they can be', async () => {
    const broken = 'version: 1\nannotations:\n  <<<<<<< ours\n';
    await write(`${FOLDER}/bridge.txt${SUFFIX}`, broken);
    const outcome = await annotate('bridge.txt', '14 lorries', 'Who counted them?');
    assert.ok(!outcome.ok && outcome.kept?.kind === 'annotation');
    await vscode.workspace.fs.delete(fileUri(`${FOLDER}/bridge.txt${SUFFIX}`));
    await until('the note in the annotation file', async () => {
      await vscode.commands.executeCommand('corroborate.saveWaiting');
      return (await onDisk(`${FOLDER}/bridge.txt${SUFFIX}`))?.includes('Who counted them?');
    });
  });

  it('get a status and a deletion later, when they cannot be written at once', async () => {
    const marked = async (words: string, note: string): Promise<string> => {
      const outcome = await annotate('bridge.txt', words, note);
      assert.ok(outcome.ok);
      return outcome.id;
    };
    const first = await marked('14 lorries', 'Who counted them?');
    const second = await marked('Friday', 'Which one?');
    const name = `${FOLDER}/bridge.txt${SUFFIX}`;
    const whole = (await onDisk(name)) ?? '';
    await write(name, whole.replace('version: 1', 'version: 99'));
    await vscode.commands.executeCommand('corroborate.setStatus', first, 'disputed');
    await vscode.commands.executeCommand('corroborate.deleteAnnotation', second);
    await write(name, whole);
    await until('the status, and the end of the other annotation', async () => {
      await vscode.commands.executeCommand('corroborate.saveWaiting');
      const text = (await onDisk(name)) ?? '';
      return text.includes('status: "disputed"') && !text.includes('Which one?') ? true : undefined;
    });
  });

  it('go along with an article that is renamed in the editor', async () => {
    assert.ok((await annotate('bridge.txt', '14 lorries', 'Per direction?')).ok);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(fileUri(`${FOLDER}/bridge.txt`), fileUri(`${FOLDER}/orla.txt`));
    await vscode.workspace.applyEdit(edit);
    await sidecar('orla.txt', /article: "orla\.txt"/);
    assert.equal(await onDisk(`${FOLDER}/bridge.txt${SUFFIX}`), undefined);
  });

  it('go along with a folder, and their article is still theirs', async () => {
    assert.ok((await annotate('bridge.txt', '14 lorries', 'Per direction?')).ok);
    await closeAll();
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(fileUri(FOLDER), fileUri('moved'));
    await vscode.workspace.applyEdit(edit);
    await vscode.workspace.fs.createDirectory(fileUri(FOLDER));
    const editor = await open('moved/bridge.txt');
    await until('the annotation in its new folder', async () => {
      await vscode.commands.executeCommand('corroborate.nextAnnotation');
      const active = vscode.window.activeTextEditor;
      return active?.document === editor.document && active.selection.active.line === 2 ? true : undefined;
    });
    await closeAll();
    await vscode.workspace.fs.delete(fileUri('moved'), { recursive: true });
  });

  it('are taken over, on a person’s word, by the article that was renamed outside', async () => {
    assert.ok((await annotate('bridge.txt', '14 lorries', 'Per direction?')).ok);
    await closeAll();
    await vscode.workspace.fs.rename(fileUri(`${FOLDER}/bridge.txt`), fileUri(`${FOLDER}/orla.txt`));
    const place = (name: string) => ({ uri: fileUri(`${FOLDER}/${name}`).toString(), path: name });
    const row = { orphan: place('bridge.txt'), home: place('orla.txt') };
    await vscode.commands.executeCommand('corroborate.adopt', row);
    await sidecar('orla.txt', /article: "orla\.txt"[^]*Per direction\?/);
    assert.equal(await onDisk(`${FOLDER}/bridge.txt${SUFFIX}`), undefined);
  });

  it('are exported, and imported by another article', async () => {
    assert.ok((await annotate('bridge.txt', '14 lorries', 'Per direction?')).ok);
    const file = fileUri(`${FOLDER}/notes.jsonld`);
    await vscode.commands.executeCommand('corroborate.exportAnnotations', 'jsonld', file);
    await write(`${FOLDER}/copy.txt`, TEXT);
    await open(`${FOLDER}/copy.txt`);
    await vscode.commands.executeCommand('corroborate.importAnnotations', file);
    await sidecar('copy.txt', /quote: "14 lorries"[^]*Per direction\?/);
    const report = fileUri(`${FOLDER}/report.md`);
    await vscode.commands.executeCommand('corroborate.exportAnnotations', 'markdown', report);
    assert.match((await onDisk(`${FOLDER}/report.md`)) ?? '', /Per direction\?/);
  });
});

describe('an annotation of a fact', () => {
  before(corroborate);
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileUri(`brenwick-post.txt${SUFFIX}`));
  });

  it('keeps what the other articles say', async () => {
    const editor = await open('brenwick-post.txt');
    select(editor, '260 people');
    const outcome = await vscode.commands.executeCommand<AnnotationOutcome>(
      'corroborate.annotateFact',
      undefined,
      'Same owner, same number.',
    );
    assert.ok(outcome.ok);
    const text = await onDisk(`brenwick-post.txt${SUFFIX}`);
    assert.match(text ?? '', /sees: \[\{article: "harrow-courier\.txt", quote: "260 people"\}/);
  });
});

async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
}

async function annotate(name: string, words: string, note: string): Promise<AnnotationOutcome> {
  select(await open(`${FOLDER}/${name}`), words);
  return vscode.commands.executeCommand<AnnotationOutcome>('corroborate.annotate', { note });
}

/** An article's annotation file on disk, once it matches. */
function sidecar(name: string, pattern: RegExp): Promise<string> {
  return until(`${String(pattern)} beside ${name}`, async () => {
    const text = await onDisk(`${FOLDER}/${name}${SUFFIX}`);
    return text !== undefined && pattern.test(text) ? text : undefined;
  });
}

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { AnnotationOutcome } from '../../../src/protocol';
import { answering, closeAll, corroborate, fileUri, onDisk, open, select, until } from './editor';

const FOLDER = 'dialogs';
const ARTICLE = `${FOLDER}/bridge.txt`;
const SIDECAR = `${ARTICLE}.annotations.yaml`;
const TEXT = 'The Orla bridge was closed on Friday.\n\nThe council said 14 lorries had used it every hour.\n';

describe('what the editor asks', () => {
  before(corroborate);
  beforeEach(() => write(ARTICLE, TEXT));
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileUri(FOLDER), { recursive: true });
  });

  it('where annotations are to be exported, and which file is to be imported', async () => {
    await annotate('14 lorries', 'Per direction?');
    const file = fileUri(`${FOLDER}/notes.jsonld`);
    const saved = await answering(
      'showSaveDialog',
      () => file,
      async () => vscode.commands.executeCommand('corroborate.exportAnnotations', 'jsonld'),
    );
    assert.equal(saved, 1);
    assert.match((await onDisk(`${FOLDER}/notes.jsonld`)) ?? '', /Per direction\?/);
    await write(`${FOLDER}/copy.txt`, TEXT);
    await open(`${FOLDER}/copy.txt`);
    const opened = await answering(
      'showOpenDialog',
      () => [file],
      async () => vscode.commands.executeCommand('corroborate.importAnnotations'),
    );
    assert.equal(opened, 1);
    await text(`${FOLDER}/copy.txt.annotations.yaml`, /Per direction\?/);
  });

  it('nothing is exported where the dialog is closed', async () => {
    await annotate('14 lorries', 'Per direction?');
    const before = await vscode.workspace.fs.readDirectory(fileUri(FOLDER));
    await answering(
      'showSaveDialog',
      () => undefined,
      async () => vscode.commands.executeCommand('corroborate.exportAnnotations', 'jsonld'),
    );
    assert.deepEqual(await vscode.workspace.fs.readDirectory(fileUri(FOLDER)), before);
  });

  it('whether a deletion is to be undone', async () => {
    const id = await annotate('14 lorries', 'Per direction?');
    await answering(
      'showInformationMessage',
      (_message, undo) => undo,
      async () => {
        await vscode.commands.executeCommand('corroborate.deleteAnnotation', id);
        await text(SIDECAR, /Per direction\?/);
      },
    );
    assert.match((await onDisk(SIDECAR)) ?? '', new RegExp(id));
  });

  it('whether a status that could not be written is to be tried again', async () => {
    const id = await annotate('14 lorries', 'Per direction?');
    const whole = await text(SIDECAR, /Per direction\?/);
    await write(SIDECAR, `${whole}<<<<<<< ours\n`);
    const again = async (_reason: unknown, button: unknown): Promise<unknown> => {
      await write(SIDECAR, whole);
      return button;
    };
    await answering('showErrorMessage', again, async () => {
      await vscode.commands.executeCommand('corroborate.setStatus', id, 'disputed');
      await text(SIDECAR, /status: "disputed"/);
    });
  });
});

async function write(name: string, content: string): Promise<void> {
  await vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(content));
}

/** Annotates words of the article; the annotation's id. */
async function annotate(words: string, note: string): Promise<string> {
  select(await open(ARTICLE), words);
  const outcome = await vscode.commands.executeCommand<AnnotationOutcome>('corroborate.annotate', { note });
  assert.ok(outcome.ok);
  return outcome.id;
}

/** A file's text, once it matches. */
function text(name: string, pattern: RegExp): Promise<string> {
  return until(`${String(pattern)} in ${name}`, async () => {
    const found = await onDisk(name);
    return found !== undefined && pattern.test(found) ? found : undefined;
  });
}

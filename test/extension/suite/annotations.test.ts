import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { AnnotationOutcome } from '../../../src/protocol';
import { closeAll, corroborate, fileUri, find, onDisk, open, select, until } from './editor';

const ARTICLE = 'brenwick-post.txt';
const SIDECAR = `${ARTICLE}.annotations.yaml`;

describe('annotations', () => {
  before(corroborate);
  beforeEach(removeSidecars);
  afterEach(closeAll);
  after(removeSidecars);

  it('are written to the sidecar: words, note, author', async () => {
    const editor = await open(ARTICLE);
    await annotate(editor, '38 firefighters', 'Ask the depot.');
    const text = await sidecar(/38 firefighters/);
    assert.match(text, /Ask the depot\./);
    assert.match(text, /by: "Robin Tester"/);
    assert.match(text, /status: "unchecked"/);
    assert.match(text, /\n\.\.\.\n$/);
  });

  it('take a status and replies', async () => {
    const editor = await open(ARTICLE);
    const id = await annotate(editor, '260 people', 'From the union?');
    await vscode.commands.executeCommand('corroborate.setStatus', id, 'disputed');
    await sidecar(/status: "disputed"/);
    await vscode.commands.executeCommand('corroborate.reply', id, 'No, from the owner.');
    await sidecar(/No, from the owner\./);
  });

  it('go from the sidecar when they are deleted', async () => {
    const editor = await open(ARTICLE);
    const kept = await annotate(editor, '17 were injured', 'Same in both.');
    const gone = await annotate(editor, '90 tonnes', 'Of what?');
    await vscode.commands.executeCommand('corroborate.deleteAnnotation', gone);
    await until('the end of the deleted annotation', async () =>
      (await onDisk(SIDECAR))?.includes(gone) === false ? true : undefined,
    );
    await sidecar(new RegExp(kept));
  });

  it('follow their words through edits, saving and reopening', async () => {
    const first = await open(ARTICLE);
    await annotate(first, '90 tonnes', 'Of what?');
    await first.edit((edit) => edit.insert(new vscode.Position(0, 0), 'A new first line.\n\n'));
    await nextAnnotationIsAt(first, '90 tonnes');
    await first.document.save();
    await closeAll();
    const second = await open(ARTICLE);
    await nextAnnotationIsAt(second, '90 tonnes');
    await second.edit((edit) => edit.delete(new vscode.Range(0, 0, 2, 0)));
    await second.document.save();
  });

  it('reload when the sidecar changes on disk', async () => {
    const editor = await open(ARTICLE);
    await annotate(editor, '38 firefighters', 'Ask the depot.');
    const text = await sidecar(/38 firefighters/);
    await vscode.workspace.fs.delete(fileUri(SIDECAR));
    await untilNextAnnotation(editor, undefined);
    await vscode.workspace.fs.writeFile(fileUri(SIDECAR), new TextEncoder().encode(text));
    await nextAnnotationIsAt(editor, '38 firefighters');
  });

  it('never write over a sidecar that does not parse', async () => {
    const broken = 'version: 1\nannotations:\n  <<<<<<< ours\n';
    await vscode.workspace.fs.writeFile(fileUri(SIDECAR), new TextEncoder().encode(broken));
    const editor = await open(ARTICLE);
    select(editor, '260 people');
    const outcome = await vscode.commands.executeCommand<AnnotationOutcome>('corroborate.annotate', {
      note: 'Not to be lost.',
    });
    assert.equal(outcome.ok, false);
    assert.equal(await onDisk(SIDECAR), broken);
  });
});

async function annotate(editor: vscode.TextEditor, words: string, note: string): Promise<string> {
  select(editor, words);
  const outcome = await vscode.commands.executeCommand<AnnotationOutcome>('corroborate.annotate', { note });
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.id;
}

/** The sidecar on disk, once it matches. */
function sidecar(pattern: RegExp): Promise<string> {
  return until(`${String(pattern)} in ${SIDECAR}`, async () => {
    const text = await onDisk(SIDECAR);
    return text !== undefined && pattern.test(text) ? text : undefined;
  });
}

/** The command that goes to the next annotation shows where the editor holds it to be. */
async function nextAnnotationIsAt(editor: vscode.TextEditor, words: string): Promise<void> {
  await untilNextAnnotation(editor, find(editor.document, words).start);
}

/** @param place undefined: there is no annotation to go to */
async function untilNextAnnotation(
  editor: vscode.TextEditor,
  place: vscode.Position | undefined,
): Promise<void> {
  const top = new vscode.Position(0, 0);
  await until(`an annotation at ${JSON.stringify(place)}`, async () => {
    editor.selection = new vscode.Selection(top, top);
    await vscode.commands.executeCommand('corroborate.nextAnnotation');
    return editor.selection.active.isEqual(place ?? top) ? true : undefined;
  });
}

async function removeSidecars(): Promise<void> {
  if ((await onDisk(SIDECAR)) !== undefined) await vscode.workspace.fs.delete(fileUri(SIDECAR));
}

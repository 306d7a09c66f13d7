import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CorroborateApi } from '../../../src/client/activate';
import type { HighlightKind } from '../../../src/protocol';

const EXTENSION = 'corroborate.corroborate';

/** How long something may take to show up; tests wait for states, never for times. */
const PATIENCE_MS = 30_000;

let started: Promise<CorroborateApi> | undefined;

/** The extension's API, activated and with the folder read. */
export function corroborate(): Promise<CorroborateApi> {
  started ??= start();
  return started;
}

async function start(): Promise<CorroborateApi> {
  const extension = vscode.extensions.getExtension<CorroborateApi>(EXTENSION);
  assert.ok(extension, `${EXTENSION} is not installed in this host`);
  const api = await extension.activate();
  await within('the folder to be read', api.ready());
  return api;
}

/** The address of a file of the fixture folder. */
export function fileUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the host opened no folder');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the fixture folder in the active editor. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(fileUri(name));
  return vscode.window.showTextDocument(document);
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The range of the first occurrence of some words. */
export function find(document: vscode.TextDocument, words: string): vscode.Range {
  const at = document.getText().indexOf(words);
  assert.notEqual(at, -1, `"${words}" does not stand in ${document.fileName}`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

/** Selects the first occurrence of some words. */
export function select(editor: vscode.TextEditor, words: string): void {
  const range = find(editor.document, words);
  editor.selection = new vscode.Selection(range.start, range.end);
}

/** The highlights of the text as it stands now, as "kind: words" in the order of the text. */
export async function highlights(document: vscode.TextDocument): Promise<`${HighlightKind}: ${string}`[]> {
  const api = await corroborate();
  const found = await until('the highlights of this version', async () => {
    const latest = await within('the first highlights', api.highlights(document.uri));
    return latest.version === document.version ? latest : undefined;
  });
  const words = (r: (typeof found.ranges)[number]['range']): string =>
    document.getText(new vscode.Range(r.start.line, r.start.character, r.end.line, r.end.character));
  return found.ranges.map(({ kind, range }) => `${kind}: ${words(range)}` as const);
}

/** The text of all hovers on some words. */
export async function hover(document: vscode.TextDocument, words: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    find(document, words).start,
  );
  return hovers
    .flatMap((h) => h.contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

/** Asks again and again until there is an answer. */
export async function until<T>(what: string, ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The answer, or an error that says what was waited for. */
export function within<T>(what: string, answer: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`waited in vain for ${what}`)), PATIENCE_MS);
  });
  return Promise.race([answer, late]);
}

/** A file's text on disk, or undefined where it does not exist. */
export async function onDisk(name: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(name)));
  } catch {
    return undefined;
  }
}

/** The questions that the editor puts to a person, which nobody is there to answer in tests. */
type Question =
  'showErrorMessage' | 'showInformationMessage' | 'showSaveDialog' | 'showOpenDialog' | 'showQuickPick';

/**
 * Answers a question of the editor for a person while something runs. The tests and the extension share one `vscode`, so the extension
 * meets the answer where it asks.
 * @param answer gets what was asked: a message and its buttons, or a dialog's options
 * @returns how often it was asked
 */
export async function answering(
  question: Question,
  answer: (...asked: unknown[]) => unknown,
  run: () => Promise<unknown>,
): Promise<number> {
  const own: unknown = Reflect.get(vscode.window, question);
  let asked = 0;
  const stand = (...parts: unknown[]): Promise<unknown> => {
    asked++;
    return Promise.resolve(answer(...parts));
  };
  assert.ok(Reflect.set(vscode.window, question, stand), `${question} cannot be stood in for`);
  try {
    await run();
  } finally {
    Reflect.set(vscode.window, question, own);
  }
  return asked;
}

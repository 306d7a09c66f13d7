import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Requests } from '../protocol';
import type { WaitingChanges } from './annotations/waiting';

const SUFFIX = '.annotations.yaml';

/**
 * An article that is renamed or moved in the editor takes its annotation file along; a folder takes what is in it anyway. A deleted
 * article leaves its annotations, which the tree then lists as left behind.
 */
export function takeSidecarsAlong(client: BaseLanguageClient, waiting: WaitingChanges): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onWillRenameFiles((event) => event.waitUntil(sidecarMoves(event.files))),
    vscode.workspace.onDidRenameFiles(async ({ files }) => {
      for (const { oldUri, newUri } of files) {
        await waiting.renamed(oldUri, newUri);
        if (await exists(withSuffix(newUri)))
          await client.sendRequest(Requests.editAnnotation, {
            uri: newUri.toString(),
            edit: { kind: 'renamed' },
          });
      }
    }),
  );
}

async function sidecarMoves(
  files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[],
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const moving = new Set(files.map(({ oldUri }) => oldUri.toString()));
  for (const { oldUri, newUri } of files) {
    const [from, to] = [withSuffix(oldUri), withSuffix(newUri)];
    const free = !moving.has(from.toString()) && (await exists(from)) && !(await exists(to));
    if (free) edit.renameFile(from, to, { overwrite: false });
  }
  return edit;
}

function withSuffix(uri: vscode.Uri): vscode.Uri {
  return uri.with({ path: uri.path + SUFFIX });
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

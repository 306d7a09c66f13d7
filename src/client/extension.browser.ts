import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { CorroborateApi } from './activate';
import { activateWith } from './activate';
import { lendFiles, toBase64 } from './files';

/** Browser hosts: the server is a web worker, and the editor's file system is lent to it. */
export async function activate(context: vscode.ExtensionContext): Promise<CorroborateApi> {
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
  const worker = new Worker(vscode.Uri.joinPath(dist, 'web', 'server.js').toString(true));
  const model = toBase64(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(dist, 'statements.bin')));
  return activateWith(
    context,
    (options) => {
      const client = new LanguageClient('corroborate', 'Corroborate', worker, options);
      context.subscriptions.push(lendFiles(client));
      return client;
    },
    { clientFiles: true, model },
  );
}

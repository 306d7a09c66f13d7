import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { CorroborateApi } from './activate';
import { activateWith } from './activate';

/** Desktop and remote hosts: the server is a Node process of its own. */
export function activate(context: vscode.ExtensionContext): Promise<CorroborateApi> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6017'] } };
  return activateWith(
    context,
    (options) => new LanguageClient('corroborate', 'Corroborate', { run, debug }, options),
    { clientFiles: false, storage: context.globalStorageUri.fsPath },
  );
}

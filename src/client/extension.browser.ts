import * as vscode from 'vscode';
import type { MessageTransports } from 'vscode-languageclient/browser';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import type { CorroborateApi } from './activate';
import { activateWith } from './activate';
import { lendFiles, toBase64 } from './files';

/** Browser hosts: the server is a web worker, and the editor's file system is lent to it. */
export async function activate(context: vscode.ExtensionContext): Promise<CorroborateApi> {
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
  const startServer = workerStarter(vscode.Uri.joinPath(dist, 'web', 'server.js').toString(true));
  const model = await readModel(vscode.Uri.joinPath(dist, 'statements.bin'));
  return activateWith(
    context,
    (options) => {
      const client = new LanguageClient('corroborate', 'Corroborate', startServer, options);
      context.subscriptions.push(lendFiles(client));
      return client;
    },
    { clientFiles: true, ...(model === undefined ? {} : { model }) },
  );
}

/**
 * Starts the server's worker, anew for each start of the client: a worker does not end when its server is told to exit, and a
 * server is to be initialised once. The connection is made here because editors wrap `Worker`, and the client's `instanceof` then fails.
 */
function workerStarter(script: string): () => Promise<MessageTransports> {
  let worker: Worker | undefined;
  return () => {
    worker?.terminate();
    worker = new Worker(script);
    return Promise.resolve({
      reader: new BrowserMessageReader(worker),
      writer: new BrowserMessageWriter(worker),
    });
  };
}

/** The tagger's weights in base64. Without them the server still reads articles, with its rules alone. */
async function readModel(file: vscode.Uri): Promise<string | undefined> {
  try {
    return toBase64(await vscode.workspace.fs.readFile(file));
  } catch (error) {
    console.error(`Corroborate: the statement model cannot be read: ${String(error)}`);
    return undefined;
  }
}

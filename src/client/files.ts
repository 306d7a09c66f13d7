import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FileListParams } from '../protocol';
import { FileRequests } from '../protocol';

/**
 * Lends the editor's file system to a server that has none of its own (a web worker). Only files of open folders are read or
 * written; bytes travel in base64.
 */
export function lendFiles(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(FileRequests.list, async (params: FileListParams) => {
      const folder = inWorkspace(params.folder);
      const include = new vscode.RelativePattern(folder, `{${params.include.join(',')}}`);
      const exclude = params.exclude.length > 0 ? `{${params.exclude.join(',')}}` : null;
      return (await vscode.workspace.findFiles(include, exclude)).map((uri) => uri.toString());
    }),
    client.onRequest(FileRequests.read, async ({ uri }: { uri: string }) => {
      try {
        return toBase64(await vscode.workspace.fs.readFile(inWorkspace(uri)));
      } catch (error) {
        if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
        throw error;
      }
    }),
    client.onRequest(FileRequests.write, async ({ uri, data }: { uri: string; data: string }) => {
      await vscode.workspace.fs.writeFile(inWorkspace(uri), fromBase64(data));
    }),
  );
}

function inWorkspace(address: string): vscode.Uri {
  const uri = vscode.Uri.parse(address, true);
  if (vscode.workspace.getWorkspaceFolder(uri) === undefined)
    throw new Error('That file is outside the open folders.');
  return uri;
}

/** Bytes as base64 text. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
}

function fromBase64(data: string): Uint8Array {
  return Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
}

import picomatch from 'picomatch/posix';
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
      const files = await listFiles(inWorkspace(params.folder), params);
      return files.map((uri) => uri.toString()).sort();
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

/**
 * The files below a folder that match. The folder is walked: `findFiles` asks the search provider of the folder's file system, and
 * where a file system brings none (the API for it is not final) it waits for one without end.
 */
async function listFiles(root: vscode.Uri, params: FileListParams): Promise<vscode.Uri[]> {
  const isIncluded = picomatch([...params.include], { dot: true });
  const isExcluded = picomatch([...params.exclude], { dot: true });
  const files: vscode.Uri[] = [];
  const walk = async (folder: string): Promise<void> => {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(root, folder));
    const inner: string[] = [];
    for (const [name, type] of entries) {
      const path = `${folder}${name}`;
      if (type === vscode.FileType.File && isIncluded(path) && !isExcluded(path))
        files.push(vscode.Uri.joinPath(root, path));
      // A pattern for all that is in a folder matches any name in it. Links are not followed: they may lead round in circles.
      if (type === vscode.FileType.Directory && !isExcluded(`${path}/x`)) inner.push(`${path}/`);
    }
    await Promise.all(inner.map(walk));
  };
  await walk('');
  return files;
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
  const binary = atob(data);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

import * as vscode from 'vscode';

/** Brings the folder that scripts/host/web-workbench.ts serves into the editor, as hosts of virtual workspaces do. */
export function activate(context: vscode.ExtensionContext): void {
  const origin = `http://${context.extensionUri.authority}`;
  const folder = new ServedFolder(`${origin}/folder/`);
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('served', folder));
}

/** A file system over HTTP. Like many of its kind it brings no search. */
class ServedFolder implements vscode.FileSystemProvider {
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;

  constructor(private readonly base: string) {}

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const answer = await this.ask(uri, 'GET');
    const changed = Number(answer.headers.get('X-Changed'));
    const type = answer.headers.get('X-Kind') === 'folder' ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, ctime: changed, mtime: changed, size: (await answer.arrayBuffer()).byteLength };
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const entries = (await (await this.ask(uri, 'GET')).json()) as [string, boolean][];
    return entries.map(([name, isFolder]) => [
      name,
      isFolder ? vscode.FileType.Directory : vscode.FileType.File,
    ]);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return new Uint8Array(await (await this.ask(uri, 'GET')).arrayBuffer());
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    await this.ask(uri, 'PUT', new Uint8Array(content));
    this.changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  async delete(uri: vscode.Uri): Promise<void> {
    await this.ask(uri, 'DELETE');
    this.changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  private async ask(uri: vscode.Uri, method: string, body?: Uint8Array<ArrayBuffer>): Promise<Response> {
    const path = uri.path.split('/').slice(2).map(encodeURIComponent).join('/');
    const answer = await fetch(this.base + path, body === undefined ? { method } : { method, body });
    if (answer.ok) return answer;
    if (answer.status === 404) throw vscode.FileSystemError.FileNotFound(uri);
    throw vscode.FileSystemError.Unavailable(await answer.text());
  }
}

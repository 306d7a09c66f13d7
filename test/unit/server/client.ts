import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { MessageConnection } from 'vscode-languageserver-protocol/node';
import { createMessageConnection } from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import { Notifications } from '../../../src/protocol';
import { nodePlatform } from '../../../src/server/node-platform';
import { startServer } from '../../../src/server/start';

/** An LSP client without an editor, on a server in the same process, over a folder of its own. */
export class TestClient {
  readonly folder: string;
  readonly connection: MessageConnection;
  /** Called for each report of work-done progress. */
  onProgress: (token: number | string, value: unknown) => void = () => undefined;
  private readonly waiting: { method: string; accept: (params: unknown) => boolean; done: () => void }[] = [];

  /** @param folder of another client, to have two on one folder */
  constructor(files: Readonly<Record<string, string | Uint8Array>>, folder?: string) {
    this.folder = folder ?? mkdtempSync(path.join(tmpdir(), 'corroborate-lsp-'));
    for (const [name, content] of Object.entries(files)) this.write(name, content);
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    startServer(createConnection(toServer, toClient), nodePlatform('no-model-in-this-test'));
    this.connection = createMessageConnection(toClient, toServer);
    this.connection.onUnhandledNotification((n) => this.tell(n.method, n.params));
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onUnhandledProgress(({ token, value }) => this.onProgress(token, value));
    this.connection.listen();
  }

  uri(name: string): string {
    return pathToFileURL(path.join(this.folder, name)).toString();
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(path.dirname(path.join(this.folder, name)), { recursive: true });
    writeFileSync(path.join(this.folder, name), content);
  }

  read(name: string): string | null {
    const file = path.join(this.folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  }

  /** Starts as a plain editor does, without any option of ours, and waits until the folder has been read. */
  async start(initializationOptions?: unknown): Promise<unknown> {
    const read = this.next(Notifications.facts);
    const result = await this.connection.sendRequest('initialize', {
      processId: null,
      rootUri: pathToFileURL(this.folder).toString(),
      capabilities: { window: { workDoneProgress: true } },
      initializationOptions,
    });
    await this.connection.sendNotification('initialized', {});
    await read;
    return result;
  }

  async open(name: string): Promise<void> {
    const text = this.read(name) ?? '';
    const document = { uri: this.uri(name), languageId: 'plaintext', version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: document });
  }

  /** The next notification of a kind that `accept` takes. */
  next(method: string, accept: (params: unknown) => boolean = () => true): Promise<void> {
    return new Promise((done) => this.waiting.push({ method, accept, done }));
  }

  ask<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private tell(method: string, params: unknown): void {
    for (const waiter of [...this.waiting]) {
      if (waiter.method !== method || !waiter.accept(params)) continue;
      this.waiting.splice(this.waiting.indexOf(waiter), 1);
      waiter.done();
    }
  }
}

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { MessageConnection } from 'vscode-languageserver-protocol/node';
import { createMessageConnection } from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import { PROGRAMS } from '../scripts/bundles';
import type { Card } from '../src/protocol';
import { Notifications, Requests } from '../src/protocol';
import { nodePlatform } from '../src/server/node-platform';
import { startServer } from '../src/server/start';
import type { SyntheticArticle } from './synthetic-folder';

const root = path.resolve(import.meta.dirname, '..');

/** Writes articles as files. */
export function writeFolder(folder: string, articles: readonly SyntheticArticle[]): void {
  for (const { path: name, source } of articles) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), source);
  }
}

/** Bundles the server, which is also the program of its threads, as the build does. */
export async function bundleServer(outfile: string): Promise<void> {
  const bundle = PROGRAMS.find((program) => program.outfile === 'dist/server.js');
  await build({
    ...bundle?.options,
    absWorkingDir: root,
    entryPoints: [bundle?.entry ?? ''],
    outfile,
    bundle: true,
    logLevel: 'error',
  });
}

/** The language server in this process, with its threads, on a folder; and an editor's side of it. */
export class ServedFolder {
  readonly connection: MessageConnection;
  private version = 1;
  private facts: (() => void)[] = [];
  private ends: { title: string; done: () => void }[] = [];
  private readonly titles = new Map<number | string, string>();

  constructor(
    private readonly folder: string,
    private readonly storage: string,
    script: string,
  ) {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const platform = nodePlatform(path.join(root, 'models/statements.bin'), script);
    startServer(createConnection(toServer, toClient), platform);
    this.connection = createMessageConnection(toClient, toServer);
    this.connection.onNotification(Notifications.facts, () => this.facts.splice(0).forEach((done) => done()));
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onUnhandledProgress(({ token, value }) => this.progress(token, value));
    this.connection.listen();
  }

  async start(): Promise<void> {
    await this.connection.sendRequest('initialize', {
      processId: null,
      rootUri: pathToFileURL(this.folder).toString(),
      capabilities: { window: { workDoneProgress: true } },
      initializationOptions: { storage: this.storage },
    });
    await this.connection.sendNotification('initialized', {});
  }

  /** Resolves when the facts are told next. */
  nextFacts(): Promise<void> {
    return new Promise((done) => this.facts.push(done));
  }

  /** Resolves when the progress with a title has ended. */
  ended(title: string): Promise<void> {
    return new Promise((done) => this.ends.push({ title, done }));
  }

  async open({ path: name, source }: SyntheticArticle): Promise<void> {
    const document = { uri: this.uri(name), languageId: 'plaintext', version: this.version++, text: source };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: document });
  }

  async close({ path: name }: SyntheticArticle): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: this.uri(name) },
    });
  }

  async edit({ path: name }: SyntheticArticle, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(name), version: this.version++ },
      contentChanges: [{ text }],
    });
  }

  /** Asks for the card at a place; gives the milliseconds until the answer. */
  async hover({ path: name, source }: SyntheticArticle, offset: number): Promise<number> {
    const before = source.slice(0, offset).split('\n');
    const position = { line: before.length - 1, character: before[before.length - 1]?.length ?? 0 };
    const start = performance.now();
    await this.connection.sendRequest<Card | null>(Requests.card, { uri: this.uri(name), position });
    return performance.now() - start;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }

  private uri(name: string): string {
    return pathToFileURL(path.join(this.folder, name)).toString();
  }

  private progress(token: number | string, value: unknown): void {
    const kind: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'kind') : null;
    const title: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'title') : null;
    if (kind === 'begin' && typeof title === 'string') this.titles.set(token, title);
    if (kind !== 'end') return;
    const ended = this.titles.get(token);
    for (const waiter of this.ends.filter((w) => w.title === ended)) waiter.done();
    this.ends = this.ends.filter((w) => w.title !== ended);
  }
}

import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Hover, Location, MarkupContent, Position } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node';

const ROOT = path.resolve(__dirname, '..', '..');
const FIXTURES = path.join(ROOT, 'test', 'extension', 'fixtures');
const ARTICLE = 'brenwick-post.txt';

/** The built language server, spoken to as any editor's LSP client would: standard requests alone, no options of our own. */
describe('the language server without VS Code', () => {
  const text = fs.readFileSync(path.join(FIXTURES, ARTICLE), 'utf8');
  const uri = pathToFileURL(path.join(FIXTURES, ARTICLE)).href;
  let server: ChildProcess;
  let client: ProtocolConnection;

  before(async () => {
    server = spawn(process.execPath, [path.join(ROOT, 'dist', 'server.js'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    assert.ok(server.stdout !== null && server.stdin !== null);
    client = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const read = new Promise<void>((resolve) => client.onNotification('corroborate/didChangeFacts', resolve));
    client.listen();
    const folder = { uri: pathToFileURL(FIXTURES).href, name: 'articles' };
    await client.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folder.uri,
      workspaceFolders: [folder],
      capabilities: { textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] } } },
    });
    await client.sendNotification('initialized', {});
    await read;
    const textDocument = { uri, languageId: 'plaintext', version: 1, text };
    await client.sendNotification('textDocument/didOpen', { textDocument });
  });

  after(async () => {
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    client.dispose();
    server.kill();
  });

  it('answers hover with the same fact elsewhere', async () => {
    const hover = await client.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: position('17 were injured'),
    });
    const { value } = hover?.contents as MarkupContent;
    assert.match(value, /harrow-courier/);
  });

  it('answers references with places in other articles', async () => {
    const places = await client.sendRequest<Location[] | null>('textDocument/references', {
      textDocument: { uri },
      position: position('17 were injured'),
      context: { includeDeclaration: true },
    });
    const files = (places ?? []).map((place) => path.posix.basename(place.uri));
    assert.ok(files.includes(ARTICLE) && files.includes('harrow-courier.txt'), JSON.stringify(files));
  });

  it('follows incremental edits', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range, text: '\n\n' }],
    });
    const at = position('17 were injured');
    const hover = await client.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: { ...at, line: at.line + 2 },
    });
    assert.equal(hover?.range?.start.line, at.line + 2);
  });

  it('has nothing to say where nothing is mentioned, and about files it does not know', async () => {
    for (const unknown of [uri, `${uri}.missing`]) {
      const hover = await client.sendRequest<Hover | null>('textDocument/hover', {
        textDocument: { uri: unknown },
        position: { line: 0, character: 0 },
      });
      assert.equal(hover, null);
    }
  });

  function position(words: string): Position {
    const lines = text.slice(0, text.indexOf(words)).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  }
});

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { AnnotationList, Card, Highlights, Overview } from '../../../src/protocol';
import { Requests } from '../../../src/protocol';
import { TestClient } from './client';

const FIRST =
  'Nine miners were killed when a shaft collapsed at the Torrevale colliery on Monday, the Mines Inspectorate said.\n';
const SECOND =
  'Seven miners were killed when a shaft collapsed at the Torrevale colliery on Monday, the inspectorate said. Two dogs died.\n';

describe('overview', () => {
  let client: TestClient;

  async function check(files: Readonly<Record<string, string>>): Promise<Overview> {
    client = new TestClient(files);
    await client.start({ clientCommands: true });
    return client.ask<Overview>(Requests.overview, {});
  }

  afterEach(() => client.stop());

  it('lists as told by one article only what was compared', async () => {
    const bells = Array.from({ length: 620 }, (_, i) => `Bell ${i + 100} of Torrevale rang.`).join(' ');
    const ignore = 'version: 1\nignore:\n  dogs: {article: "second.txt", quote: "Two"}\n';
    const files = { 'first.txt': FIRST + bells, 'second.txt': SECOND };
    const only = ({ onlyHere }: Overview, path: string): string[] =>
      onlyHere.filter((place) => place.path === path).map(({ words }) => words);
    const before = await check(files);
    assert.ok(only(before, 'second.txt').includes('Two dogs'));
    const numbers = only(before, 'first.txt').map((words) => parseInt(words, 10));
    assert.ok(numbers.includes(150));
    assert.ok(!numbers.includes(715));
    await client.stop();
    const after = await check({ ...files, 'corroborate.yaml': ignore });
    assert.deepEqual(only(after, 'second.txt'), []);
  });

  it('leaves out an article that is deleted while it is open, until it is there again', async () => {
    await check({ 'first.txt': FIRST, 'second.txt': SECOND });
    await client.open('first.txt');
    const uri = client.uri('first.txt');
    const told = async (type: number, count: number): Promise<unknown[]> => {
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri, type }],
      });
      let overview = await client.ask<Overview>(Requests.overview, {});
      while (overview.articles.length !== count) overview = await client.ask<Overview>(Requests.overview, {});
      const card = (name: string): Promise<Card> =>
        client.ask<Card>(Requests.card, { uri: client.uri(name), position: { line: 0, character: 0 } });
      return [
        overview.facts.length > 0,
        (await card('first.txt')).summary,
        (await card('second.txt')).summary,
      ];
    };
    const together = [true, 'Differs in 1 other article.', 'Differs in 1 other article.'];
    assert.deepEqual(await told(3, 2), together, 'the file is there: something only wrote it anew');
    rmSync(path.join(client.folder, 'first.txt'));
    const alone = [false, 'Not compared: this file has been deleted.', 'No other article in this folder.'];
    assert.deepEqual(await told(3, 1), alone);
    client.write('first.txt', FIRST);
    assert.deepEqual(await told(1, 2), together);
  });

  it('leaves out the open articles of a folder that is deleted', async () => {
    await check({ 'desk/first.txt': FIRST, 'second.txt': SECOND });
    await client.open('desk/first.txt');
    rmSync(path.join(client.folder, 'desk'), { recursive: true });
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('desk'), type: 3 }],
    });
    const { articles } = await client.ask<Overview>(Requests.overview, {});
    assert.deepEqual(
      articles.map((article) => article.path),
      ['second.txt'],
    );
  });

  it('has nothing of texts that are not saved, which are read for themselves', async () => {
    await check({ 'first.txt': FIRST });
    const pasted = async (name: string, text: string): Promise<string> => {
      const uri = `untitled:${name}`;
      const textDocument = { uri, languageId: 'plaintext', version: 1, text };
      await client.connection.sendNotification('textDocument/didOpen', { textDocument });
      return uri;
    };
    const position = { line: 0, character: 0 };
    const uri = await pasted('Untitled-1', SECOND);
    const { ranges } = await client.ask<Highlights>(Requests.highlights, { uri });
    assert.ok(ranges.some(({ kind }) => kind === 'quantity'));
    const alone = await client.ask<Card>(Requests.card, { uri, position });
    assert.match(alone.summary, /^Not compared: save this text/);
    assert.deepEqual((await client.ask<AnnotationList>(Requests.annotations, { uri })).items, []);
    await pasted('Untitled-2', FIRST);
    const beside = await client.ask<Card>(Requests.card, { uri, position });
    assert.deepEqual(
      beside.rows.map((row) => row.path),
      ['Untitled-2'],
    );
    const { articles } = await client.ask<Overview>(Requests.overview, {});
    assert.deepEqual(
      articles.map((article) => article.path),
      ['first.txt'],
    );
    const params = { textDocument: { uri }, range: { start: position, end: position } };
    const asked = { diagnostics: [], triggerKind: 1 };
    const actions = await client.ask<{ title: string }[]>('textDocument/codeAction', {
      ...params,
      context: asked,
    });
    assert.deepEqual(
      actions.map((action) => action.title),
      ['Open “Nine” in Untitled-2 beside'],
    );
  });
});

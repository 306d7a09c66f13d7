import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type {
  AnnotatedArticle,
  AnnotationEdit,
  AnnotationList,
  AnnotationOutcome,
  ExportOutcome,
  FactNote,
  HomeItem,
  ImportOutcome,
  KeptChange,
} from '../../../src/protocol';
import { Notifications, Requests } from '../../../src/protocol';
import { parseSidecar } from '../../../src/sidecar';
import { TestClient } from './client';
import { FIRST, rangeOf } from './mine';

const SECOND = FIRST.replace('Nine', 'Seven').replace('at 11:15 a.m. local time', 'shortly before noon');
const SUFFIX = '.annotations.yaml';

const noteOn = (words: string, note: string, text = FIRST): AnnotationEdit => {
  return { kind: 'add', range: rangeOf(text, words), note, status: 'unchecked', tags: [] };
};

describe('annotations on the server', () => {
  const clients: TestClient[] = [];
  let client: TestClient;

  async function start(files: Record<string, string>, folder?: string): Promise<TestClient> {
    const started = new TestClient(files, folder);
    clients.push(started);
    await started.start({ settings: { author: 'dana' } });
    return started;
  }
  const edit = (name: string, change: AnnotationEdit, by = client): Promise<AnnotationOutcome> =>
    by.ask(Requests.editAnnotation, { uri: by.uri(name), edit: change });
  const list = (name: string, by = client): Promise<AnnotationList> =>
    by.ask(Requests.annotations, { uri: by.uri(name) });
  const all = (): Promise<AnnotatedArticle[]> => client.ask(Requests.allAnnotations, null);
  const set = (name: string) => parseSidecar(client.read(name + SUFFIX) ?? '').set;

  /** Tells the server what happened on disk, as an editor's watcher does; resolves when it has taken it in. */
  async function watched(changes: Record<string, 1 | 2 | 3>): Promise<void> {
    const told = client.next(Notifications.facts);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: Object.entries(changes).map(([name, type]) => ({ uri: client.uri(name), type })),
    });
    await told;
  }
  async function made(name: string, change: AnnotationEdit): Promise<string> {
    const outcome = await edit(name, change);
    assert.ok(outcome.ok, JSON.stringify(outcome));
    return outcome.id;
  }

  afterEach(async () => {
    for (const each of clients.splice(0)) await each.stop();
  });

  it('that lost their article find it under its new name, and go there on request', async () => {
    client = await start({ 'first.txt': FIRST, 'second.txt': SECOND });
    await made('first.txt', noteOn('Nine miners', 'Count again.'));
    renameSync(path.join(client.folder, 'first.txt'), path.join(client.folder, 'late.txt'));
    await watched({ 'first.txt': 3, 'late.txt': 1 });
    const [orphan] = await all();
    assert.equal(orphan?.orphaned, true);
    assert.deepEqual(orphan.homes, [
      { uri: client.uri('late.txt'), path: 'late.txt', sameText: true, found: 1 },
    ]);
    await made('late.txt', noteOn('noon', 'Which zone?'));
    const params = { from: client.uri('first.txt'), to: client.uri('late.txt') };
    assert.ok((await client.ask<AnnotationOutcome>(Requests.adoptAnnotations, params)).ok);
    const { article, annotations } = set('late.txt');
    assert.equal(article, 'late.txt');
    assert.deepEqual(annotations.map(({ note }) => note).sort(), ['Count again.', 'Which zone?']);
    assert.equal((await list('late.txt')).items.length, 2);
  });

  it('of an article that was copied are known by its text', async () => {
    client = await start({ 'first.txt': FIRST, 'second.txt': SECOND });
    await made('first.txt', noteOn('Nine miners', 'Count again.'));
    client.write('copy.txt', FIRST);
    await watched({ 'copy.txt': 1 });
    const original = (name: string): Promise<HomeItem | null> =>
      client.ask(Requests.copyOf, { uri: client.uri(name) });
    assert.equal((await original('copy.txt'))?.path, 'first.txt');
    assert.equal(await original('second.txt'), null);
  });

  it('are forgotten with a folder of which only its own end is told', async () => {
    client = await start({ 'desk/first.txt': FIRST, 'second.txt': SECOND });
    await made('desk/first.txt', noteOn('Nine miners', 'Count again.'));
    rmSync(path.join(client.folder, 'desk'), { recursive: true });
    await watched({ desk: 3 });
    assert.deepEqual(await all(), []);
    assert.deepEqual((await list('desk/first.txt')).items, []);
  });

  it('are shown as they last were while their file cannot be read', async () => {
    client = await start({ 'first.txt': FIRST });
    await made('first.txt', noteOn('Nine miners', 'Count again.'));
    const whole = client.read(`first.txt${SUFFIX}`) ?? '';
    const written = async (text: string): Promise<AnnotationList> => {
      client.write(`first.txt${SUFFIX}`, text);
      await watched({ [`first.txt${SUFFIX}`]: 2 });
      return list('first.txt');
    };
    const broken = await written(whole.replace('annotations:', 'annotations: {'));
    assert.deepEqual([broken.items[0]?.note, broken.readOnly === null], ['Count again.', false]);
    assert.deepEqual((await written('version: 1\narticle: "first.txt"\nannotations: {}\n...\n')).items, []);
  });

  it('come back whole when they could not be written, and are written once', async () => {
    const broken = 'version: 1\n<<<<<<< ours\narticle: "first.txt"\n';
    client = await start({ 'first.txt': FIRST, [`first.txt${SUFFIX}`]: broken });
    const outcome = await edit('first.txt', noteOn('Nine miners', 'Not to be lost.'));
    assert.ok(!outcome.ok && outcome.kept?.kind === 'annotation');
    rmSync(path.join(client.folder, `first.txt${SUFFIX}`));
    await watched({ [`first.txt${SUFFIX}`]: 3 });
    for (let attempt = 0; attempt < 2; attempt++)
      await made('first.txt', { kind: 'again', change: outcome.kept });
    const [annotation, second] = set('first.txt').annotations;
    assert.deepEqual([annotation?.note, annotation?.by, second], ['Not to be lost.', 'dana', undefined]);
    assert.equal(annotation?.selector?.quote, 'Nine miners');
  });

  describe('of which a change could not be written', () => {
    const sidecar = `first.txt${SUFFIX}`;
    let id: string;
    let whole: string;

    /** Makes a change when the file has just become one that is not written over; then it is whole again. */
    async function kept(change: AnnotationEdit): Promise<KeptChange> {
      client.write(sidecar, `${whole}<<<<<<< ours\n`);
      const outcome = await edit('first.txt', change);
      assert.ok(!outcome.ok && outcome.kept !== null, JSON.stringify(outcome));
      client.write(sidecar, whole);
      return outcome.kept;
    }
    const again = (change: KeptChange) => made('first.txt', { kind: 'again', change });
    const first = () => set('first.txt').annotations[0];

    beforeEach(async () => {
      client = await start({ 'first.txt': FIRST });
      id = await made('first.txt', noteOn('Nine miners', 'Count again.'));
      whole = client.read(sidecar) ?? '';
    });

    it('get it later: a status, tags, a place, another note, the end', async () => {
      const range = rangeOf(FIRST, 'noon');
      const changes: AnnotationEdit[] = [
        { kind: 'status', id, status: 'disputed' },
        { kind: 'tags', id, tags: ['toll'] },
        { kind: 'attach', id, range },
        { kind: 'note', id, note: 'Nine, they say.' },
      ];
      const waiting = [];
      for (const change of changes) waiting.push(await kept(change));
      const end = await kept({ kind: 'delete', id });
      for (const change of waiting) await again(change);
      const { status, tags, selector, note, conflicts } = first() ?? {};
      assert.deepEqual(
        [status, tags, selector?.quote, note, conflicts],
        ['disputed', ['toll'], 'noon', 'Nine, they say.', undefined],
      );
      client.write(sidecar, whole);
      await watched({ [sidecar]: 2 });
      await again(end);
      assert.equal(first(), undefined);
    });

    it('get it once', async () => {
      const status = await kept({ kind: 'status', id, status: 'disputed' });
      await again(status);
      const text = client.read(sidecar);
      await again(status);
      assert.equal(client.read(sidecar), text);
    });

    it('keep what others made of them meanwhile, and both values of what both changed', async () => {
      const status = await kept({ kind: 'status', id, status: 'disputed' });
      await made('first.txt', { kind: 'tags', id, tags: ['toll'] });
      await made('first.txt', { kind: 'status', id, status: 'verified' });
      await again(status);
      assert.deepEqual(first()?.tags, ['toll']);
      assert.deepEqual(first()?.conflicts, [{ field: 'status', values: ['disputed', 'verified'] }]);
    });

    it('are not deleted together with what others wrote meanwhile', async () => {
      const end = await kept({ kind: 'delete', id });
      await made('first.txt', { kind: 'reply', id, text: 'Ten now.' });
      await again(end);
      assert.deepEqual(first()?.conflicts, [{ field: 'removed', values: ['changed', 'removed'] }]);
      assert.equal(first()?.replies[0]?.text, 'Ten now.');
    });
  });

  it('of two windows on one folder all stay, also where both change the same note', async () => {
    client = await start({ 'first.txt': FIRST });
    const id = await made('first.txt', noteOn('Nine miners', 'Count again.'));
    const other = await start({}, client.folder);
    await list('first.txt', other);
    const both = [client, other].flatMap((by, i) =>
      ['noon', 'Monday', 'Torrevale'].map((words) => edit('first.txt', noteOn(words, `Window ${i}`), by)),
    );
    assert.ok((await Promise.all(both)).every((outcome) => outcome.ok));
    assert.equal(set('first.txt').annotations.length, 7);
    assert.ok((await edit('first.txt', { kind: 'note', id, note: 'Nine, they say.' })).ok);
    // The other window has not heard of it yet.
    assert.ok((await edit('first.txt', { kind: 'note', id, note: 'Eight, I hear.' }, other)).ok);
    const open = (await list('first.txt', other)).items.find((item) => item.id === id)?.conflicts;
    assert.deepEqual(open, [{ reply: null, field: 'note', values: ['Eight, I hear.', 'Nine, they say.'] }]);
    const decided = { kind: 'decide', id, reply: null, field: 'note', value: 'Eight, I hear.' } as const;
    assert.ok((await edit('first.txt', decided, other)).ok);
    const settled = set('first.txt').annotations.find((annotation) => annotation.id === id);
    assert.deepEqual([settled?.note, settled?.conflicts], ['Eight, I hear.', undefined]);
  });

  it('of a fact keep what the other articles say, and know where', async () => {
    client = await start({ 'first.txt': FIRST, 'desk/second.txt': SECOND });
    await client.open('first.txt');
    const params = { uri: client.uri('first.txt'), position: rangeOf(FIRST, '1,500').start };
    const found = await client.ask<FactNote | null>(Requests.factNote, params);
    assert.deepEqual(found?.sees, [{ article: 'desk/second.txt', quote: '1,500 metres' }]);
    await made('first.txt', { kind: 'add', ...found, note: 'Same depth.' });
    const [item] = (await list('first.txt')).items;
    assert.equal(item?.quote, '1,500 metres');
    assert.deepEqual(item.sees[0]?.place?.range, rangeOf(SECOND, '1,500 metres'));
    const differ = { ...params, position: rangeOf(FIRST, 'Nine').start };
    const conflict = await client.ask<FactNote | null>(Requests.factNote, differ);
    assert.deepEqual([conflict?.status, conflict?.tags], ['disputed', ['conflict']]);
    assert.match(conflict?.note ?? '', /Seven ≠ Nine|Nine ≠ Seven/);
  });

  it('are attached elsewhere, and back again', async () => {
    client = await start({ 'first.txt': FIRST });
    const id = await made('first.txt', noteOn('Nine miners', 'Count again.'));
    const moved = await edit('first.txt', { kind: 'attach', id, range: rangeOf(FIRST, 'Rescue teams') });
    assert.ok(moved.ok && moved.undo !== null);
    assert.equal((await list('first.txt')).items[0]?.quote, 'Rescue teams');
    await made('first.txt', { kind: 'restore', token: moved.undo });
    const [item] = (await list('first.txt')).items;
    assert.deepEqual([item?.quote, item?.range], ['Nine miners', rangeOf(FIRST, 'Nine miners')]);
  });

  it('go out to other programs and come in again, once', async () => {
    client = await start({ 'first.txt': FIRST, 'copy.txt': FIRST });
    await made('first.txt', noteOn('Nine miners', 'Count again.'));
    const out = (name: string, format: string): Promise<ExportOutcome> =>
      client.ask(Requests.exportAnnotations, { uri: client.uri(name), format });
    const put = (json: string): Promise<ImportOutcome> =>
      client.ask(Requests.importAnnotations, { uri: client.uri('copy.txt'), json });
    const jsonld = await out('first.txt', 'jsonld');
    assert.ok(jsonld.ok);
    assert.deepEqual(await put(jsonld.text), { ok: true, imported: 1, skipped: 0 });
    assert.deepEqual(await put(jsonld.text), { ok: true, imported: 0, skipped: 0 });
    const csv = await out('copy.txt', 'csv');
    assert.match(csv.ok ? csv.text : '', /Nine miners,exact,0,11/);
    assert.ok(!(await put('not json')).ok && !(await put('{"rows": []}')).ok);
    client.write('none.txt', FIRST);
    assert.ok(!(await out('none.txt', 'csv')).ok);
  });

  it('begin with a folder from which what killed writers left is gone', async () => {
    const stray = `.first.txt${SUFFIX}.0f0e0d0c-1111-4222-8333-444455556666.tmp`;
    const old = new TestClient({ 'first.txt': FIRST });
    clients.push(old);
    client = old;
    mkdirSync(path.join(old.folder, 'desk'));
    for (const name of [stray, `desk/${stray}`]) {
      writeFileSync(path.join(old.folder, name), 'version: 1');
      utimesSync(path.join(old.folder, name), new Date(0), new Date(0));
    }
    await old.start();
    assert.deepEqual(readdirSync(old.folder).sort(), ['desk', 'first.txt']);
    assert.deepEqual(readdirSync(path.join(old.folder, 'desk')), []);
  });
});

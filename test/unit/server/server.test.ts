import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gitBlobId } from '../../../src/annotation';
import type {
  AnnotationList,
  AnnotationOutcome,
  Candidate,
  Card,
  CorrectionItem,
  CorrectionOutcome,
  Highlights,
  Overview,
  Range,
} from '../../../src/protocol';
import { Notifications, Requests } from '../../../src/protocol';
import { TestClient } from './client';
import { at, FIRST, rangeOf } from './mine';

const SECOND = `Seven miners were killed when a shaft collapsed at the Torrevale colliery on Monday, the Mines Inspectorate said.

The collapse happened at around 11 a.m. Rescue teams reached the gallery at noon, 1,500 metres below ground.
`;

interface Published {
  uri: string;
  diagnostics: {
    code: string;
    message: string;
    range: { start: { line: number } };
    relatedInformation: { location: { uri: string } }[];
  }[];
}

describe('language server', () => {
  let client: TestClient;

  async function check(files: Record<string, string | Uint8Array>, options?: unknown): Promise<void> {
    client = new TestClient(files);
    await client.start(options);
  }

  afterEach(() => client.stop());

  it('tells any LSP client what another article says differently', async () => {
    await check({ 'first.txt': FIRST, 'second.txt': SECOND });
    await client.open('first.txt');
    const hover = await client.ask<{ contents: { value: string }; range: unknown }>('textDocument/hover', {
      textDocument: { uri: client.uri('first.txt') },
      position: at(FIRST, 'Nine'),
    });
    assert.match(hover.contents.value, /Count · 9/);
    assert.match(hover.contents.value, /second\\\.txt:1/);
    assert.match(hover.contents.value, /“Seven miners”/);
    assert.deepEqual(hover.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } });
  });

  it('finds the same fact everywhere as references', async () => {
    await check({ 'first.txt': FIRST, 'second.txt': SECOND });
    await client.open('first.txt');
    const places = await client.ask<{ uri: string; range: { start: unknown } }[]>('textDocument/references', {
      textDocument: { uri: client.uri('first.txt') },
      position: at(FIRST, '1,500'),
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      places.map((p) => ({ uri: p.uri, start: p.range.start })),
      [{ uri: client.uri('second.txt'), start: at(SECOND, '1,500') }],
    );
  });

  it('gives the articles that differ first on a long card, and tells how many are left', async () => {
    const told = (i: number): string =>
      `${i === 21 ? 'Seven' : 'Nine'} miners were killed in the Ostrella pit in Kessel, the company said in note ${i}.\n`;
    const names = Array.from({ length: 24 }, (_, i) => `${String.fromCharCode(97 + i)}.txt`);
    await check(Object.fromEntries(names.map((name, i) => [name, told(i)])));
    await client.open('a.txt');
    const params = { uri: client.uri('a.txt'), position: at(told(0), 'Nine') };
    const card = await client.ask<Card>(Requests.card, params);
    assert.deepEqual(
      card.rows.slice(0, 2).map((row) => [row.path, row.relation]),
      [
        ['v.txt', 'differ'],
        ['b.txt', 'agree'],
      ],
    );
    assert.equal(card.rows.length, 20);
    assert.equal(card.more, 'And 3 more articles: Find All References lists them.');
    const hover = await client.ask<{ contents: { value: string } }>('textDocument/hover', {
      textDocument: { uri: params.uri },
      position: params.position,
    });
    assert.match(hover.contents.value, /And 3 more articles\b.*$/);
    const whole = await client.ask<Card>(Requests.card, { ...params, whole: true });
    assert.deepEqual([whole.rows.length, whole.more], [23, null]);
  });

  it('follows edits that are not saved', async () => {
    await check({ 'first.txt': FIRST, 'second.txt': SECOND });
    await client.open('second.txt');
    const start = at(SECOND, 'Seven');
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: client.uri('second.txt'), version: 2 },
      contentChanges: [{ range: { start, end: { line: 0, character: 5 } }, text: 'Twelve' }],
    });
    const card = await client.ask<Card>(Requests.card, { uri: client.uri('second.txt'), position: start });
    assert.match(card.title, /12/);
    assert.equal(card.relation, 'differ');
    assert.deepEqual(
      card.rows.map((row) => [row.path, row.words]),
      [['first.txt', 'Nine miners']],
    );
  });

  it('follows articles that change on disk', async () => {
    await check({ 'first.txt': FIRST });
    client.write('second.txt', SECOND);
    const facts = client.next(Notifications.facts);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('second.txt'), type: 1 }],
    });
    await facts;
    const { articles, facts: found } = await client.ask<Overview>(Requests.overview, null);
    assert.deepEqual(articles.map((a) => a.path).sort(), ['first.txt', 'second.txt']);
    assert.ok(found.some((fact) => fact.relation === 'differ'));
  });

  it('raises a diagnostic for what differs, with the other place, and none when switched off', async () => {
    await check({ 'first.txt': FIRST, 'second.txt': SECOND });
    const found = new Promise<Published['diagnostics']>((resolve) =>
      client.connection.onNotification('textDocument/publishDiagnostics', (p: Published) => {
        if (p.uri === client.uri('first.txt')) resolve(p.diagnostics);
      }),
    );
    await client.open('first.txt');
    const diagnostics = await found;
    assert.ok(diagnostics.length > 0);
    for (const diagnostic of diagnostics) {
      assert.equal(diagnostic.code, 'differs');
      assert.equal(diagnostic.relatedInformation[0]?.location.uri, client.uri('second.txt'));
    }
    assert.ok(diagnostics.some(({ message }) => message.includes(': Nine ≠ Seven')));
  });

  it('offers what can be done with a mention, when a person asks', async () => {
    await check({ 'first.txt': FIRST, 'second.txt': SECOND }, { clientCommands: true });
    await client.open('first.txt');
    const titles = async (words: string, triggerKind: number): Promise<string[]> => {
      const actions = await client.ask<{ title: string }[]>('textDocument/codeAction', {
        textDocument: { uri: client.uri('first.txt') },
        range: rangeOf(FIRST, words),
        context: { diagnostics: [], triggerKind },
      });
      return actions.map((action) => action.title);
    };
    const [invoked, automatic] = [1, 2];
    assert.deepEqual(await titles('1,500', automatic), []);
    assert.deepEqual(await titles('1,500', invoked), [
      'Annotate this fact',
      'The same fact as…',
      'Not the same fact…',
      'Ignore this mention',
    ]);
    assert.deepEqual(await titles('Mines Inspectorate', invoked), [
      'Annotate this mention',
      'Same name as…',
      'Not the same person or body…',
    ]);
  });

  it('offers what may be the same fact, the likeliest first, and nothing that is known to be', async () => {
    const bells = 'Torrevale colliery has 40 bells.\n';
    const more =
      'Forty lamps were lit, 12 tents put up. A colliery of Torrevale once had forty bells. It was noon.\n';
    await check({ 'first.txt': FIRST + bells, 'second.txt': SECOND + more });
    const words = async (at: Range['start']): Promise<string[]> =>
      (
        await client.ask<Candidate[]>(Requests.candidates, { uri: client.uri('first.txt'), position: at })
      ).map((candidate) => candidate.words);
    const offered = await words(at(FIRST + bells, '40 bells'));
    assert.deepEqual(offered.slice(0, 3), ['Forty lamps', 'Seven miners', '12 tents']);
    const others = await words(at(FIRST, 'Nine'));
    assert.ok(others.includes('12 tents') && !others.includes('Seven miners'), others.join(', '));
  });

  it('sends highlights for the version it analysed', async () => {
    await check({ 'first.txt': FIRST });
    await client.open('first.txt');
    const found = await client.ask<Highlights>(Requests.highlights, { uri: client.uri('first.txt') });
    assert.equal(found.version, 1);
    const kinds = new Set(found.ranges.map((r) => r.kind));
    assert.ok(kinds.has('quantity') && kinds.has('statement.cue') && kinds.has('statement.source'));
  });

  it('refuses what is not an article and says why', async () => {
    await check({
      'binary.txt': Uint8Array.of(0, 1, 2, 0, 255),
      'latin1.txt': Uint8Array.of(0x63, 0x61, 0x66, 0xe9),
      'empty.txt': '',
      'bom.txt': Uint8Array.from([0xef, 0xbb, 0xbf, ...Buffer.from(FIRST)]),
      'crlf.txt': FIRST.replace(/\n/g, '\r\n'),
    });
    const { articles } = await client.ask<Overview>(Requests.overview, null);
    assert.deepEqual(articles.map((a) => a.path).sort(), ['bom.txt', 'crlf.txt', 'empty.txt']);
  });

  it('leaves a file alone that is no article, also when it is open', async () => {
    await check({ 'first.txt': FIRST, 'README.md': SECOND, 'binary.txt': `${SECOND}\0` });
    for (const name of ['README.md', 'binary.txt']) {
      await client.open(name);
      const found = await client.ask<Highlights>(Requests.highlights, { uri: client.uri(name) });
      assert.deepEqual(found.ranges, [], name);
    }
  });

  it('reads its folder again when other files are articles', async () => {
    await check({ 'first.txt': FIRST, 'desk/second.txt': SECOND, 'README.md': SECOND });
    const paths = async (exclude: string[]): Promise<string[]> => {
      const read = client.next(Notifications.facts);
      const settings = { include: ['**/*.txt', '**/*.md'], exclude };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
      await read;
      const { articles } = await client.ask<Overview>(Requests.overview, null);
      return articles.map((a) => a.path).sort();
    };
    assert.deepEqual(await paths(['desk/**']), ['README.md', 'first.txt']);
    assert.deepEqual(await paths([]), ['README.md', 'desk/second.txt', 'first.txt']);
  });

  it('tells articles and stories of several folders apart', async () => {
    await check({ 'mine/a.txt': FIRST, 'mine/b.txt': SECOND });
    const other = new TestClient({ 'mine/a.txt': FIRST, 'mine/b.txt': SECOND });
    const name = path.basename(other.folder);
    const read = client.next(Notifications.facts);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: pathToFileURL(other.folder).toString(), name }], removed: [] },
    });
    await read;
    const { articles, facts } = await client.ask<Overview>(Requests.overview, null);
    const own = path.basename(client.folder);
    const both = [own, name].sort();
    assert.deepEqual(
      articles.map((a) => a.path).sort(),
      both.flatMap((folder) => [`${folder}/mine/a.txt`, `${folder}/mine/b.txt`]),
    );
    const stories = [...new Set(facts.map((fact) => fact.story))].sort();
    assert.deepEqual(
      stories,
      both.map((folder) => `${folder}/mine`),
    );
    rmSync(other.folder, { recursive: true });
  });

  it('tells folders of one name apart, and takes a correction back in the one that has it', async () => {
    const ignore = 'version: 1\nignore:\n  nine: {article: "a.txt", quote: "Nine"}\n';
    await check({ 'desk/news/a.txt': FIRST, 'old/news/a.txt': FIRST, 'old/news/corroborate.yaml': ignore });
    const folder = (name: string): object => ({ uri: client.uri(name), name: 'news' });
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [folder('desk/news'), folder('old/news')], removed: [{ uri: client.uri('') }] },
    });
    const asked = (): Promise<Overview> => client.ask<Overview>(Requests.overview, null);
    let { reading, articles } = await asked();
    while (reading || articles.length === 0) ({ reading, articles } = await asked());
    assert.deepEqual(articles.map((article) => article.path).sort(), ['desk/news/a.txt', 'old/news/a.txt']);
    const [item] = await client.ask<CorrectionItem[]>(Requests.corrections, null);
    assert.equal(item?.file, 'old/news/corroborate.yaml');
    const { section, key } = item;
    const correction = { kind: 'remove', folder: item.folder, section, key };
    assert.ok((await client.ask<CorrectionOutcome>(Requests.correct, correction)).ok);
    assert.deepEqual(await client.ask(Requests.corrections, null), []);
  });

  it('does not analyse a 20 MB line and stays answering', async () => {
    await check({ 'first.txt': FIRST, 'huge.txt': 'a b 7 '.repeat(3_500_000) });
    const { articles } = await client.ask<Overview>(Requests.overview, null);
    assert.deepEqual(
      articles.map((a) => a.path),
      ['first.txt'],
    );
  });

  describe('annotations', () => {
    const edit = (name: string, change: object): Promise<AnnotationOutcome> =>
      client.ask(Requests.editAnnotation, { uri: client.uri(name), edit: change });
    const list = (name: string): Promise<AnnotationList> =>
      client.ask(Requests.annotations, { uri: client.uri(name) });
    const nine = { start: { line: 0, character: 0 }, end: { line: 0, character: 11 } };
    const add = {
      kind: 'add',
      range: nine,
      note: 'Ask the *inspectorate*.',
      status: 'disputed',
      tags: ['toll'],
    };

    it('writes, answers, sets a status, deletes and takes back', async () => {
      await check({ 'first.txt': FIRST }, { settings: { author: 'dana@desk.example' } });
      const made = await edit('first.txt', add);
      assert.ok(made.ok);
      await edit('first.txt', { kind: 'reply', id: made.id, text: 'Done.' });
      await edit('first.txt', { kind: 'status', id: made.id, status: 'verified' });
      const [item] = (await list('first.txt')).items;
      assert.equal(item?.quote, 'Nine miners');
      assert.equal(item.status, 'verified');
      assert.equal(item.by, 'dana@desk.example');
      assert.deepEqual(item.range, nine);
      assert.deepEqual(
        item.replies.map((r) => r.text),
        ['Done.'],
      );
      const before = client.read('first.txt.annotations.yaml');
      const gone = await edit('first.txt', { kind: 'delete', id: made.id });
      assert.deepEqual((await list('first.txt')).items, []);
      assert.ok(gone.ok && gone.undo !== null);
      assert.ok((await edit('first.txt', { kind: 'restore', token: gone.undo })).ok);
      assert.equal(client.read('first.txt.annotations.yaml'), before);
    });

    it('moves with typing and never rewrites where it was made', async () => {
      await check({ 'first.txt': FIRST });
      await client.open('first.txt');
      await edit('first.txt', add);
      const before = client.read('first.txt.annotations.yaml');
      const start = { line: 0, character: 0 };
      await client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: client.uri('first.txt'), version: 2 },
        contentChanges: [{ range: { start, end: start }, text: 'At least one line.\n\n' }],
      });
      const [item] = (await list('first.txt')).items;
      assert.deepEqual(item?.range?.start, { line: 2, character: 0 });
      assert.equal(client.read('first.txt.annotations.yaml'), before);
    });

    it('comes back when its words were deleted and put back', async () => {
      await check({ 'first.txt': FIRST });
      await client.open('first.txt');
      await edit('first.txt', add);
      const { start } = nine;
      const change = (version: number, range: object, text: string): Promise<void> =>
        client.connection.sendNotification('textDocument/didChange', {
          textDocument: { uri: client.uri('first.txt'), version },
          contentChanges: [{ range, text }],
        });
      await change(2, nine, '');
      assert.equal((await list('first.txt')).items[0]?.range, null);
      await change(3, { start, end: start }, 'Nine miners');
      assert.deepEqual((await list('first.txt')).items[0]?.range, nine);
    });

    it('is lost, with its words, when they are gone', async () => {
      await check({ 'first.txt': FIRST });
      await edit('first.txt', add);
      client.write('first.txt', 'Another article altogether, about a harvest of pears in the valley.\n');
      const facts = client.next(Notifications.facts);
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: client.uri('first.txt'), type: 2 }],
      });
      await facts;
      const [item] = (await list('first.txt')).items;
      assert.equal(item?.anchor, 'lost');
      assert.equal(item.range, null);
      assert.equal(item.quote, 'Nine miners');
    });

    it('never writes over a sidecar that is in doubt', async () => {
      const broken = 'version: 1\n<<<<<<< ours\narticle: "first.txt"\n';
      await check({ 'first.txt': FIRST, 'first.txt.annotations.yaml': broken });
      const shown = new Promise<Published>((resolve) =>
        client.connection.onNotification('textDocument/publishDiagnostics', (p: Published) => {
          if (p.uri === client.uri('first.txt.annotations.yaml')) resolve(p);
        }),
      );
      const outcome = await edit('first.txt', add);
      assert.equal(outcome.ok, false);
      assert.ok((await shown).diagnostics.some((d) => d.code === 'merge-marks' && d.range.start.line === 1));
      assert.equal(client.read('first.txt.annotations.yaml'), broken);
      assert.notEqual((await list('first.txt')).readOnly, null);
    });
  });

  describe('reading a folder', () => {
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [`${i}.txt`, FIRST.replace('Nine', String(i + 20))]),
    );

    it('reports progress from beginning to end', async () => {
      client = new TestClient({ 'first.txt': FIRST });
      const kinds: unknown[] = [];
      client.onProgress = (_, value) => kinds.push((value as { kind: string }).kind);
      await client.start();
      assert.equal(kinds[0], 'begin');
      assert.equal(kinds.at(-1), 'end');
    });

    it('is told of until it is done, and no facts before', async () => {
      client = new TestClient({ 'first.txt': FIRST, 'second.txt': SECOND });
      const started = client.start();
      const early = await client.ask<Overview>(Requests.overview, null);
      assert.deepEqual([early.reading, early.facts, early.articles], [true, [], []]);
      await started;
      const late = await client.ask<Overview>(Requests.overview, null);
      assert.equal(late.reading, false);
      assert.ok(late.facts.length > 0);
    });

    it('is waited for by a card that would find nothing before', async () => {
      client = new TestClient({ 'first.txt': FIRST, 'second.txt': SECOND });
      const started = client.start();
      await client.open('first.txt');
      const params = { uri: client.uri('first.txt'), position: at(FIRST, 'Nine') };
      const card = await client.ask<Card>(Requests.card, params);
      assert.deepEqual(
        card.rows.map((row) => row.path),
        ['second.txt'],
      );
      await started;
    });

    it('stops when the person cancels, and answers with what it has', async () => {
      client = new TestClient(many);
      client.onProgress = (token, value) => {
        if ((value as { kind: string }).kind === 'begin')
          void client.connection.sendNotification('window/workDoneProgress/cancel', { token });
      };
      await client.start();
      const { articles } = await client.ask<Overview>(Requests.overview, null);
      assert.ok(articles.length < 400, `${articles.length} articles were read`);
    });
  });

  it('merges by meaning what git left in conflict', async () => {
    await check({ 'first.txt': FIRST });
    const uri = client.uri('first.txt');
    const git = (...args: string[]): Buffer =>
      execFileSync('git', args, { cwd: client.folder, stdio: 'pipe' });
    const commit = (message: string): Buffer => {
      git('add', '-A');
      return git('-c', 'user.name=x', '-c', 'user.email=x@y.example', 'commit', '-qm', message);
    };
    const annotate = async (words: string): Promise<void> => {
      const start = at(FIRST, words);
      const range = { start, end: { line: start.line, character: start.character + words.length } };
      const edit = { kind: 'add', range, note: words, status: 'unchecked', tags: [] };
      assert.ok((await client.ask<AnnotationOutcome>(Requests.editAnnotation, { uri, edit })).ok);
    };
    const changed = (): Promise<void> =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: client.uri('first.txt.annotations.yaml'), type: 2 }],
      });
    git('init', '-q', '-b', 'main');
    commit('article');
    git('checkout', '-qb', 'theirs');
    await annotate('noon');
    commit('theirs');
    git('checkout', '-q', 'main');
    await changed();
    await annotate('Monday');
    commit('ours');
    assert.throws(() => git('-c', 'user.name=x', '-c', 'user.email=x@y.example', 'merge', '-q', 'theirs'));
    await changed();
    const conflicted = await client.ask<AnnotationList>(Requests.annotations, { uri });
    assert.deepEqual([conflicted.inConflict, conflicted.readOnly === null], [true, false]);
    assert.deepEqual(conflicted.items.map((item) => item.note).sort(), ['Monday', 'noon']);
    assert.ok((await client.ask<AnnotationOutcome>(Requests.mergeAnnotations, { uri })).ok);
    const { items, readOnly } = await client.ask<AnnotationList>(Requests.annotations, { uri });
    assert.deepEqual(items.map((item) => item.note).sort(), ['Monday', 'noon']);
    assert.equal(readOnly, null);
  });

  it('keeps the text that an annotation was made in', async () => {
    const storage = mkdtempSync(path.join(tmpdir(), 'corroborate-storage-'));
    await check({ 'first.txt': FIRST }, { storage });
    const edit = { kind: 'add', range: null, note: 'all of it', status: 'unchecked', tags: [] };
    await client.ask(Requests.editAnnotation, { uri: client.uri('first.txt'), edit });
    const kept = readdirSync(path.join(storage, 'bases'));
    rmSync(storage, { recursive: true });
    assert.deepEqual(kept, [gitBlobId(FIRST)]);
  });

  describe('corrections', () => {
    it('keeps two mentions apart once a person said so', async () => {
      await check({ 'first.txt': FIRST, 'second.txt': SECOND });
      const place = (name: string, text: string, words: string): object => {
        return { uri: client.uri(name), path: name, range: rangeOf(text, words) };
      };
      const outcome = await client.ask<CorrectionOutcome>(Requests.correct, {
        kind: 'not-same',
        a: place('first.txt', FIRST, 'Nine'),
        b: place('second.txt', SECOND, 'Seven'),
      });
      assert.ok(outcome.ok);
      assert.match(client.read('corroborate.yaml') ?? '', /quote: "Nine"/);
      const card = await client.ask<Card>(Requests.card, {
        uri: client.uri('first.txt'),
        position: at(FIRST, 'Nine'),
      });
      assert.deepEqual(card.rows, []);
      const listed = await client.ask<CorrectionItem[]>(Requests.corrections, null);
      assert.deepEqual(
        listed.map((item) => item.words),
        ['“Nine” (first.txt) ≠ “Seven” (second.txt)'],
      );
      assert.ok(
        (await client.ask<CorrectionOutcome>(Requests.correct, { kind: 'remove', ...outcome.undo })).ok,
      );
      const again = await client.ask<Card>(Requests.card, {
        uri: client.uri('first.txt'),
        position: at(FIRST, 'Nine'),
      });
      assert.equal(again.rows.length, 1);
    });
  });
});

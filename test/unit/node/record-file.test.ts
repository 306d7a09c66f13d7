import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { KeyedRecord } from '../../../src/corpus';
import { cacheKey, recordOf } from '../../../src/corpus';
import { RecordFile } from '../../../src/node/record-file';
import { readArticleText } from '../../../src/text';

const NOTHING = { statements: [], quantities: [], sources: [] };

function record(source: string): KeyedRecord {
  return [cacheKey(source, 'plain'), recordOf(readArticleText(source, 'plain'), NOTHING)];
}

const RECORDS = ['Nine miners.', 'Twelve boats.', 'Two bridges.'].map(record);

describe('the file of records', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'corroborate-records-'));
    file = path.join(folder, 'made', 'when needed.cache');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function opened(analyser = 'a'): Promise<RecordFile> {
    const records = new RecordFile(file, analyser);
    await records.load();
    return records;
  }
  async function store(records: readonly KeyedRecord[], analyser = 'a'): Promise<void> {
    const window = await opened(analyser);
    for (const [key] of records) window.take(key);
    await window.add(records.filter(([key]) => window.take(key) === undefined));
    await window.finish();
  }
  async function known(analyser = 'a'): Promise<number> {
    const records = await opened(analyser);
    return RECORDS.filter(([key]) => records.take(key) !== undefined).length;
  }

  it('gives back what was stored', async () => {
    await store(RECORDS);
    const records = await opened();
    for (const [key, expected] of RECORDS) assert.deepEqual(records.take(key), expected);
  });
  it('knows nothing where there is no file', async () => assert.equal(await known(), 0));
  it('is written anew by another version of the program', async () => {
    await store(RECORDS.slice(0, 1));
    assert.equal(await known('b'), 0);
    await store(RECORDS, 'b');
    assert.equal(await known('b'), 3);
    assert.equal(await known('a'), 0);
  });
  it('outlives damage: what stands before it is used, and the file is made whole', async () => {
    await store(RECORDS.slice(0, 2));
    appendFileSync(file, 'half a block');
    assert.equal(await known(), 2);
    await store(RECORDS);
    assert.equal(await known(), 3);
    assert.doesNotMatch(readFileSync(file, 'latin1'), /half a block/u);
  });
  it('ignores a file that is something else', async () => {
    await store(RECORDS);
    writeFileSync(file, 'a letter to the editor');
    assert.equal(await known(), 0);
    await store(RECORDS);
    assert.equal(await known(), 3);
  });
  it('may be deleted while it is in use', async () => {
    await store(RECORDS.slice(0, 1));
    const window = await opened();
    window.take(RECORDS[0]?.[0] ?? '');
    rmSync(path.dirname(file), { recursive: true });
    await window.add(RECORDS.slice(1));
    await window.finish();
    assert.equal(await known(), 2);
  });
  it('takes what two windows add at once', async () => {
    const [one, two] = [await opened(), await opened()];
    await one.add(RECORDS.slice(0, 1));
    await two.add(RECORDS.slice(1));
    await Promise.all([one.finish(), two.finish()]);
    assert.equal(await known(), 3);
  });
  it('takes what is added while it writes', async () => {
    const many = Array.from({ length: 450 }, (_, i) => record(`Report ${i} on ${i} miners.`));
    const window = await opened();
    await Promise.all([window.add(many.slice(0, 220)), window.add(many.slice(220))]);
    await window.finish();
    const again = await opened();
    assert.ok(many.every(([key]) => again.take(key) !== undefined));
  });
  it('drops texts that are gone once they are most of the file', async () => {
    await store(RECORDS);
    await store(RECORDS.slice(0, 1));
    assert.equal(await known(), 1);
    assert.deepEqual(readdirSync(path.dirname(file)), [path.basename(file)]);
  });
  it('costs nothing but itself where nothing can be written', async () => {
    writeFileSync(path.join(folder, 'made'), 'a file where the folder should be');
    await store(RECORDS);
    assert.equal(await known(), 0);
  });
});

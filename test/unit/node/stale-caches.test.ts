import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { markUsed, removeStaleCaches } from '../../../src/node/stale-caches';

const NOW = new Date('2026-06-01T12:00:00Z');

function daysAgo(days: number): Date {
  return new Date(NOW.getTime() - days * 24 * 60 * 60 * 1000);
}

describe('caches that nobody reads', () => {
  let storage = '';
  beforeEach(async () => (storage = await mkdtemp(path.join(tmpdir(), 'caches-'))));
  afterEach(() => rm(storage, { recursive: true }));

  async function file(name: string, days: number): Promise<string> {
    const at = path.join(storage, name);
    await writeFile(at, 'x');
    await utimes(at, daysAgo(days), daysAgo(days));
    return at;
  }

  it('are removed after two months, with drafts that were left; nothing else is', async () => {
    await file('old.cache', 61);
    await file('old.cache.77-0.tmp', 61);
    await file('recent.cache', 59);
    await file('notes.txt', 400);
    await mkdir(path.join(storage, 'folder.cache'));
    await utimes(path.join(storage, 'folder.cache'), daysAgo(400), daysAgo(400));
    await removeStaleCaches(storage, NOW);
    assert.deepEqual((await readdir(storage)).sort(), ['folder.cache', 'notes.txt', 'recent.cache']);
  });

  it('stay when they are read, though nothing is added to them', async () => {
    await markUsed(await file('read.cache', 300), NOW);
    await removeStaleCaches(storage, NOW);
    assert.deepEqual(await readdir(storage), ['read.cache']);
  });

  it('are no matter where the folder is missing', async () => {
    const missing = path.join(storage, 'missing');
    await removeStaleCaches(missing, NOW);
    await markUsed(path.join(missing, 'a.cache'), NOW);
    assert.deepEqual(await readdir(storage), []);
  });
});

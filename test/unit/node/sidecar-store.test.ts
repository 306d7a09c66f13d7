import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nodeFileSystem } from '../../../src/node/sidecar-file-system';
import type { SidecarFileSystem } from '../../../src/node/sidecar-file-system';
import { SidecarStore } from '../../../src/node/sidecar-store';
import { parseSidecar } from '../../../src/sidecar';
import type { SidecarChange } from '../../../src/sidecar';
import { annotationOn, sampleSidecar } from '../sidecar/samples';

const WRITER = path.join(__dirname, 'sidecar-writer.ts');

/** Runs `use` with the path of a sidecar in a folder of its own. */
async function inFolder(use: (sidecar: string, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'corroborate-'));
  try {
    await use(path.join(folder, 'a.txt.annotations.yaml'), folder);
  } finally {
    chmodSync(folder, 0o755);
    rmSync(folder, { recursive: true, force: true });
  }
}

const put = (seed: number): SidecarChange => ({
  type: 'put',
  annotation: annotationOn('', `Note ${seed}.`, seed),
});

function ids(file: string): string[] {
  const parsed = parseSidecar(readFileSync(file, 'utf8'));
  assert.deepEqual(parsed.problems, []);
  return parsed.set.annotations.map(({ id }) => id);
}

/** Starts a writer; `wrote` resolves when it ends, with the ids that it said were written. */
function startWriter(sidecar: string, name: string, count: number) {
  const child = spawn(process.execPath, ['--import', 'tsx', WRITER, sidecar, name, String(count)]);
  let said = '';
  child.stdout.on('data', (data: Buffer) => (said += data.toString()));
  const wrote = new Promise<string[]>((resolve) => {
    child.on('close', () => {
      resolve(said.split('\n').slice(1, -1));
    });
  });
  return { child, wrote, isReady: () => said.startsWith('ready') };
}

/** A file system in which one operation fails with a system error. */
function failing(operation: 'create' | 'rename', code: string): SidecarFileSystem {
  const fail = (target: string, text: string): Promise<void> => {
    if (target.endsWith('.lock')) return nodeFileSystem.create(target, text);
    return Promise.reject(Object.assign(new Error(`${code}: no`), { code }));
  };
  return { ...nodeFileSystem, [operation]: fail };
}

describe('the store of sidecars', () => {
  it('makes, reads and changes a file, and leaves nothing beside it', () =>
    inFolder(async (sidecar, folder) => {
      const store = new SidecarStore();
      assert.deepEqual((await store.load(sidecar)).set.annotations, []);
      const first = await store.change(sidecar, 'a.txt', [put(1)]);
      assert.ok(first.ok && first.text === readFileSync(sidecar, 'utf8'));
      assert.ok((await store.change(sidecar, 'a.txt', [put(2)], first.text)).ok);
      assert.equal(ids(sidecar).length, 2);
      assert.deepEqual(readdirSync(folder), [path.basename(sidecar)]);
    }));

  it('merges with what others wrote since it was loaded', () =>
    inFolder(async (sidecar) => {
      const [one, two] = [new SidecarStore(), new SidecarStore()];
      const start = await one.change(sidecar, 'a.txt', [put(1), put(2)]);
      assert.ok(start.ok);
      const [a = '', b = ''] = ids(sidecar);
      const patch = (id: string, note: string): SidecarChange => ({ type: 'patch', id, fields: { note } });
      assert.ok((await one.change(sidecar, 'a.txt', [patch(a, 'A')], start.text)).ok);
      const late = await two.change(sidecar, 'a.txt', [patch(b, 'B'), patch(a, 'A too')], start.text);
      assert.ok(late.ok);
      assert.deepEqual(
        late.conflicts.map(({ field, values }) => [field, values]),
        [['note', ['A', 'A too']]],
      );
      assert.ok(
        ['"A"', '"A too"', '"B"'].every((words) => late.text.includes(words)),
        late.text,
      );
    }));

  it('never writes over a file that is in doubt', () =>
    inFolder(async (sidecar) => {
      for (const text of [
        `${sampleSidecar(1)}>>>>>>> theirs\n`,
        'not: "ours"\n',
        sampleSidecar(2).slice(0, 200),
      ]) {
        writeFileSync(sidecar, text);
        const result = await new SidecarStore().change(sidecar, 'a.txt', [put(3)]);
        assert.ok(!result.ok && result.failure === 'not-writable' && result.problems.length > 0);
        assert.equal(readFileSync(sidecar, 'utf8'), text);
      }
      writeFileSync(sidecar, Buffer.from([0x76, 0xff, 0xfe]));
      const result = await new SidecarStore().change(sidecar, 'a.txt', [put(3)]);
      assert.ok(!result.ok && result.failure === 'not-writable');
    }));

  it('says what the system would not do, and keeps the old file', () =>
    inFolder(async (sidecar, folder) => {
      writeFileSync(sidecar, sampleSidecar(2));
      for (const [operation, code, expected] of [
        ['create', 'ENOSPC', 'no-space'],
        ['create', 'EDQUOT', 'no-space'],
        ['create', 'EROFS', 'read-only'],
        ['rename', 'EACCES', 'read-only'],
        ['rename', 'EIO', 'io'],
      ] as const) {
        const result = await new SidecarStore(failing(operation, code)).change(sidecar, 'a.txt', [put(3)]);
        assert.equal(result.ok ? 'ok' : result.failure, expected);
        assert.equal(readFileSync(sidecar, 'utf8'), sampleSidecar(2));
        assert.deepEqual(readdirSync(folder), [path.basename(sidecar)]);
      }
    }));

  it('says so in a folder that may not be written', () =>
    inFolder(async (sidecar, folder) => {
      chmodSync(folder, 0o555);
      // The administrator may write everywhere: the writer then runs as nobody.
      const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
      const child = spawn(process.execPath, ['--import', 'tsx', WRITER, sidecar, 'w', '1'], nobody);
      let said = '';
      child.stderr.on('data', (data: Buffer) => (said += data.toString()));
      await new Promise((resolve) => child.on('close', resolve));
      assert.match(said, /read-only|EACCES/);
      assert.equal(existsSync(sidecar), false);
    }));

  it('takes over the lock of a process that is gone, and an old one, and waits for a live one', () =>
    inFolder(async (sidecar, folder) => {
      const lock = path.join(folder, `.${path.basename(sidecar)}.lock`);
      const hostname = (await import('node:os')).hostname();
      writeFileSync(lock, `999999999 ${hostname} x`);
      assert.ok((await new SidecarStore().change(sidecar, 'a.txt', [put(1)])).ok);
      writeFileSync(lock, '1 elsewhere.example x');
      utimesSync(lock, 0, 0);
      assert.ok((await new SidecarStore().change(sidecar, 'a.txt', [put(2)])).ok);
      writeFileSync(lock, `${process.pid} ${hostname} x`);
      setTimeout(() => {
        rmSync(lock);
      }, 100);
      assert.ok((await new SidecarStore().change(sidecar, 'a.txt', [put(3)])).ok);
      assert.equal(ids(sidecar).length, 3);
    }));

  it('loses nothing of four processes that write at once', () =>
    inFolder(async (sidecar, folder) => {
      const written = await Promise.all(
        ['a', 'b', 'c', 'd'].map((name) => startWriter(sidecar, name, 5).wrote),
      );
      assert.equal(written.flat().length, 20);
      assert.deepEqual(ids(sidecar), written.flat().sort());
      assert.deepEqual(readdirSync(folder), [path.basename(sidecar)]);
    }));

  it('has the old or the new file, whole, when its process is killed, and cleans up after it', () =>
    inFolder(async (sidecar, folder) => {
      for (let kill = 0; kill < 3; kill++) {
        const writer = startWriter(sidecar, `k${kill}x`, 500);
        while (!writer.isReady()) await new Promise((resolve) => setTimeout(resolve, 5));
        await new Promise((resolve) => setTimeout(resolve, 13 * kill));
        // The last one is killed after its first write, however slow the machine is.
        while (kill === 2 && !existsSync(sidecar)) await new Promise((resolve) => setTimeout(resolve, 5));
        writer.child.kill('SIGKILL');
        const said = await writer.wrote;
        const there = existsSync(sidecar) ? ids(sidecar) : [];
        assert.ok(
          said.every((id) => there.includes(id)),
          'a write that was confirmed is missing',
        );
      }
      for (const name of readdirSync(folder).filter((stray) => stray.startsWith('.')))
        utimesSync(path.join(folder, name), 0, 0);
      writeFileSync(path.join(folder, '.hidden.lock'), 'not ours');
      await new SidecarStore().cleanStrayFiles(folder);
      assert.deepEqual(readdirSync(folder), ['.hidden.lock', path.basename(sidecar)]);
    }));
});

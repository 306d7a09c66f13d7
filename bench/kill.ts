/**
 * Kills a writing process at 300 random moments and looks what is left, and lets four processes write at once: `npm run bench --
 * kill`. Also fills a small disk where this machine lets us make one.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SidecarStore } from '../src/node/sidecar-store';
import { parseSidecar } from '../src/sidecar';
import { Random } from './anchor/random';
import type { Figure } from './figures';

const KILLS = Number(process.env.KILLS ?? 300);
const WRITER = path.resolve(__dirname, '../test/unit/node/sidecar-writer.ts');

export async function bench(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'corroborate-kill-'));
  try {
    return [...(await killed(folder)), ...(await together(folder)), ...(await fullDisk(folder))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One long-lived writer after the other, each killed some milliseconds after it began to write. */
async function killed(folder: string): Promise<Figure[]> {
  const sidecar = path.join(folder, 'a.txt.annotations.yaml');
  const random = new Random(5);
  let [broken, missing, strays] = [0, 0, 0];
  for (let kill = 0; kill < KILLS; kill++) {
    if (kill % 25 === 0) rmSync(sidecar, { force: true });
    const said = await writeAndKill(sidecar, `k${kill}x`, random.below(120));
    const parsed = existsSync(sidecar) ? parseSidecar(readFileSync(sidecar, 'utf8')) : null;
    if (parsed !== null && (!parsed.writable || parsed.problems.length > 0)) broken++;
    const there = new Set(parsed?.set.annotations.map(({ id }) => id));
    if (said.some((id) => !there.has(id))) missing++;
    strays += readdirSync(folder).filter((name) => name.endsWith('.tmp')).length;
    for (const name of readdirSync(folder)) if (name.endsWith('.tmp')) rmSync(path.join(folder, name));
  }
  return [
    { name: 'kills', value: KILLS },
    { name: 'files that were not whole', value: broken },
    { name: 'confirmed writes that were missing', value: missing },
    { name: 'temporary files left, to be cleaned at the next start', value: strays },
  ];
}

function startWriter(sidecar: string, name: string, count: number) {
  const child = spawn(process.execPath, ['--import', 'tsx', WRITER, sidecar, name, String(count)]);
  let said = '';
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      resolve();
    });
    child.on('close', () => {
      resolve();
    });
  });
  const wrote = new Promise<string[]>((resolve) => {
    child.on('close', () => {
      resolve(said.split('\n').slice(1, -1));
    });
  });
  return { child, ready, wrote };
}

async function writeAndKill(sidecar: string, name: string, after: number): Promise<string[]> {
  const { child, ready, wrote } = startWriter(sidecar, name, 10_000);
  await ready;
  await new Promise((resolve) => setTimeout(resolve, after));
  child.kill('SIGKILL');
  return wrote;
}

async function together(folder: string): Promise<Figure[]> {
  const sidecar = path.join(folder, 'b.txt.annotations.yaml');
  const written = await Promise.all(['a', 'b', 'c', 'd'].map((name) => startWriter(sidecar, name, 50).wrote));
  const there = new Set(parseSidecar(readFileSync(sidecar, 'utf8')).set.annotations.map(({ id }) => id));
  const lost = written.flat().filter((id) => !there.has(id)).length;
  return [
    { name: 'notes written by four processes at once', value: written.flat().length, note: 'of 200' },
    { name: 'of them lost', value: lost },
  ];
}

/** A disk of 64 KB, where mounting one is allowed. */
async function fullDisk(folder: string): Promise<Figure[]> {
  const disk = mkdtempSync(path.join(folder, 'disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status === 0;
  if (!mounted) return [{ name: 'full disk: not tried, no disk could be mounted', value: 0 }];
  try {
    const sidecar = path.join(disk, 'a.txt.annotations.yaml');
    const store = new SidecarStore();
    const add = (id: string, note: string) =>
      store.change(sidecar, 'a.txt', [
        {
          type: 'put',
          annotation: {
            id,
            by: 'x',
            made: '2026-01-01T00:00:00Z',
            status: 'unchecked',
            tags: [],
            note,
            sees: [],
            replies: [],
          },
        },
      ]);
    await add('first', 'kept');
    writeFileSync(path.join(disk, 'filler'), 'x'.repeat(40_000));
    const result = await add('second', 'y'.repeat(40_000));
    const whole = parseSidecar(readFileSync(sidecar, 'utf8')).set.annotations.length === 1;
    return [
      {
        name: 'full disk: refused as such, old file whole, nothing left',
        value: Number(!result.ok && result.failure === 'no-space' && whole && readdirSync(disk).length === 2),
        note: '1 is yes',
      },
    ];
  } finally {
    spawnSync('umount', [disk]);
  }
}

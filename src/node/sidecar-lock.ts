import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from './sidecar-file-system';
import type { SidecarFileSystem } from './sidecar-file-system';

/** A lock is held for milliseconds; one this old was left by a process that died. */
export const STALE_AFTER = 5000;
/** How long a writer waits for its turn. */
const PATIENCE = 15_000;
const POLL = 15;

/** A lock that is held. */
export interface SidecarLock {
  /** Whether the lock is still ours: a process that slept for long may have lost it. */
  readonly isHeld: () => Promise<boolean>;
  readonly release: () => Promise<void>;
}

/** The lock file of a sidecar: beside it, hidden. */
export function lockPath(folder: string, name: string): string {
  return `${folder}/.${name}.lock`;
}

/**
 * Takes the lock by creating its file, which only one process can. A lock whose process is gone (same machine), whose file is
 * older than {@link STALE_AFTER}, or that did not change while we watched it for so long, is taken over.
 * @returns null if it stayed with somebody else
 * @throws the system's error where the file cannot be created at all
 */
export async function takeLock(fs: SidecarFileSystem, path: string): Promise<SidecarLock | null> {
  const token = `${process.pid} ${hostname()} ${randomUUID()}`;
  const deadline = Date.now() + PATIENCE;
  let watched = { token: '', since: Date.now() };
  while (Date.now() < deadline) {
    if (await tryCreate(fs, path, token)) return heldLock(fs, path, token);
    const holder = await readOrNull(fs, path);
    if (holder === null) continue;
    if (holder !== watched.token) watched = { token: holder, since: Date.now() };
    if (isDead(holder) || Date.now() - watched.since > STALE_AFTER || (await isOld(fs, path)))
      await takeAway(fs, path, holder);
    else await wait(POLL + Math.random() * POLL);
  }
  return null;
}

async function tryCreate(fs: SidecarFileSystem, path: string, token: string): Promise<boolean> {
  try {
    await fs.create(path, token);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    // Windows says so of a file that is just being removed.
    if (errorCode(error) === 'EPERM' && (await readOrNull(fs, path)) !== null) return false;
    throw error;
  }
}

function heldLock(fs: SidecarFileSystem, path: string, token: string): SidecarLock {
  const isHeld = async (): Promise<boolean> => (await readOrNull(fs, path)) === token;
  const release = async (): Promise<void> => {
    if (await isHeld()) await fs.remove(path).catch(() => undefined);
  };
  return { isHeld, release };
}

async function readOrNull(fs: SidecarFileSystem, path: string): Promise<string | null> {
  return fs.read(path).catch(() => null);
}

function isDead(holder: string): boolean {
  const [pid, host] = holder.split(' ');
  if (host !== hostname() || pid === undefined || !/^[1-9]\d{0,9}$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}

async function isOld(fs: SidecarFileSystem, path: string): Promise<boolean> {
  const state = await fs.stat(path).catch(() => null);
  return state !== null && Date.now() - state.changed > STALE_AFTER;
}

/** Renames the lock away, which only one process can; one that turns out to be another's new lock is put back. */
async function takeAway(fs: SidecarFileSystem, path: string, holder: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await fs.rename(path, aside);
  } catch {
    return;
  }
  const taken = await readOrNull(fs, aside);
  if (taken !== null && taken !== holder) await fs.create(path, taken).catch(() => undefined);
  await fs.remove(aside).catch(() => undefined);
}

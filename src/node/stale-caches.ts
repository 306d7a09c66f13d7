import { readdir, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';

/** How long the cache of a folder that nobody opens is kept. */
const KEPT_DAYS = 60;
const DAY = 24 * 60 * 60 * 1000;
const OURS = /\.(?:cache|tmp)$/;

/** Tells that a cache is in use today, whether or not something is added to it. Never rejects. */
export async function markUsed(file: string, now: Date): Promise<void> {
  await utimes(file, now, now).catch(() => undefined);
}

/**
 * Removes the caches of folders that were not opened for a long time, moved or deleted ones among them, and the drafts that killed
 * processes left. Only ever costs time: what was removed is worked out again. Never rejects.
 * @param storage the folder of the caches; it may be missing
 */
export async function removeStaleCaches(storage: string, now: Date): Promise<void> {
  const names = await readdir(storage).catch(() => []);
  for (const name of names.filter((n) => OURS.test(n))) {
    const file = path.join(storage, name);
    const used = await stat(file).catch(() => null);
    if (!used?.isFile()) continue;
    if (now.getTime() - used.mtimeMs > KEPT_DAYS * DAY)
      await rm(file, { force: true }).catch(() => undefined);
  }
}

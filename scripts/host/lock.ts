import fs from 'node:fs';
import { delay, onEnd } from './processes';

/** How often a waiting process looks again. */
const POLL_MS = 500;

/**
 * Runs `work` while holding a lock file, so that two commands started at once do not install into one folder.
 * The file names its owner's process; a lock whose owner is gone is taken over.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!take(file)) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    if (!ownerLives(file)) {
      await delay(0);
      fs.rmSync(file, { force: true });
    }
  }
  const release = (): void => fs.rmSync(file, { force: true });
  const forget = onEnd(release);
  try {
    return await work();
  } finally {
    forget();
    release();
  }
}

function take(file: string): boolean {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function ownerLives(file: string): boolean {
  try {
    process.kill(Number(fs.readFileSync(file, 'utf8')), 0);
    return true;
  } catch {
    return !fs.existsSync(file);
  }
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The repository's root folder. */
export const ROOT = path.resolve(__dirname, '..', '..');

/** Git-ignored cache of downloaded editors; CORROBORATE_HOST_DIR shares one between checkouts. */
export const CACHE = path.resolve(process.env.CORROBORATE_HOST_DIR ?? path.join(ROOT, '.vscode-test'));

/** Longest base folder under which VS Code's Unix sockets still fit into their 107 bytes. */
const LONGEST_BASE = 40;

/**
 * Makes a new empty folder with a short path. The caller removes it with `removeFolder`.
 * @param label a few letters that tell a person what left the folder behind, should it ever stay
 */
export function makeTempFolder(label: string): string {
  const base = [os.tmpdir(), '/tmp'].find((b) => b.length <= LONGEST_BASE && fs.existsSync(b)) ?? os.tmpdir();
  return fs.mkdtempSync(path.join(fs.realpathSync(base), `${label}-`));
}

/** Removes a folder and all in it, waiting a little for processes that are just ending. Never throws. */
export function removeFolder(folder: string): void {
  try {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  } catch (error) {
    console.error(`could not remove ${folder}: ${String(error)}`);
  }
}

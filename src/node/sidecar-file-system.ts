import { open, readdir, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';

/** What safe writing needs of a file system: a port, so that tests can fill the disk. */
export interface SidecarFileSystem {
  /** A file's text; fails with the code `EILSEQ` where its bytes are not UTF-8, for reading them loosely would lose them. */
  readonly read: (path: string) => Promise<string>;
  /** Creates a file that must not exist, writes it, and waits until it is on the disk. */
  readonly create: (path: string, text: string, mode?: number) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** Time of the last change in milliseconds, and permissions. */
  readonly stat: (path: string) => Promise<{ readonly changed: number; readonly mode: number }>;
  readonly list: (folder: string) => Promise<string[]>;
  /** The path without symbolic links; the path itself where there is no such file. */
  readonly resolve: (path: string) => Promise<string>;
  /** Makes sure that a rename in this folder outlasts a power cut, where the system can. */
  readonly syncFolder: (folder: string) => Promise<void>;
}

/** The real file system. */
export const nodeFileSystem: SidecarFileSystem = {
  read: async (path) => {
    const bytes = await readFile(path);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw Object.assign(new Error(`${path} is not UTF-8`), { code: 'EILSEQ' });
    }
  },
  create: async (path, text, mode) => {
    const file = await open(path, 'wx', mode);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
  },
  rename,
  remove: unlink,
  stat: async (path) => {
    const { mtimeMs, mode } = await stat(path);
    return { changed: mtimeMs, mode: mode & 0o777 };
  },
  list: readdir,
  resolve: async (path) => {
    try {
      return await realpath(path);
    } catch {
      return path;
    }
  },
  syncFolder: async (folder) => {
    // Windows cannot open a folder; there the rename alone must do.
    const handle = await open(folder, 'r').catch(() => null);
    try {
      await handle?.sync().catch(() => undefined);
    } finally {
      await handle?.close();
    }
  },
};

/** The code of a system error (`ENOSPC`), or ''. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

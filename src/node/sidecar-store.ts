import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { editSidecar, mergeSidecars, parseSidecar } from '../sidecar';
import type { MergeConflict, ParsedSidecar, SidecarChange, SidecarProblem } from '../sidecar';
import { errorCode, nodeFileSystem } from './sidecar-file-system';
import type { SidecarFileSystem } from './sidecar-file-system';
import { lockPath, STALE_AFTER, takeLock } from './sidecar-lock';
import type { SidecarLock } from './sidecar-lock';

/** Why nothing was written. The caller keeps the change and offers it again. */
export type StoreFailure =
  /** The file is in doubt (`problems` says where) and is never written over. */
  | 'not-writable'
  /** No annotation or reply of that id any more. */
  | 'not-found'
  /** The new text did not say what was meant. */
  | 'not-verified'
  /** The folder or the disk may not be written. */
  | 'read-only'
  | 'no-space'
  /** Another process kept the lock. */
  | 'locked'
  | 'io';

export type StoreResult =
  | {
      readonly ok: true;
      /** The whole file as it is now: pass it as `loaded` with the next change. */
      readonly text: string;
      /** What was changed elsewhere in the meantime and could not be united. */
      readonly conflicts: readonly MergeConflict[];
    }
  | {
      readonly ok: false;
      readonly failure: StoreFailure;
      readonly problems: readonly SidecarProblem[];
      /** The system's words, for the log; '' where there are none. */
      readonly detail: string;
    };

/** A sidecar as it is on the disk. */
export interface LoadedSidecar extends ParsedSidecar {
  /** '' where there is no file. */
  readonly text: string;
}

const ATTEMPTS = 5;

/** Reads and writes sidecars so that nothing is lost: locked, merged, verified, and replaced as a whole. */
export class SidecarStore {
  private readonly queues = new Map<string, Promise<unknown>>();

  constructor(private readonly fs: SidecarFileSystem = nodeFileSystem) {}

  /**
   * Reads a sidecar; one that does not exist is empty and writable.
   * @throws the system's error where there is a file that cannot be read
   */
  async load(path: string): Promise<LoadedSidecar> {
    const text = await this.read(path);
    if (text === '')
      return { text, set: { version: 1, article: '', annotations: [] }, problems: [], writable: true };
    return { text, ...parseSidecar(text) };
  }

  /**
   * Makes changes and saves them.
   * @param path the sidecar's path
   * @param article the article's file name, for a file that is new
   * @param loaded the text that the changes were made on: if the file is another now, both are merged. Without it the changes
   * are made on what is there
   */
  async change(
    path: string,
    article: string,
    changes: readonly SidecarChange[],
    loaded?: string,
  ): Promise<StoreResult> {
    return this.update(path, (disk) => {
      const edit = editSidecar(loaded ?? disk, article, changes);
      if (!edit.ok) return failure(edit.reason, edit.problems);
      if (loaded === undefined || loaded === disk) return { ok: true, text: edit.text, conflicts: [] };
      const merge = mergeSidecars(loaded, edit.text, disk);
      return merge.ok ? merge : failure('not-writable', merge.problems);
    });
  }

  /** Replaces a whole file, for a merge of git's stages: `make` gets what is there and gives what shall be. */
  async update(path: string, make: (disk: string) => StoreResult): Promise<StoreResult> {
    const before = this.queues.get(path) ?? Promise.resolve();
    const mine = before.then(() => this.locked(path, make)).catch(systemFailure);
    this.queues.set(path, mine);
    const result = await mine;
    if (this.queues.get(path) === mine) this.queues.delete(path);
    return result;
  }

  private async locked(path: string, make: (disk: string) => StoreResult): Promise<StoreResult> {
    const target = await this.fs.resolve(path);
    const folder = dirname(target);
    const lock = await takeLock(this.fs, lockPath(folder, basename(target)));
    if (lock === null) return failure('locked');
    try {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const disk = await this.read(target);
        const result = make(disk);
        if (!result.ok || result.text === disk) return result;
        if (await this.replace(target, disk, result.text, lock)) return result;
      }
      return failure('locked');
    } finally {
      await lock.release();
    }
  }

  private async read(path: string): Promise<string> {
    try {
      return await this.fs.read(path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return '';
      throw error;
    }
  }

  /** Puts the new text in the place of the old one, unless the file changed or the lock was lost since it was read. */
  private async replace(path: string, old: string, text: string, lock: SidecarLock): Promise<boolean> {
    const temporary = temporaryPath(path);
    const mode = await this.fs.stat(path).then(
      (state) => state.mode,
      () => undefined,
    );
    try {
      await this.fs.create(temporary, text, mode);
      if ((await this.read(path)) !== old || !(await lock.isHeld())) {
        await this.fs.remove(temporary);
        return false;
      }
      await this.renameOver(temporary, path);
    } catch (error) {
      await this.fs.remove(temporary).catch(() => undefined);
      throw error;
    }
    await this.fs.syncFolder(dirname(path));
    return true;
  }

  /** Windows refuses to replace a file that a virus scanner or an indexer has open: they let go soon. */
  private async renameOver(from: string, to: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.fs.rename(from, to);
        return;
      } catch (error) {
        const passing = ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error));
        if (process.platform !== 'win32' || !passing || attempt === ATTEMPTS) throw error;
        await wait(20 * attempt);
      }
    }
  }

  /** Removes what killed writers left in a folder: temporary files and locks older than {@link STALE_AFTER}. */
  async cleanStrayFiles(folder: string): Promise<string[]> {
    const names = await this.fs.list(folder).catch(() => []);
    const removed: string[] = [];
    for (const name of names.filter((candidate) => STRAY.test(candidate))) {
      const path = join(folder, name);
      const state = await this.fs.stat(path).catch(() => null);
      if (state === null || Date.now() - state.changed < STALE_AFTER) continue;
      const gone = await this.fs.remove(path).then(
        () => true,
        () => false,
      );
      if (gone) removed.push(path);
    }
    return removed;
  }
}

/** Where files that may be stray are looked for. */
export const STRAY_GLOBS = ['**/.*.annotations.yaml.*'];

const STRAY = /^\..+\.annotations\.yaml(?:\.[0-9a-f-]{36}\.tmp|\.lock(?:\.[0-9a-f-]{36})?)$/;

function temporaryPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
}

function failure(kind: StoreFailure, problems: readonly SidecarProblem[] = [], detail = ''): StoreResult {
  return { ok: false, failure: kind, problems, detail };
}

function systemFailure(error: unknown): StoreResult {
  const code = errorCode(error);
  const detail = error instanceof Error ? error.message : String(error);
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return failure('read-only', [], detail);
  if (code === 'EILSEQ') return failure('not-writable', [], detail);
  return failure(['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code) ? 'no-space' : 'io', [], detail);
}

import { readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { gitBlobId } from '../annotation';
import { gitBlob } from './git';
import { nodeFileSystem } from './sidecar-file-system';

/** Saved texts are kept for this long; what was committed in the meantime is git's. */
const KEEP_FOR = 180 * 24 * 3600 * 1000;
const ID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/**
 * The texts that annotations were made in, by git's blob id: texts that were never committed are saved in a folder of ours (the
 * extension's storage), the others come from the repository.
 */
export class BaseTexts {
  private readonly known = new Map<string, string | null>();

  /** @param folder where texts are saved; created by the caller */
  constructor(private readonly folder: string | null) {}

  /**
   * Saves the text of an article when an annotation is made in it.
   * @returns its blob id, for the annotation's `base`; the id is right even where saving failed
   */
  async save(text: string): Promise<string> {
    const id = gitBlobId(text);
    this.known.set(id, text);
    if (this.folder === null) return id;
    // Already there, or no room: then git may have it, and anchoring works without.
    await nodeFileSystem.create(join(this.folder, id), text).catch(() => undefined);
    return id;
  }

  /**
   * The texts of some ids, for `anchor`.
   * @param repository a folder inside the git repository of the articles
   */
  async read(ids: Iterable<string>, repository: string): Promise<(id: string) => string | undefined> {
    for (const id of new Set(ids))
      if (ID.test(id) && !this.known.has(id))
        this.known.set(id, (await this.saved(id)) ?? (await gitBlob(repository, id)));
    return (id) => this.known.get(id) ?? undefined;
  }

  /** Removes saved texts that are half a year old. */
  async clean(): Promise<void> {
    if (this.folder === null) return;
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name);
      const state = await stat(path).catch(() => null);
      if (ID.test(name) && state !== null && Date.now() - state.mtimeMs > KEEP_FOR)
        await unlink(path).catch(() => undefined);
    }
  }

  /** A saved text; one that was cut off by a crash is not its id any more. */
  private async saved(id: string): Promise<string | null> {
    if (this.folder === null) return null;
    const text = await readFile(join(this.folder, id), 'utf8').catch(() => null);
    return text !== null && gitBlobId(text) === id ? text : null;
  }
}

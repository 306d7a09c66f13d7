import { webcrypto } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { addressOf, decodeBytes, listFiles, pathOf, readBytes } from '../node/files';
import { BackgroundWork } from '../node/background';
import { BaseTexts } from '../node/base-texts';
import { gitAuthor, gitStages } from '../node/git';
import type { StoreFailure } from '../node/sidecar-store';
import { SidecarStore, STRAY_GLOBS } from '../node/sidecar-store';
import type { Platform, SidecarFiles } from './platform';
import { Refusal } from './platform';

/**
 * The platform of a server that is a Node process. Only `file:` addresses are read.
 * @param script the program of the threads that work beside the server, or null for none
 */
export function nodePlatform(modelPath: string, script: string | null = null): Platform {
  const store = new SidecarStore();
  let bases = new BaseTexts(null);
  let caches: string | null = null;
  return {
    list: async (folder, include, exclude) =>
      (await listFiles(pathOf(folder), include, exclude)).map(addressOf),
    read: (uri) => readBytes(pathOf(uri)),
    sidecars: sidecarFiles(store),
    loadModel: () => readFile(modelPath),
    author: (folder) => (folder === '' ? Promise.resolve('') : gitAuthor(pathOf(folder))),
    async prepare({ storage }) {
      const keep = storage === undefined ? null : path.join(storage, 'bases');
      // Without the folder nothing is kept, and anchoring does without.
      const made =
        keep === null
          ? undefined
          : await mkdir(keep, { recursive: true }).then(
              () => keep,
              () => undefined,
            );
      bases = new BaseTexts(made ?? null);
      caches = storage === undefined ? null : path.join(storage, 'articles');
      await bases.clean();
    },
    cleanFolder: (folder) => cleanFolder(store, folder),
    keepBase: (text) => bases.save(text),
    baseTexts: (folder, ids) => bases.read(ids, folder === '' ? process.cwd() : pathOf(folder)),
    stages: (uri) => gitStages(path.dirname(pathOf(uri)), path.basename(pathOf(uri))),
    background: (weights) => (script === null ? null : new BackgroundWork(script, weights, caches)),
    decode: decodeBytes,
    random: (bytes) => webcrypto.getRandomValues(bytes),
    pause: () => setImmediate(),
  };
}

/** Killed writers leave temporary files and locks behind, also where they never came to write a sidecar. */
async function cleanFolder(store: SidecarStore, folder: string): Promise<void> {
  if (!folder.startsWith('file:')) return;
  const left = await listFiles(pathOf(folder), STRAY_GLOBS, ['**/node_modules/**']);
  for (const place of new Set(left.map((file) => path.dirname(file)))) await store.cleanStrayFiles(place);
}

function sidecarFiles(store: SidecarStore): SidecarFiles {
  return {
    async update(uri, change) {
      let after: string | null = null;
      const result = await store.update(pathOf(uri), (disk) => {
        const text = change(disk === '' ? null : disk);
        after = text ?? (disk === '' ? null : disk);
        return { ok: true, text: text ?? disk, conflicts: [] };
      });
      if (result.ok) return after;
      throw new Refusal({ message: FAILURES[result.failure], args: [result.detail] });
    },
  };
}

const FAILURES: Record<StoreFailure, string> = {
  'not-writable': 'the file is in doubt and is not written over',
  'not-found': 'the annotation is no longer there',
  'not-verified': 'the new text did not say what was meant',
  'read-only': 'the folder is read-only',
  'no-space': 'the disk is full',
  locked: 'another program is writing to it; try again',
  io: '{0}',
};

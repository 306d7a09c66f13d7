import { webcrypto } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { addressOf, decodeBytes, listFiles, pathOf, readBytes } from '../node/files';
import { gitAuthor, gitBlob } from '../node/git';
import type { StoreFailure } from '../node/sidecar-store';
import { SidecarStore } from '../node/sidecar-store';
import type { Platform, SidecarFiles } from './platform';
import { Refusal } from './platform';

/** The platform of a server that is a Node process. Only `file:` addresses are read. */
export function nodePlatform(modelPath: string): Platform {
  return {
    list: async (folder, include, exclude) =>
      (await listFiles(pathOf(folder), include, exclude)).map(addressOf),
    read: (uri) => readBytes(pathOf(uri)),
    write: async (uri, bytes) => {
      await mkdir(path.dirname(pathOf(uri)), { recursive: true });
      await writeFile(pathOf(uri), bytes);
    },
    sidecars: sidecarFiles(new SidecarStore()),
    loadModel: () => readFile(modelPath),
    author: (folder) => (folder === '' ? Promise.resolve('') : gitAuthor(pathOf(folder))),
    baseText: (folder, id) => (folder === '' ? Promise.resolve(null) : gitBlob(pathOf(folder), id)),
    decode: decodeBytes,
    random: (bytes) => webcrypto.getRandomValues(bytes),
    pause: () => setImmediate(),
  };
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

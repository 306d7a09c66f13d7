import { webcrypto } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { addressOf, decodeBytes, listFiles, pathOf, readBytes } from '../node/files';
import { gitAuthor, gitBlob } from '../node/git';
import { updateFile } from '../node/sidecar-store';
import type { Platform } from './platform';

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
    sidecars: { update: (uri, change) => updateFile(pathOf(uri), change) },
    loadModel: () => readFile(modelPath),
    author: (folder) => (folder === '' ? Promise.resolve('') : gitAuthor(pathOf(folder))),
    baseText: (folder, id) => (folder === '' ? Promise.resolve(null) : gitBlob(pathOf(folder), id)),
    decode: decodeBytes,
    random: (bytes) => webcrypto.getRandomValues(bytes),
    pause: () => setImmediate(),
  };
}

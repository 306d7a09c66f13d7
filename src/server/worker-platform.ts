import type { Connection } from 'vscode-languageserver';
import { gitBlobId } from '../annotation';
import { FileRequests } from '../protocol';
import type { Platform } from './platform';

/** The platform of a server in a web worker: files are asked of the client, and there is no git. */
export function workerPlatform(connection: Connection): Platform {
  const read = async (uri: string): Promise<Uint8Array | null> => {
    const data = await connection.sendRequest<string | null>(FileRequests.read, { uri });
    return data === null ? null : fromBase64(data);
  };
  const write = (uri: string, bytes: Uint8Array): Promise<void> =>
    connection.sendRequest(FileRequests.write, { uri, data: toBase64(bytes) });
  let turn: Promise<unknown> = Promise.resolve();
  return {
    list: (folder, include, exclude) =>
      connection.sendRequest<string[]>(FileRequests.list, { folder, include, exclude }),
    read,
    sidecars: {
      // One change at a time: the editor's file system has no locks, so at least this window never races itself.
      update(uri, change) {
        const next = turn.then(async () => {
          const bytes = await read(uri);
          const now = bytes === null ? null : new TextDecoder().decode(bytes);
          const text = change(now);
          if (text !== null && text !== now) await write(uri, new TextEncoder().encode(text));
          return text ?? now;
        });
        turn = next.catch(() => undefined);
        return next;
      },
    },
    loadModel: ({ model }) => Promise.resolve(model === undefined ? null : fromBase64(model)),
    // A worker that starts workers of its own is not to be had in every browser; articles are analysed and compared in slices.
    background: () => null,
    author: () => Promise.resolve(''),
    prepare: () => Promise.resolve(),
    cleanFolder: () => Promise.resolve(),
    keepBase: (text) => Promise.resolve(gitBlobId(text)),
    baseTexts: () => Promise.resolve(() => undefined),
    stages: () => Promise.resolve(null),
    decode(bytes, encoding) {
      try {
        return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
      } catch {
        return null;
      }
    },
    random: (bytes) => {
      const filled = new Uint8Array(bytes.length);
      crypto.getRandomValues(filled);
      bytes.set(filled);
      return bytes;
    },
    pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
  };
}

function fromBase64(data: string): Uint8Array {
  const binary = atob(data);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
}

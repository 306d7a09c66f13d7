import fs from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';

/**
 * Answers one request for a path in a folder: GET gives a file's bytes or, as JSON, a folder's entries, PUT writes a file, DELETE
 * removes one. The header `X-Kind` says which of the two was there; `X-Changed` when it was changed, in milliseconds.
 */
export async function handleFolder(
  root: string,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = path.join(root, name);
  try {
    if (request.method === 'GET') {
      await send(file, response);
      return;
    }
    if (request.method === 'PUT') await fs.writeFile(file, await bodyOf(request));
    if (request.method === 'DELETE') await fs.rm(file);
    response.writeHead(204).end();
  } catch (error) {
    response.writeHead(isMissing(error) ? 404 : 500).end(String(error));
  }
}

async function send(file: string, response: ServerResponse): Promise<void> {
  const stat = await fs.stat(file);
  response.setHeader('X-Kind', stat.isDirectory() ? 'folder' : 'file');
  response.setHeader('X-Changed', stat.mtimeMs);
  if (!stat.isDirectory()) {
    response.end(await fs.readFile(file));
    return;
  }
  const entries = await fs.readdir(file, { withFileTypes: true });
  response.end(JSON.stringify(entries.map((entry) => [entry.name, entry.isDirectory()])));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) if (Buffer.isBuffer(part)) parts.push(part);
  return Buffer.concat(parts);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

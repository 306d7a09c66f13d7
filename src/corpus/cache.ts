import type { Analysis } from '../analysis';
import type { Format } from '../text';
import { PACK_LAYOUT } from './pack/layout';
import type { KeyedRecord } from './record-block';
import { packRecords, unpackRecords } from './record-block';

/**
 * The persisted cache: what was worked out of texts, by the texts, so that a folder opens again without analysing what has not
 * changed. The outside stores the bytes and may delete them at any time.
 *
 * A file is one header line, `corroborate-cache <layout> <analyser>`, then blocks: the length and the checksum of what follows, four
 * bytes each, little-endian, then records. Blocks are only ever added; whatever does not fit exactly is not read.
 */
const MAGIC = 'corroborate-cache';
/** The layout of files; raised when it changes. */
const LAYOUT = 2;
const BLOCK_HEADER = 8;

/**
 * The name of a text in the cache: 128 bits of the text, with its length and its markup.
 * Four runs of 32-bit FNV-1a (Fowler, Noll, Vo) over the UTF-16 code units with different offsets; no defence against anyone who
 * makes collisions on purpose.
 */
export function cacheKey(source: string, format: Format): string {
  let [a, b, c, d] = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
  for (let i = 0; i < source.length; i++) {
    const unit = source.charCodeAt(i);
    a = mix(a, unit);
    b = mix(b, unit);
    c = mix(c, unit);
    d = mix(d, unit);
  }
  const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0');
  return `${[a, b, c, d].map(hex).join('')}-${source.length.toString(36)}-${format}`;
}

function mix(hash: number, unit: number): number {
  const h = Math.imul(hash ^ unit, 0x01000193);
  return h ^ (h >>> 15);
}

/** A checksum of bytes, 32 bits. */
export function checksum(bytes: Uint8Array): number {
  // Not by an iterator: that takes several times as long over megabytes.
  return bytes.reduce((h, byte) => mix(h, byte), 0x811c9dc5) >>> 0;
}

/**
 * The first bytes of a file.
 * @param analyser names everything that an analysis depends on beside the text: rules, weights, program
 */
export function cacheHeader(analyser: string): Uint8Array {
  const line = `${MAGIC} ${LAYOUT}.${PACK_LAYOUT} ${analyser}\n`;
  return Uint8Array.from(line, (c) => c.charCodeAt(0));
}

/** A block to add to a file. */
export function cacheBlock(records: readonly KeyedRecord[]): Uint8Array {
  const body = packRecords(records);
  const block = new Uint8Array(BLOCK_HEADER + body.length);
  const view = new DataView(block.buffer);
  view.setUint32(0, body.length, true);
  view.setUint32(4, checksum(body), true);
  block.set(body, BLOCK_HEADER);
  return block;
}

/** The records of one block; undefined where it is damaged. */
export function readBlock(block: Uint8Array): KeyedRecord[] | undefined {
  const body = blockBody(block, 0);
  return body === undefined ? undefined : unpackRecords(body);
}

function blockBody(file: Uint8Array, at: number): Uint8Array | undefined {
  if (at + BLOCK_HEADER > file.length) return undefined;
  const view = new DataView(file.buffer, file.byteOffset + at, BLOCK_HEADER);
  const end = at + BLOCK_HEADER + view.getUint32(0, true);
  if (end > file.length) return undefined;
  const body = file.subarray(at + BLOCK_HEADER, end);
  return checksum(body) === view.getUint32(4, true) ? body : undefined;
}

/** What a file holds. */
export interface CacheContents {
  readonly records: readonly KeyedRecord[];
  /** False where the file is of another analyser or layout, or damaged: it is then to be written anew. */
  readonly whole: boolean;
}

/** Reads a file block by block, up to the first that is damaged; yields between two blocks, so that others can work. */
export function* readCache(file: Uint8Array, analyser: string): Generator<undefined, CacheContents> {
  const header = cacheHeader(analyser);
  const records: KeyedRecord[] = [];
  if (!header.every((byte, i) => file[i] === byte)) return { records, whole: false };
  let at = header.length;
  while (at < file.length) {
    const body = blockBody(file, at);
    const found = body === undefined ? undefined : unpackRecords(body);
    if (body === undefined || found === undefined) return { records, whole: false };
    for (const record of found) records.push(record);
    at += BLOCK_HEADER + body.length;
    yield;
  }
  return { records, whole: true };
}

/** Whether a value has the parts of an analysis; what they hold was checked by the checksum. */
export function isAnalysis(value: unknown): value is Analysis {
  if (typeof value !== 'object' || value === null) return false;
  return ['statements', 'quantities', 'sources'].every((part) => Array.isArray(Reflect.get(value, part)));
}

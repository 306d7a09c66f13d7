import type { Analysis } from '../analysis';

/**
 * The persisted cache: analyses by the text they were made of, so that a folder opens again without analysing what has not
 * changed. One entry a text; the outside stores the bytes under {@link cacheKey} and may delete them at any time.
 *
 * An entry is UTF-8: a header line `corroborate-cache 1 <analysis version> <key> <checksum of the body>`, then the analysis as
 * JSON. Whatever does not fit exactly is no entry, and is analysed anew.
 */
const MAGIC = 'corroborate-cache';
/** The layout of entries; raised when it changes. */
const LAYOUT = 1;

/**
 * The name that a text's analysis is stored under: 128 bits of the text and the version of the analysis.
 * Two runs of 64-bit FNV-1a (Fowler, Noll, Vo) over the UTF-16 code units with different offsets; no defence against anyone
 * who makes collisions on purpose, so the text's length stands in it too.
 */
export function cacheKey(source: string, analysisVersion: number): string {
  const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0');
  const seeds = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
  const salted = seeds.map((seed) => seed ^ Math.imul(analysisVersion + 1, 0x01000193));
  return `${salted.map((seed) => hex(hash(source, seed))).join('')}-${source.length.toString(36)}`;
}

function hash(text: string, seed: number): number {
  let h = seed >>> 0;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    h ^= h >>> 15;
  }
  return h >>> 0;
}

/** Makes the entry for an analysis. */
export function encodeEntry(key: string, analysisVersion: number, analysis: Analysis): string {
  const body = JSON.stringify(analysis);
  return `${header(key, analysisVersion, body)}\n${body}`;
}

function header(key: string, analysisVersion: number, body: string): string {
  return `${MAGIC} ${LAYOUT} ${analysisVersion} ${key} ${hash(body, 0x811c9dc5).toString(16)}`;
}

/** Reads an entry back; undefined where it is of another text, version or layout, cut off, or damaged in any way. */
export function decodeEntry(entry: string, key: string, analysisVersion: number): Analysis | undefined {
  const newline = entry.indexOf('\n');
  if (newline < 0) return undefined;
  const body = entry.slice(newline + 1);
  if (entry.slice(0, newline) !== header(key, analysisVersion, body)) return undefined;
  try {
    const parsed: unknown = JSON.parse(body);
    return isAnalysis(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** The checksum says that the body is what was written; this only says so to the type checker and to a forged header. */
export function isAnalysis(value: unknown): value is Analysis {
  if (typeof value !== 'object' || value === null) return false;
  return ['statements', 'quantities', 'sources'].every((part) => Array.isArray(Reflect.get(value, part)));
}

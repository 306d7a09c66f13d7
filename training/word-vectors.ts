/** Word vectors learnt on far more text than the corpus has, as `shrink-vectors.ts` leaves them beside this file. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hashWord } from '../src/analysis/statement/word-columns';

/** Words in lower case, the most frequent first, and a vector of unit length for each. */
export interface WordVectors {
  readonly words: readonly string[];
  readonly hashes: readonly number[];
  readonly width: number;
  readonly data: Float64Array;
}

/** Where the vectors are kept. */
export const VECTORS = path.join(import.meta.dirname, 'word-vectors.bin');

/** Lays vectors out as a file: two counts, the words' length in bytes, the words, and a signed byte for each number. */
export function packVectors(words: readonly string[], width: number, data: Float64Array): Uint8Array {
  const text = new TextEncoder().encode(words.join('\n'));
  const out = new Uint8Array(12 + text.length + data.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, words.length, true);
  view.setUint32(4, width, true);
  view.setUint32(8, text.length, true);
  out.set(text, 12);
  const largest = data.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  data.forEach((x, i) => (out[12 + text.length + i] = Math.round((127 * x) / largest)));
  return out;
}

/** Reads what {@link packVectors} wrote. */
export function readVectors(file: string): WordVectors {
  const bytes = readFileSync(file);
  const width = bytes.readUInt32LE(4);
  const start = 12 + bytes.readUInt32LE(8);
  const words = bytes.toString('utf8', 12, start).split('\n');
  const data = Float64Array.from({ length: words.length * width }, (_, i) => bytes.readInt8(start + i));
  for (let i = 0; i < words.length; i++) toUnit(data.subarray(i * width, (i + 1) * width));
  return {
    words,
    hashes: words.map((w) => hashWord(w, 0, w.length)),
    width,
    data,
  };
}

/** Scales a vector to length 1; zeros stay. */
export function toUnit(vector: Float64Array): void {
  const length = Math.hypot(...vector) || 1;
  for (let k = 0; k < vector.length; k++) vector[k] = (vector[k] ?? 0) / length;
}

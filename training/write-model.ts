import { MODEL_MAGIC, MODEL_VERSION } from '../src/analysis/statement/model-file';
import type { NetworkWeights } from '../src/analysis/statement/network-weights';
import { SLOT_BITS, slotOf, tagOf } from '../src/analysis/statement/packed-weights';
import type { ClassedWord } from './cluster-words';
import type { LinearModel } from './linear-model';

/** What goes into the weights file. */
export interface ModelParts {
  readonly clusters: readonly ClassedWord[];
  readonly cues: LinearModel;
  readonly roles: LinearModel;
  readonly network: NetworkWeights | null;
  readonly speechBias: number;
  readonly otherBias: number;
  readonly sourceBias: number;
  readonly contentBias: number;
}

/** Packs a model into the bytes that `readStatementModel` reads. */
export function packModel(parts: ModelParts): Uint8Array {
  return concat([
    uint32(MODEL_MAGIC),
    uint32(MODEL_VERSION),
    float32(parts.speechBias),
    float32(parts.otherBias),
    float32(parts.sourceBias),
    float32(parts.contentBias),
    packClusters(parts.clusters),
    packWeights(parts.cues),
    packWeights(parts.roles),
    ...(parts.network ? [packNetwork(parts.network)] : []),
  ]);
}

function packClusters(words: readonly ClassedWord[]): Uint8Array {
  const out = new DataView(new ArrayBuffer(4 + words.length * 8));
  out.setUint32(0, words.length, true);
  words.forEach(([hash, classes], i) => {
    out.setInt32(4 + i * 8, hash, true);
    out.setInt32(8 + i * 8, classes, true);
  });
  return new Uint8Array(out.buffer);
}

function packWeights({ columns, weights, index }: LinearModel): Uint8Array {
  const wide = columns > 3 ? 2 : 1;
  const scales = Array.from({ length: columns }, (_, c) =>
    scaleOf(Array.from(index.rows, (_row, i) => weights[i * columns + c] ?? 0)),
  );
  const out = new DataView(new ArrayBuffer((4 * wide) << SLOT_BITS));
  index.rows.forEach((row, i) => {
    const at = slotOf(row) * wide * 4;
    out.setUint8(at, tagOf(row));
    for (let c = 0; c < columns; c++) {
      const share = (weights[i * columns + c] ?? 0) / (scales[c] ?? 1);
      out.setInt8(at + 1 + c + (c >= 3 ? 1 : 0), Math.round(Math.sign(share) * Math.sqrt(Math.abs(share))));
    }
  });
  return concat([uint32(columns), ...scales.map(float32), new Uint8Array(out.buffer)]);
}

function packNetwork(network: NetworkWeights): Uint8Array {
  return concat([
    uint32(network.keys.length),
    integers(network.keys),
    shorts(network.embeddings),
    shorts(network.input),
    integers(network.inputBias),
    shorts(network.recurrent),
    shorts(network.outputCells),
    shorts(network.outputWords),
    integers(network.outputBias),
  ]);
}

/** What a square is worth: the largest weight is 127². Small weights are kept finely, large ones are not cut off. */
function scaleOf(weights: readonly number[]): number {
  const largest = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0);
  return Math.fround((largest || 1) / (127 * 127));
}

function uint32(value: number): Uint8Array {
  const out = new DataView(new ArrayBuffer(4));
  out.setUint32(0, value, true);
  return new Uint8Array(out.buffer);
}

function integers(values: Int32Array): Uint8Array {
  const out = new DataView(new ArrayBuffer(4 * values.length));
  values.forEach((value, i) => out.setInt32(4 * i, value, true));
  return new Uint8Array(out.buffer);
}

function shorts(values: Int16Array): Uint8Array {
  const out = new DataView(new ArrayBuffer(2 * values.length));
  values.forEach((value, i) => out.setInt16(2 * i, value, true));
  return new Uint8Array(out.buffer);
}

function float32(value: number): Uint8Array {
  const out = new DataView(new ArrayBuffer(4));
  out.setFloat32(0, value, true);
  return new Uint8Array(out.buffer);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

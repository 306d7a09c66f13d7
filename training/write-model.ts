import { MODEL_MAGIC, MODEL_VERSION } from '../src/analysis/statement/model-file';
import { BUCKETS, LOW_BITS } from '../src/analysis/statement/packed-weights';
import type { ClusterTable } from './cluster-words';
import type { LinearModel } from './linear-model';

/** What goes into the weights file. */
export interface ModelParts {
  readonly clusters: ClusterTable;
  readonly cues: LinearModel;
  readonly roles: LinearModel;
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
  ]);
}

function packClusters({ keys, values }: ClusterTable): Uint8Array {
  const used = [...keys.keys()].filter((i) => keys[i] !== 0);
  const out = new DataView(new ArrayBuffer(4 + used.length * 6));
  out.setUint32(0, used.length, true);
  used.forEach((slot, i) => {
    out.setInt32(4 + i * 4, keys[slot] ?? 0, true);
    out.setUint16(4 + used.length * 4 + i * 2, values[slot] ?? 0, true);
  });
  return new Uint8Array(out.buffer);
}

function packWeights({ columns, weights, index }: LinearModel): Uint8Array {
  const kept = [...index.rows.keys()].sort((a, b) => (index.rows[a] ?? 0) - (index.rows[b] ?? 0));
  const scales = Array.from({ length: columns }, (_, c) =>
    scaleOf(kept.map((i) => weights[i * columns + c] ?? 0)),
  );
  const counts = new Uint8Array(BUCKETS);
  const low = new Uint8Array(kept.length);
  const values = new Int8Array(kept.length * columns);
  kept.forEach((i, n) => {
    const row = index.rows[i] ?? 0;
    counts[row >>> LOW_BITS] = (counts[row >>> LOW_BITS] ?? 0) + 1;
    low[n] = row & ((1 << LOW_BITS) - 1);
    for (let c = 0; c < columns; c++) {
      const share = (weights[i * columns + c] ?? 0) / (scales[c] ?? 1);
      values[n * columns + c] = Math.round(Math.sign(share) * Math.sqrt(Math.abs(share)));
    }
  });
  return concat([
    uint32(columns),
    uint32(kept.length),
    ...scales.map(float32),
    counts,
    low,
    new Uint8Array(values.buffer),
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

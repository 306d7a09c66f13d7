import { BUCKETS, PackedWeights } from './packed-weights';
import type { WordClusters } from './word-clusters';
import { wordClusters } from './word-clusters';

/** What `models/statements.bin` holds. */
export interface StatementModel {
  readonly clusters: WordClusters;
  readonly cues: PackedWeights;
  readonly roles: PackedWeights;
  /** Added to the scores of a segment's first token: above 0 finds more, below 0 fewer. */
  readonly speechBias: number;
  /** The same for a cue's first token that is not a speech verb's: the corpus counts attitudes that other news has few of. */
  readonly otherBias: number;
  readonly sourceBias: number;
  readonly contentBias: number;
}

/** The first four bytes of the file, and the version of its layout. */
export const MODEL_MAGIC = 0x53425243;
export const MODEL_VERSION = 2;

/**
 * Reads a weights file, little-endian throughout.
 * @returns null where the bytes are no weights file of this version
 */
export function readStatementModel(bytes: Uint8Array): StatementModel | null {
  const reader = new Reader(bytes);
  if (reader.uint32() !== MODEL_MAGIC || reader.uint32() !== MODEL_VERSION) return null;
  try {
    const speechBias = reader.float32();
    const otherBias = reader.float32();
    const sourceBias = reader.float32();
    const contentBias = reader.float32();
    return {
      speechBias,
      otherBias,
      sourceBias,
      contentBias,
      clusters: reader.clusters(),
      cues: reader.weights(),
      roles: reader.weights(),
    };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

class Reader {
  private readonly view: DataView;
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  uint32(): number {
    if (this.at + 4 > this.bytes.length) return -1;
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  float32(): number {
    this.at += 4;
    return this.view.getFloat32(this.at - 4, true);
  }

  clusters(): WordClusters {
    const words = this.uint32();
    const size = 1 << (33 - Math.clz32(words));
    const keys = new Int32Array(size);
    const values = new Uint16Array(size);
    for (let i = 0; i < words; i++) {
      const key = this.view.getInt32(this.at + i * 4, true);
      let slot = key & (size - 1);
      while (keys[slot] !== 0) slot = (slot + 1) & (size - 1);
      keys[slot] = key;
      values[slot] = this.view.getUint16(this.at + words * 4 + i * 2, true);
    }
    this.at += words * 6;
    return wordClusters(keys, values);
  }

  weights(): PackedWeights {
    const columns = this.uint32();
    const rows = this.uint32();
    const scales = Float32Array.from({ length: columns }, () => this.float32());
    const counts = this.take(BUCKETS);
    const low = this.take(rows);
    const weights = this.take(rows * columns);
    return new PackedWeights(
      columns,
      counts,
      low,
      new Int8Array(weights.buffer, weights.byteOffset, weights.length),
      scales,
    );
  }

  private take(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) throw new RangeError('The weights file ends too early.');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

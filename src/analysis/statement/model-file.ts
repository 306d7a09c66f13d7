import { AttributionNetwork } from './attribution-network';
import type { NetworkWeights } from './network-weights';
import { networkSizes } from './network-weights';
import { PackedWeights, SLOT_BITS } from './packed-weights';
import type { WordClusters } from './word-clusters';
import { classTable } from './word-clusters';

/** What `models/statements.bin` holds. */
export interface StatementModel {
  readonly clusters: WordClusters;
  readonly cues: PackedWeights;
  readonly roles: PackedWeights;
  /** Null in the models that the network learns beside. */
  readonly network: AttributionNetwork | null;
  /** Added to the scores of a segment's first token: above 0 finds more, below 0 fewer. */
  readonly speechBias: number;
  /** The same for a cue's first token that is not a speech verb's: the corpus counts attitudes that other news has few of. */
  readonly otherBias: number;
  readonly sourceBias: number;
  readonly contentBias: number;
}

/** The first four bytes of the file, and the version of its layout. */
export const MODEL_MAGIC = 0x53425243;
export const MODEL_VERSION = 5;

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
      network: reader.isAtEnd() ? null : new AttributionNetwork(reader.network()),
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

  isAtEnd(): boolean {
    return this.at >= this.bytes.length;
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
    const count = this.uint32();
    if (this.at + count * 8 > this.bytes.length) throw new RangeError('The weights file ends too early.');
    const { view, at } = this;
    this.at += count * 8;
    function* words(): Generator<[number, number]> {
      for (let i = 0; i < count; i++)
        yield [view.getInt32(at + i * 8, true), view.getInt32(at + i * 8 + 4, true)];
    }
    return classTable(words(), count);
  }

  weights(): PackedWeights {
    const columns = this.uint32();
    const scales = Float32Array.from({ length: columns }, () => this.float32());
    const words = new Int32Array((columns > 3 ? 2 : 1) << SLOT_BITS);
    for (let i = 0; i < words.length; i++, this.at += 4) words[i] = this.view.getInt32(this.at, true);
    return new PackedWeights(columns, words, scales);
  }

  network(): NetworkWeights {
    const sizes = networkSizes(this.uint32());
    return {
      keys: this.integers(sizes.keys),
      embeddings: this.shorts(sizes.embeddings),
      input: this.shorts(sizes.input),
      inputBias: this.integers(sizes.inputBias),
      recurrent: this.shorts(sizes.recurrent),
      outputCells: this.shorts(sizes.outputCells),
      outputWords: this.shorts(sizes.outputWords),
      outputBias: this.integers(sizes.outputBias),
    };
  }

  private shorts(count: number): Int16Array {
    if (this.at + 2 * count > this.bytes.length) throw new RangeError('The weights file ends too early.');
    const read = new Int16Array(count);
    for (let i = 0; i < count; i++, this.at += 2) read[i] = this.view.getInt16(this.at, true);
    return read;
  }

  private integers(count: number): Int32Array {
    if (this.at + 4 * count > this.bytes.length) throw new RangeError('The weights file ends too early.');
    const read = new Int32Array(count);
    for (let i = 0; i < count; i++, this.at += 4) read[i] = this.view.getInt32(this.at, true);
    return read;
  }
}

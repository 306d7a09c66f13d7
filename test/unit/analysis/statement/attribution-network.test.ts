import assert from 'node:assert/strict';
import { AttributionNetwork, keyOf } from '../../../../src/analysis/statement/attribution-network';
import { fastMachine } from '../../../../src/analysis/statement/network-kernel';
import { MOST_TOKENS, networkLayout } from '../../../../src/analysis/statement/network-memory';
import type { NetworkWeights } from '../../../../src/analysis/statement/network-weights';
import { KINDS, networkSizes, PROPERTIES, WIDTH } from '../../../../src/analysis/statement/network-weights';
import { TokenValues } from '../../../../src/analysis/statement/token-values';

/** Whole numbers between `-size` and `size` that look like chance. */
function noise(length: number, size: number): number[] {
  return Array.from({ length }, (_, i) => (Math.imul(i + 1, 0x9e3779b1) >> 8) % (size + 1));
}

const KNOWN = 40;

/** Weights of so great a size that gates are open, shut and in between, and the greatest sums leave 16 bits. */
function weights(size: number): NetworkWeights {
  const sizes = networkSizes(KNOWN * PROPERTIES);
  const keys = Array.from({ length: sizes.keys }, (_, i) =>
    keyOf(i % PROPERTIES, Math.floor(i / PROPERTIES)),
  );
  return {
    keys: Int32Array.from(keys),
    embeddings: Int16Array.from(noise(sizes.embeddings, size)),
    input: Int16Array.from(noise(sizes.input, size)),
    inputBias: Int32Array.from(noise(sizes.inputBias, size << 10)),
    recurrent: Int16Array.from(noise(sizes.recurrent, size)),
    outputCells: Int16Array.from(noise(sizes.outputCells, size)),
    outputWords: Int16Array.from(noise(sizes.outputWords, size)),
    outputBias: Int32Array.from(noise(sizes.outputBias, size << 10)),
  };
}

/** Properties of some tokens, one value in three never met before. */
function valuesOf(tokens: number): TokenValues {
  const values = new TokenValues(1 + PROPERTIES);
  values.begin(tokens);
  for (let p = 0; p < PROPERTIES; p++)
    values.copy(
      1 + p,
      Int32Array.from(
        { length: tokens },
        (_, t) => (Math.imul(t + 7 * p + 1, 0x9e3779b1) >>> 8) % (1.5 * KNOWN),
      ),
      0,
      tokens,
    );
  return values;
}

function scores(network: AttributionNetwork, tokens: number): number[][] {
  const out = Array.from({ length: KINDS }, () => new Float32Array(3 * tokens));
  network.score(valuesOf(tokens), tokens, out);
  return out.map((column) => Array.from(column));
}

describe('statements: the network', () => {
  it('this engine can use vectors', () => assert.notEqual(fastMachine(networkLayout(WIDTH)), null));

  for (const size of [60, 900, 20_000])
    it(`weights up to ${size}: the same scores by vectors as in plain code`, () => {
      const [fast, plain] = [
        new AttributionNetwork(weights(size)),
        new AttributionNetwork(weights(size), false),
      ];
      for (const tokens of [0, 1, 2, 3, 17, MOST_TOKENS])
        assert.deepEqual(scores(fast, tokens), scores(plain, tokens));
      assert.ok(new Set(scores(fast, MOST_TOKENS).flat()).size > MOST_TOKENS);
    });

  it('reads a stretch the same whatever was read before', () => {
    const network = new AttributionNetwork(weights(900));
    const first = scores(network, 20);
    scores(network, 100);
    assert.deepEqual(scores(network, 20), first);
  });

  it('what stands behind a token counts as what stands before it does', () => {
    const network = new AttributionNetwork(weights(900));
    const [alone, longer] = [scores(network, 5), scores(network, 6)];
    assert.notDeepEqual(longer[0]?.slice(0, 3), alone[0]?.slice(0, 3));
  });

  it('reads no more tokens at once than there is room for', () =>
    assert.throws(() => scores(new AttributionNetwork(weights(60)), MOST_TOKENS + 1), RangeError));
});

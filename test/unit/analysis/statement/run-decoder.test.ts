import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RunDecoder } from '../../../../src/analysis/statement/run-decoder';
import { CUE_AUTOMATON, NO_BARRIER } from '../../../../src/analysis/statement/segment-automaton';
import { SegmentDecoder } from '../../../../src/analysis/statement/segment-decoder';

/** Small whole scores, so that paths often tie. */
const scores = fc
  .array(
    fc.tuple(
      fc.integer({ min: -3, max: 2 }),
      fc.integer({ min: -3, max: 2 }),
      fc.integer({ min: -3, max: 2 }),
    ),
    {
      maxLength: 40,
    },
  )
  .map((rows) => Float32Array.from(rows.flat()));

describe('the decoder of runs', () => {
  const [runs, segments] = [new RunDecoder(), new SegmentDecoder(CUE_AUTOMATON)];
  it('finds what the general decoder finds', () => {
    fc.assert(
      fc.property(scores, (own) => {
        const count = own.length / 3;
        const [quick, general] = [new Uint8Array(count + 1), new Uint8Array(count + 1)];
        runs.decode(own, count, quick);
        segments.decode(own, count, NO_BARRIER, general);
        assert.deepEqual(quick, general);
      }),
      { numRuns: 300 },
    );
  });
});

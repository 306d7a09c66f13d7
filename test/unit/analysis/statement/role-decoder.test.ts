import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RoleDecoder } from '../../../../src/analysis/statement/role-decoder';
import { ROLE_AUTOMATON } from '../../../../src/analysis/statement/segment-automaton';
import { SegmentDecoder } from '../../../../src/analysis/statement/segment-decoder';

const COLUMNS = 6;

/** Small whole scores, so that paths often tie; every token's sources and contents alternately likely and not. */
const scores = fc
  .array(fc.array(fc.integer({ min: -4, max: 3 }), { minLength: COLUMNS, maxLength: COLUMNS }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((rows) => Float32Array.from(rows.flat()));

describe('the decoder of roles', () => {
  const [roles, segments] = [new RoleDecoder(), new SegmentDecoder(ROLE_AUTOMATON)];
  it('finds what the general decoder finds', () => {
    fc.assert(
      fc.property(scores, fc.nat(40), fc.integer({ min: 1, max: 4 }), (own, from, length) => {
        const count = own.length / COLUMNS;
        const first = from % count;
        const barrier = { first, end: Math.min(count, first + length) };
        own.fill(0, barrier.first * COLUMNS, barrier.end * COLUMNS);
        const [quick, general] = [new Uint8Array(count + 1), new Uint8Array(count + 1)];
        roles.decode(own, count, barrier, quick);
        segments.decode(own, count, barrier, general);
        assert.deepEqual(quick, general);
      }),
      { numRuns: 1000 },
    );
  });
});

import assert from 'node:assert/strict';
import { PackedWeights, SLOT_BITS, slotOf, tagOf } from '../../../../src/analysis/statement/packed-weights';

const ROW = 0xabcdef;
const SAME_SLOT = ROW ^ (1 << SLOT_BITS);
const OTHER = 0x123456;

/** A table that keeps one row, with the roots 3, -2 and 1 (and 4, 0 and -5). */
function tableOf(columns: 3 | 6): PackedWeights {
  const wide = columns === 6 ? 2 : 1;
  const words = new Int32Array(wide << SLOT_BITS);
  words[slotOf(ROW) * wide] = tagOf(ROW) | (3 << 8) | ((-2 & 0xff) << 16) | (1 << 24);
  if (columns === 6) words[slotOf(ROW) * 2 + 1] = (4 << 8) | ((-5 & 0xff) << 24);
  return new PackedWeights(columns, words, new Float32Array(columns).fill(0.5));
}

function scores(columns: 3 | 6, rows: readonly number[]): number[] {
  const out = new Float32Array(columns);
  tableOf(columns).scoreRows(Int32Array.from(rows), 0, rows.length, out, 0);
  return Array.from(out, (x) => x + 0);
}

describe('statements: packed weights', () => {
  it('a kept row weighs the square of its signed roots', () =>
    assert.deepEqual(scores(3, [ROW]), [4.5, -2, 0.5]));
  it('six columns', () => assert.deepEqual(scores(6, [ROW]), [4.5, -2, 0.5, 8, 0, -12.5]));
  it('another row of the same slot weighs nothing', () =>
    assert.deepEqual(scores(6, [SAME_SLOT]), [0, 0, 0, 0, 0, 0]));
  it('rows add up', () => assert.deepEqual(scores(3, [ROW, OTHER, ROW]), [9, -4, 1]));
});

import assert from 'node:assert/strict';
import { FeatureTemplates, STEP } from '../../../../src/analysis/statement/feature-hash';
import { createFeatureKernel } from '../../../../src/analysis/statement/feature-kernel';
import { PackedWeights } from '../../../../src/analysis/statement/packed-weights';
import { SLOT_BITS, slotOf, tagOf } from '../../../../src/analysis/statement/row-slots';
import { TokenValues } from '../../../../src/analysis/statement/token-values';

const TEMPLATES = new FeatureTemplates([[1], [1 - STEP, 2], [1 + 2 * STEP, 2, 3 - 3 * STEP], [3, 3 + STEP]]);

/** Values of some tokens: small numbers, and hashes of any size. */
function valuesOf(tokens: number): TokenValues {
  const values = new TokenValues(4);
  values.begin(tokens);
  const column = Int32Array.from({ length: tokens }, (_, i) => Math.imul(i + 1, 0x9e3779b1));
  values.copy(1, column, 0, tokens);
  values.copy(2, Int32Array.from(column, Math.abs), 0, tokens);
  values.fill(3, -7);
  return values;
}

/** A table that holds two in three of the rows, each with weights that follow from it. */
function tableOf(columns: number, rows: Int32Array): Int32Array {
  const wide = columns > 3 ? 2 : 1;
  const words = new Int32Array(wide << SLOT_BITS);
  rows.forEach((row, i) => {
    if (i % 3 === 0) return;
    words[slotOf(row) * wide] = tagOf(row) | (Math.imul(row, 0x85ebca6b) & ~0xff);
    if (wide === 2) words[slotOf(row) * wide + 1] = Math.imul(row, 0xc2b2ae35) & ~0xff;
  });
  return words;
}

function scores(columns: number, tokens: number, fast: boolean): number[] {
  const values = valuesOf(tokens);
  const rows = new Int32Array(tokens * TEMPLATES.count);
  TEMPLATES.rows(values, tokens, rows);
  const scales = Float32Array.from({ length: columns }, (_, c) => 1 / (c + 1));
  const weights = new PackedWeights(columns, tableOf(columns, rows), scales, fast);
  const out = new Float32Array(tokens * columns);
  weights.score(TEMPLATES, values, tokens, out);
  return Array.from(out);
}

describe('statements: scoring four tokens at a time', () => {
  it('this engine can do it', () =>
    assert.notEqual(createFeatureKernel(3, new Int32Array(1 << SLOT_BITS)), null));
  for (const columns of [3, 6])
    for (const tokens of [0, 1, 2, 3, 4, 5, 37, 400, 1024, 1025])
      it(`${columns} columns of ${tokens} tokens: the same scores as one by one`, () => {
        const plain = scores(columns, tokens, false);
        assert.deepEqual(scores(columns, tokens, true), plain);
        assert.equal(
          plain.some((score) => score !== 0),
          tokens > 0,
        );
      });
});

import assert from 'node:assert/strict';
import { readStatementModel } from '../../../../src/analysis/statement/model-file';
import { createStatementFinder } from '../../../../src/analysis/statement';
import { readArticleText } from '../../../../src/text';
import { WEIGHTS } from './weights';

const TEXT = 'Officials said that the bridge was closed.';

/** Bytes that are no weights file are told, and the finder goes on by rules. */
function check(bytes: Uint8Array): void {
  assert.equal(readStatementModel(bytes), null);
  const text = readArticleText(TEXT, 'plain');
  assert.deepEqual(createStatementFinder(bytes).find(text), createStatementFinder(null).find(text));
}

describe('statements: weights file', () => {
  it('the shipped file is read', () => assert.notEqual(readStatementModel(WEIGHTS), null));
  it('is at most 3 MB', () => assert.ok(WEIGHTS.length <= 3_000_000, `${WEIGHTS.length} bytes`));
  it('no bytes', () => check(new Uint8Array(0)));
  it('another file', () => check(new TextEncoder().encode('# not weights\n'.repeat(20))));
  it('a file that was cut off', () => {
    for (const length of [4, 8, 19, 100, 70_000, WEIGHTS.length - 1]) check(WEIGHTS.subarray(0, length));
  });
  it('another version', () => {
    const bytes = Uint8Array.from(WEIGHTS);
    bytes[4] = 99;
    check(bytes);
  });
});

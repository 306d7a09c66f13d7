import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnalyser } from '../../../src/analysis';
import { pack, unpack } from '../../../src/corpus';
import { readArticleText } from '../../../src/text';

const SOURCE = 'Nine miners died at Torrevale, the Mines Inspectorate said. “We lost nine,” said Ada Rell.';

describe('packed values', () => {
  it('give back any plain value', () => {
    const plain = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'binary' }),
        fc.double({ noNaN: true }),
        fc.maxSafeInteger(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(
          fc.constantFrom('start', 'end', 'path', 'text', 'kind', 'other key'),
          fc.oneof(fc.maxSafeInteger(), fc.nat(40), tie('value')),
          { noNullPrototype: true },
        ),
      ),
    }));
    fc.assert(
      fc.property(plain.value, (value) => {
        assert.deepEqual(
          unpack(
            pack(value, () => SOURCE),
            () => SOURCE,
          ),
          value,
        );
      }),
    );
  });
  it('take the words of spans from the article', () => {
    const analysis = createAnalyser(null).analyse(readArticleText(SOURCE, 'plain'));
    const bytes = pack(analysis, () => SOURCE);
    assert.deepEqual(
      unpack(bytes, () => SOURCE),
      JSON.parse(JSON.stringify(analysis)),
    );
    assert.ok(bytes.length < JSON.stringify(analysis).length / 4, `${bytes.length} bytes`);
  });
  it('say so where bytes are missing or left over', () => {
    const bytes = pack({ text: 'nine', value: [1, 2.5, -3] }, () => '');
    for (let end = 0; end < bytes.length; end++)
      assert.equal(
        unpack(bytes.subarray(0, end), () => ''),
        undefined,
      );
    assert.equal(
      unpack(Uint8Array.of(...bytes, 0), () => ''),
      undefined,
    );
  });
});

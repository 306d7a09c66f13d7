import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Analysis } from '../../../src/analysis';
import type { CacheContents } from '../../../src/corpus';
import { cacheBlock, cacheHeader, cacheKey, readCache, recordOf } from '../../../src/corpus';
import type { KeyedRecord } from '../../../src/corpus';
import { readArticleText } from '../../../src/text';

const NOTHING: Analysis = { statements: [], quantities: [], sources: [] };

function record(source: string): KeyedRecord {
  return [cacheKey(source, 'plain'), recordOf(readArticleText(source, 'plain'), NOTHING)];
}

const FIRST = record('TARVIK, June 4, 2023 (Northwire) - Seven boats sank off Tarvik. Seven boats!');
const SECOND = record('Nobody was hurt when 12 boats sank.');

function fileOf(...blocks: readonly (readonly KeyedRecord[])[]): Uint8Array {
  return Uint8Array.from([cacheHeader('3-a'), ...blocks.map(cacheBlock)].flatMap((part) => [...part]));
}

function read(file: Uint8Array, analyser = '3-a'): CacheContents {
  const steps = readCache(file, analyser);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

describe('the persisted cache', () => {
  it('gives back what was stored', () => {
    assert.deepEqual(read(fileOf([FIRST], [SECOND])), { records: [FIRST, SECOND], whole: true });
  });
  it('keeps dates, terms and where they stand', () => {
    const [, { terms, date }] = FIRST;
    assert.match(date ?? '', /^2023-06-04$/u);
    assert.equal(terms.counts[terms.terms.indexOf('boat')], 2);
    assert.ok(terms.opening.length > 0);
  });
  it('gives what stands before a block that was cut off', () => {
    const file = fileOf([FIRST], [SECOND]);
    assert.deepEqual(read(file.subarray(0, -3)), { records: [FIRST], whole: false });
  });
  it('gives what stands before a changed block', () => {
    const file = fileOf([FIRST], [SECOND]);
    const last = file.length - 1;
    file[last] = (file[last] ?? 0) ^ 1;
    assert.deepEqual(read(file), { records: [FIRST], whole: false });
  });
  it('ignores an empty file', () => assert.deepEqual(read(new Uint8Array()), { records: [], whole: false }));
  it('ignores a file of another analyser', () => {
    assert.deepEqual(read(fileOf([FIRST]), '3-b'), { records: [], whole: false });
  });
  it('ignores a file of another layout', () => {
    const file = fileOf([FIRST]);
    file['corroborate-cache '.length] = 'x'.charCodeAt(0);
    assert.deepEqual(read(file), { records: [], whole: false });
  });
  it('reads any bytes without harm', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const header = cacheHeader('3-a');
        const file = new Uint8Array(header.length + bytes.length);
        file.set(header);
        file.set(bytes, header.length);
        assert.deepEqual(read(file).records, []);
      }),
    );
  });
  it('tells texts and markups apart', () => {
    const keys = ['a', 'b', 'ab', 'ba', ''].flatMap((text) =>
      (['plain', 'markdown'] as const).map((format) => cacheKey(text, format)),
    );
    assert.equal(new Set(keys).size, keys.length);
  });
});

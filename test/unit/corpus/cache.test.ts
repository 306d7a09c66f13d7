import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Analysis } from '../../../src/analysis';
import { cacheKey, decodeEntry, encodeEntry } from '../../../src/corpus';

const ANALYSIS: Analysis = {
  statements: [],
  quantities: [
    {
      start: 0,
      end: 5,
      text: 'seven',
      kind: 'count',
      value: 7,
      unit: null,
      modifier: null,
      thing: 'boats',
      thingSpan: { start: 6, end: 11 },
    },
  ],
  sources: [],
};

function check(damage: (entry: string) => string, expected: Analysis | undefined): void {
  const key = cacheKey('seven boats', 3);
  assert.deepEqual(decodeEntry(damage(encodeEntry(key, 3, ANALYSIS)), key, 3), expected);
}

describe('the persisted cache', () => {
  it('gives back what was stored', () => check((e) => e, ANALYSIS));
  it('ignores an entry that was cut off', () => check((e) => e.slice(0, -3), undefined));
  it('ignores an empty file', () => check(() => '', undefined));
  it('ignores a changed body', () => check((e) => e.replace('boats', 'goats'), undefined));
  it('ignores an entry of another analysis', () =>
    check((e) => e.replace('cache 1 3', 'cache 1 2'), undefined));
  it('ignores an entry of another layout', () => check((e) => e.replace('cache 1', 'cache 2'), undefined));
  it('ignores anything else', () => {
    fc.assert(fc.property(fc.string(), (text) => decodeEntry(text, cacheKey('a', 1), 1) === undefined));
  });
  it('tells texts and versions apart', () => {
    const keys = ['a', 'b', 'ab', 'ba', ''].flatMap((text) =>
      [1, 2].map((version) => cacheKey(text, version)),
    );
    assert.equal(new Set(keys).size, keys.length);
  });
});

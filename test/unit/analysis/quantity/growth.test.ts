import { strict as assert } from 'node:assert';
import { findQuantities } from '../../../../src/analysis/quantity';
import { Atoms } from '../../../../src/analysis/quantity/atoms';
import type { ArticleText } from '../../../../src/text';

/** Only the prose is read by the scanner; the rest of the text layer has growth tests of its own. */
function proseOnly(prose: string): ArticleText {
  const none = new Uint32Array(0);
  const tokens = { count: 0, start: none, end: none, kind: new Uint8Array(0) };
  return { source: '', format: 'plain', prose, blocks: [], tokens, sentences: [], quotations: [] };
}

const WATCHED = ['entry', 'lex', 'text', 'symbol', 'isWord', 'isDigits', 'glued', 'follows'] as const;

/** How often the rules looked at an atom while reading `prose`: a count of work that does not depend on the machine. */
function work(prose: string): number {
  let count = 0;
  const kept = WATCHED.map((name) => [name, Object.getOwnPropertyDescriptor(Atoms.prototype, name)] as const);
  for (const [name, own] of kept) {
    const original: unknown = own?.value;
    assert.ok(typeof original === 'function');
    Object.defineProperty(Atoms.prototype, name, {
      configurable: true,
      value(this: Atoms, ...args: unknown[]): unknown {
        count++;
        return Reflect.apply(original, this, args);
      },
    });
  }
  try {
    findQuantities(proseOnly(prose), { dateline: '2024-01-24' });
  } finally {
    for (const [name, own] of kept) if (own) Object.defineProperty(Atoms.prototype, name, own);
  }
  return count;
}

function checkLinear(unit: string): void {
  const small = work(unit.repeat(1_000 / unit.length));
  const large = work(unit.repeat(6_000 / unit.length));
  assert.ok(large <= 6.6 * small + 1_000, `${JSON.stringify(unit)}: ${small} looks grew to ${large}`);
}

describe('quantities, growth of work', () => {
  const hostile = [
    '1',
    ',',
    '1,',
    '1.',
    '1/',
    '1-',
    '1:',
    '1 ',
    '$',
    '$1',
    '%',
    'one ',
    'one of the ',
    'a hundred and ',
    'twenty-',
    'million ',
    'three million, two ',
    'half ',
    'hundreds of ',
    'no ',
    'May ',
    'Jan. ',
    'at least ',
    'ten blue, ',
    'red and ',
    ' 1 km (',
    '(1',
    '-1 ',
    'a ',
    'first ',
    'between 1 and ',
    'early ',
    'more than 1 and ',
    '½',
    'http:',
    '100 000 ',
    '12,34,',
    '2 to ',
    '1 in ',
    'two-',
  ];
  for (const unit of hostile) it(`is linear on ${JSON.stringify(unit)}`, () => checkLinear(unit));

  it('reads a megabyte of digits and of commas', () => {
    assert.deepEqual(findQuantities(proseOnly('7'.repeat(1e6)), { dateline: null }), []);
    assert.deepEqual(findQuantities(proseOnly(','.repeat(1e6)), { dateline: null }), []);
  });
});

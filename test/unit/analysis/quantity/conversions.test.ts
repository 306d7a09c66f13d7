import { strict as assert } from 'node:assert';
import { conversionsOf, convert, findQuantities } from '../../../../src/analysis/quantity';
import { readArticleText } from '../../../../src/text';

function check(sentence: string, expected: string[], at = 0): void {
  const all = findQuantities(readArticleText(sentence, 'plain'), { dateline: '2024-01-24' });
  const quantity = all[at];
  assert.ok(quantity, 'a quantity');
  const lines = conversionsOf(quantity, all).map(
    (c) => `${c.value}${c.high === undefined ? '' : `..${c.high}`} ${c.unit} (${c.from})`,
  );
  assert.deepEqual(lines, expected);
}

describe('conversions for a hover', () => {
  it('shows miles for kilometres', () => check('The road is 40 km long.', ['24.9 mile (computed)']));
  it('shows kilometres for miles', () => check('The road is 25 miles long.', ['40.2 kilometre (computed)']));
  it('shows Fahrenheit for Celsius', () =>
    check('It was 30 degrees Celsius.', ['86 degree Fahrenheit (computed)']));
  it('shows Celsius for Fahrenheit', () =>
    check('It was 5 degrees Fahrenheit.', ['-15 degree Celsius (computed)']));
  it('shows kilograms for pounds', () => check('The crate weighed 200 lbs.', ['90.7 kilogram (computed)']));
  it('shows both ends of a range', () =>
    check('They walked 3 to 5 miles.', ['4.83..8.05 kilometre (computed)']));
  it('prefers what the article says', () =>
    check('The road is 10 km (six miles) long.', ['6 mile (article)']));
  it('works from the restatement too', () =>
    check('The road is 10 km (six miles) long.', ['10 kilometre (article)'], 1));
  it('shows the other zones that the article names', () =>
    check('It sank at 11:15 a.m. local time (0815 GMT, 3:15 a.m. EST).', [
      '08:15 GMT (article)',
      '03:15 EST (article)',
    ]));
  it('shows any time in the zones that the article names', () => {
    const sunk = 'It sank at 11:15 a.m. local time (0815 GMT). Help came at 2 p.m.';
    check(sunk, ['11:00 GMT (computed)'], 2);
    check('It sank at 11 p.m. EST. London heard at 5 a.m. GMT.', ['04:00 GMT (computed)']);
    check('It sank at 11 p.m. EST. London heard at 5 a.m. GMT.', ['00:00 EST (computed)'], 1);
  });
  it('does not guess what a zone is', () => check('It sank at 11 p.m. London heard at 5 a.m. GMT.', []));
  it('shows the other currency that the article names', () =>
    check('It cost six billion euro (£5.13 billion).', ['5130000000 GBP (article)']));
  it('shows nothing for a count', () => check('They found 12 boxes.', []));
  it('converts only within a kind', () => assert.equal(convert(1, 'kilometre', 'hour'), null));
  it('converts areas and speeds made of other units', () => {
    assert.equal(convert(1, 'square kilometre', 'hectare'), 100);
    assert.equal(Math.round(convert(100, 'kilometre per hour', 'mile per hour') ?? 0), 62);
  });
});

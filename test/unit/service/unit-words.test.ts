import assert from 'node:assert/strict';
import { unitWords } from '../../../src/service/unit-words';

describe('units in words', () => {
  const check = (unit: string, many: string, one = unit): void => {
    assert.equal(unitWords(unit, false), many);
    assert.equal(unitWords(unit, true), one);
  };

  it('follow their number in the plural', () => {
    check('kilometre', 'kilometres');
    check('foot', 'feet');
    check('century', 'centuries');
  });

  it('of several words have the plural where it belongs', () => {
    check('mile per hour', 'miles per hour');
    check('square foot', 'square feet');
    check('degree Celsius', 'degrees Celsius');
    check('percentage point', 'percentage points');
  });

  it('that are codes stay as they are, and magnitudes have none', () => {
    check('EUR', 'EUR');
    check('magnitude', '', '');
  });
});

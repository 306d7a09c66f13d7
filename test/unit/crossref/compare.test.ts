import assert from 'node:assert/strict';
import { findQuantities } from '../../../src/analysis/quantity';
import { sameValue, relate } from '../../../src/crossref/compare-measures';
import { relateDateValues } from '../../../src/crossref/compare-dates';
import { measureOf } from '../../../src/crossref/measure';
import { readArticleText } from '../../../src/text';

/** Compares the first quantity of two texts; local time is two hours ahead of UTC. */
function check(a: string, b: string, expected: 'same' | 'refine' | 'differ'): void {
  const [x, y] = [a, b].map((source) => {
    const quantity = findQuantities(readArticleText(source, 'plain'))[0];
    return quantity === undefined ? undefined : measureOf(quantity, 120);
  });
  assert.ok(x !== undefined && y !== undefined, 'both texts have a quantity');
  assert.equal(sameValue(x, y) ? 'same' : relate(x, y), expected);
}

describe('comparing measures', () => {
  it('equal counts', () => check('Five people', '5 people', 'same'));
  it('different counts', () => check('21 people', '25 people', 'differ'));
  it('a lower bound and a larger count', () => check('at least 5 people', '24 people', 'refine'));
  it('a lower bound and a smaller count', () => check('at least 24 people', '5 people', 'differ'));
  it('two lower bounds', () => check('at least 5 people', 'at least 24 people', 'refine'));
  it('a rough count near an exact one', () => check('about 50 people', '52 people', 'refine'));
  it('a rough count far from an exact one', () => check('about 50 people', '80 people', 'differ'));
  it('dozens and a number', () => check('dozens of people', '240 people', 'refine'));
  it('hundreds and a number somewhat below', () => check('hundreds of people', '60 people', 'refine'));
  it('thousands and a number far below', () => check('thousands of people', '60 people', 'differ'));
  it('the time of a place whose clock is not known', () =>
    check('at 23.40 Ostrian time', 'at 4:10 a.m. local time', 'refine'));
  it('miles and kilometres within rounding', () =>
    check('a 930-mile line', 'a 1,500-kilometre line', 'same'));
  it('miles and kilometres beyond it', () => check('a 930-mile line', 'a 1,600-kilometre line', 'differ'));
  it('one unit is never rounded', () => check('1,500 km', '1,497 km', 'differ'));
  it('times in two zones', () => check('at 11:15 a.m. local time', 'at 09:15 GMT', 'same'));
  it('a round time and an exact one', () =>
    check('around 11 a.m. local time', 'at 11:15 a.m. local time', 'refine'));
  it('two exact times', () => check('at 11:02 local time', 'at 11:15 local time', 'differ'));
});

describe('comparing dates', () => {
  const dates = (a: string, b: string, expected: string): void =>
    assert.equal(relateDateValues(a, b), expected);
  it('the same day', () => dates('2031-05-04', '2031-05-04', 'agree'));
  it('a month that holds the day', () => dates('2031-05', '2031-05-04', 'refine'));
  it('the year left out', () => dates('--05-04', '2031-05-04', 'agree'));
  it('only a weekday, the right one', () => dates('-W-7', '2031-05-04', 'agree'));
  it('only a weekday, another', () => dates('-W-2', '2031-05-04', 'differ'));
  it('another day', () => dates('2031-05-04', '2031-05-05', 'differ'));
});

import assert from 'node:assert/strict';
import { createAnalyser } from '../../../src/analysis';
import { plainValue } from '../../../src/service';
import { readArticleText } from '../../../src/text';

const analyser = createAnalyser(null);

/** The first quantity of a text in plain writing. */
function valueIn(text: string): string | null {
  const [quantity] = analyser.analyse(readArticleText(text, 'plain')).quantities;
  return quantity === undefined ? null : plainValue(quantity);
}

describe('values in plain writing', () => {
  it('have units in the plural', () => {
    assert.equal(valueIn('The barge drifted 3 km from the quay.'), '3 kilometres');
  });
  it('have two digits for cents', () => {
    assert.equal(valueIn('The ticket cost $7.50.'), '7.50 USD');
    assert.equal(valueIn('The bridge cost $7.5 million.'), '7,500,000 USD');
  });
  it('are the words where nothing is easier to read', () => {
    assert.equal(valueIn('The barge sank on Wednesday.'), null);
    assert.equal(valueIn('The barge sank on the third day.'), null);
    assert.equal(valueIn('The barge sank on 4 May 2021.'), '2021-05-04');
  });
  it('leave the zone of a time as it is', () => {
    assert.equal(valueIn('The barge sank at 11:15 a.m. local time.'), '11:15 local');
    assert.equal(valueIn('The barge sank at 8:15 GMT.'), '08:15 GMT');
  });
});

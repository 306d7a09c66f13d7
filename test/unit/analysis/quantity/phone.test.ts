import assert from 'node:assert/strict';
import { findQuantities } from '../../../../src/analysis/quantity';
import { readArticleText } from '../../../../src/text';

/** The numbers that are read from a sentence. */
function check(sentence: string, ...expected: string[]): void {
  const found = findQuantities(readArticleText(sentence, 'plain')).map((q) => q.text);
  assert.deepEqual(found, expected, sentence);
}

describe('quantities: phone numbers and numbered papers', () => {
  it('count nothing', () => {
    check('Relatives can call 555-0132.');
    check('A helpline was opened on 555-0177 for the families.');
    check('Call the desk on +44 20 7946 0000 or (212) 555-0100.');
    check('The number is 212-555-0100.');
    check('Bulletins no. 14 and no. 15 came late, said the No. 2 official.');
    check('Photo 12: the pier at dusk.');
  });

  it('are told from ranges, bounds and scores', () => {
    check('Between 100-200 people came.', '100-200');
    check('About 200-1,000 people came.', '200-1,000');
    check('Between 300-1500 sheep were lost.', '300-1500');
    check('The home side won 3-1 on Sunday.', '3-1', 'Sunday');
    check('There is no 5 per cent rise.', '5 per cent');
    check('Damage (12 houses) was slight.', '12');
  });
});

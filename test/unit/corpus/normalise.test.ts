import assert from 'node:assert/strict';
import { nameKey, numberTerm, wordTerm } from '../../../src/corpus/normalise';

function check(words: string, same: boolean, key: (word: string) => string | undefined = wordTerm): void {
  const keys = new Set(words.split(' ').map(key));
  assert.equal(keys.size === 1, same, `${words}: ${[...keys].join(' ')}`);
}

describe('terms', () => {
  it('join inflections', () => check('collapse collapsed collapses collapsing', true));
  it('join British and American spellings', () => check('defence defense', true));
  it('join near-synonyms', () => check('killed dead died deaths fatalities', true));
  it('join other near-synonyms', () => check('quake earthquake temblor', true));
  it('keep different fates apart', () => check('killed injured', false));
  it('keep a building apart from what is built', () => check('building built', false));
});

describe('name keys', () => {
  it('join transliterations', () => check('Zelmensky Zelmenskyy Zelmenskiy', true, nameKey));
  it('join vowels heard alike', () => check('Taludi Talodi', true, nameKey));
  it('keep different consonants apart', () => check('Marbury Marlory', false, nameKey));
});

describe('number terms', () => {
  it('join words and figures', () => check('five 5', true, numberTerm));
  it('join grouped figures', () => check('1,500 1500', true, numberTerm));
});

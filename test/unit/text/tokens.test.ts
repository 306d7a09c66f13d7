import assert from 'node:assert/strict';
import { foldWord, readArticleText } from '../../../src/text';
import { renderTokens } from './render';

function check(source: string, expected: string): void {
  assert.equal(renderTokens(readArticleText(source, 'plain')), expected);
}

function checkFold(word: string, expected: string): void {
  assert.equal(foldWord(word), expected);
}

describe('text: tokens', () => {
  it('part at every sort of white space', () => {
    check('a\tb\vc\fd\u00a0e\u2009f\u202fg\u3000h\u2028i\u2029j\u0085k\ufeffl', 'a b c d e f g h i j k l');
    check('1\u202f500 km', '1# 500# km');
  });
  it('leave control characters out', () => check('a\0b \x07 c', 'a b c'));
  it('keep lone surrogates and emoji as one symbol each', () => {
    check('a\ud800b \udc00 😀!', 'a \ud800 b \udc00 😀 !');
    check('👩‍🚒 ❤️', '👩‍ 🚒 ❤️');
  });
  it('keep combining marks with their letters', () =>
    check('cafe\u0301s na\u0308ive', 'cafe\u0301s na\u0308ive'));
  it('hold words of scripts outside the basic plane', () => check('𝐀𝐁 x', '𝐀𝐁 x'));
  it('end an address in front of closing punctuation', () => {
    check('(see https://x.example/a_(b)).', '( see https://x.example/a_(b ) ) .');
    check('<www.example.org>, www.', '< www.example.org > , www .');
    check('a.b+c@d.example, @ home a@ b', 'a.b+c@d.example , @ home a @ b');
  });
  it('split designators from counts by their capital', () => {
    check('Il-76 il-76 S-300s A320 G7 MH-17 Top-10', 'Il-76 il - 76# S-300s A320 G7 MH-17 Top-10');
  });
  it('join a number over commas, points and colons only where it goes on', () => {
    check(
      '1,500 1,50 1,5000 12,34,567 1.5. 1.2.3 9:05 9:5 1:2:3 3,',
      '1,500# 1# , 50# 1# , 5000# 12,34,567# 1.5# . 1.2.3# 9:05# 9# : 5# 1# : 2# : 3# 3# ,',
    );
  });
  it('take units and endings glued to a number apart, but not names', () => {
    check('5kg 5KG 3D 2nd 2ND 49ers 90s 4x4 1e5', '5# kg 5KG 3D 2nd# 2ND# 49ers 90s# 4x4 1e5');
  });
  it('keep a country with its currency', () =>
    check('C$5 US$5 USD 5 ABCD$5 A$', 'C$ 5# US$ 5# USD 5# ABCD $ 5# A $'));
  it('fold words for comparing', () => {
    checkFold('plain-word', 'plain-word');
    checkFold('O’Brien', "o'brien");
    checkFold('ﬁve–Ten', 'five-ten');
    checkFold('co\u00adop', 'coop');
    checkFold('“Ⅳ”', '"iv"');
  });
});

describe('quotation marks with nothing between them', () => {
  it('quote nothing, and what goes on from a quotation still finds it', () => {
    const { quotations } = readArticleText(
      'He wrote “” and “"” here.\n\n“First part.\n\n“Second part.”\n',
      'plain',
    );
    assert.deepEqual(
      quotations.map(({ block, continues }) => ({ block, continues })),
      [
        { block: 1, continues: -1 },
        { block: 2, continues: 0 },
      ],
    );
  });

  it('make no list of a file that holds nothing else', () => {
    for (const unit of ['“"”', '"', '“', '”', '«»'])
      assert.deepEqual(readArticleText(unit.repeat(500), 'plain').quotations, [], unit);
  });
});

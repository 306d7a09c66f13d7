import assert from 'node:assert/strict';
import {
  firstTokenFrom,
  quotationAt,
  readArticleText,
  sentenceAt,
  tokenAt,
  tokenText,
} from '../../../src/text';

const TEXT = readArticleText('He said “no (not ‘yes’)”. She left.', 'plain');

/** Checks what stands at the place where `words` starts. */
function check(words: string, token: string, sentence: number, quoted: string | undefined): void {
  const offset = TEXT.source.indexOf(words);
  const t = tokenAt(TEXT, offset);
  assert.equal(t < 0 ? '' : tokenText(TEXT, t), token);
  assert.equal(sentenceAt(TEXT, offset), sentence);
  const quotation = quotationAt(TEXT, offset);
  assert.equal(quotation && TEXT.source.slice(quotation.start, quotation.end), quoted);
}

describe('text: what stands at an offset', () => {
  it('a word', () => check('said', 'said', 0, undefined));
  it('inside a word', () => check('aid', 'said', 0, undefined));
  it('a space inside a sentence', () => check(' said', '', 0, undefined));
  it('a space between sentences', () => check(' She', '', -1, undefined));
  it('the last sentence', () => check('left', 'left', 1, undefined));
  it('an opening mark', () => check('“no', '“', 0, '“no (not ‘yes’)”'));
  it('inside nested quotations the outermost', () => check('yes', 'yes', 0, '“no (not ‘yes’)”'));
  it('behind the end', () => {
    assert.equal(tokenAt(TEXT, 99), -1);
    assert.equal(sentenceAt(TEXT, 99), -1);
    assert.equal(firstTokenFrom(TEXT, 99), TEXT.tokens.count);
  });
});

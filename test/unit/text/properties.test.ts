import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ArticleText, Format } from '../../../src/text';
import { isSpace, readArticleText, sentenceAt, tokenAt } from '../../../src/text';
import { markdownLines } from '../../../src/text/markdown-lines';

/** Pieces that break tokenizers and Markdown readers, to be put together at random. */
const FRAGMENTS = [
  ...[
    'word',
    'Gov. ',
    'U.S.',
    ' a.m. The ',
    'J. ',
    '1,500',
    '3.5',
    '20th',
    '256GB',
    'C$5',
    '’s',
    "'",
    '’',
    '‘',
    '“',
    '”',
  ],
  ...[
    '"',
    "''",
    '``',
    '«',
    '»',
    '...',
    '…',
    '--',
    '—',
    '-',
    '.',
    '!',
    '?',
    ',',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\t',
  ],
  ...[
    '\v',
    '\f',
    '\u2028',
    '\u2029',
    '\u0085',
    '\u00a0',
    '\u2009',
    '\u200b',
    '\u200d',
    '\ufeff',
    '\0',
    '\ud800',
    '\udc00',
  ],
  ...[
    '😀',
    '👩‍🚒',
    'é',
    'e\u0301',
    '漢字。',
    'عربي',
    'a@b.com',
    'https://x.org/a?b=1 ',
    '@name',
    '#5',
    '&',
    '&amp;',
    '&nbsp;',
  ],
  ...[
    '# ',
    '> ',
    '- ',
    '1. ',
    '    ',
    '* ',
    '*',
    '**',
    '_',
    '~~',
    '`',
    '```\n',
    '~~~',
    '[',
    ']',
    '](',
    ')',
    '![',
    '[^1]',
    '[^1]: ',
  ],
  ...[
    '[x]: y\n',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<',
    '>',
    '|',
    '\n|-|-|\n',
    '\n---\n',
    '\n===\n',
    '\\',
  ],
  ...[
    '---\n',
    '+++\n',
    '\\*',
    '\\\n',
    'http://',
    'www.',
    '.com',
    '\n> > ',
    '\n  - ',
    '%',
    '€',
    '(',
    ')',
    '{',
    '}',
    '/',
    ':',
  ],
];

/** How many texts each property is tried on; `PROPERTY_RUNS` asks for more than a test run has time for. */
const RUNS = Number(process.env.PROPERTY_RUNS ?? 500);

const hostile = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 60 }).map((parts) => parts.join(''));
const anyText = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ maxLength: 80 }));

function checkMask(source: string, prose: string): void {
  assert.equal(prose.length, source.length);
  for (let i = 0; i < source.length; i++) {
    if (!isSpace(prose.charCodeAt(i))) assert.equal(prose[i], source[i]);
    if (/[\n\r]/.test(source.charAt(i))) assert.equal(prose[i], source[i]);
  }
}

/** Tokens lie in order, apart, inside a block each, hold no space, and leave nothing else uncovered. */
function checkTokens(text: ArticleText): void {
  const { tokens, prose } = text;
  let end = 0;
  const covered = new Uint8Array(prose.length);
  for (let t = 0; t < tokens.count; t++) {
    const start = tokens.start[t] ?? -1;
    assert.ok(start >= end, `token ${t} starts in front of the end of the one before`);
    end = tokens.end[t] ?? -1;
    assert.ok(end > start && end <= prose.length);
    covered.fill(1, start, end);
  }
  for (let i = 0; i < prose.length; i++) {
    assert.equal(covered[i] === 1, !isSpace(prose.charCodeAt(i)), `code unit ${i}`);
  }
}

/** Sentences partition the tokens of their blocks, and blocks lie in order and apart. */
function checkSentences(text: ArticleText): void {
  const { tokens, sentences, blocks } = text;
  let token = 0;
  let block = 0;
  for (const sentence of sentences) {
    assert.equal(sentence.firstToken, token);
    assert.ok(sentence.endToken > token);
    token = sentence.endToken;
    assert.equal(sentence.start, tokens.start[sentence.firstToken]);
    assert.equal(sentence.end, tokens.end[sentence.endToken - 1]);
    assert.ok(sentence.block >= block);
    block = sentence.block;
    const { start, end } = blocks[block] ?? { start: -1, end: -1 };
    assert.ok(start <= sentence.start && sentence.end <= end, 'a sentence lies inside its block');
  }
  assert.equal(token, tokens.count);
  blocks.forEach((b, i) => assert.ok(b.start < b.end && b.start >= (blocks[i - 1]?.end ?? 0)));
}

/** Quotations lie in order of their starts, inside their blocks, and nest properly with those around them. */
function checkQuotations(text: ArticleText): void {
  const around: { end: number; block: number }[] = [];
  let start = 0;
  text.quotations.forEach((quotation, i) => {
    assert.ok(quotation.start >= start && quotation.end > quotation.start);
    assert.ok(quotation.continues < i);
    start = quotation.start;
    around.length = Math.min(around.length, quotation.depth);
    assert.equal(around.length, quotation.depth);
    const outer = around.at(-1);
    assert.ok(outer === undefined || quotation.end <= outer.end, 'inside the quotation around it');
    around.push(quotation);
    const block = text.blocks[quotation.block];
    assert.ok(block !== undefined && block.start <= quotation.start && quotation.end <= block.end);
  });
}

function checkLookup(text: ArticleText): void {
  const { tokens } = text;
  for (let t = 0; t < tokens.count; t++) {
    const start = tokens.start[t] ?? 0;
    assert.equal(tokenAt(text, start), t);
    const sentence = text.sentences[sentenceAt(text, start)];
    assert.ok(sentence !== undefined && sentence.firstToken <= t && t < sentence.endToken);
  }
}

/** How many code units of a mask are not white space. */
function countProse(prose: string): number {
  let count = 0;
  for (let i = 0; i < prose.length; i++) if (!isSpace(prose.charCodeAt(i))) count++;
  return count;
}

function check(source: string, format: Format): void {
  const text = readArticleText(source, format);
  checkMask(source, text.prose);
  checkTokens(text);
  checkSentences(text);
  checkQuotations(text);
  checkLookup(text);
  assert.deepEqual(readArticleText(source, format), text);
}

describe('text: properties that hold for any text', () => {
  it('plain', () =>
    fc.assert(
      fc.property(anyText, (source) => check(source, 'plain')),
      { numRuns: RUNS },
    ));
  it('Markdown', () =>
    fc.assert(
      fc.property(anyText, (source) => check(source, 'markdown')),
      { numRuns: RUNS / 2 },
    ));
  it('Markdown read line by line', () => {
    const property = fc.property(anyText, (source) => {
      const { prose, blocks } = markdownLines(source);
      checkMask(source, prose);
      const inBlocks = blocks.map((block) => countProse(prose.slice(block.start, block.end)));
      assert.equal(
        inBlocks.reduce((sum, count) => sum + count, 0),
        countProse(prose),
        'all prose is in blocks',
      );
    });
    fc.assert(property, { numRuns: RUNS / 2 });
  });
});

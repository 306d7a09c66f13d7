import assert from 'node:assert/strict';
import { readArticleText } from '../../../src/text';

/** Blocks as `kind: text`, with what white space stands inside them made one space. */
function check(source: string, expected: readonly string[]): void {
  const text = readArticleText(source, 'plain');
  const found = text.blocks.map((b) => `${b.kind}: ${source.slice(b.start, b.end).replace(/\s+/g, ' ')}`);
  assert.deepEqual(found, expected);
}

const WRAPPED =
  'The old bridge was closed on Tuesday after the\nport found cracks in three piers, it said when\nasked by the city.';

describe('text: blocks of plain text', () => {
  it('empty and blank texts have none', () => {
    check('', []);
    check(' \n\t\r\n\u2028 ', []);
  });
  it('blank lines part them, however lines end', () => {
    for (const end of ['\n', '\r\n', '\r', '\u2028']) {
      check(`First it was.${end}${end}Then it was not.`, [
        'paragraph: First it was.',
        'paragraph: Then it was not.',
      ]);
    }
  });
  it('one line each in a file with a paragraph a line', () => {
    check('It was closed.\nIt stayed closed for years.', [
      'paragraph: It was closed.',
      'paragraph: It stayed closed for years.',
    ]);
  });
  it('full lines are wraps, short ones end a paragraph', () => {
    const whole = `paragraph: ${WRAPPED.replace(/\n/g, ' ')}`;
    check(WRAPPED, [whole]);
    check(WRAPPED.replace(/\n/g, '\r\n'), [whole]);
    check(`${WRAPPED}\n${WRAPPED}`, [whole, whole]);
  });
  it('a line that stops in mid-sentence goes on in the next', () => {
    check('He came;\nthey left.', ['paragraph: He came; they left.']);
    check('Harbour closed\non Tuesday, 12 May', ['heading: Harbour closed', 'paragraph: on Tuesday, 12 May']);
  });
  it('list marks start items', () => {
    check('- one\n- two\n3. three', ['list-item: - one', 'list-item: - two', 'list-item: 3. three']);
  });
  it('a form feed parts paragraphs, a vertical tab is a line break', () => {
    check('It was so.\fIt was not.', ['paragraph: It was so.', 'paragraph: It was not.']);
  });
});

import assert from 'node:assert/strict';
import { readArticleText } from '../../../src/text';
import { markdownLines } from '../../../src/text/markdown-lines';

function prose(source: string): string {
  return readArticleText(source, 'markdown').prose;
}

/** Checks the mask; a `·` in `expected` stands for a blanked code unit. */
function check(source: string, expected: string): void {
  assert.equal(prose(source), expected.replace(/·/g, ' '));
}

/** Checks that the line reader reads ordinary Markdown just as remark does. */
function checkLines(source: string): void {
  const full = readArticleText(source, 'markdown');
  const lines = markdownLines(source);
  assert.equal(lines.prose, full.prose);
  assert.deepEqual(lines.blocks, full.blocks);
}

describe('text: Markdown', () => {
  it('a byte-order mark shifts nothing', () => check('\ufeff*a* b', '··a· b'));
  it('CR LF', () => check('> a *b*\r\n> c\r\n\r\n# d\r\n', '··a ·b·\r\n··c\r\n\r\n··d\r\n'));
  it('lone CR', () => check('> a\r> *b*\r\rc', '··a\r···b·\r\rc'));
  it('NUL and lone surrogates', () => check('a\0*b\ud800*', 'a\0·b\ud800·'));
  it('tabs', () => check('-\ta\n\n\tb *c*', '··a\n\n·b ·c·'));
  it('front matter only at the start', () => {
    check('---\na: 5\n---\nb', '···\n····\n···\nb');
    check('b\n\n---\na: 5\n', 'b\n\n···\na: 5\n');
  });
  it('an escape at the edge of emphasis', () => check('**\\*a\\***', '···*a·*··'));
  it('a reference keeps words apart', () =>
    check('a&nbsp;b &amp; c&#8212;d &unknown', 'a······b &     c·······d &unknown'));
  it('a script up to its end, over blank lines', () => {
    check(
      'a\n\n<div><script>\n\nx = 5\n\n</script></div>\n\nb',
      'a\n\n·············\n\n·····\n\n···············\n\nb',
    );
    check('a <script> b', 'a ········ b');
  });
  it('addresses stay, their brackets go', () =>
    check('<https://x.example> a@b.example', '·https://x.example· a@b.example'));
  it('one tilde is no mark', () => check('~5 and ~6 and ~~7~~', '~5 and ~6 and ··7··'));
  it('an article too costly for remark is read line by line', () => {
    const piece = 'The *old* bridge, [see](https://x.example/5) `code`, closed\nat 9 a.m. on “Tuesday”.\n\n';
    const read = prose(piece);
    assert.equal(prose(piece.repeat(5000)), read.repeat(5000));
  });
  it('the line reader agrees with remark on ordinary Markdown', () => {
    checkLines(
      '---\na: 1\n---\n# A *b*\n\nC **d** e\nf [g](h) i `j` ![k](l) m\\* &amp;\n\nSet\n===\n\n> n\n> o\n\n- p\n- q\n\n1. r\n',
    );
    checkLines(
      'a <b>c</b> d\n\n```\n5\n```\n\n| e | f |\n|---|---|\n| 1 | 2 |\n\n~~g~~ h_i_j * k\n\n[l]: https://m.example "n"\n',
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Statement } from '../../../../src/analysis';
import { createStatementFinder } from '../../../../src/analysis/statement';
import { readArticleText } from '../../../../src/text';
import { FINDER } from './weights';

const RULES = createStatementFinder(null);

/** Words, marks and breaks from which texts with many statements come about. */
const PIECE = fc.constantFrom(
  'said', 'says', 'told', 'according to', 'denied', 'that', 'the mayor', 'Falk', 'she', 'police', 'reporters', 'the dam', 'would hold',
  ',', '.', '“', '”', '"', "''", '‘', '’', '«', '»', ':', '—', '\n\n', '\n', 'not', 'could', 'confirm', 'U.S.', '1,500', '😀',
); // prettier-ignore
const TEXT = fc.array(PIECE, { maxLength: 120 }).map((pieces) => pieces.join(' '));

/** What holds of every statement, whatever the text is. */
function check(text: string, statements: readonly Statement[]): void {
  for (const s of statements) {
    const spans = [...s.cue, ...s.content, ...(s.source ? [s.source] : [])];
    assert.ok(s.cue.length > 0 && s.content.length > 0, 'a statement has a cue and a content');
    for (const span of spans) {
      assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length, 'spans lie in the text');
      assert.equal(text.slice(span.start, span.end).trim(), text.slice(span.start, span.end));
    }
    const sorted = [...spans].sort((a, b) => a.start - b.start);
    sorted.forEach((span, i) => {
      const next = sorted[i + 1];
      assert.ok(next === undefined || span.end <= next.start, 'spans of a statement do not overlap');
    });
  }
  const cues = statements.map((s) => s.cue[0]?.start ?? -1);
  assert.deepEqual(
    cues,
    [...cues].sort((a, b) => a - b),
    'statements stand in the order of their cues',
  );
}

describe('statements: properties', () => {
  for (const [name, finder] of [
    ['with weights', FINDER],
    ['by rules', RULES],
  ] as const) {
    it(`${name}, spans are whole, inside the text and apart`, () => {
      fc.assert(
        fc.property(TEXT, (text) => check(text, finder.find(readArticleText(text, 'plain')))),
        { numRuns: 150 },
      );
    });

    it(`${name}, the same text gives the same statements, whatever was read before`, () => {
      fc.assert(
        fc.property(TEXT, TEXT, (text, other) => {
          const first = finder.find(readArticleText(text, 'plain'));
          finder.find(readArticleText(other, 'plain'));
          assert.deepEqual(finder.find(readArticleText(text, 'plain')), first);
        }),
        { numRuns: 60 },
      );
    });
  }

  it('an empty text has no statements', () => {
    assert.deepEqual(FINDER.find(readArticleText('', 'plain')), []);
    assert.deepEqual(FINDER.find(readArticleText(' \n\n', 'plain')), []);
  });
});

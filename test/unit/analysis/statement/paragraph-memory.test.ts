import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { createStatementFinder, ParagraphMemory } from '../../../../src/analysis/statement';
import { readStatementModel } from '../../../../src/analysis/statement/model-file';
import { StatementTagger } from '../../../../src/analysis/statement/statement-tagger';
import { wordColumns } from '../../../../src/analysis/statement/word-columns';
import { readArticleText } from '../../../../src/text';
import { FINDER, WEIGHTS } from './weights';

const EXAMPLES = path.join(import.meta.dirname, '..', '..', '..', '..', 'examples');

/** Paragraphs of articles, and some that change how those around them are read. */
const PARAGRAPHS = [
  ...readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
    .filter((name) => /ferry.*\.(?:txt|md)$/.test(name))
    .flatMap((name) => readFileSync(path.join(EXAMPLES, name), 'utf8').split(/\n\s*\n/)),
  '“We left at dawn, and nobody told us why.',
  'The mayor said:',
  '“The pier is closed,” Falk said.',
  'And it will stay closed.”',
  'said',
];
const ARTICLE = fc.array(fc.nat(PARAGRAPHS.length - 1), { maxLength: 12 });
/** Where a paragraph is put in, taken out or changed. */
const EDIT = fc.record({
  at: fc.nat(12),
  cut: fc.nat(1),
  word: fc.constantFrom('', ' not ', ' 12 ', '”', '“', ' said '),
});

function read(paragraphs: readonly string[]): ReturnType<typeof readArticleText> {
  return readArticleText(paragraphs.join('\n\n'), 'plain');
}

describe('statements: paragraphs that are known', () => {
  it('are tagged as if they were read again', () => {
    const remembering = createStatementFinder(WEIGHTS, new ParagraphMemory());
    fc.assert(
      fc.property(ARTICLE, fc.array(EDIT, { maxLength: 4 }), fc.nat(400), (article, edits, within) => {
        const paragraphs = article.map((i) => PARAGRAPHS[i] ?? '');
        assert.deepEqual(remembering.find(read(paragraphs)), FINDER.find(read(paragraphs)));
        for (const { at, cut, word } of edits) {
          const old = paragraphs[at] ?? '';
          paragraphs.splice(at, cut, old.slice(0, within) + word + old.slice(within));
          assert.deepEqual(remembering.find(read(paragraphs)), FINDER.find(read(paragraphs)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are not read again', () => {
    const model = readStatementModel(WEIGHTS);
    assert.ok(model);
    const tagger = new StatementTagger(model, new ParagraphMemory());
    const work = (paragraphs: readonly string[]): number => {
      const before = tagger.scored;
      const text = read(paragraphs);
      tagger.tag(text, wordColumns(text, model.clusters));
      return tagger.scored - before;
    };
    const article = PARAGRAPHS.slice(0, 8);
    const all = work(article);
    assert.equal(work(article), 0);
    const added = work([...article.slice(0, 4), 'Police said 12 people were hurt.', ...article.slice(4)]);
    assert.ok(added > 0 && added < all / 4, `${added} of ${all}`);
    assert.ok(work(['A first line.', ...article]) < all / 4);
  });

  it('may be long, and are not kept where they are too long', () => {
    const remembering = createStatementFinder(WEIGHTS, new ParagraphMemory());
    for (const length of [19_000, 21_000]) {
      const article = read(['- '.repeat(length / 2), 'Police said 12 people were hurt.']);
      for (let round = 0; round < 2; round++)
        assert.deepEqual(remembering.find(article), FINDER.find(article));
    }
  });

  it('are forgotten at last, those that were met most recently last', () => {
    const memory = new ParagraphMemory();
    const place = { first: 3, end: 5, sentences: [] };
    const statement = { cue: { first: 4, end: 5 }, source: { first: 3, end: 4 }, content: [] };
    const key = (i: number): string => `${i} `.padEnd(10_000, 'x');
    memory.keep('first', place, [statement]);
    memory.keep('second', place, [statement]);
    for (let i = 0; i < 300; i++) {
      memory.keep(key(i), place, []);
      assert.ok(memory.recall('first', place));
    }
    assert.equal(memory.recall('second', place), undefined);
    assert.equal(memory.recall(key(0), place), undefined);
    assert.deepEqual(memory.recall(key(299), place), []);
    assert.deepEqual(memory.recall('first', { ...place, first: 10 }), [
      { cue: { first: 11, end: 12 }, source: { first: 10, end: 11 }, content: [] },
    ]);
  });
});

import assert from 'node:assert/strict';
import { readStatementModel } from '../../../../src/analysis/statement/model-file';
import { StatementTagger } from '../../../../src/analysis/statement/statement-tagger';
import { wordColumns } from '../../../../src/analysis/statement/word-columns';
import { readArticleText } from '../../../../src/text';
import { WEIGHTS } from './weights';

const model = readStatementModel(WEIGHTS);
assert.ok(model);
const tagger = new StatementTagger(model);

/** How many times the taggers scored a token, which is what their time goes into. */
function work(text: string): number {
  const article = readArticleText(text, 'plain');
  const before = tagger.scored;
  tagger.tag(article, wordColumns(article, model?.clusters ?? { lookUp: () => -1 }));
  return tagger.scored - before;
}

/** Twice the text is at most 2.2 times the work, and no token is looked at more often than the budget allows. */
function check(unit: string): void {
  const length = 10_000;
  const half = work(unit.repeat(length / unit.length));
  const all = work(unit.repeat((2 * length) / unit.length));
  assert.ok(all <= 2.2 * half + 100, `${all} against ${half}`);
  assert.ok(all <= 20 * (2 * length) + 2000, `${all}`);
}

describe('statements: work grows as the text does', () => {
  for (const unit of [
    'said ',
    'a',
    '“',
    '"a" ',
    'U.S. ',
    'he said she said ',
    '“We left,” she said. ',
    'the mayor of the town and ',
    'said.\n\n',
  ])
    it(JSON.stringify(unit), () => check(unit));
});

import assert from 'node:assert/strict';
import { openArticle } from '../../../src/corpus';
import { PEOPLE } from '../../../src/corpus/lexicon';
import { NO_CORRECTIONS } from '../../../src/crossref';
import { profileArticle } from '../../../src/crossref/article-profile';
import type { Evidence } from '../../../src/crossref/evidence';
import { evidenceFor } from '../../../src/crossref/evidence';
import { knownTerms } from '../../../src/crossref/mention';
import { pairTerms } from '../../../src/crossref/pair-terms';
import { corpusOf } from './stories';

/** What speaks for and against two numbers of two texts, by their words. */
function evidenceOf(left: readonly [string, string], right: readonly [string, string]): Evidence {
  const corpus = corpusOf([left, right].map(([, source], i) => ({ path: `${i}.txt`, source })));
  const known = knownTerms(corpus.dictionary, PEOPLE);
  const [a, b] = [...corpus.articles()].map((article) =>
    profileArticle(openArticle(article), known, NO_CORRECTIONS, undefined),
  );
  assert.ok(a !== undefined && b !== undefined);
  const i = a.mentions.findIndex((m) => m.quantity.text === left[0]);
  const j = b.mentions.findIndex((m) => m.quantity.text === right[0]);
  const [x, y] = [a.mentions[i], b.mentions[j]];
  assert.ok(x !== undefined && y !== undefined);
  const evidence = evidenceFor(x, y, pairTerms(a, b, corpus.dictionary), i, j, Infinity, 0);
  assert.ok(evidence !== undefined);
  return evidence;
}

describe('whose number it is', () => {
  const QUILL = 'Services in Valdora were down by 80 percent, in Meresk by 65 percent.\n';
  const DISPATCH = 'Up to 70 percent of services in Valdora and 60 percent in Meresk stopped.\n';

  it('is told by a name that no other number of either article has beside it', () => {
    assert.equal(evidenceOf(['65 percent', QUILL], ['60 percent', DISPATCH]).sameOwner, 1);
    assert.equal(evidenceOf(['80 percent', QUILL], ['60 percent', DISPATCH]).sameOwner, 0);
  });

  it('is not told of values so far apart that one is rather a part of the other', () => {
    const price = 'Norvane pays 18.40 euros a share. Lawyers get 7 million euros.\n';
    const whole = 'Norvane pays 1.2 billion euros. The debt is 300 million euros.\n';
    const near = 'Norvane pays 19 euros a share. The debt is 300 million euros.\n';
    assert.equal(evidenceOf(['18.40 euros', price], ['19 euros', near]).sameOwner, 1);
    assert.equal(evidenceOf(['18.40 euros', price], ['1.2 billion euros', whole]).sameOwner, 0);
  });
});

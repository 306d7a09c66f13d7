import assert from 'node:assert/strict';
import { createAnalyser } from '../../../src/analysis';
import { createCorpus } from '../../../src/corpus';
import { NO_CORRECTIONS } from '../../../src/crossref';
import { ComparedArticles } from '../../../src/crossref/compared-articles';
import { comparedQuantities, comparedSentences } from '../../../src/crossref/compared-parts';
import { quotesOf } from '../../../src/crossref/quotes';
import { readArticleText } from '../../../src/text';

const ARTICLE = `OSTERVIK, May 4 - A ferry struck the pier of Ostervik on Tuesday and 14 people were injured, Mayor Ilse Varga said.
"We had never seen the water so high in this harbour before," Varga said. The ferry carried 230 passengers and 12 crew.
Repairs will cost 3.5 million euros and take six weeks, the port authority said.\n\n`;

const ROWS = 'alder birch cedar elm fir hazel larch maple oak pine'.split(' ');

/** What hostile or odd texts are made of, a piece at a time. */
const PIECES: Readonly<Record<string, (n: number) => string>> = {
  'an article': () => ARTICLE,
  'a sentence': () => 'The ferry struck the pier and 14 people were injured. ',
  'a number without an end of the sentence': () => '14 people, ',
  'a number': (n) => (n % 10 === 9 ? '14 people.\n\n' : '14 people, '),
  'a name': (n) => (n % 10 === 9 ? 'Ilse Varga said.\n\n' : 'Ilse Varga, '),
  'rows of a table': (n) =>
    `${ROWS[n % 10] ?? ''} street ${n} | ${n * 7 + 3} injured | ${(n * 13) % 977} boats\n`,
  'sentences that are nearly the same': (n) => `In street ${n} the ferry injured ${n % 50} people.\n`,
  'quotations that are nearly the same': (n) =>
    `"We had never seen the water so high in street ${n} before," said Ilse Varga.\n`,
};

/** Pairs of sentences, numbers and quotations that comparing an article with its like goes through. */
function work(piece: (n: number) => string, count: number): number {
  const corpus = createCorpus();
  const compared = new ComparedArticles(corpus.dictionary, NO_CORRECTIONS);
  const body = Array.from({ length: count }, (_, n) => piece(n)).join('');
  const text = readArticleText(ARTICLE + body, 'plain');
  const profile = compared.profile(corpus.put('a.txt', text, analyser.analyse(text), 1), undefined);
  return profile.sentences.length ** 2 + profile.mentions.length ** 2 + quotesOf(profile).length ** 2;
}

const analyser = createAnalyser(null);
/** More than any bound; a whole article is as much as ten sentences. */
const OFTEN = 700;

describe('comparison', () => {
  for (const [name, piece] of Object.entries(PIECES)) {
    it(`[linear] of articles that repeat ${name}: twice as often, at most 2.2 times the pairs`, () => {
      const often = piece(0) === ARTICLE ? OFTEN / 10 : OFTEN;
      const ratio = work(piece, 2 * often) / work(piece, often);
      assert.ok(ratio <= 2.2, `× ${ratio.toFixed(2)}`);
    });
  }

  it('leaves nothing out of an article where sentences and numbers stand a few times', () => {
    const text = readArticleText(ARTICLE.repeat(6), 'plain');
    const article = createCorpus().put('a.txt', text, analyser.analyse(text), 1);
    assert.ok(comparedSentences(article).every((isCompared) => isCompared));
    const { quantities } = article.analysis;
    assert.deepEqual(
      comparedQuantities(quantities, () => true),
      quantities,
    );
  });
});

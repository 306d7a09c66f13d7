import assert from 'node:assert/strict';
import type { Corrections, Fact } from '../../../src/crossref';
import { CERTAIN, NO_CORRECTIONS, compareAll } from '../../../src/crossref';
import { corpusOf } from './stories';

const OPENING =
  'The rowing club of Port Sorrel changed its crew on Monday, before the regatta on Lake Arlen, its office said. ' +
  'The regatta is the largest of the north. Rain is expected. The steersman is Ivo Marle, it said.\n';

/** The fact of what was done to one by name that joins articles of one event. */
function deedIn(sentences: readonly string[], corrections: Corrections = NO_CORRECTIONS): Fact | undefined {
  const files = sentences.map((sentence, i) => ({ path: `${i}.txt`, source: OPENING + sentence }));
  return compareAll(corpusOf(files), corrections).find((fact) => fact.id.startsWith('v:'));
}

function wordsOf(fact: Fact | undefined): string[] {
  return (fact?.mentions ?? []).map(({ path, text }) => `${path.charAt(0)} ${text}`);
}

describe('what was done to one by name', () => {
  it('is one fact in whatever words around it, and never certain', () => {
    const fact = deedIn([
      'It signed steersman Ivo Marle for two years.',
      'Marle, who was later signed, is from Tarvik.',
      'The office spoke of signing Ivo Marle.',
    ]);
    assert.deepEqual(wordsOf(fact), [
      '0 signed steersman Ivo Marle',
      '1 Marle, who was later signed',
      '2 signing Ivo Marle',
    ]);
    assert.equal(fact?.relation, 'agree');
    assert.ok(fact.confidence < CERTAIN);
  });

  it('is another where it was done to another, denied, or at another time', () => {
    const signed = 'It signed steersman Ivo Marle for two years.';
    for (const other of [
      'Orla Dunn was signed.',
      'Ivo Marle was not signed.',
      'It would have signed Marle.',
      'Marle was signed in 1998 by another club.',
      'It signed a Marle boat.',
    ])
      assert.equal(deedIn([signed, other]), undefined, other);
  });

  it('needs a word that says that it was done', () => {
    assert.equal(
      deedIn(['Old friends Ivo Marle and Orla Dunn met.', 'New friends Ivo Marle and Orla Dunn left.']),
      undefined,
    );
  });

  it('is none of its own where whole sentences tell it alike', () => {
    const sentence = 'The club signed steersman Ivo Marle for two years on Monday evening in Port Sorrel.';
    assert.equal(deedIn([sentence, sentence]), undefined);
  });

  it('heeds what people corrected', () => {
    const sentences = ['It signed steersman Ivo Marle.', 'Marle was signed.', 'Marle has been signed again.'];
    const places = wordsOf(deedIn(sentences));
    assert.equal(places.length, 3);
    const place = (i: number): Corrections['ignored'][number] => ({
      path: `${i}.txt`,
      start: OPENING.length,
      end: OPENING.length + (sentences[i] ?? '').length,
    });
    const without = deedIn(sentences, { ...NO_CORRECTIONS, ignored: [place(1)] });
    assert.deepEqual(wordsOf(without), [places[0], places[2]]);
    const apart = deedIn(sentences, { ...NO_CORRECTIONS, notSame: [[place(2), place(0)]] });
    assert.deepEqual(wordsOf(apart), [places[0], places[1]]);
  });
});

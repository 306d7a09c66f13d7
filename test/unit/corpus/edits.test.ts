import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Corpus, Stories } from '../../../src/corpus';
import { createCorpus, createDictionary, createStories } from '../../../src/corpus';
import type { TermBag } from '../../../src/corpus/term-similarity';
import { TermSimilarities } from '../../../src/corpus/term-similarity';
import { readArticleText } from '../../../src/text';

const NOTHING = { statements: [], quantities: [], sources: [] };
const TERMS = 30;

const bag = fc
  .record({
    terms: fc.uniqueArray(fc.nat(TERMS - 1), { minLength: 1, maxLength: 12 }),
    loud: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 12, maxLength: 12 }),
    date: fc.constantFrom(undefined, '2024-01-05', '2024-03-09'),
  })
  .map(({ terms, loud, date }): TermBag => ({ terms: Uint32Array.from(terms), counts: loud, date }));

function dictionary(): ReturnType<typeof createDictionary> {
  const made = createDictionary();
  for (let i = 0; i < TERMS; i++) made.id(['police', 'people', 'say'][i] ?? `w${i}`);
  return made;
}

describe('similarities of a set', () => {
  it('are to the last bit the same whether a bag was there from the beginning or came for another', () => {
    fc.assert(
      fc.property(
        fc.array(bag, { minLength: 2, maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(), bag), { minLength: 1, maxLength: 6 }),
        (bags, exchanges) => {
          const words = dictionary();
          const kept = new TermSimilarities(bags, words);
          const now = [...bags];
          for (const [at, next] of exchanges) {
            now[at % now.length] = next;
            kept.exchange(at % now.length, next);
          }
          assert.deepEqual(kept.rows(), new TermSimilarities(now, words).rows());
        },
      ),
      { numRuns: 100 },
    );
  });
});

/** A word made of a number, the same each time. */
function word(n: number): string {
  const syllables = 'ba ke li mo nu pa re si to vu'.split(' ');
  let out = '';
  for (let rest = n + 10; rest > 0; rest = Math.floor(rest / 10)) out += syllables[rest % 10] ?? '';
  return out;
}

/** An article of one of two events on one subject, with a word of its own. */
function invent(index: number, own: number): string {
  const event = Array.from({ length: 14 }, (_, i) => word(1000 + (index % 2) * 400 + ((i + index) % 18)));
  const subject = Array.from({ length: 14 }, (_, i) => word(200 + ((i + index) % 16)));
  return `${event.join(' ')}. ${subject.join(' ')}. ${word(own)} ${word(own + 7)}.`;
}

const ARTICLES = 14;

function put(corpus: Corpus, index: number, source: string): void {
  corpus.put(`${index}.txt`, readArticleText(source, 'plain'), NOTHING, 1);
}

function putForNow(corpus: Corpus, index: number, source: string): void {
  corpus.putForNow(`${index}.txt`, readArticleText(source, 'plain'), NOTHING, 1);
}

function paths(stories: Stories): string[] {
  return stories.all().map((story) => story.map((article) => article.path).join(' '));
}

/** How alike articles are, by path. */
function related(corpus: Corpus): unknown[] {
  return corpus
    .articles()
    .map(({ path }) =>
      [...corpus.related(path)]
        .map(([other, similarity]) => [other.path, Math.round(similarity * 1e9)])
        .sort(),
    );
}

describe('a corpus in which articles are edited', () => {
  const edit = fc.tuple(
    fc.nat(ARTICLES - 1),
    fc.constantFrom('word', 'other event', 'gone', 'back'),
    fc.nat(900),
  );
  it('has the stories, and articles as much alike, as one that never had other versions', () => {
    let parted = 0;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const texts = Array.from({ length: ARTICLES }, (_, i) => invent(i, i));
        const corpus = createCorpus();
        texts.forEach((text, i) => put(corpus, i, text));
        const stories = createStories(corpus);
        stories.all();
        const gone = new Set<number>();
        for (const [index, kind, own] of edits) {
          if (kind === 'gone') {
            corpus.remove(`${index}.txt`);
            gone.add(index);
          } else {
            texts[index] = invent(kind === 'other event' ? index + 1 : index, kind === 'back' ? index : own);
            put(corpus, index, texts[index] ?? '');
            gone.delete(index);
          }
          stories.all();
        }
        const fresh = createCorpus();
        texts.forEach((text, i) => {
          if (!gone.has(i)) put(fresh, i, text);
        });
        if (createStories(fresh).all().length > 1) parted++;
        assert.deepEqual(paths(stories), paths(createStories(fresh)));
        assert.deepEqual(related(corpus), related(fresh));
      }),
      { numRuns: 25 },
    );
    assert.ok(parted > 0, 'subjects are split');
  });

  it('has articles as much alike, whatever was asked between edits', () => {
    const step = fc.record({
      index: fc.nat(ARTICLES - 1),
      own: fc.nat(900),
      forNow: fc.boolean(),
      asked: fc.array(fc.nat(ARTICLES - 1), { maxLength: 3 }),
      prepared: fc.nat(4),
    });
    let lists = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const texts = Array.from({ length: ARTICLES }, (_, i) => invent(i, i));
        const corpus = createCorpus();
        texts.forEach((text, i) => put(corpus, i, text));
        related(corpus);
        for (const { index, own, forNow, asked, prepared } of steps) {
          texts[index] = invent(index, own);
          (forNow ? putForNow : put)(corpus, index, texts[index]);
          for (const other of asked) corpus.related(`${other}.txt`);
          const preparing = corpus.prepare();
          for (let i = 0; i < prepared; i++) preparing.next();
        }
        const fresh = createCorpus();
        texts.forEach((text, i) => put(fresh, i, text));
        const expected = related(fresh);
        corpus.settle();
        assert.deepEqual(related(corpus), expected);
        lists += expected.flat().length;
      }),
      { numRuns: 150 },
    );
    assert.ok(lists > 0, 'some are alike');
  });

  it('leaves for now how much others are alike, and makes up for it', () => {
    const corpus = createCorpus();
    for (let i = 0; i < 40; i++) put(corpus, i, `${invent(i, i)} ${i < 22 ? 'Zarkovia' : ''}`);
    const ofOthers = (): unknown[] =>
      related(corpus).map((list) => JSON.stringify(list).replace(/\["30\.txt",\d+\],?/u, ''));
    const before = ofOthers();
    const changed = (): number => ofOthers().filter((list, i) => list !== before[i]).length;
    putForNow(corpus, 30, `${invent(30, 30)} Zarkovia`);
    assert.equal(changed(), 1, 'its own list alone');
    const { revision } = corpus;
    assert.equal(corpus.settle(), true);
    assert.ok(corpus.revision > revision, 'stories are looked for again');
    assert.ok(changed() > 1);
    assert.equal(corpus.settle(), false);
  });

  it('makes no list that nobody asks for', () => {
    const corpus = createCorpus();
    // With its twenty-third article a term weighs differently, in all that have it.
    for (let i = 0; i < 40; i++) put(corpus, i, `${invent(i, i)} ${i < 22 ? 'Zarkovia' : ''}`);
    related(corpus);
    const before = corpus.work;
    put(corpus, 30, `${invent(30, 30)} Zarkovia`);
    corpus.related('1.txt');
    const asked = corpus.work - before;
    related(corpus);
    assert.ok(asked < (corpus.work - before) / 2, `${asked} of ${corpus.work - before}`);
  });
});

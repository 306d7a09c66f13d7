import assert from 'node:assert/strict';
import { createAnalyser } from '../../../src/analysis';
import { readCorrectionsFile } from '../../../src/corrections';
import { cardAt, createFolder, inWords } from '../../../src/service';

const ARTICLES = {
  'a.txt':
    'At least 40 people drowned when the barge Ostrella sank in the Merrow Sound, the harbour office said.\n',
  'b.txt':
    'Forty-three people drowned when the barge Ostrella sank in the Merrow Sound, the harbour office said.\n',
  'c.txt': 'The barge Ostrella sank in the Merrow Sound on its way to Kessel with 12 tonnes of salt.\n',
};

const TWO_SPEAKERS = {
  'a.txt':
    'Forty people drowned when the barge Ostrella sank in the Merrow Sound off Kessel, the coastguard said.\n',
  'b.txt':
    'Forty people drowned when the barge Ostrella sank in the Merrow Sound off Kessel, Mayor Tilda Brock said.\n',
};

const WITH_ANOTHER = {
  ...ARTICLES,
  'd.txt':
    'Forty-seven people drowned when the barge Ostrella sank in the Merrow Sound, the harbour office said.\n',
};

/** The card for the first place where `words` stand in an article, as a person reads it. */
function check(
  path: keyof typeof ARTICLES,
  words: string,
  expected: object,
  articles: Readonly<Record<string, string>> = ARTICLES,
): void {
  const folder = createFolder(createAnalyser(null));
  for (const [name, text] of Object.entries(articles)) folder.put(name, text, 1);
  const card = cardAt(folder, path, ARTICLES[path].indexOf(words));
  assert.ok(card !== null);
  const say = (part: Parameters<typeof inWords>[0] | string): string =>
    typeof part === 'string' ? part : inWords(part);
  assert.deepEqual(
    {
      title: card.title.map(say).join(' · '),
      summary: inWords(card.summary),
      rows: card.rows.map((row) => `${row.mention.path} ${row.relation} ${row.words} = ${row.value}`),
    },
    expected,
  );
}

describe('card', () => {
  it('says that a bound and a later number do not conflict', () =>
    check('a.txt', '40', {
      title: 'Count · ≥ 40 · people',
      summary: 'More or less exact in 1 other article.',
      rows: ['b.txt refine Forty-three people = 43'],
    }));

  it('answers on the thing that is counted, too', () =>
    check('a.txt', 'people', {
      title: 'Count · ≥ 40 · people',
      summary: 'More or less exact in 1 other article.',
      rows: ['b.txt refine Forty-three people = 43'],
    }));

  it('tells what differs from what is only more exact, number by number', () => {
    const bound = {
      title: 'Count · ≥ 40 · people',
      summary: 'More or less exact in 2 other articles.',
      rows: ['b.txt refine Forty-three people = 43', 'd.txt refine Forty-seven people = 47'],
    };
    check('a.txt', '40', bound, WITH_ANOTHER);
    const exact = {
      title: 'Count · 43 · people',
      summary: 'Differs in 1 other article.',
      rows: ['d.txt differ Forty-seven people = 47', 'a.txt refine 40 people = ≥ 40'],
    };
    check('b.txt', 'Forty-three', exact, WITH_ANOTHER);
  });

  it('names the speaker of the article at hand first', () => {
    const folder = createFolder(createAnalyser(null));
    for (const [name, text] of Object.entries(TWO_SPEAKERS)) folder.put(name, text, 1);
    const told = Object.keys(TWO_SPEAKERS).map((path) =>
      cardAt(folder, path, 0)?.reasons.map((r) => inWords(r)),
    );
    assert.deepEqual(told, [
      ['the same words: one source, not two', 'says who: coastguard here, Tilda Brock there'],
      ['the same words: one source, not two', 'says who: Tilda Brock here, coastguard there'],
    ]);
  });

  it('says so where others say it', () => {
    const folder = createFolder(createAnalyser(null));
    const first = 'The barge Ostrella sank off Kessel. Forty people drowned on it, the coastguard said.\n';
    folder.put('a.txt', first, 1);
    folder.put(
      'b.txt',
      'Mayor Tilda Brock said 40 people had drowned when the barge Ostrella sank off Kessel.\n',
      1,
    );
    const card = cardAt(folder, 'a.txt', first.indexOf('coastguard'));
    assert.equal(card === null ? null : inWords(card.summary), 'Somebody else says it in 1 other article.');
  });

  it('says so where no other article tells of it', () =>
    check('c.txt', '12 tonnes', {
      title: 'Weight · 12 tonnes · salt',
      summary: 'Only here: no other article has it.',
      rows: [],
    }));

  it('lists who else names a person, also where the name is spelled alike', () => {
    const told = 'Mayor Tilda Brock said the pier was closed. Tilda Brock had it measured.\n';
    const folder = createFolder(createAnalyser(null));
    folder.put('a.txt', told, 1);
    folder.put('b.txt', `Rain fell on the pier. ${told}`, 1);
    folder.put('c.txt', 'Nobody was on the pier, the harbour office said.\n', 1);
    const card = cardAt(folder, 'a.txt', told.lastIndexOf('Tilda'));
    assert.deepEqual(card === null ? null : inWords(card.summary), 'Named in 1 other article.');
    assert.deepEqual(
      card?.rows.map(({ mention, words }) => [mention.path, mention.start, words]),
      [['b.txt', 'Rain fell on the pier. Mayor '.length, 'Tilda Brock']],
    );
  });

  it('gives a number the rows of a sentence that has it, and no value to a sentence', () => {
    const first =
      '“We saw the 3rd wave come over the pier at last,” said harbour master Ole Brock of Kessel.\n';
    const folder = createFolder(createAnalyser(null));
    folder.put('a.txt', first, 1);
    folder.put('b.txt', first.replace('the 3rd wave', 'the wave'), 1);
    folder.put('c.txt', first, 1);
    const rows = (words: string): unknown =>
      cardAt(folder, 'a.txt', first.indexOf(words))?.rows.map(({ mention, value }) => [mention.path, value]);
    assert.deepEqual(rows('3rd'), [['c.txt', null]]);
    assert.deepEqual(rows('over'), [
      ['b.txt', null],
      ['c.txt', null],
    ]);
  });

  describe('where nobody looked', () => {
    const FILLER = ['Gulls', 'Ropes', 'Lamps', 'Oars', 'Nets', 'Buoys', 'Tarps', 'Hooks', 'Sails'];
    const long = Array.from({ length: 620 }, (_, i) => `${FILLER[i % 9]} lay on quay number ${i + 2}.`).join(
      ' ',
    );
    const told = (words: string, text: string, corrections = ''): string | undefined => {
      const folder = createFolder(createAnalyser(null));
      folder.put('a.txt', ARTICLES['a.txt'], 1);
      folder.put('long.txt', text, 1);
      folder.correct(readCorrectionsFile(corrections).file);
      const card = cardAt(folder, 'long.txt', text.indexOf(words));
      return card === null ? undefined : inWords(card.summary);
    };
    const ONLY_HERE = 'Only here: no other article has it.';

    it('says that the article is too long, behind its first sentences', () => {
      assert.equal(told('17.', long), ONLY_HERE);
      assert.match(told('615.', long) ?? '', /^Not compared: the article is too long/);
    });

    it('says that the article says it too often', () => {
      const again = `${'The bell rang 77 times. '.repeat(9)}It rang 78 times.`;
      assert.equal(told('77', again), ONLY_HERE);
      assert.match(told('77 times. It rang', again) ?? '', /^Not compared: the article says the same many/);
      assert.equal(told('78', again), ONLY_HERE);
    });

    it('says so of the quotations behind the first of them', () => {
      const said = Array.from(
        { length: 310 },
        (_, i) => `“The bell of tower ${i + 100} is ours,” said Tilda Brock.`,
      );
      const quotes = said.join(' ');
      assert.equal(told('bell of tower 120', quotes), ONLY_HERE);
      assert.match(told('bell of tower 405', quotes) ?? '', /^Not compared: the article is too long/);
    });

    it('says that people want it ignored', () => {
      const text = 'The crane lifted 12 crates.';
      const ignore = 'version: 1\nignore:\n  crates: {article: "long.txt", quote: "12"}\n';
      assert.equal(told('12', text), ONLY_HERE);
      assert.equal(told('12', text, ignore), 'Not compared: corroborate.yaml says to ignore it.');
    });
  });
});

import assert from 'node:assert/strict';
import { createAnalyser } from '../../../src/analysis';
import { cardAt, createFolder, inWords, onlyHereIn, wordsAround } from '../../../src/service';

const folderOf = (text: string): ReturnType<typeof createFolder> => {
  const folder = createFolder(createAnalyser(null));
  folder.put('a.txt', text, 1);
  folder.put('b.txt', 'A barge sank off Tarvik, the coastguard said.\n', 1);
  return folder;
};

/** The numbers of a text that are worth a row where no other article has any of them. */
function check(text: string, expected: readonly string[], elsewhere: readonly string[] = []): void {
  const article = folderOf(text).article('a.txt');
  assert.ok(article !== undefined);
  const spans = elsewhere.map((words) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  });
  assert.deepEqual(
    onlyHereIn(article, spans).map((q) => q.text),
    expected,
  );
}

describe('what is only here', () => {
  it('is not the day of the telling', () =>
    check(
      'A barge sank on Tuesday. Its owner said late Wednesday, and again yesterday, that he had sold it in June.',
      ['June'],
    ));

  it('is not the dateline, nor that day again', () => {
    check('TARVIK, June 4 (Northwire) - A barge sank with 12 tonnes of salt.', ['12 tonnes']);
    check('Tarvik, 23 May, 20:15 (Gazeta). A barge sank with 12 tonnes of salt.', ['12 tonnes']);
    check('TARVIK, June 4, 2025 - A barge sank on June 4. It was to sail again on June 9.', ['June 9']);
  });

  it('is not "the first", but the fourth of something', () =>
    check(
      'The first thing to go was the mast. It was the fourth wreck since March. The second was salvaged.',
      ['fourth', 'March'],
    ));

  it('is not "a year ago", but how long something took', () =>
    check(
      'The barge was sold a year ago. A day earlier it had been painted. It sank within an hour of sailing.',
      ['an hour'],
    ));

  it('is not "one of them", but one of something that is counted', () =>
    check('One of them swam ashore. One officer drowned and 1 was hurt.', ['One', '1']));

  it('is an amount in two units once', () => {
    const text = 'The barge Ostrella was 52 metres (171 feet) long.';
    check(text, ['52 metres']);
    check(text, [], ['171 feet']);
  });

  it('does not say of what has no row that it is only here', () => {
    const text = 'A barge sank on Tuesday, a witness said.';
    const card = cardAt(folderOf(text), 'a.txt', text.indexOf('Tuesday'));
    assert.equal(card === null ? null : inWords(card.summary), 'Not matched with other articles.');
  });

  it('is shown with the words around it', () => {
    const text =
      'Its owner, who had bought it from a brewery in Kessel the year before, said that it carried 12 tonnes of salt, a goat, two clocks and the mail of the whole valley.';
    const article = folderOf(text).article('a.txt');
    assert.ok(article !== undefined);
    const start = text.indexOf('12 tonnes');
    assert.equal(
      wordsAround(article, { start, end: start + '12 tonnes'.length }),
      '…said that it carried 12 tonnes of salt, a goat, two clocks and the mail of the…',
    );
  });
});

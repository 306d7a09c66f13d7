import { strict as assert } from 'node:assert';
import { findQuantities, readDateline } from '../../../../src/analysis/quantity';
import { readArticleText, type Format } from '../../../../src/text';

function check(source: string, date: string | null, format: Format = 'plain'): void {
  const found = readDateline(readArticleText(source, format));
  assert.equal(found?.date ?? null, date);
  if (found) assert.match(source.slice(found.start, found.end), /\d{4}/);
}

describe('the date of an article', () => {
  it('is read from a metadata line', () =>
    check(' date 2024-01-24 A freighter sank off Port Astra, the harbour office said.', '2024-01-24'));
  it('is read from front matter, which prose does not have', () =>
    check(
      '---\ntitle: Storm\ndate: 2023-11-05\n---\n\nA storm hit Astra on Friday.',
      '2023-11-05',
      'markdown',
    ));
  it('is read from quoted front matter with a time', () =>
    check('---\npublished: "2023-11-05T10:00:00Z"\n---\n\nA storm hit Astra.', '2023-11-05', 'markdown'));
  it('is read from a line of its own', () =>
    check('Storm hits Astra\nWednesday, 24 January 2024\n\nA storm hit.', '2024-01-24'));
  it('is read after a label', () =>
    check('Storm hits Astra\nPublished: Jan. 24, 2024\n\nA storm hit.', '2024-01-24'));
  it('is read from a dateline with a year', () =>
    check('PORT ASTRA, Jan. 24, 2024 — A storm hit the coast.', '2024-01-24'));
  it('is read behind a headline and a byline', () => {
    const head = 'Storm hits Astra\nBy Ilse Hartt\n';
    for (const line of [
      'Port Astra, Jan. 24, 2024 - A storm hit the coast.',
      'Port Astra (Northwire), 24 January 2024 – A storm hit the coast.',
      'ASTRA, Corvana (Northwire) Jan. 24, 2024 — A storm hit the coast.',
      'Port Astra, 24 January 2024, 22:00. — A storm hit the coast.',
      'PORT ASTRA | January 24, 2024',
      'Wed 24 Jan 2024 10.14 BST',
      '12:48PM BST 24 Jan 2024',
      '**Red Star Society** · issued 24 January 2024, 09:00 local (0330 GMT)',
      'Ilse Hartt, Northwire, Jan. 24, 2024',
    ])
      check(`${head}${line}\n\nA storm hit the coast.`, '2024-01-24');
  });
  it('is not any date in a sentence, a headline or the words of a picture', () => {
    check('The bridge was opened by the mayor on 24 January 2019.', null);
    check('Port Astra, 24 January 2019 was a black day.', null);
    check('Jan. 24, 2019 was a black day.', null);
    check('The bridge fell on Jan. 24, 2019 - the day of the fair.', null);
    check('The Battle of Astra, 24 January 1941 - what is known', null);
    check('Remembering Astra, 24 January 1941\n\nA storm hit.', null);
    check('Storm hits Astra\nNorthwire File Photo, Jan. 24, 2019\n\nA storm hit.', null);
  });
  it('may be missing', () => check('A storm hit Astra on Friday.', null));

  it('dates the weekdays of the article, back from it', () => {
    const text = readArticleText(
      'date: 2024-01-24\n\nThe ferry sank late Tuesday, the line said on Wednesday.',
      'plain',
    );
    const days = findQuantities(text).filter((q) => q.wordless);
    assert.deepEqual(
      days.map((q) => [q.value, q.part]),
      [
        ['2024-01-23', 'late'],
        ['2024-01-24', undefined],
      ],
    );
  });

  it('leaves weekdays open where the article has no date', () => {
    const text = readArticleText('The ferry sank on Tuesday.', 'plain');
    assert.deepEqual(
      findQuantities(text).map((q) => q.value),
      ['-W-2'],
    );
  });

  it('can be given from outside', () => {
    const text = readArticleText('The ferry sank on Tuesday.', 'plain');
    assert.deepEqual(
      findQuantities(text, { dateline: '2025-06-30' }).map((q) => q.value),
      ['2025-06-24'],
    );
  });
});

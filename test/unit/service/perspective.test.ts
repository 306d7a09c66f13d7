import assert from 'node:assert/strict';
import type { FactMention, Message } from '../../../src/crossref';
import { fromOutside, inWords } from '../../../src/service';
import { fromMention } from '../../../src/service/perspective';

const mention = (text: string, group: string, speaker: string | null = null): FactMention => {
  return {
    path: `${group}.txt`,
    start: 0,
    end: text.length,
    text,
    value: null,
    unit: null,
    speaker,
    group,
    context: { start: 0, end: text.length },
  };
};

/** How a reason reads from each of a fact's mentions, and from outside. */
function check(
  reason: Message,
  mentions: readonly FactMention[],
  from: readonly string[],
  outside: string,
): void {
  assert.deepEqual(
    mentions.map((own) =>
      fromMention(reason, own, mentions)
        .map((r) => inWords(r))
        .join(),
    ),
    from,
  );
  assert.equal(inWords(fromOutside(reason)), outside);
}

describe('reasons with a here and a there', () => {
  it('tell who leaves a question open, and who answers it', () =>
    check(
      { message: 'not known here, “{0}” there', args: ['all on board drowned'] },
      [
        mention('nobody knows who survived', 'A'),
        mention('all on board drowned', 'B'),
        mention('two lived', 'C'),
      ],
      [
        'not known here, “all on board drowned” there',
        '“all on board drowned” here, not known there',
        '“two lived” here, not known there',
      ],
      'not known in one, “all on board drowned” in another',
    ));

  it('name the words and the spelling at hand first', () => {
    check(
      { message: 'spelled “{0}” here, “{1}” there', args: ['Anna Brok', 'Ann'] },
      [mention('Anna Brok', 'A'), mention('Ann', 'A')],
      ['spelled “Anna Brok” here, “Ann” there', 'spelled “Ann” here, “Anna Brok” there'],
      'spelled “Anna Brok” and “Ann”',
    );
    check(
      {
        message: 'quoted with other words: “{0}” here, “{1}” there',
        args: ['we saw nothing', 'we saw no one'],
      },
      [mention('“We saw\nno one”', 'B'), mention('“Then we saw nothing”', 'A'), mention('“Nothing”', 'C')],
      [
        'quoted with other words: “we saw no one” here, “we saw nothing” there',
        'quoted with other words: “we saw nothing” here, “we saw no one” there',
        'quoted with other words: “we saw nothing” and “we saw no one”',
      ],
      'quoted with other words: “we saw nothing” and “we saw no one”',
    );
  });

  it('name the speaker at hand first, and nobody where two others are meant', () =>
    check(
      { message: 'says who: {0} here, {1} there', args: ['coastguard', 'Tilda Brock'] },
      [mention('40', 'A', 'coastguard'), mention('40', 'A', 'Tilda Brock'), mention('40', 'A', null)],
      ['says who: coastguard here, Tilda Brock there', 'says who: Tilda Brock here, coastguard there', ''],
      'says who: coastguard or Tilda Brock',
    ));

  it('and others are left as they are', () =>
    check(
      { message: 'one tells more', args: [] },
      [mention('x', 'A')],
      ['one tells more'],
      'one tells more',
    ));

  it('of bounds and rough values are told of the value at hand alone', () =>
    check(
      { message: 'at least {0} allows {1}', args: ['5', 'eleven'] },
      [mention('5', 'A'), mention('eleven', 'B'), mention('11', 'B'), mention('12', 'C')],
      ['at least 5 allows eleven', 'at least 5 allows eleven', 'at least 5 allows 11', ''],
      'at least 5 allows eleven',
    ));

  it('of exchanged amounts begin with the one at hand', () => {
    const amount = (text: string, unit: string): FactMention => ({ ...mention(text, 'A'), unit });
    check(
      {
        message: '{0} and {1} are one amount as far as exchange rates tell',
        args: ['4,300 euros', '£3,700'],
      },
      [amount('4,300 euros', 'EUR'), amount('£3,700', 'GBP'), amount('$4,700', 'USD')],
      ['4,300 euros and £3,700', '£3,700 and 4,300 euros', '$4,700 and 4,300 euros'].map(
        (amounts) => `${amounts} are one amount as far as exchange rates tell`,
      ),
      '4,300 euros and £3,700 are one amount as far as exchange rates tell',
    );
  });
});

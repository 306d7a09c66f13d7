import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { findQuantities } from '../../../../src/analysis/quantity';
import { readArticleText } from '../../../../src/text';

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** A number in English words, as a newspaper would write it. */
function inWords(n: number): string {
  if (n < 20) return ONES[n] ?? '';
  if (n < 100) return `${TENS[Math.floor(n / 10)] ?? ''}${n % 10 ? `-${ONES[n % 10] ?? ''}` : ''}`;
  if (n < 1000) return join(`${ONES[Math.floor(n / 100)] ?? ''} hundred`, n % 100, ' and ');
  if (n < 1e6)
    return join(`${inWords(Math.floor(n / 1000))} thousand`, n % 1000, n % 1000 < 100 ? ' and ' : ' ');
  return join(`${inWords(Math.floor(n / 1e6))} million`, n % 1e6, n % 1e6 < 100 ? ' and ' : ' ');
}

function join(head: string, rest: number, glue: string): string {
  return rest === 0 ? head : `${head}${glue}${inWords(rest)}`;
}

function check(words: string, value: number): void {
  const sentence = `They counted ${words} boxes.`;
  const found = findQuantities(readArticleText(sentence, 'plain'), { dateline: null });
  assert.deepEqual(
    found.map((q) => [q.value, q.text, q.thing]),
    [[value, words, 'boxes']],
    JSON.stringify(sentence),
  );
}

/** White space that may stand inside a number or between it and its unit. */
const blank = fc.constantFrom(' ', '\u00a0', '\u2009', '\u202f', '\n');

const fragment = fc.constantFrom(
  ...'a an one two half third million dozen hundred and of the no none first May Jan. early Tuesday 3 12:30 0815 GMT $ £5 % km °C -20 1/2 ½ , . ( ) – - : per cent x F-16 1,500 10,5 . \n\n “ ’s www.a.b/3 9/11 +1-222-333 point twenty-one'.split(
    ' ',
  ),
);

describe('quantities, whatever the text', () => {
  it('keeps spans inside the text, in order, apart, and equal to the words there', () => {
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.oneof(fragment, fc.string({ maxLength: 3 }), blank)).map((parts) => parts.join(' ')),
      fc.array(fragment).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (source) => {
        const article = readArticleText(source, 'plain');
        let end = 0;
        for (const q of findQuantities(article)) {
          assert.ok(q.start >= end && q.end > q.start && q.end <= source.length, JSON.stringify(q));
          assert.equal(q.text, article.prose.slice(q.start, q.end));
          if (q.thingSpan) assert.ok(q.thingSpan.start < q.thingSpan.end && q.thingSpan.end <= source.length);
          end = q.end;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('reads numbers in words back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999_999 }), (n) => check(inWords(n), n)),
      { numRuns: 150 },
    );
  });

  it('reads numbers in words back over line breaks and no-break spaces', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999_999 }), blank, (n, space) =>
        check(inWords(n).replaceAll(' ', space), n),
      ),
      { numRuns: 100 },
    );
  });

  it('reads digits back, grouped by commas, no-break or thin spaces, or not at all', () => {
    const mark = fc.constantFrom(',', '\u00a0', '\u2009', '\u202f');
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 999_999_999 }), mark, (n, group) => {
        check(n.toLocaleString('en-US').replaceAll(',', group), n);
        check(String(n), n);
      }),
      { numRuns: 100 },
    );
  });

  it('reads measures back with any space before the unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9999 }), blank, (n, space) => {
        const source = `It lies ${n}${space}km off.`;
        const [q] = findQuantities(readArticleText(source, 'plain'), { dateline: null });
        assert.deepEqual([q?.value, q?.unit, q?.text], [n, 'kilometre', `${n}${space}km`]);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readArticle } from '../../../bench/anchor/article';
import { trials } from '../../../bench/anchor/trial';
import type { Method, Verdict } from '../../../bench/anchor/trial';

const EXAMPLES = path.resolve(__dirname, '../../../examples');
const ARTICLES = ['harbour-ferry/littoral.txt', 'valley-quake/meridian.txt', 'bread-merger/sundbote.txt'].map(
  (name) => readFileSync(path.join(EXAMPLES, name), 'utf8'),
);

/** A small run of bench/anchor.ts: every kind of edit, a few spans each. The limits are wide: the bench has the figures. */
describe('anchors through every kind of edit', () => {
  const made = ARTICLES.flatMap((text, i) => {
    const others = ARTICLES.filter((other) => other !== text);
    const strangers = others.flatMap((other) =>
      readArticle(other).sentences.map(({ start, end }) => other.slice(start, end)),
    );
    return trials(text, strangers, 4, 77 + i);
  });
  const share = (method: Method, part: readonly Verdict[], whole: readonly Verdict[]): number => {
    const count = (wanted: readonly Verdict[]): number =>
      made.filter(({ verdicts }) => wanted.includes(verdicts[method])).length;
    return count(part) / count(whole);
  };
  const survivors: readonly Verdict[] = ['right', 'suggested', 'missed', 'wrong'];

  it('are right with the base, and hardly ever wrong', () => {
    assert.ok(share('base', ['right'], survivors) >= 0.97);
    assert.ok(share('base', ['wrong'], survivors) <= 0.01);
    assert.ok(share('base', ['false'], ['false', 'gone']) <= 0.03);
  });

  it('are right or suggested without it', () => {
    assert.ok(share('alone', ['right', 'suggested'], survivors) >= 0.95);
    assert.ok(share('alone', ['wrong'], survivors) <= 0.015);
  });

  it('never take a look-alike for words that are gone, with the base', () => {
    const fooled = made.filter(({ kind, verdicts }) => kind.includes('stays') && verdicts.base === 'false');
    assert.deepEqual(fooled, []);
  });
});

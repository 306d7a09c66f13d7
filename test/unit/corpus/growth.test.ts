import assert from 'node:assert/strict';
import { createCorpus, createStories } from '../../../src/corpus';
import { readArticleText } from '../../../src/text';

const NOTHING = { statements: [], quantities: [], sources: [] };
const EVENT_SIZE = 5;

/** A word made of a number, the same each time. */
function word(n: number): string {
  const syllables = 'ba ke li mo nu pa re si to vu'.split(' ');
  let out = '';
  for (let rest = n + 10; rest > 0; rest = Math.floor(rest / 10)) out += syllables[rest % 10] ?? '';
  return out;
}

/** An article of one of many invented events: words of its own event, words of its subject, words that everybody uses. */
function invent(index: number): string {
  const event = Math.floor(index / EVENT_SIZE);
  const own = Array.from({ length: 30 }, (_, i) => word(1000 + event * 40 + ((i + index) % 36)));
  const subject = Array.from({ length: 10 }, (_, i) => word(200 + (event % 8) * 12 + ((i + index) % 12)));
  const common = Array.from({ length: 40 }, (_, i) => word((i * 7 + index) % 90));
  return `${own.join(' ')}. ${subject.join(' ')}. ${common.join(' ')}.`;
}

/** Postings visited for finding all stories of so many articles. */
function work(count: number): number {
  const corpus = createCorpus();
  for (let i = 0; i < count; i++) corpus.put(`${i}.txt`, readArticleText(invent(i), 'plain'), NOTHING, 1);
  const stories = createStories(corpus).all();
  assert.equal(stories.length, count / EVENT_SIZE, 'one story an event');
  return corpus.work;
}

describe('the index', () => {
  it('[linear] twice the articles, at most 2.2 times the postings visited', () => {
    const ratio = work(2000) / work(1000);
    assert.ok(ratio <= 2.2, `× ${ratio.toFixed(2)}`);
  });
});

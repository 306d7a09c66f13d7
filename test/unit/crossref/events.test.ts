import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createStories } from '../../../src/corpus';
import { NO_CORRECTIONS, compareAll } from '../../../src/crossref';
import { corpusOf, storyFiles } from './stories';
import type { StoryFile } from './stories';

const FOLDER = path.resolve(import.meta.dirname, '../../golden/events');
const EVENTS = readdirSync(FOLDER).flatMap((f) =>
  f.endsWith('.story.txt') ? [f.replace('.story.txt', '')] : [],
);

/** The articles of an invented event, in a folder of its name. */
function eventFiles(event: string): StoryFile[] {
  const story = readFileSync(path.join(FOLDER, `${event}.story.txt`), 'utf8');
  return storyFiles(story).map((file) => ({ ...file, path: `${event}/${file.path}` }));
}

/** How look-alike events fall into stories, and what is linked across them, as a person reads it. */
function show(events: readonly string[]): string {
  const corpus = corpusOf(events.flatMap(eventFiles));
  const stories = createStories(corpus).all();
  const across = compareAll(corpus, NO_CORRECTIONS).filter(
    (fact) => new Set(fact.mentions.map((m) => path.dirname(m.path))).size > 1,
  );
  return [
    ...stories.map((story) => story.map((a) => a.path.replace('.txt', '')).join(' ')),
    `${across.length} facts across events`,
  ].join('\n');
}

function check(name: string, events: readonly string[]): void {
  const golden = path.join(FOLDER, `${name}.stories.txt`);
  const actual = show(events) + '\n';
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, actual);
  assert.equal(actual, readFileSync(golden, 'utf8'));
}

describe('look-alike events', () => {
  it('two accidents in one pit', () =>
    check(
      'pits',
      EVENTS.filter((e) => e.startsWith('pit')),
    ));
  it('two recalls by one maker', () =>
    check(
      'recalls',
      EVENTS.filter((e) => e.endsWith('recall')),
    ));
  it('two turns of one negotiation', () =>
    check(
      'transfer',
      EVENTS.filter((e) => e.startsWith('striker')),
    ));
  it('all in one folder', () => check('all', EVENTS));
  for (const event of EVENTS) {
    it(`${event} alone stays one story`, () =>
      assert.equal(createStories(corpusOf(eventFiles(event))).all().length, 1));
  }
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Comparison } from '../../../src/crossref';
import { NO_CORRECTIONS, comparisonOf } from '../../../src/crossref';
import { corpusOf, goldenStories, putFile } from './stories';
import type { StoryFile } from './stories';

/** Events told by more articles than are compared as a whole at once. */
const FILES = retold(6);

function retold(times: number): StoryFile[] {
  const story = goldenStories().filter((file) => file.path.startsWith('rising-toll'));
  return Array.from({ length: times }, (_, i) =>
    story.map(({ path, source }) => ({
      path: path.replace(/(\.\w+)$/u, `-${i}$1`),
      source: `${source}\nReport ${i} adds that ${30 + i} boats were moved on Monday.`,
    })),
  ).flat();
}

type Edit = (source: string, at: number) => string;

/** The place of the first blank behind an offset. */
function blank(source: string, at: number): number {
  const found = source.indexOf(' ', at % source.length);
  return found < 0 ? source.length : found;
}

function inserted(source: string, at: number, text: string): string {
  return source.slice(0, at) + text + source.slice(at);
}

const EDITS: Readonly<Record<string, Edit>> = {
  letter: (source, at) => inserted(source, blank(source, at), 'x'),
  word: (source, at) => inserted(source, blank(source, at), ' people'),
  sentence: (source, at) =>
    inserted(source, blank(source, at), '. Up to 14 people were hurt in Tarvik, officials said. It was'),
  number: (source, at) => {
    const numbers = [...source.matchAll(/\d+/gu)];
    const found = numbers[at % Math.max(1, numbers.length)];
    if (found === undefined) return source;
    return `${source.slice(0, found.index)}${Number(found[0]) + 1}${source.slice(found.index + found[0].length)}`;
  },
  cut: (source, at) => source.slice(0, blank(source, at)) + source.slice(blank(source, at) + 25),
  quote: (source) => `${source}\n"We shall go back to the bridge tomorrow and look again," said Orla Dunn.`,
};

/** What a card and what the lists tell of an article. */
function told(comparison: Comparison, name: string): string {
  for (const step of comparison.stepsAround(name)) assert.equal(step, undefined);
  const around = comparison.soFar(name);
  return JSON.stringify([around, comparison.of(name), comparison.stories.of(name).map((a) => a.path)]);
}

describe('an article that is edited', () => {
  it('has after each edit the facts that it has in a fresh folder', () => {
    fc.assert(
      fc.property(
        fc.nat(FILES.length - 1),
        fc.array(fc.tuple(fc.constantFrom(...Object.keys(EDITS)), fc.nat(4000)), {
          minLength: 2,
          maxLength: 3,
        }),
        (which, edits) => {
          const files = [...FILES];
          const corpus = corpusOf(files);
          const comparison = comparisonOf(corpus, NO_CORRECTIONS);
          const name = files[which]?.path ?? '';
          told(comparison, name);
          for (const [kind, at] of edits) {
            const before = files[which]?.source ?? '';
            const source = EDITS[kind]?.(before, at) ?? before;
            files[which] = { path: name, source };
            putFile(corpus, { path: name, source });
            const now = told(comparison, name);
            assert.equal(now, told(comparisonOf(corpusOf(files), NO_CORRECTIONS), name), kind);
          }
        },
      ),
      { numRuns: 3 },
    );
  });

  it('is compared with the nearest articles first', () => {
    const comparison = comparisonOf(corpusOf(FILES), NO_CORRECTIONS);
    const name = FILES.map(({ path }) => path).find((path) => comparison.stories.of(path).length > 9);
    assert.ok(name !== undefined, 'a large story is among the files');
    assert.ok(told(comparison, name).includes('"whole":false'));
  });
});

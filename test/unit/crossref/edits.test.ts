import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Comparison, FactsSoFar } from '../../../src/crossref';
import { NO_CORRECTIONS, comparisonOf } from '../../../src/crossref';
import { corpusOf, goldenStories, putFile } from './stories';
import type { StoryFile } from './stories';

/** Events told by more articles than are compared as a whole at once. */
const FILES = retold(6);

/** One that is compared as a whole at once. */
const FEW_FILES = retold(1);

function retold(times: number): StoryFile[] {
  const story = goldenStories().filter((file) => file.path.startsWith('rising-toll'));
  return Array.from({ length: times }, (_, i) =>
    story.map(({ path, source }) => ({
      path: path.replace(/(\.\w+)$/u, `-${i}$1`),
      source: `${source}\nReport ${i} adds that ${30 + i} boats were moved on Monday.\nPrask said 12 roads were closed.\n"The slope above the ${i % 2 === 0 ? 'old ' : ''}chapel may move again tonight," said Ivo Brandt.`,
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
  opening: (source, at) =>
    `BARROW, June ${1 + (at % 9)} (Northwire) - Rain fell for ${at % 50} hours.\n\n${source}`,
  quoted: (source, at) => source.replace('chapel', at % 2 === 0 ? 'chapel road' : 'school'),
  // Its sentence says the same of another speaker, or of none.
  speaker: (source, at) => source.replace(/\b(said|says)\b/u, at % 2 === 0 ? 'fears' : 'denies'),
  name: (source, at) => {
    const names = [...source.matchAll(/(?<=[a-z] )[A-Z][a-z]{3,}\b/gu)];
    const found = names[at % Math.max(1, names.length)];
    return found === undefined ? source : inserted(source, found.index, 'New');
  },
  // The sentence in which she is called Prask stays as it is.
  fullName: (source) => source.replace('Lena Prask', 'Lena Marisa Prask'),
  unit: (source) => source.replace(/\b(people|boats|homes|houses)\b/u, 'lorries'),
  quote: (source) => `${source}\n"We shall go back to the bridge tomorrow and look again," said Orla Dunn.`,
};

interface Told {
  /** What a card tells: of the nearest articles alone where the whole story is not yet compared. */
  readonly soFar: FactsSoFar;
  readonly whole: string;
}

/** What a card and what the lists tell of an article. */
function told(comparison: Comparison, name: string): Told {
  for (const step of comparison.stepsAround(name)) assert.equal(step, undefined);
  const soFar = comparison.soFar(name);
  const story = comparison.stories.of(name).map((a) => a.path);
  return { soFar, whole: JSON.stringify([comparison.of(name), story]) };
}

/** A folder may have compared all of a story that another has not asked for yet. */
function assertSame(x: Told, y: Told, kind: string): void {
  assert.equal(x.whole, y.whole, kind);
  if (x.soFar.whole === y.soFar.whole) assert.equal(JSON.stringify(x.soFar), JSON.stringify(y.soFar), kind);
}

describe('an article that is edited', () => {
  it('has after each edit the facts that it has in a fresh folder', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(FILES, FEW_FILES),
        fc.nat(),
        fc.boolean(),
        fc.array(fc.tuple(fc.constantFrom(...Object.keys(EDITS)), fc.nat(4000)), {
          minLength: 2,
          maxLength: 3,
        }),
        (all, at, prepared, edits) => {
          const files = [...all];
          const which = at % files.length;
          const corpus = corpusOf(files);
          const comparison = comparisonOf(corpus, NO_CORRECTIONS);
          const name = files[which]?.path ?? '';
          const other = files[(which + 1) % files.length]?.path ?? '';
          if (!prepared) told(comparison, name);
          for (const [kind, at] of edits) {
            if (prepared) for (const step of comparison.prepareEdit(name)) assert.equal(step, undefined);
            const before = files[which]?.source ?? '';
            const source = EDITS[kind]?.(before, at) ?? before;
            files[which] = { path: name, source };
            putFile(corpus, { path: name, source });
            const fresh = comparisonOf(corpusOf(files), NO_CORRECTIONS);
            for (const path of [name, other]) assertSame(told(comparison, path), told(fresh, path), kind);
          }
        },
      ),
      { numRuns: 6 },
    );
  });

  it('is compared with the nearest articles first', () => {
    const comparison = comparisonOf(corpusOf(FILES), NO_CORRECTIONS);
    const name = FILES.map(({ path }) => path).find((path) => comparison.stories.of(path).length > 9);
    assert.ok(name !== undefined, 'a large story is among the files');
    assert.ok(!told(comparison, name).soFar.whole);
  });
});

import assert from 'node:assert/strict';
import path from 'node:path';
import fc from 'fast-check';
import type { Corrections, Fact } from '../../../src/crossref';
import { NO_CORRECTIONS, compareAll, comparisonOf, factsAt, factsOf } from '../../../src/crossref';
import { corpusOf, goldenStories, putFile } from './stories';
import type { StoryFile } from './stories';

const FILES = goldenStories();
/** How often a story is retold, to make one that is compared in part first. */
const LARGE = 8;

/** Facts without what may depend on the order in which they were found. */
function canonical(facts: readonly Fact[]): string[] {
  return facts.map((f) => JSON.stringify(f)).sort();
}

function facts(files: readonly StoryFile[], corrections: Corrections = NO_CORRECTIONS): readonly Fact[] {
  return compareAll(corpusOf(files), corrections);
}

/** The values of the fact about those killed at the bridge, by article. */
function killed(all: readonly Fact[]): string | undefined {
  const fact = all.find(
    (f) => f.kind === 'quantity' && f.mentions.some((m) => m.path.endsWith('kestrel.md') && m.value === 9),
  );
  return fact?.mentions.map((m) => `${path.basename(m.path)} ${m.value}`).join(', ');
}

function placeOf(name: string, words: string): { path: string; start: number; end: number } {
  const file = FILES.find((f) => f.path.endsWith(name));
  assert.ok(file !== undefined);
  const start = file.source.indexOf(words);
  assert.ok(start >= 0);
  return { path: file.path, start, end: start + words.length };
}

describe('comparing a corpus', () => {
  it('finds the same whatever the order of the articles', () => {
    const expected = canonical(facts(FILES));
    fc.assert(
      fc.property(fc.shuffledSubarray(FILES, { minLength: FILES.length }), (order) => {
        assert.deepEqual(canonical(facts(order)), expected);
      }),
      { numRuns: 4 },
    );
  });
  it('finds after additions, changes and removals what a fresh corpus finds', () => {
    const expected = canonical(facts(FILES));
    fc.assert(
      fc.property(fc.subarray(FILES, { minLength: 1 }), (touched) => {
        const corpus = corpusOf(FILES);
        compareAll(corpus, NO_CORRECTIONS);
        for (const file of touched) putFile(corpus, { ...file, source: `${file.source}\nAll 77 of them.` });
        compareAll(corpus, NO_CORRECTIONS);
        for (const { path: name } of touched) corpus.remove(name);
        compareAll(corpus, NO_CORRECTIONS);
        for (const file of touched) putFile(corpus, file);
        assert.deepEqual(canonical(compareAll(corpus, NO_CORRECTIONS)), expected);
      }),
      { numRuns: 4 },
    );
  });
  it('gives every mention to one group, and joins no article with itself alone', () => {
    for (const fact of facts(FILES)) {
      assert.ok(new Set(fact.mentions.map((m) => m.path)).size > 1, fact.label);
      assert.ok(
        fact.mentions.every((m) => m.group !== ''),
        fact.label,
      );
      assert.equal(
        new Set(fact.mentions.map((m) => `${m.path} ${m.start} ${m.end}`)).size,
        fact.mentions.length,
      );
    }
  });
  it('gives an article its facts, and an offset the facts there', () => {
    const corpus = corpusOf(FILES);
    const place = placeOf('kestrel.md', 'Nine people');
    const there = factsAt(corpus, place.path, place.start, NO_CORRECTIONS);
    assert.ok(there.length > 0);
    const all = factsOf(corpus, place.path, NO_CORRECTIONS);
    assert.ok(there.every((f) => all.includes(f)));
  });
  it('tells of a large story first what the nearest articles say', () => {
    const [first] = FILES;
    assert.ok(first !== undefined);
    const story = FILES.filter((f) => path.dirname(f.path) === path.dirname(first.path));
    const retold = Array.from({ length: LARGE }, (_, i) =>
      story.map((f) => ({
        ...f,
        path: f.path.replace(/(\.\w+)$/u, `-${i}$1`),
        source: `${f.source}\nReport ${i} adds that ${30 + i} boats were moved.`,
      })),
    ).flat();
    const comparison = comparisonOf(corpusOf(retold), {
      ...NO_CORRECTIONS,
      stories: [retold.map((f) => f.path)],
    });
    const name = retold[0]?.path ?? '';
    for (const step of comparison.stepsAround(name)) assert.equal(step, undefined);
    const soFar = comparison.soFar(name);
    assert.equal(soFar.whole, false);
    const whole = comparison.of(name);
    assert.equal(comparison.soFar(name).whole, true);
    const placesOf = (found: readonly Fact[]): Set<number> =>
      new Set(
        found
          .filter((f) => f.kind === 'quantity')
          .flatMap((f) => f.mentions.filter((m) => m.path === name).map((m) => m.start)),
      );
    const [few, all] = [placesOf(soFar.facts), placesOf(whole)];
    assert.ok(all.size > 3);
    assert.deepEqual(
      [...all].filter((place) => !few.has(place)),
      [],
    );
    const articles = new Set(soFar.facts.flatMap((f) => f.mentions.map((m) => m.path)));
    assert.ok(articles.size <= 11, `${articles.size} articles`);
  });
  it('never joins stories', () => {
    for (const fact of facts(FILES)) {
      const stories = new Set(fact.mentions.map((m) => path.dirname(m.path)));
      assert.equal(stories.size, 1, fact.label);
    }
  });
});

describe('corrections', () => {
  it('by themselves: five and nine are one fact', () => {
    assert.match(killed(facts(FILES)) ?? '', /kestrel\.md 9.*meridian\.txt 5/u);
  });
  it('not the same: the places part', () => {
    const notSame = ['northwire.txt', 'meridian.txt'].map(
      (name) => [placeOf(name, 'five people'), placeOf('kestrel.md', 'Nine people')] as const,
    );
    assert.doesNotMatch(killed(facts(FILES, { ...NO_CORRECTIONS, notSame })) ?? '', / 5/u);
  });
  it('the same: the places join', () => {
    const same = [[placeOf('northwire.txt', '130 homes'), placeOf('kestrel.md', '130 were')] as const];
    const joined = facts(FILES, { ...NO_CORRECTIONS, same }).some(
      (f) => f.mentions.filter((m) => m.value === 130).length > 1,
    );
    assert.ok(joined);
  });
  it('ignored: the span is in no fact', () => {
    const ignored = [placeOf('kestrel.md', 'Nine people')];
    assert.doesNotMatch(killed(facts(FILES, { ...NO_CORRECTIONS, ignored })) ?? '', / 9, .* 9/u);
  });
  it('stories: an article is compared inside its story only', () => {
    const paths = FILES.filter((f) => /northwire|meridian/u.test(f.path)).map((f) => f.path);
    const found = facts(FILES, { ...NO_CORRECTIONS, stories: [paths] });
    assert.ok(found.length > 0);
    assert.ok(!found.some((f) => f.mentions.some((m) => m.path.endsWith('kestrel.md'))));
  });
});

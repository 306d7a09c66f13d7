import assert from 'node:assert/strict';
import { NO_CORRECTIONS, compareAll } from '../../../src/crossref';
import { FactStore } from '../../../src/crossref/fact-store';
import { packFacts, unpackFacts } from '../../../src/crossref/packed-facts';
import { packNames } from '../../../src/crossref/shared-names';
import { corpusOf, goldenStories } from './stories';

const FILES = goldenStories();
const facts = compareAll(corpusOf(FILES), NO_CORRECTIONS);
const sources = new Map(FILES.map((file) => [file.path, file.source]));
const sourceOf = (path: string): string => sources.get(path) ?? '';

describe('packed facts', () => {
  it('are read again as they were', () => {
    assert.deepEqual(unpackFacts(packFacts(facts, sourceOf), sourceOf, null), facts);
  });
  it('of one article are read alone, in their order', () => {
    const packed = packFacts(facts, sourceOf);
    for (const { path } of FILES) {
      const own = facts.filter((fact) => fact.mentions.some((m) => m.path === path));
      assert.deepEqual(unpackFacts(packed, sourceOf, path), own);
    }
    assert.deepEqual(unpackFacts(packed, sourceOf, 'no such article.txt'), []);
  });
  it('of nothing are nothing', () => {
    assert.deepEqual(unpackFacts(packFacts([], sourceOf), sourceOf, null), []);
  });
});

describe('the store of facts', () => {
  const many = 80;
  it('gives back what made room, and drops what no longer stands', () => {
    const store = new FactStore(sourceOf, (story) => story !== 'story 0');
    for (let i = 0; i < many; i++) store.set(`story ${i}`, facts, many);
    assert.equal(store.has('story 0'), false);
    assert.equal(store.has('story 1'), true);
    assert.deepEqual(store.get('story 1'), facts);
  });
  it('gives an article its facts whether they are packed or not', () => {
    const path = FILES[0]?.path ?? '';
    const own = facts.filter((fact) => fact.mentions.some((m) => m.path === path));
    assert.ok(own.length > 0);
    const store = new FactStore(sourceOf, () => true);
    store.set('open', facts, 1);
    const result = { facts: packFacts(facts, sourceOf), names: packNames([]) };
    store.setResult('packed', result, 1);
    assert.deepEqual(store.of('open', path), own);
    assert.deepEqual(store.of('packed', path), own);
    assert.equal(store.of('none', path), undefined);
    assert.deepEqual(store.names('packed'), result.names);
    assert.equal(store.names('open'), undefined);
  });
});

import assert from 'node:assert/strict';
import type { Fact } from '../../../src/crossref';
import { NO_CORRECTIONS, comparisonOf, runStoryJob } from '../../../src/crossref';
import { corpusOf, goldenStories } from './stories';

const FILES = goldenStories();

/** Facts as they are after a way through JSON: packing leaves out what is undefined. */
function plain(facts: readonly Fact[]): unknown {
  return JSON.parse(JSON.stringify(facts));
}

describe('a story compared elsewhere', () => {
  it('has the facts that it has when it is compared here', () => {
    const [here, there] = [corpusOf(FILES), corpusOf(FILES)].map((c) => comparisonOf(c, NO_CORRECTIONS));
    assert.ok(here !== undefined && there !== undefined);
    let jobs = 0;
    for (const { path: name } of FILES) {
      const job = there.job(name);
      if (job === undefined) continue;
      jobs++;
      assert.equal(there.job(name), undefined, 'is under way');
      job.end(runStoryJob(structuredClone(job.story)));
      assert.deepEqual([...there.steps(name)], [], 'is at hand');
    }
    assert.ok(jobs > 1);
    assert.deepEqual(plain(there.all()), plain(here.all()));
  });
  it('is compared when it is asked for, where the job failed', () => {
    const comparison = comparisonOf(corpusOf(FILES), NO_CORRECTIONS);
    const name = FILES[0]?.path ?? '';
    comparison.job(name)?.end(null);
    assert.ok(comparison.of(name).length > 0);
  });
  it('takes steps that others can work between', () => {
    const comparison = comparisonOf(corpusOf(FILES), NO_CORRECTIONS);
    const name = FILES[0]?.path ?? '';
    const story = comparison.stories.of(name).length;
    assert.ok([...comparison.steps(name)].length >= story + (story * (story - 1)) / 2);
  });
});

import assert from 'node:assert/strict';
import { createAnalyser } from '../../../src/analysis';
import type { QuotedPlace } from '../../../src/corrections';
import { EMPTY_FILE } from '../../../src/corrections';
import { runStoryJob } from '../../../src/crossref';
import type { Folder } from '../../../src/service';
import { createFolder, namedElsewhere } from '../../../src/service';
import { goldenStories } from '../crossref/stories';

const FILES = goldenStories();

function folderOf(files: readonly { readonly path: string; readonly source: string }[]): Folder {
  const folder = createFolder(createAnalyser(null));
  for (const { path, source } of files) folder.put(path, source, 1);
  return folder;
}

/** Compares every story as another thread does. */
function compareElsewhere(folder: Folder): void {
  for (const { path } of folder.articles()) {
    const job = folder.comparison().job(path);
    job?.end(runStoryJob(structuredClone(job.story)));
  }
}

/** Who else names each source of each article. */
function namesIn(folder: Folder): unknown[] {
  return folder
    .articles()
    .flatMap(({ path, analysis }) =>
      analysis.sources.map((source) => [path, source.id, namedElsewhere(folder, path, source)]),
    );
}

describe('who else names a person or body', () => {
  it('is the same whether it was found while the story was compared or is worked out now', () => {
    const [ahead, now] = [folderOf(FILES), folderOf(FILES)];
    compareElsewhere(ahead);
    const found = namesIn(ahead);
    assert.ok(found.filter((entry) => JSON.stringify(entry).includes('"places"')).length > 10);
    assert.deepEqual(found, namesIn(now));
  });

  it('heeds what people wrote down, and an edit', () => {
    const told = (first: string): string => `The ferry Ostrella sank off Kessel. ${first}\n`;
    const folder = folderOf([
      { path: 'a.txt', source: told('Olga Marchenko, a passenger, said nobody was hurt.') },
      { path: 'b.txt', source: told('Olga Marchenko, the harbour master, said nobody was hurt.') },
    ]);
    const others = (): string[] => {
      const source = folder.article('a.txt')?.analysis.sources.find((s) => s.name === 'Olga Marchenko');
      assert.ok(source !== undefined);
      return namedElsewhere(folder, 'a.txt', source).map(({ path }) => path);
    };
    compareElsewhere(folder);
    assert.deepEqual(others(), ['b.txt']);
    const place = (article: string): QuotedPlace => ({
      article,
      quote: 'Olga Marchenko',
      prefix: '',
      suffix: '',
    });
    folder.correct({ ...EMPTY_FILE, notSame: new Map([['two', [place('a.txt'), place('b.txt')]]]) });
    compareElsewhere(folder);
    assert.deepEqual(others(), []);
    folder.correct(EMPTY_FILE);
    assert.deepEqual(others(), ['b.txt']);
    folder.put('b.txt', told('Dorit Hallan, the harbour master, said nobody was hurt.'), 2);
    assert.deepEqual(others(), []);
  });
});

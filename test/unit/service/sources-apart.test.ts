import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createAnalyser } from '../../../src/analysis';
import { EMPTY_FILE, type QuotedPlace } from '../../../src/corrections';
import { createFolder } from '../../../src/service';

const weights = readFileSync(path.join(import.meta.dirname, '../../../models/statements.bin'));

const TEXTS = {
  'a.txt': 'The ferry was late. Olga Marchenko, a passenger, said nobody was hurt.\n',
  'b.txt': 'The ferry was late. Olga Marchenko, the harbour master, said nobody was hurt.\n',
};

function place(article: string, quote: string): QuotedPlace {
  return { article, quote, prefix: '', suffix: '' };
}

describe('sources that people took apart', () => {
  it('are two in the folder, until that is taken back', () => {
    const folder = createFolder(createAnalyser(weights));
    for (const [name, text] of Object.entries(TEXTS)) folder.put(name, text, 1);
    const people = (): number => folder.sourcesAmong(new Set(Object.keys(TEXTS))).all().length;
    assert.equal(people(), 1);
    const pair = [place('a.txt', 'Olga Marchenko'), place('b.txt', 'Olga Marchenko')] as const;
    folder.correct({ ...EMPTY_FILE, notSame: new Map([['two-women', pair]]) });
    assert.equal(people(), 2);
    folder.correct(EMPTY_FILE);
    assert.equal(people(), 1);
  });

  it('are not touched by pairs of places that name nobody', () => {
    const folder = createFolder(createAnalyser(weights));
    for (const [name, text] of Object.entries(TEXTS)) folder.put(name, text, 1);
    const pair = [place('a.txt', 'The ferry'), place('b.txt', 'Olga Marchenko')] as const;
    folder.correct({ ...EMPTY_FILE, notSame: new Map([['ferry', pair]]) });
    assert.equal(folder.sourcesAmong(new Set(Object.keys(TEXTS))).all().length, 1);
  });
});

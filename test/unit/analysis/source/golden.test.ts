import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { renderSources } from './render';

const FOLDER = path.join(import.meta.dirname, '..', '..', '..', 'golden', 'source');
const SECTION = '--- sources\n';

/** One golden file a construction (see the README beside them). */
const CASES = [
  'acronyms.txt',
  'bodies-in-small-letters.txt',
  'bodies-that-only-speak.txt',
  'bodies.txt',
  'companies.txt',
  'descriptions.txt',
  'governments.txt',
  'headings.txt',
  'names-of-several-words.txt',
  'newspapers.txt',
  'not-names.txt',
  'pronouns-beside-quotations.txt',
  'pronouns.txt',
  'roles-before-names.txt',
  'roles-behind-names.txt',
  'shared-surnames.txt',
  'ships.txt',
  'spelling-variants.txt',
  'surnames-that-are-words.txt',
  'titles-before-names.txt',
  'transcripts.txt',
  'what-somebody-issued.txt',
];

function check(name: string): void {
  const file = path.join(FOLDER, name);
  const golden = readFileSync(file, 'utf8');
  const end = golden.indexOf(SECTION);
  const marked = end < 0 ? golden : golden.slice(0, end);
  const found = marked + renderSources(marked);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, found);
  else assert.equal(found, golden);
}

describe('sources: golden files', () => {
  for (const name of CASES) it(name, () => check(name));

  it('every file in the folder is a case', () => {
    const files = readdirSync(FOLDER).filter((name) => name !== 'README.md');
    assert.deepEqual(files.sort(), CASES);
  });
});

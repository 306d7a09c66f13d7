import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readArticleText } from '../../../../src/text';
import { CASE_MARK, textOf, underline } from './render';
import { FINDER } from './weights';

const FOLDER = path.join(import.meta.dirname, '..', '..', '..', 'golden', 'statement');

/** Every construction that has a golden file (see the README beside them). */
const CASES = [
  'according-to',
  'accusations',
  'as-someone-put-it',
  'boasts-and-cautions',
  'citing',
  'cue-before-behind-inside',
  'denials',
  'direct-quotation',
  'headlines',
  'indirect-speech',
  'loose-quotations',
  'missing-marks',
  'mixed-quotation',
  'names-for-things',
  'nested-attribution',
  'no-statements',
  'non-claims',
  'noun-cues',
  'passives',
  'pronoun-sources',
  'quotation-styles',
  'quotations-inside-quotations',
  'several-paragraphs',
  'signed-quotations',
  'split-content',
  'tells-and-asks',
  'warnings-and-appeals',
];

function render(text: string): string {
  return underline(text, FINDER.find(readArticleText(text, 'plain')));
}

function check(name: string): void {
  const file = path.join(FOLDER, `${name}.txt`);
  const golden = readFileSync(file, 'utf8');
  const cases = golden.trimEnd().split(`\n${CASE_MARK}\n`);
  const found = cases.map((lines) => render(textOf(lines.split('\n')))).join(`\n${CASE_MARK}\n`) + '\n';
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, found);
  else assert.equal(found, golden);
}

describe('statements: golden files', () => {
  for (const name of CASES) it(name, () => check(name));

  it('every file in the folder is a case', () => {
    const files = readdirSync(FOLDER).filter((name) => name !== 'README.md');
    assert.deepEqual(files.sort(), CASES.map((name) => `${name}.txt`).sort());
  });
});

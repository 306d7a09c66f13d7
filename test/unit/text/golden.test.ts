import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Format } from '../../../src/text';
import { readArticleText } from '../../../src/text';
import { renderMask, renderQuotations, renderSentences } from './render';

const FOLDER = path.join(import.meta.dirname, '..', '..', 'golden', 'text');

/** Every golden file: the text to read, then what is read out of it (see the README beside them). */
const CASES = [
  'abbreviations.txt',
  'apostrophes.txt',
  'currencies-and-numbers.txt',
  'hard-wrapped.txt',
  'headlines-and-lists.txt',
  'one-sentence-a-line.txt',
  'quotation-styles.txt',
  'several-paragraphs-quoted.txt',
  'tokenized.txt',
  'blocks.md',
  'inline.md',
  'nested.md',
  'not-prose.md',
];

const SECTION = '\n--- mask\n';

function render(source: string, format: Format): string {
  const text = readArticleText(source, format);
  const mask = format === 'markdown' ? renderMask(text) : [];
  const parts = [
    ...mask,
    '--- sentences',
    ...renderSentences(text),
    '--- quotations',
    ...renderQuotations(text),
  ];
  return source + SECTION + parts.join('\n') + '\n';
}

function check(name: string): void {
  const file = path.join(FOLDER, name);
  const golden = readFileSync(file, 'utf8');
  const end = golden.indexOf(SECTION);
  const source = end < 0 ? golden.trimEnd() : golden.slice(0, end);
  const found = render(source, name.endsWith('.md') ? 'markdown' : 'plain');
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, found);
  else assert.equal(found, golden);
}

describe('text: golden files', () => {
  for (const name of CASES) it(name, () => check(name));

  it('every file in the folder is a case', () => {
    const files = readdirSync(FOLDER).filter((name) => name !== 'README.md');
    assert.deepEqual(files.sort(), [...CASES].sort());
  });
});

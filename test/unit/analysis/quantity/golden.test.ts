import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findQuantities } from '../../../../src/analysis/quantity';
import type { Quantity } from '../../../../src/analysis/model';
import { readArticleText } from '../../../../src/text';

/**
 * Each golden file is a list of sentences; what was found stands indented below each, one quantity a line. The sentences are
 * the input: to add a case, write a sentence and run the test with UPDATE_GOLDEN=1.
 */
const FOLDER = path.resolve(import.meta.dirname, '../../../golden/quantity');
const KINDS = [
  'counts',
  'money',
  'measures',
  'percentages',
  'fractions',
  'ranges',
  'ordinals',
  'ages',
  'dates',
  'times',
  'modifiers',
  'restatements',
  'designators',
  'one',
  'zero',
  'scores',
  'indefinite',
  'fates',
  'spacing',
];
/** The day that relative dates in the sentences are resolved against (a Wednesday). */
const DATELINE = '2024-01-24';

function describeQuantity(q: Quantity): string {
  const value = q.value ?? `${q.low ?? ''}..${q.high ?? ''}`;
  const parts = [
    q.text.replace(/\s+/g, ' '),
    `${q.kind} ${value}`,
    q.unit && `unit ${q.unit}`,
    q.per && `per ${q.per}`,
    q.zone && `zone ${q.zone}`,
    q.part && `part ${q.part}`,
    q.modifier,
    q.thing && `of ${q.thing}`,
    q.fate && `fate ${q.fate}`,
    q.restates === undefined ? null : 'restates',
    q.wordless && 'wordless',
  ];
  return `    ${parts.filter(Boolean).join(' | ')}`;
}

function render(sentence: string): string {
  const text = readArticleText(
    sentence.replace(/⏎/g, '\n').replace(/⍽/g, '\u00a0').replace(/∙/g, '\u2009'),
    'plain',
  );
  return [sentence, ...findQuantities(text, { dateline: DATELINE }).map(describeQuantity)].join('\n');
}

describe('quantities, by kind', () => {
  for (const kind of KINDS) {
    it(kind, () => {
      const file = path.join(FOLDER, `${kind}.txt`);
      const golden = readFileSync(file, 'utf8');
      const sentences = golden.split('\n').filter((line) => line !== '' && !line.startsWith('    '));
      const now = `${sentences.map(render).join('\n')}\n`;
      if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, now);
      else assert.equal(now, golden);
    });
  }

  it('has no golden file that no kind uses', () => {
    assert.deepEqual(readdirSync(FOLDER).sort(), KINDS.map((kind) => `${kind}.txt`).sort());
  });
});

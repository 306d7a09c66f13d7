import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { parseSidecar } from '../../../src/sidecar';
import { inline, literalBlock, quoted } from '../../../src/sidecar/scalar';
import { annotationOn, edited } from './samples';

/** Texts that readers of YAML take for something else, or that writers fold, trim or escape. */
const MISREAD = [
  'no',
  'on',
  'off',
  'yes',
  'y',
  'n',
  'true',
  'null',
  '~',
  '012',
  '0o14',
  '0x1F',
  '1e3',
  '.inf',
  '.nan',
  '-',
  '?',
  ':',
  '<<',
  '=',
  '2024-01-24',
  '12:30:45',
  '190:20:30',
  '1_000',
  '+1',
  ' a',
  'a ',
  '\ta',
  'a\t',
  '\n',
  'a\n',
  'a\n\n',
  '\na',
  ' \n a',
  'a\n b\n  c',
  '# c',
  'a # c',
  'a: b',
  '- a',
  '* a',
  '&a b',
  '!t x',
  '|',
  '>',
  '%YAML',
  '@',
  '`',
  '---',
  '...',
  '"',
  "'",
  '\\',
  '\\n',
  '{a}',
  '[a]',
  '👩‍🚀 ok',
  'é',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\u200b',
  '\u202e',
  '\x00',
  '\x07',
  '\x7f',
  '\ud800',
  'a\r\nb',
  'a\rb',
  '__proto__',
  '',
];

const text = fc.oneof(
  fc.constantFrom(...MISREAD),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(' ', '\n', 'a', ':', '-', '#', '\t', '"', "'", '\\', '👍', '|'),
    maxLength: 24,
  }),
);

/** What a YAML reader that is not ours makes of the ways in which we write a text. */
function check(value: string): void {
  const written = [quoted(value), inline([value]), literalBlock(value, 2, '\n') ?? '""'];
  const document = parseDocument(written.map((words, i) => `k${i}: ${words}\n`).join('') + '...\n', {
    prettyErrors: false,
  });
  const block = written[2] === '""' ? '' : value;
  assert.deepEqual(document.errors, [], written.join('\n'));
  assert.deepEqual(document.toJS(), { k0: value, k1: [value], k2: block }, written.join('\n'));
}

describe('texts in a sidecar', () => {
  it('come back as they were: 10,000 that YAML misreads', () => {
    fc.assert(fc.property(text, check), { numRuns: 10_000, examples: MISREAD.map((value) => [value]) });
  });

  it('come back from a whole file, as note, tag, quote and reply', () => {
    fc.assert(
      fc.property(text, (value) => {
        const words = value === '' ? 'x' : value;
        const annotation = annotationOn('21 people', value, 1, {
          tags: [words],
          verdict: value,
          selector: { quote: words, prefix: value, suffix: value },
          replies: [{ id: 'r1', by: words, made: '2026-01-01T00:00:00Z', text: value }],
          sees: [{ article: words, quote: value }],
        });
        const file = edited('', { type: 'put', annotation });
        assert.deepEqual(parseSidecar(file).set.annotations, [annotation], file);
        assert.deepEqual(
          parseSidecar(`${file}# end\n`).problems.map(({ code }) => code),
          ['no-end-marker'],
        );
      }),
      { numRuns: 150, examples: MISREAD.map((value) => [value]) },
    );
  });
});

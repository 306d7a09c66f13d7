import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { isBlocking, parseSidecar } from '../../../src/sidecar';
import type { ProblemCode } from '../../../src/sidecar';
import { sampleSidecar } from './samples';

const schema: unknown = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../../schemas/annotations.schema.json'), 'utf8'),
);
const validate = new Ajv({ allErrors: true }).compile(isObject(schema) ? schema : {});

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Problems as `code: the words they are at`. */
function check(text: string, expected: readonly string[], writable: boolean): void {
  const parsed = parseSidecar(text);
  assert.deepEqual(
    parsed.problems.map(({ code, start, end }) => `${code}: ${text.slice(start, end).split('\n')[0] ?? ''}`),
    expected,
    text.slice(0, 300),
  );
  assert.equal(parsed.writable, writable);
  assert.equal(parsed.writable, !parsed.problems.some(isBlocking));
}

const entry = (fields: string): string =>
  `version: 1\narticle: "a.txt"\nannotations:\n  a1:\n    by: "x"\n    made: "2026-01-01T00:00:00Z"\n    status: "verified"\n${fields}...\n`;

/** A file, what is wrong with it and where, and whether it may still be written. */
const FILES: readonly (readonly [string, readonly string[], boolean])[] = [
  [entry(''), [], true],
  [entry('    x-own: 5\n'), [], true],
  [entry('    color: "red"\n'), ['unknown-field: color'], true],
  [entry('    note: 012\n'), ['bad-type: 012'], true],
  [entry('    note: yes\n').replace('yes', 'true'), ['bad-type: true'], true],
  [entry('    tags: "a"\n'), ['bad-type: "a"'], true],
  [entry('    tags: [""]\n'), ['bad-value: ""'], true],
  [entry('    quote: "q"\n    at: [3]\n'), ['bad-value: [3]'], true],
  [entry('    at: [3, 4]\n'), ['missing-field: b'], true],
  [entry('    base: "abc"\n    quote: "q"\n'), ['bad-value: "abc"'], true],
  [entry('    sees: [{quote: "q"}]\n'), ['missing-field: {'], true],
  [entry('    replies:\n      r1:\n        by: "x"\n'), ['missing-field: b', 'missing-field: b'], true],
  [entry('    conflicts:\n      note: "x"\n'), ['bad-type: "x"'], true],
  [entry('').replace('verified', 'sure'), ['bad-value: "sure"'], true],
  [entry('').replace('2026-01-01T', '2026-01-01 '), ['bad-value: "2026-01-01 00:00:00Z"'], true],
  [entry('').replace('a1', '"1a"'), ['bad-id: "1a"'], true],
  [entry('').replace('a1', '__proto__'), ['bad-id: __proto__'], true],
  [entry('').replace('a1', 'constructor'), [], true],
  [entry('').replace('version: 1', 'version: 7'), ['unknown-version: 7'], false],
  [entry('').replace('"a.txt"', '""'), ['bad-value: ""'], true],
];

/** Files that no schema can be asked about: a code that must be reported. */
const BROKEN: readonly (readonly [string, ProblemCode, boolean])[] = [
  [entry('').replace('...\n', ''), 'no-end-marker', false],
  [entry('    by: "y"\n'), 'duplicate-key', false],
  [entry('  a1: {}\n'), 'duplicate-id', false],
  [entry('    note: *x\n'), 'alias', false],
  [entry('    note: !!js/function "x"\n'), 'tag', true],
  [`${entry('')}<<<<<<< HEAD\n`, 'merge-marks', false],
  ['- a\n...\n', 'not-a-map', false],
  ['', 'not-a-map', false],
];

describe('problems of a sidecar', () => {
  it('are found at their place', () => {
    for (const [text, expected, writable] of FILES) check(text, expected, writable);
  });

  it('make a file read-only where what was meant cannot be known', () => {
    for (const [text, expected, writable] of BROKEN) {
      const parsed = parseSidecar(text);
      const codes = parsed.problems.map(({ code }) => code);
      assert.ok(codes.includes(expected), `${codes.join()} ${text}`);
      assert.equal(parsed.writable, writable, text);
    }
  });

  it('are what the JSON Schema says too', () => {
    for (const [text, expected] of [...FILES, [sampleSidecar(6), []] as const]) {
      const data: unknown = parse(text, { logLevel: 'error' });
      assert.equal(validate(data), expected.length === 0, `${text} ${JSON.stringify(validate.errors)}`);
    }
  });

  it('do not end the process or hang it, whatever the file', () => {
    const bomb = `version: 1\narticle: &a "x"\nannotations:\n${Array.from({ length: 50 }, (_, i) => `  b${i}: [*a, *a, *a]\n`).join('')}...\n`;
    const hostile = [
      '['.repeat(100_000),
      '{a: '.repeat(50_000),
      '- '.repeat(50_000),
      '? '.repeat(50_000),
      bomb,
      '"'.repeat(20_000),
      `${' '.repeat(100_000)}a:\n`,
      'a:\n'.repeat(5000),
      '\u0000\u0001\ufeff',
      '&a '.repeat(3000),
      '...\n'.repeat(10_000),
      '---\n'.repeat(5000),
    ];
    for (const text of hostile) assert.equal(parseSidecar(text).writable, false, text.slice(0, 20));
  });
});

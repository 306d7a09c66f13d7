import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addCorrection,
  readCorrectionsFile,
  removeCorrection,
  resolveCorrections,
} from '../../../src/corrections';
import type { NewCorrection } from '../../../src/corrections';

const place = (article: string, quote: string) => ({ article, quote, prefix: '', suffix: '' });

const FILE = `# Read by the night desk.
version: 1

aliases:
  "Ana Bel": ["A. Bel"] # her own spelling

not-same:
  beds:
    a: {article: "a.txt", quote: "60 beds"}
    b: {article: "b.txt", quote: "60 beds"}

  tents:
    a: {article: "a.txt", quote: "9 tents"}
    b: {article: "b.txt", quote: "10 tents"}
...
`;

/** The file after an addition; taking it back must give the file as it was. */
function check(before: string, correction: NewCorrection, expected: string): void {
  const added = addCorrection(before, correction);
  assert.ok(added.ok);
  assert.equal(added.text, expected);
  const section = correction.kind === 'alias' ? 'aliases' : correction.kind;
  const back = removeCorrection(added.text, section, added.key);
  assert.ok(back.ok);
  assert.deepEqual(
    readCorrectionsFile(back.text),
    readCorrectionsFile(before === '' ? 'version: 1' : before),
  );
}

describe('corroborate.yaml', () => {
  const pair = { a: place('a.txt', 'seven'), b: place('b.txt', 'nine'), by: 'dana' };

  it('gets a new entry at its place in the order; comments and all other lines stay', () =>
    check(
      FILE,
      { kind: 'not-same', ...pair },
      FILE.replace(
        '\n  tents:',
        '\n  seven:\n    a:\n      article: "a.txt"\n      quote: "seven"\n    b:\n      article: "b.txt"\n      quote: "nine"\n    by: "dana"\n\n  tents:',
      ),
    ));

  it('is made when there is none', () =>
    check(
      '',
      { kind: 'ignore', place: place('a.txt', '12 tugs') },
      '# What people have told the machine about these articles. Paths are seen from this folder.\nversion: 1\nignore:\n  fact-12-tugs:\n    article: "a.txt"\n    quote: "12 tugs"\n...\n',
    ));

  it('adds an alias to those of a name', () => {
    const added = addCorrection(FILE, { kind: 'alias', name: 'Ana Bel', alias: 'Anna Bell' });
    assert.ok(added.ok);
    assert.deepEqual(readCorrectionsFile(added.text).file.aliases.get('Ana Bel'), ['A. Bel', 'Anna Bell']);
  });

  it('is never written over when it cannot be read', () => {
    for (const broken of [
      'aliases: [',
      '- a\n- b\n',
      'same: &x {a: *x}\n<<<<<<< ours\n',
      `a: ${'['.repeat(5000)}`,
    ]) {
      assert.notEqual(readCorrectionsFile(broken).problem, null, broken);
      assert.equal(addCorrection(broken, { kind: 'not-same', ...pair }).ok, false, broken);
    }
  });

  it('says on one line why it cannot be read, and where', () => {
    const text = 'version: 1\naliases:\n  - [broken\nstories: {\n';
    const { problem } = readCorrectionsFile(text);
    assert.match(String(problem?.args[0]), /^[^\n]*at line 4, column 1$/);
    assert.equal(problem?.at.start, text.indexOf('stories'));
  });

  it('reads entries of the wrong shape as none', () => {
    const { file, problem } = readCorrectionsFile(
      'version: 1\nsame: {x: 1, y: {a: {article: 3}}}\naliases: [1]\nignore: {z: {article: a.txt}}\n__proto__: {polluted: 1}\n',
    );
    assert.equal(problem, null);
    assert.equal(file.same.size + file.aliases.size + file.ignore.size, 0);
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
  });

  it('keeps any words as they are', () =>
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (quote, by) => {
        const added = addCorrection(FILE, {
          kind: 'not-same',
          a: place('a.txt', quote),
          b: place('b.txt', 'x'),
          by,
        });
        assert.ok(added.ok);
        assert.equal(readCorrectionsFile(added.text).file.notSame.get(added.key)?.[0].quote, quote);
      }),
      { numRuns: 100 },
    ));

  it('speaks only of words that stand in exactly one place', () => {
    const texts: Record<string, string> = { 'a.txt': 'seven here, seven there', 'b.txt': 'nine' };
    const articles = { paths: Object.keys(texts), textOf: (path: string) => texts[path] };
    const resolve = (prefix: string) => {
      const a = { ...place('a.txt', 'seven'), prefix };
      const added = addCorrection('', { kind: 'not-same', a, b: pair.b, by: 'dana' });
      assert.ok(added.ok);
      return resolveCorrections(readCorrectionsFile(added.text).file, articles).notSame;
    };
    assert.deepEqual(resolve(''), []);
    assert.deepEqual(resolve(', '), [
      [
        { path: 'a.txt', start: 12, end: 17 },
        { path: 'b.txt', start: 0, end: 4 },
      ],
    ]);
  });
});

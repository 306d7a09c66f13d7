import assert from 'node:assert/strict';
import { parseSidecar, readBothSides } from '../../../src/sidecar';

const HEAD = 'version: 1\narticle: "ferry.txt"\nannotations:\n';

function entry(id: string, note: string, status = 'unchecked'): string {
  return `  ${id}:\n    by: "dana"\n    made: "2026-03-10T09:40:00Z"\n    status: "${status}"\n    note: "${note}"\n\n`;
}

/** What is shown of a file with git's marks: each note, with what both sides have differently. */
function check(text: string, expected: readonly string[] | null): void {
  assert.deepEqual(
    parseSidecar(text).problems.some(({ code }) => code === 'merge-marks'),
    true,
  );
  const set = readBothSides(text);
  const shown = set?.annotations.map(({ id, note, conflicts }) =>
    [id, note, ...(conflicts ?? []).map((c) => `${c.field}: ${c.values.join(' | ')}`)].join(' · '),
  );
  assert.deepEqual(shown?.sort() ?? null, expected);
}

describe('a sidecar that git left in conflict', () => {
  const mine = entry('a1', 'Ask the port.');
  const theirs = entry('b2', 'Ask the crew.');

  it('shows what both sides have', () =>
    check(`${HEAD}<<<<<<< HEAD\n${mine}=======\n${theirs}>>>>>>> desk\n${entry('c3', 'Both.')}...\n`, [
      'a1 · Ask the port.',
      'b2 · Ask the crew.',
      'c3 · Both.',
    ]));

  it('shows both values of what the sides have differently', () => {
    const marked = (base: string): string =>
      `${HEAD}${mine.replace(/ {4}status[^]*/, '')}<<<<<<< HEAD\n    status: "verified"\n${base}=======\n    status: "disputed"\n>>>>>>> desk\n    note: "x"\n\n...\n`;
    const both = ['a1 · x · status: disputed | verified'];
    check(marked(''), both);
    check(marked('||||||| 0abc123\n    status: "unchecked"\n'), both);
  });

  it('knows from the common version what one side removed', () =>
    check(
      `${HEAD}<<<<<<< HEAD\n${mine}||||||| 0abc123\n${mine}${theirs}=======\n${mine}${theirs}>>>>>>> desk\n...\n`,
      ['a1 · Ask the port.'],
    ));

  it('shows one side where the other cannot be read, and nothing where neither can', () => {
    check(`${HEAD}<<<<<<< HEAD\n${mine}=======\n  b2: {\n>>>>>>> desk\n...\n`, ['a1 · Ask the port.']);
    check(`${HEAD}<<<<<<< HEAD\n  a1: {\n=======\n  b2: {\n>>>>>>> desk\n...\n`, null);
  });

  it('is not misled by marks that do not end', () =>
    check(`${HEAD}${mine}...\n<<<<<<< HEAD\n`, ['a1 · Ask the port.']));
});

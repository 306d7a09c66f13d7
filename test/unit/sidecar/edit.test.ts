import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newReply, STATUSES } from '../../../src/annotation';
import { editSidecar, parseSidecar } from '../../../src/sidecar';
import type { SidecarChange } from '../../../src/sidecar';
import { annotationOn, edited, portsFrom, randomFrom, sampleSidecar } from './samples';

const GOLDEN = path.resolve(__dirname, '../../golden/sidecar');
const used = new Set<string>();

/** The lines that an edit takes away and puts in, in order; equal lines are left out. */
function difference(before: string, after: string): string {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let [from, until] = [0, 0];
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from++;
  while (until < Math.min(a.length, b.length) - from && a.at(-1 - until) === b.at(-1 - until)) until++;
  const removed = a.slice(from, a.length - until).map((line) => `- ${line}`);
  const added = b.slice(from, b.length - until).map((line) => `+ ${line}`);
  return [`@ line ${from + 1}`, ...removed, ...added, ''].join('\n');
}

function checkGolden(name: string, actual: string): void {
  const file = path.join(GOLDEN, name);
  used.add(name);
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(GOLDEN, { recursive: true });
    writeFileSync(file, actual);
  }
  assert.ok(existsSync(file), `${name} is missing: run with UPDATE_GOLDEN=1`);
  assert.equal(actual, readFileSync(file, 'utf8'), name);
}

const FILE = sampleSidecar(3);
const [FIRST = '', SECOND = '', LAST = ''] = parseSidecar(FILE).set.annotations.map(({ id }) => id);

/** A file as a person might write it: other quotes, other order, comments everywhere. */
const BY_HAND = `# Notes of the desk. Keep!
article: brannoy.txt   # plain
version: 1
annotations:
    zz1:   # the mayor
        note: 'He''s sure'   # really?
        status: verified
        by: Dana
        made: "2026-01-01T00:00:00Z"
    # below: to do
    aa2: {by: Bo, made: "2026-01-01T00:00:00Z", status: checking, tags: [a, 'b']}
# end of notes
...
`;

const reply = newReply('bo@desk.example', 'Seen.', portsFrom(77));

const EDITS: Readonly<Record<string, readonly [string, SidecarChange]>> = {
  status: [FILE, { type: 'patch', id: FIRST, fields: { status: 'disputed' } }],
  'note of one line': [FILE, { type: 'patch', id: FIRST, fields: { note: 'Other words: "x"' } }],
  'verdict added': [FILE, { type: 'patch', id: FIRST, fields: { verdict: 'False' } }],
  'tags removed': [FILE, { type: 'patch', id: FIRST, fields: { tags: [] } }],
  'reply to an entry without': [FILE, { type: 'put-reply', id: FIRST, reply }],
  'entry added': [FILE, { type: 'put', annotation: annotationOn('23 people', 'New.', 4242) }],
  'first entry removed': [FILE, { type: 'remove', id: FIRST }],
  'last entry removed': [FILE, { type: 'remove', id: LAST }],
  'entry replaced': [
    FILE,
    { type: 'put', annotation: { ...annotationOn('Ilse Tarn', 'All new.', 5), id: SECOND } },
  ],
  'article renamed': [FILE, { type: 'set-article', article: 'brannoy-2.txt' }],
  'by hand, status': [BY_HAND, { type: 'patch', id: 'zz1', fields: { status: 'opinion' } }],
  'by hand, note with a comment behind it': [BY_HAND, { type: 'patch', id: 'zz1', fields: { note: 'a\nb' } }],
  'by hand, reply': [BY_HAND, { type: 'put-reply', id: 'zz1', reply }],
  'by hand, in braces': [
    BY_HAND,
    { type: 'patch', id: 'aa2', fields: { status: 'verified', verdict: 'x', tags: [] } },
  ],
  'by hand, entry added': [BY_HAND, { type: 'put', annotation: annotationOn('', 'Whole.', 3) }],
  'by hand, entry removed': [BY_HAND, { type: 'remove', id: 'zz1' }],
};

describe('edits of a sidecar', () => {
  it('look like this', () => {
    checkGolden('new-file.annotations.yaml', FILE);
    const parts = Object.entries(EDITS).map(
      ([name, [text, change]]) => `## ${name}\n${difference(text, edited(text, change))}`,
    );
    checkGolden('edits.diff.txt', parts.join('\n'));
  });

  it('change nothing when nothing changes', () => {
    for (const text of [FILE, BY_HAND, FILE.replaceAll('\n', '\r\n')]) {
      const puts = parseSidecar(text).set.annotations.map((annotation): SidecarChange => ({
        type: 'put',
        annotation,
      }));
      assert.equal(edited(text, puts), text);
    }
  });

  it('keep line ends, and every comment through 80 random edits', () => {
    const random = randomFrom(5);
    for (const start of [BY_HAND, BY_HAND.replaceAll('\n', '\r\n')]) {
      let text = start;
      for (let i = 0; i < 40; i++) text = edited(text, randomChange(text, random, i));
      for (const comment of ['# Notes of the desk. Keep!', '# plain', '# below: to do', '# end of notes'])
        assert.ok(text.includes(comment), `${comment}\n${text}`);
      assert.equal(/[^\r]\n/.test(text), !start.includes('\r'), text);
    }
  });

  it('are refused where the file is in doubt', () => {
    for (const text of [
      '<<<<<<< HEAD\n',
      FILE.replace('...\n', ''),
      FILE.replace('version: 1', 'version: 2'),
      FILE + FILE,
    ])
      assert.equal(editSidecar(text, 'a.txt', { type: 'remove', id: FIRST }).ok, false, text.slice(0, 40));
    const missing = editSidecar(FILE, 'a.txt', { type: 'remove', id: '__proto__' });
    assert.ok(!missing.ok && missing.reason === 'not-found');
  });

  it('leave no golden file unused', () => {
    assert.deepEqual(readdirSync(GOLDEN).sort(), [...used].sort());
  });
});

/** A change of an entry that is there, or a new one; never of the entry whose comments the test looks for. */
function randomChange(text: string, random: () => number, i: number): SidecarChange {
  const ids = parseSidecar(text)
    .set.annotations.map(({ id }) => id)
    .filter((id) => id !== 'zz1');
  const id = ids[Math.floor(random() * ids.length)] ?? 'none';
  const roll = random();
  if (ids.length < 2 || roll < 0.3)
    return { type: 'put', annotation: annotationOn('21 people', `n${i}`, 10_000 + i) };
  if (roll < 0.5) return { type: 'remove', id };
  if (roll < 0.7) return { type: 'put-reply', id, reply: newReply('bo', `r ${i}\nx`, portsFrom(i)) };
  const status = STATUSES[i % STATUSES.length] ?? 'unchecked';
  return {
    type: 'patch',
    id: roll < 0.8 ? 'zz1' : id,
    fields: { status, note: roll < 0.9 ? `x\n\ny ${i}` : `one ${i}` },
  };
}

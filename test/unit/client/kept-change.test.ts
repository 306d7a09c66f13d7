import assert from 'node:assert/strict';
import { keyOf, readKept, takesAway } from '../../../src/client/annotations/kept-change';
import type { KeptChange } from '../../../src/protocol';

const before = {
  id: 'a1',
  by: 'dana',
  made: '2026-01-02T03:04:05Z',
  status: 'unchecked',
  tags: [],
  note: 'Count again.',
  sees: [],
  replies: [],
} as const;

type Change = Extract<KeptChange, { kind: 'change' }>['change'];

const changed = (change: Change): KeptChange => ({ kind: 'change', before, change });
const patched = (fields: Extract<Change, { type: 'patch' }>['fields']): KeptChange =>
  changed({ type: 'patch', id: 'a1', fields });
const reply = { id: 'r1', by: 'bo', made: before.made, text: 'Ten now.' };
const answered: KeptChange = { kind: 'reply', id: 'a1', reply };
const removed = changed({ type: 'remove', id: 'a1' });
const replyRemoved = changed({ type: 'remove-reply', id: 'a1', replyId: 'r1' });
const rewritten = changed({ type: 'patch-reply', id: 'a1', replyId: 'r1', fields: { text: 'Nine.' } });

describe('changes that wait to be saved', () => {
  it('take the place of an earlier change of the same thing, and of no other', () => {
    const edited = '2026-01-03T03:04:05Z';
    assert.equal(keyOf(patched({ status: 'disputed' })), keyOf(patched({ status: 'verified' })));
    assert.equal(keyOf(patched({ note: 'x', edited })), keyOf(patched({ note: 'y' })));
    const others = [
      patched({ status: 'disputed' }),
      patched({ note: 'x', edited }),
      patched({ tags: [] }),
      removed,
      answered,
      replyRemoved,
      rewritten,
      { kind: 'annotation', annotation: before } as const,
    ];
    assert.equal(new Set(others.map(keyOf)).size, others.length);
  });

  it('have nothing left to change once what they are about is deleted', () => {
    assert.ok(takesAway(removed, patched({ status: 'disputed' })));
    assert.ok(takesAway(removed, answered));
    assert.ok(takesAway(replyRemoved, rewritten));
    assert.ok(!takesAway(replyRemoved, patched({ status: 'disputed' })));
    assert.ok(!takesAway(removed, removed));
    assert.ok(!takesAway(patched({ note: '' }), answered));
    const other = changed({ type: 'patch', id: 'b2', fields: { note: '' } });
    assert.ok(!takesAway(removed, other));
  });

  it('are read as they were stored; what is none is not', () => {
    for (const kept of [answered, removed, rewritten])
      assert.deepEqual(readKept(JSON.parse(JSON.stringify(kept))), kept);
    for (const none of [null, 'x', {}, { kind: 'change', change: { type: 'remove' } }, { kind: 'reply' }])
      assert.equal(readKept(none), undefined);
  });
});

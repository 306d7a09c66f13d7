import assert from 'node:assert/strict';
import { findAnnotation, newReply } from '../../../src/annotation';
import { checkSidecar, mergeSidecars, parseSidecar } from '../../../src/sidecar';
import type { SidecarChange } from '../../../src/sidecar';
import { annotationOn, edited, portsFrom, randomFrom, sampleSidecar } from './samples';

const BASE = sampleSidecar(4);
const [FIRST = '', SECOND = ''] = parseSidecar(BASE).set.annotations.map(({ id }) => id);

/** Merges two edited copies of {@link BASE} and checks that the sides can be exchanged. @returns the text and what is in conflict */
function check(ours: SidecarChange[], theirs: SidecarChange[]): { text: string; conflicts: string[] } {
  const [mine, other] = [edited(BASE, ours), edited(BASE, theirs)];
  const merged = mergeSidecars(BASE, mine, other);
  const reversed = mergeSidecars(BASE, other, mine);
  assert.ok(merged.ok && reversed.ok, JSON.stringify(merged));
  assert.deepEqual(parseSidecar(reversed.text), parseSidecar(merged.text));
  assert.deepEqual(parseSidecar(merged.text).problems, []);
  return {
    text: merged.text,
    conflicts: merged.conflicts.map(({ field, values }) => `${field}: ${values.join(' / ')}`),
  };
}

const patch = (id: string, fields: Extract<SidecarChange, { type: 'patch' }>['fields']): SidecarChange => ({
  type: 'patch',
  id,
  fields,
});

describe('merging sidecars', () => {
  it('unites what touches different fields, entries, replies and tags', () => {
    const annotation = annotationOn('23 people', 'New.', 61);
    const reply = (seed: number): SidecarChange => ({
      type: 'put-reply',
      id: FIRST,
      reply: newReply('bo', `r${seed}`, portsFrom(seed)),
    });
    const { text, conflicts } = check(
      [patch(FIRST, { status: 'disputed', tags: ['a', 'number'] }), reply(1), { type: 'put', annotation }],
      [patch(FIRST, { note: 'Other.', tags: ['number', 'b'] }), reply(2), { type: 'remove', id: SECOND }],
    );
    assert.deepEqual(conflicts, []);
    const { set } = parseSidecar(text);
    const entry = findAnnotation(set, FIRST);
    assert.deepEqual(
      [entry?.status, entry?.note, entry?.tags, entry?.replies.length],
      ['disputed', 'Other.', ['number', 'a', 'b'], 2],
    );
    assert.deepEqual(findAnnotation(set, annotation.id), annotation);
    assert.equal(findAnnotation(set, SECOND), undefined);
  });

  it('keeps both values of a true conflict, readable, and check reports it until one is chosen', () => {
    const { text, conflicts } = check(
      [patch(FIRST, { note: 'It is 21.', status: 'opinion' })],
      [patch(FIRST, { note: 'It is 23.', status: 'disputed' })],
    );
    assert.deepEqual(conflicts, ['status: disputed / opinion', 'note: It is 21. / It is 23.']);
    const findings = (file: string): string[] =>
      checkSidecar(file, { name: 'brannoy.txt', text: null })
        .filter(({ code }) => code === 'merge-conflict')
        .map(({ args }) => args.join(': '));
    assert.deepEqual(findings(text), ['note: "It is 21." / "It is 23."', 'status: "disputed" / "opinion"']);
    assert.deepEqual(findings(edited(text, patch(FIRST, { note: 'It is 21.', conflicts: null }))), []);
  });

  it('keeps an entry that one side removed and the other changed', () => {
    const { text, conflicts } = check(
      [{ type: 'remove', id: FIRST }],
      [patch(FIRST, { status: 'incorrect' })],
    );
    assert.deepEqual(conflicts, ['removed: changed / removed']);
    assert.equal(findAnnotation(parseSidecar(text).set, FIRST)?.status, 'incorrect');
  });

  it('takes a re-attached place as a whole', () => {
    const at = (words: string): SidecarChange =>
      patch(FIRST, { selector: annotationOn(words, '', 1).selector ?? null });
    const { text, conflicts } = check([at('23 people')], [at('Ilse Tarn')]);
    assert.equal(conflicts.length, 1);
    const selector = findAnnotation(parseSidecar(text).set, FIRST)?.selector;
    assert.ok(
      [annotationOn('23 people', '', 1), annotationOn('Ilse Tarn', '', 1)].some(
        (one) => one.selector?.at?.start === selector?.at?.start && one.selector?.quote === selector?.quote,
      ),
    );
  });

  it('keeps comments of either side, and says so where a side cannot be read', () => {
    const mine = BASE.replace('annotations:', '# ours\nannotations:');
    const other = edited(BASE, patch(SECOND, { status: 'opinion' })).replace(
      'status: "opinion"',
      'status: "opinion"   # theirs',
    );
    const merged = mergeSidecars(BASE, mine, other);
    assert.ok(merged.ok && merged.text.includes('# ours') && merged.text.includes('# theirs'));
    const refused = mergeSidecars(BASE, mine, BASE.replace('...\n', ''));
    assert.ok(!refused.ok && refused.side === 'theirs');
  });

  it('loses nothing and commutes over 150 random pairs of branches', () => {
    const random = randomFrom(3);
    for (let i = 0; i < 150; i++) {
      const [ours, theirs] = [branch(random, 2 * i), branch(random, 2 * i + 1)];
      const { text } = check(ours, theirs);
      const { annotations } = parseSidecar(text).set;
      for (const change of [...ours, ...theirs]) {
        if (change.type === 'put')
          assert.deepEqual(
            annotations.find(({ id }) => id === change.annotation.id),
            change.annotation,
          );
        if (change.type === 'patch' && change.fields.note !== undefined)
          assert.ok(text.includes(change.fields.note), text);
      }
    }
  });
});

/** One to three changes of different entries. */
function branch(random: () => number, seed: number): SidecarChange[] {
  const ids = parseSidecar(BASE)
    .set.annotations.map(({ id }) => id)
    .sort(() => random() - 0.5);
  return ids.slice(0, 1 + Math.floor(random() * 3)).map((id, k): SidecarChange => {
    const roll = random();
    if (roll < 0.3)
      return { type: 'put', annotation: annotationOn('21 people', `n${seed}`, 50_000 + 10 * seed + k) };
    if (roll < 0.45) return { type: 'remove', id };
    return patch(
      id,
      roll < 0.7 ? { status: random() < 0.5 ? 'disputed' : 'corrected' } : { note: `note of ${seed}-${k}` },
    );
  });
}

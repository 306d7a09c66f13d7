import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editSidecar, mergeSidecars, parseSidecar } from '../../../src/sidecar';
import type { SidecarFormat, Upgrade } from '../../../src/sidecar';
import type { MapNode, Node } from '../../../src/sidecar/tree';
import { annotationOn, sampleSidecar } from './samples';

/** Renames a field of every annotation. */
function renaming(from: string, to: string): Upgrade {
  const inEntry = (node: Node): Node =>
    node.kind !== 'map'
      ? node
      : { ...node, pairs: node.pairs.map((pair) => (pair.key === from ? { ...pair, key: to } : pair)) };
  const inEntries = (node: Node): Node =>
    node.kind !== 'map'
      ? node
      : { ...node, pairs: node.pairs.map((pair) => ({ ...pair, value: inEntry(pair.value) })) };
  return (root: MapNode) => ({
    ...root,
    pairs: root.pairs.map((pair) =>
      pair.key === 'annotations' ? { ...pair, value: inEntries(pair.value) } : pair,
    ),
  });
}

/** An invented past: version 1 said `author` and `state`, version 2 put the author right, version 3 the state. */
const THIRD: SidecarFormat = {
  version: 3,
  upgrades: new Map([
    [1, renaming('author', 'by')],
    [2, renaming('state', 'status')],
  ]),
};

/** The sample as a version of that past wrote it. */
function writtenIn(version: number, count: number): string {
  const now = sampleSidecar(count).replace('version: 1', `version: ${version}`);
  const states = version < 3 ? now.replace(/^ {4}status:/gm, '    state:') : now;
  return version < 2 ? states.replace(/^ {4}by:/gm, '    author:') : states;
}

const put = (seed: number) => {
  return { type: 'put', annotation: annotationOn('Ilse Tarn', `Note ${seed}.`, seed) } as const;
};

describe('files of earlier formats', () => {
  const version = fc.constantFrom(1, 2);
  const count = fc.integer({ min: 1, max: 9 });

  it('say the same as those of today, at their own places', () => {
    fc.assert(
      fc.property(version, count, (old, n) => {
        const parsed = parseSidecar(writtenIn(old, n), THIRD);
        assert.deepEqual(parsed.problems, []);
        assert.deepEqual(parsed.set, parseSidecar(writtenIn(3, n), THIRD).set);
      }),
      { numRuns: 40 },
    );
    const text = writtenIn(1, 2).replace(/state: "\w+/, 'state: "sure');
    const [problem] = parseSidecar(text, THIRD).problems;
    assert.equal(text.slice(problem?.start, problem?.end).split('"')[1]?.slice(0, 4), 'sure');
  });

  it('become files of today with their first change, and keep their comments', () => {
    fc.assert(
      fc.property(version, count, (old, n) => {
        const text = writtenIn(old, n).replace('annotations:', '# Ours.\nannotations:');
        const edit = editSidecar(text, 'brannoy.txt', put(77), THIRD);
        assert.ok(edit.ok && /^version: 3$/m.test(edit.text) && edit.text.includes('# Ours.'));
        const again = editSidecar(writtenIn(3, n), 'brannoy.txt', put(77), THIRD);
        const { set, problems } = parseSidecar(edit.text, THIRD);
        assert.deepEqual(problems, []);
        assert.deepEqual(set, again.ok && parseSidecar(again.text, THIRD).set);
      }),
      { numRuns: 40 },
    );
  });

  it('merge with those of today', () => {
    const base = writtenIn(1, 4);
    const ours = editSidecar(base, 'brannoy.txt', put(77), THIRD);
    const theirs = base.replace('"Note 0."', '"Another note."');
    assert.ok(ours.ok);
    for (const [one, two] of [
      [ours.text, theirs],
      [theirs, ours.text],
    ] as const) {
      const merge = mergeSidecars(base, one, two, THIRD);
      assert.ok(merge.ok && merge.conflicts.length === 0, JSON.stringify(merge));
      const { set, problems } = parseSidecar(merge.text, THIRD);
      assert.deepEqual([set.version, set.annotations.length, problems], [3, 5, []]);
      assert.ok(set.annotations.some(({ note }) => note === 'Another note.'));
    }
  });

  it('are shown but not changed where a newer program wrote them, or nobody knows the way', () => {
    const newer = parseSidecar(writtenIn(3, 2));
    assert.deepEqual([newer.writable, newer.set.annotations.length], [false, 2]);
    assert.match(newer.problems[0]?.message ?? '', /newer version/);
    const lost = parseSidecar(writtenIn(1, 2), { version: 3, upgrades: new Map() });
    assert.equal(lost.writable, false);
  });
});

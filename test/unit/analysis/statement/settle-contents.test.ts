import assert from 'node:assert/strict';
import type { RoleReading } from '../../../../src/analysis/statement/content-evidence';
import { settleContents } from '../../../../src/analysis/statement/settle-contents';

/** Ranges are written `first-end`. */
function range(text: string): { first: number; end: number } {
  const [first = 0, end = 0] = text.split('-').map(Number);
  return { first, end };
}

function reading(cue: string, content: string, more: Partial<RoleReading> = {}): RoleReading {
  const known = { source: null, sure: true, speech: true, strength: 7 };
  return { cue: range(cue), content: content === '' ? [] : [range(content)], ...known, ...more };
}

/** What is left, `cue: contents` each. */
function check(
  readings: readonly RoleReading[],
  contents: readonly string[],
  expected: readonly string[],
): void {
  const settled = settleContents(readings, contents.map(range));
  const shown = settled.map(
    ({ cue, content }) => `${cue.first}-${cue.end}: ${content.map((c) => `${c.first}-${c.end}`).join(' ')}`,
  );
  assert.deepEqual(shown, expected);
}

const unsure = { sure: false, speech: false, strength: 4 };

describe('statements: contents are settled', () => {
  it('a content ends where the one that was found last does', () =>
    check([reading('2-3', '3-9')], ['3-12'], ['2-3: 3-12']));

  it('a content stays as it was read where most of it would be lost', () =>
    check([reading('20-21', '0-19')], ['14-19'], ['20-21: 0-19']));

  it('a content does not take in its cue or its source', () => {
    check([reading('5-6', '6-9')], ['4-9'], ['5-6: 6-9']);
    check([reading('5-6', '6-9', { source: range('9-10') })], ['6-11'], ['5-6: 6-9']);
  });

  it('a content that is cut in two has two parts', () =>
    check([reading('2-3', '3-12')], ['3-7', '8-12'], ['2-3: 3-7 8-12']));

  it('a part right behind another cue is that one’s', () =>
    check([reading('2-3', '3-12'), reading('9-10', '10-12')], ['3-8', '10-12'], ['2-3: 3-8', '9-10: 10-12']));

  it('however little is left of what was read', () =>
    check([reading('2-3', '3-12'), reading('5-6', '6-12')], ['3-4', '6-12'], ['2-3: 3-4', '5-6: 6-12']));

  it('what two cues were found to have beside each other is not joined', () => {
    check([reading('2-3', '3-9'), reading('21-22', '10-20')], ['3-20'], ['2-3: 3-9', '21-22: 10-20']);
    check([reading('2-3', '3-9'), reading('10-11', '11-20')], ['3-20'], ['2-3: 3-20', '10-11: 11-20']);
  });

  it('an attitude is left out where nothing is said, a verb of speech is not', () => {
    check([reading('2-3', '3-9', { speech: false })], [], []);
    check([reading('2-3', '3-9')], [], ['2-3: 3-9']);
    check([reading('2-3', '', { speech: false })], [], ['2-3: ']);
  });

  it('of the cues that were not sure the strongest one is taken where something is said', () => {
    const weak = reading('1-2', '2-9', { ...unsure, strength: 3 });
    check([weak, reading('10-11', '4-9', unsure)], ['3-9'], ['10-11: 3-9']);
    check([weak], [], []);
  });

  it('a cue that was not sure is left where the content is a sure one’s, or it stands in one', () => {
    check([reading('2-3', '3-9'), reading('10-11', '4-9', unsure)], ['3-9'], ['2-3: 3-9']);
    check([reading('2-3', '3-9'), reading('5-6', '6-12', unsure)], ['10-12'], ['2-3: 3-9']);
  });
});

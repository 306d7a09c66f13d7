import assert from 'node:assert/strict';
import type { Reread } from '../../../../src/analysis/statement/attribution-tagger';
import type { RoleReading } from '../../../../src/analysis/statement/content-evidence';
import { attributeContents } from '../../../../src/analysis/statement/cues-of-contents';
import type { TokenRange } from '../../../../src/analysis/statement/cue-window';
import { refineCues } from '../../../../src/analysis/statement/refine-cues';
import type { TaggedStatement } from '../../../../src/analysis/statement/statement-tagger';
import { wordClusters } from '../../../../src/analysis/statement/word-clusters';
import { wordColumns } from '../../../../src/analysis/statement/word-columns';
import { readArticleText } from '../../../../src/text';

/** Ranges are written `first-end`. */
function range(text: string): TokenRange {
  const [first = 0, end = 0] = text.split('-').map(Number);
  return { first, end };
}

const ranges = (text: string): TokenRange[] => (text === '' ? [] : text.split(' ').map(range));
const shown = ({ first, end }: TokenRange): string => `${first}-${end}`;

interface Found {
  readonly contents?: string;
  /** Those that were found by a bias alone. */
  readonly doubtful?: string;
  readonly cues?: string;
  readonly possible?: string;
}

function reread({ contents = '', doubtful = '', cues = '', possible = '' }: Found): Reread {
  const sure = ranges(contents);
  const all = [...sure, ...ranges(doubtful)].sort((a, b) => a.first - b.first);
  return { contents: all, sureContents: new Set(sure), cues: ranges(cues), possibleCues: ranges(possible) };
}

/** Reads every cue's source in the two tokens before it, and its content in the two behind. */
const reader = {
  read: (cue: TokenRange, sure: boolean): RoleReading => ({
    cue,
    source: { first: cue.first - 2, end: cue.first },
    content: [{ first: cue.end, end: cue.end + 2 }],
    sure,
    speech: false,
    strength: 3,
  }),
};

function reading(cue: string, more: Partial<RoleReading> = {}): RoleReading {
  return { cue: range(cue), source: null, content: [], sure: true, speech: true, strength: 7, ...more };
}

function checkCues(readings: readonly RoleReading[], again: Found, expected: readonly string[]): void {
  const refined = refineCues(readings, reread(again), reader);
  assert.deepEqual(
    refined.map((r) => shown(r.cue) + (r.sure ? '' : '?')),
    expected,
  );
}

describe('statements: cues are found again', () => {
  it('a cue begins and ends where it was found again', () =>
    checkCues([reading('3-4')], { cues: '2-5' }, ['2-5']));

  it('but does not take in what it was found to have, nor another cue', () => {
    checkCues([reading('3-4', { source: range('1-3') })], { cues: '2-5' }, ['3-4']);
    checkCues([reading('3-4', { content: [range('4-9')] })], { cues: '3-5' }, ['3-4']);
    checkCues([reading('3-4'), reading('5-6')], { cues: '3-6' }, ['3-4', '5-6']);
  });

  it('a cue that is not found again stays', () =>
    checkCues([reading('3-4', { speech: false })], {}, ['3-4']));

  it('a cue that was not sure waits as before', () =>
    checkCues([reading('3-4', { speech: false, sure: false })], {}, ['3-4?']));

  it('a further cue is read, and is not sure', () =>
    checkCues([reading('9-10')], { cues: '3-4 9-10' }, ['3-4?', '9-10']));
});

/** Two sentences of twelve tokens each. */
const TEXT = readArticleText('A b c d e f g h i j k. L m n o p q r s t u v.', 'plain');
const COLUMNS = wordColumns(TEXT, wordClusters(new Int32Array(2), new Int32Array(2)));

function checkContents(known: readonly TaggedStatement[], again: Found, expected: readonly string[]): void {
  const all = attributeContents(COLUMNS, known, reread(again), reader);
  assert.deepEqual(
    all.map(
      ({ cue, source, content }) =>
        `${shown(cue)} by ${source === null ? 'nobody' : shown(source)}: ${content.map(shown).join(' ')}`,
    ),
    expected,
  );
}

const KNOWN: TaggedStatement = { cue: range('6-7'), source: range('4-6'), content: [range('7-10')] };
const SHOWN = '6-7 by 4-6: 7-10';

describe('statements: contents that are nobody’s', () => {
  it('have two sentences to stand in', () => assert.equal(COLUMNS.sentence[12], 1));

  it('get the nearest cue, and the source that is read for it', () =>
    checkContents([], { contents: '8-11', possible: '3-4 6-7' }, ['6-7 by 4-6: 8-11']));

  it('a cue behind is farther away', () => {
    checkContents([], { contents: '5-7', possible: '3-4 8-9' }, ['3-4 by 1-3: 5-7']);
    checkContents([], { contents: '2-5', possible: '8-9' }, ['8-9 by 6-8: 2-5']);
  });

  it('stay nobody’s where a cue is far away, in another sentence or taken', () => {
    checkContents([], { contents: '10-11', possible: '0-1' }, []);
    checkContents([], { contents: '13-16', possible: '10-11' }, []);
    checkContents([KNOWN], { contents: '10-11', possible: '6-7' }, [SHOWN]);
  });

  it('stay nobody’s where they are doubtful', () =>
    checkContents([], { doubtful: '8-11', possible: '6-7' }, []));

  it('what is somebody’s already is left alone', () =>
    checkContents([KNOWN], { contents: '8-11', possible: '3-4' }, [SHOWN]));

  it('a source that is taken is not taken again', () =>
    checkContents([KNOWN], { contents: '11-12', possible: '10-11' }, [SHOWN, '10-11 by nobody: 11-12']));

  it('two in one sentence do not share a cue', () =>
    checkContents([], { contents: '4-6 7-10', possible: '3-4' }, ['3-4 by 1-3: 4-6']));
});

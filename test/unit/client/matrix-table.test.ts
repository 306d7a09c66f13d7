import assert from 'node:assert/strict';
import { toCsv } from '../../../src/client/matrix/export';
import { tablesOf } from '../../../src/client/matrix/table';
import type { FactItem, RelationName } from '../../../src/protocol';

function fact(label: string, relation: RelationName, certain: boolean): FactItem {
  const start = { line: 0, character: 0 };
  const place = (path: string, words: string): FactItem['mentions'][number] => {
    return { uri: path, path, range: { start, end: start }, words, value: null, speaker: null, group: words };
  };
  const mentions = [place('desk/b.txt', '12'), place('desk/a.txt', '11')];
  return { id: label, kind: 'quantity', label, relation, certain, reasons: [], story: 'desk', mentions };
}

describe('the table of the fact matrix', () => {
  const facts = [
    fact('boats', 'agree', true),
    fact('dead', 'differ', false),
    fact('missing', 'differ', true),
    fact('speed', 'refine', true),
  ];

  it('has what differs first, and in it what is certain; perhaps has a question mark', () =>
    assert.equal(
      toCsv(tablesOf(facts, { relation: 'all', story: '', words: '' }), 'Fact'),
      [
        'desk',
        ',Fact,a.txt,b.txt',
        '≠,missing,11,12',
        '≠?,dead,11,12',
        '~,speed,11,12',
        "'=,boats,11,12",
        '',
      ].join('\r\n'),
    ));

  it('is narrowed to a relation and to words', () => {
    const labels = (relation: RelationName | 'all', words: string): string[] =>
      tablesOf(facts, { relation, story: '', words }).flatMap(({ rows }) => rows.map((row) => row.label));
    assert.deepEqual(labels('differ', ''), ['missing', 'dead']);
    assert.deepEqual(labels('all', ' SPEED '), ['speed']);
    assert.deepEqual(labels('agree', 'dead'), []);
  });
});

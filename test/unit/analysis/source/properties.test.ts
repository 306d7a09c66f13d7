import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Statement } from '../../../../src/analysis';
import { findSources } from '../../../../src/analysis/source';
import { readArticleText } from '../../../../src/text';

/** Words that reach every rule, in any order: what the layer must survive is nonsense made of its own vocabulary. */
const WORDS =
  `the The a Mr. Mrs. President Gov. Minister of State Norvik Ukraine Ukraine's Russian Kyiv U.S. defence ministry Ministry Police Department for and & said says told according to he she it they who
Tarik Marlow Marlow's Jane Olena al-Rashid van der Meer Jr. ( NCG ) , . " ” “ ’ : ; - — \n\n \n 34 3 spokesman spokesman's official officials analysts Monday March I'm D-Ohio Institute Study War X. J. T.J. Ünal Å 中 🙂 Sea King Mk41 -based Geneva-based`.split(
    ' ',
  );

const prose = fc.array(fc.constantFrom(...WORDS), { maxLength: 120 }).map((parts) => parts.join(' '));

function check(source: string, spans: readonly (readonly [number, number])[]): void {
  const text = readArticleText(source, 'plain');
  const statements = spans.map(([a, b]): Statement => {
    const [start, end] = [Math.min(a, b, source.length), Math.min(Math.max(a, b), source.length)];
    return { type: 'indirect', source: { start, end }, sourceId: null, cue: [], content: [] };
  });
  const found = findSources(text, statements);
  const ids = new Set(found.sources.map((s) => s.id));
  assert.equal(ids.size, found.sources.length, 'ids are unique');
  const all = found.sources.flatMap((s) => s.mentions);
  for (const s of found.sources) {
    assert.ok(s.mentions.length > 0 && s.name !== '', 'a source has a name and a mention');
    s.mentions.forEach((m, i) => {
      assert.equal(source.slice(m.start, m.end), m.text);
      assert.ok(m.start < m.end && m.start >= (s.mentions[i - 1]?.end ?? 0), 'mentions are in order');
      assert.ok(
        !m.title || (m.title.start < m.title.end && m.title.end <= source.length),
        'titles are in the text',
      );
    });
  }
  all.sort((a, b) => a.start - b.start);
  all.forEach((m, i) => assert.ok(m.start >= (all[i - 1]?.end ?? 0), 'no mention lies over another'));
  assert.deepEqual(
    found.statements.map((s) => s.source),
    statements.map((s) => s.source),
  );
  for (const s of found.statements)
    assert.ok(s.sourceId === null || ids.has(s.sourceId), 'a statement points at a source');
}

/** UTF-16 code units of any value, lone surrogates too. */
const characters = fc.array(fc.nat(0xffff), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes));

const spans = fc.array(fc.tuple(fc.nat(600), fc.nat(600)), { maxLength: 8 });

describe('sources: what holds for any text', () => {
  it('mentions lie in the text, in order, apart from each other; ids are unique', () => {
    fc.assert(fc.property(prose, spans, check), { numRuns: 150 });
  });

  it('any characters at all', () => {
    fc.assert(fc.property(characters, spans, check), { numRuns: 150 });
  });

  it('the same text gives the same sources', () => {
    const run = (source: string): unknown => findSources(readArticleText(source, 'plain'), []);
    fc.assert(
      fc.property(prose, (source) => assert.deepEqual(run(source), run(source))),
      { numRuns: 50 },
    );
  });
});

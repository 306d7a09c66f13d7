import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchor, STATUSES } from '../../../src/annotation';
import type { AnnotationSet } from '../../../src/annotation';
import {
  checkSidecar,
  fromHypothesis,
  fromWebAnnotations,
  parseSidecar,
  toCsv,
  toMarkdownReport,
  toSarif,
  toWebAnnotations,
} from '../../../src/sidecar';
import { annotationOn, ARTICLE, edited, sampleSidecar } from './samples';

const words = fc.string({ minLength: 1, maxLength: 12, unit: 'binary' });
const times = fc.constantFrom('2026-01-01T00:00:00Z', '2026-02-03T04:05:06+01:00');

/** Any annotation that the model can hold. */
const annotation = fc.record(
  {
    by: words,
    made: times,
    status: fc.constantFrom(...STATUSES),
    tags: fc.array(words, { maxLength: 3 }),
    note: fc.string(),
    sees: fc.array(
      fc.record({ article: words, quote: fc.string() }, { requiredKeys: ['article'], noNullPrototype: true }),
      {
        maxLength: 2,
      },
    ),
    selector: fc.record(
      {
        quote: words,
        prefix: fc.string(),
        suffix: fc.string(),
        base: fc.constant('a'.repeat(40)),
        at: fc.constant({ start: 3, end: 9 }),
      },
      { requiredKeys: ['quote'], noNullPrototype: true },
    ),
    edited: fc.constant('2026-05-01T00:00:00Z'),
    verdict: fc.string(),
    conflicts: fc.constant([{ field: 'note', values: ['', 'b'] }]),
    replies: fc.constantFrom([], [{ id: 'r1', by: 'x', made: '2026-01-01T00:00:00Z', text: 'T' }]),
  },
  { requiredKeys: ['by', 'made', 'status', 'tags', 'note', 'sees', 'replies'], noNullPrototype: true },
);

describe('exchange with other tools', () => {
  it('brings Web Annotations back exactly as they were', () => {
    fc.assert(
      fc.property(fc.array(annotation, { maxLength: 4 }), (list) => {
        const set: AnnotationSet = {
          version: 1,
          article: 'a.txt',
          annotations: list.map((one, i) => ({ id: `a${i}`, ...one })),
        };
        const json: unknown = JSON.parse(JSON.stringify(toWebAnnotations(set)));
        assert.deepEqual(fromWebAnnotations(json, 'other.txt'), { set, skipped: 0 });
      }),
      { numRuns: 200 },
    );
    const { set } = parseSidecar(sampleSidecar(6));
    assert.deepEqual(fromWebAnnotations(JSON.parse(JSON.stringify(toWebAnnotations(set))), 'x').set, set);
  });

  it('takes what it understands of other tools’ data, once, and says how much it did not', () => {
    const foreign = [
      {
        type: 'Annotation',
        id: 'https://example.org/1',
        body: { type: 'TextualBody', value: 'Hm.' },
        target: { source: 'x', selector: { type: 'TextQuoteSelector', exact: 'q' } },
      },
      { type: 'Annotation', id: 'https://example.org/1', body: 'again', target: 'urn:x' },
      { type: 'Note' },
      null,
      'text',
      JSON.parse('{"__proto__": {"type": "Annotation"}}'),
    ];
    const { set, skipped } = fromWebAnnotations(foreign, 'a.txt');
    assert.equal(skipped, 4);
    assert.deepEqual(
      set.annotations.map(({ note }) => note),
      ['again'],
    );
    for (const odd of [null, 5, {}, [], { items: 5 }, { first: { items: [[]] } }])
      assert.deepEqual(fromWebAnnotations(odd, 'a').set.annotations, []);
  });

  it('reads threads of Hypothesis', () => {
    const selector = [
      { type: 'TextPositionSelector', start: 900, end: 909 },
      { type: 'TextQuoteSelector', exact: '21 people', prefix: 'said ', suffix: ' were' },
    ];
    const row = (id: string, more: object) => ({
      id,
      user: 'acct:bo@example.org',
      created: '2026-01-01T00:00:00.123456+00:00',
      updated: '2026-01-01T00:00:00.123456+00:00',
      text: `T ${id}`,
      tags: [],
      ...more,
    });
    const { set, skipped } = fromHypothesis(
      {
        total: 4,
        rows: [
          row('A', { tags: ['x'], target: [{ source: 'u', selector }] }),
          row('B', { references: ['A'] }),
          row('C', { references: ['A', 'B'] }),
          row('D', { references: ['gone'] }),
          5,
        ],
      },
      'brannoy.txt',
    );
    assert.equal(skipped, 2);
    const thread = set.annotations.at(0);
    assert.deepEqual(thread?.selector, { quote: '21 people', prefix: 'said ', suffix: ' were' });
    assert.deepEqual(
      [thread.by, thread.note, thread.tags, thread.replies.map(({ text }) => text).sort()],
      ['bo@example.org', 'T A', ['x'], ['T B', 'T C']],
    );
    const file = edited(
      '',
      set.annotations.map((one) => ({ type: 'put', annotation: one })),
    );
    assert.deepEqual(parseSidecar(file).problems, []);
    assert.equal(anchor(set.annotations, ARTICLE)[0]?.status, 'exact');
  });

  it('writes CSV that no spreadsheet runs', () => {
    const one = annotationOn('21 people', '=HYPERLINK("x")', 1, { tags: ['a', 'b'], verdict: 'a, "b"\nc' });
    const [head, ...rows] = toCsv(
      { version: 1, article: 'a.txt', annotations: [one] },
      anchor([one], ARTICLE),
    ).split('\r\n');
    assert.equal(head, 'id,article,quote,anchor,start,end,status,verdict,tags,by,made,edited,note,replies');
    assert.ok(
      rows[0]?.includes(',21 people,exact,') &&
        rows[0].includes('"a, ""b""\nc"') &&
        rows[0].includes(`"'=HYPERLINK(""x"")"`),
    );
  });

  it('writes a report that the article cannot break out of', () => {
    const article = `# <script>x</script>\n- item\n1. one\n${ARTICLE}`;
    const one = annotationOn('21 people', 'See <img src=x>\n\n# not a heading', 1);
    const report = toMarkdownReport(
      { version: 1, article: 'a*b*.txt', annotations: [one] },
      article,
      anchor([one], article),
    );
    assert.ok(report.includes('21 people**[1]** were') && report.includes('### 1. “21 people”'));
    assert.ok(
      !report.includes('<script') &&
        !report.includes('<img') &&
        !/^# not/m.test(report) &&
        /^\\# &lt;script>|^\\# &lt;script/m.test(report),
      report,
    );
  });

  it('gives what check found to code scanning', () => {
    const text = sampleSidecar(4);
    const findings = checkSidecar(
      text,
      { name: 'brannoy.txt', text: ARTICLE.replace('21 people', '25 people') },
      ARTICLE,
    );
    assert.deepEqual(
      findings.map(({ code }) => code).filter((code) => code !== 'open-status'),
      ['anchor-changed'],
    );
    const sarif = JSON.stringify(
      toSarif([{ path: 'a b/brannoy.txt.annotations.yaml', text, findings }], '1.0.0'),
    );
    assert.ok(
      sarif.includes('"uri":"a%20b/brannoy.txt.annotations.yaml"') &&
        sarif.includes('"ruleId":"anchor-changed"'),
    );
    const changed = findings.find(({ code }) => code === 'anchor-changed');
    const line = text.slice(0, changed?.start).split('\n').length;
    assert.ok(sarif.includes(`"startLine":${line},"startColumn":12`), sarif);
  });
});

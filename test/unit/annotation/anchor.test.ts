import assert from 'node:assert/strict';
import { anchor, gitBlobId, moveSpanThrough, newAnnotation } from '../../../src/annotation';
import type { Annotation } from '../../../src/annotation';

const TEXT = [
  'Heavy rain closed the Brannoy road on Monday, the harbour office said.',
  'The mayor, Ilse Tarn, said 21 people were brought to safety in boats.',
  'Two of them are still in hospital. “We were lucky,” she said.',
  '',
  'A spokesman for the fire brigade spoke of 23 people, and of 4 boats.',
  'Nobody was missing on Tuesday morning.',
  '',
].join('\n');

function on(words: string, text = TEXT): Annotation {
  const start = text.indexOf(words);
  assert.ok(start >= 0, words);
  const ports = { now: () => new Date(0), random: (bytes: Uint8Array) => bytes };
  return newAnnotation({ text, span: { start, end: start + words.length }, by: 'x', note: '' }, ports);
}

/** Anchors the words of a text in another, with (`base`) and without (`alone`) the base: status and the words found or offered. */
function check(words: string, now: string, expected: { base: string; alone: string }, text = TEXT): void {
  const say = (base?: string): string => {
    const [result] = anchor([on(words, text)], now, base);
    const span = result?.span ?? result?.suggestion;
    return `${result?.status ?? ''} ${span ? now.slice(span.start, span.end) : '–'}`;
  };
  assert.deepEqual({ base: say(text), alone: say() }, expected);
}

const both = (result: string) => ({ base: result, alone: result });

describe('anchors', () => {
  it('stay, and move with the text', () => {
    check('21 people', TEXT, both('exact 21 people'));
    check('21 people', `New at the top.\n\n${TEXT}`, both('moved 21 people'));
    check('Ilse Tarn', TEXT.replace('Heavy rain', 'Very heavy rain'), both('moved Ilse Tarn'));
  });

  it('are the same words in other marks, cases, spaces, line ends and forms of Unicode', () => {
    check(
      '“We were lucky,” she said',
      TEXT.replace('“We were lucky,”', '"We were lucky,"'),
      both('exact "We were lucky," she said'),
    );
    check('The mayor, Ilse Tarn', TEXT.toUpperCase(), both('exact THE MAYOR, ILSE TARN'));
    check('of 23 people', TEXT.replaceAll('\n', '\r\n'), both('moved of 23 people'));
    check(
      'Two of them',
      TEXT.replaceAll(' ', '\u00a0\u200b'),
      both('moved Two\u00a0\u200bof\u00a0\u200bthem'),
    );
    const accents = TEXT.replace('Ilse Tarn', 'Zoë Ångström');
    check(
      'Zoë Ångström',
      accents.normalize('NFD'),
      both(`exact ${'Zoë Ångström'.normalize('NFD')}`),
      accents.normalize('NFC'),
    );
  });

  it('never take another number for the same', () => {
    check('21 people', TEXT.replace('21 people', '25 people'), both('changed 25 people'));
    check('21', TEXT.replace('21 people', '25 people'), both('changed 25'));
    check('4', TEXT.replace('4 boats', '14 boats'), both('changed 14'));
  });

  it('show words that changed as changed', () => {
    check(
      'people were brought to safety',
      TEXT.replace('were brought', 'had been brought'),
      both('changed people had been brought to safety'),
    );
  });

  it('are lost with the words, though the same words stand elsewhere', () => {
    const twice = TEXT.replace('of 23 people', 'of 21 people');
    const gone = twice.replace(/The mayor.*\n/, '');
    check('21 people', gone, { base: 'lost –', alone: 'ambiguous 21 people' }, twice);
    check('Nobody was missing', TEXT.replace(/Nobody.*/, ''), both('lost –'));
  });

  it('follow a paragraph that was moved, past a copy that stayed', () => {
    const [first = '', second = ''] = TEXT.split('\n\n');
    check('23 people', `${second}\n\n${first}\n`, both('moved 23 people'));
  });

  it('are decided between equal places by their neighbours', () => {
    const line = 'He said no. ';
    const text = `${TEXT}${line.repeat(4)}`;
    const third = text.indexOf(line) + 2 * line.length;
    const selector = { quote: 'said', at: { start: third + 3, end: third + 7 } };
    const alone: Annotation = { ...on('21 people'), id: 'x', selector };
    const now = `A new line.\n${text}`;
    assert.equal(anchor([alone], now)[0]?.status, 'ambiguous');
    const marks = ['21 people', 'Ilse Tarn', '23 people', 'Nobody was'].map((words) => on(words));
    const settled = anchor([...marks, alone], now).at(-1);
    assert.deepEqual([settled?.status, settled?.span?.start], ['moved', third + 3 + 'A new line.\n'.length]);
  });

  it('start and end inside a word where the annotation did', () => {
    check('lucky', TEXT.replace('lucky', 'unlucky'), both('changed unlucky'));
    const text = TEXT.replace('harbour', 'Harbourmaster');
    check('master', `X. ${text}`, both('moved master'), text);
  });

  it('use a base only where its words at the stored place are the quote', () => {
    const annotation = on('21 people');
    const crlf = TEXT.replaceAll('\n', '\r\n');
    const now = `X.\n${crlf.replace('21 people', '22 people')}`;
    const made = on('21 people', crlf);
    assert.equal(anchor([made], now, TEXT)[0]?.status, 'changed');
    assert.equal(anchor([made], now, `\ufeff${TEXT}`)[0]?.status, 'changed');
    assert.equal(anchor([annotation], TEXT, 'Another text altogether.')[0]?.status, 'exact');
    assert.equal(anchor([annotation], TEXT, () => undefined)[0]?.status, 'exact');
  });

  it('do not break on what cannot be', () => {
    const odd = (selector: Annotation['selector']): Annotation => ({
      ...on('21 people'),
      ...(selector ? { selector } : {}),
    });
    const ports = { now: () => new Date(0), random: (bytes: Uint8Array) => bytes };
    const whole = newAnnotation({ text: TEXT, by: 'x', note: '' }, ports);
    const strange = [
      odd({ quote: ' \n', at: { start: 5, end: 5 } }),
      odd({ quote: '21 people', at: { start: 1e9, end: 2e9 } }),
      odd({ quote: '\u200b', prefix: '\u200b' }),
      odd({ quote: '__proto__' }),
      whole,
    ];
    for (const now of ['', ' ', TEXT, 'a'.repeat(200_000), '. '.repeat(50_000), '\ud800'])
      for (const result of [...anchor(strange, now, TEXT), ...anchor(strange, now)]) {
        const { span } = result;
        assert.ok(span === null || (span.start >= 0 && span.start <= span.end && span.end <= now.length));
      }
    assert.equal(anchor([whole], TEXT)[0]?.status, 'exact');
  });
});

describe('spans while a text is edited', () => {
  const at = { start: 10, end: 20 };
  const moved = (start: number, end: number, text: string): [number, number] => {
    const span = moveSpanThrough(at, [{ start, end, text }]);
    return [span.start, span.end];
  };
  it('move with it', () => {
    assert.deepEqual(moved(0, 0, 'abc'), [13, 23]);
    assert.deepEqual(moved(10, 10, 'abc'), [13, 23]);
    assert.deepEqual(moved(20, 20, 'abc'), [10, 20]);
    assert.deepEqual(moved(12, 14, 'abcd'), [10, 22]);
    assert.deepEqual(moved(5, 12, 'x'), [6, 14]);
    assert.deepEqual(moved(18, 25, 'x'), [10, 18]);
    assert.deepEqual(moved(5, 25, 'x'), [5, 5]);
    assert.deepEqual(moved(10, 20, 'other'), [10, 15]);
  });
});

describe('the id of a text', () => {
  it('is git’s', () => {
    assert.equal(gitBlobId(''), 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
    assert.equal(gitBlobId('hello\n'), 'ce013625030ba8dba906f756967f9e9ca394464a');
    for (const length of [54, 55, 56, 63, 64, 65, 1000]) {
      const text = 'é👍\ud800'.repeat(length).slice(0, length);
      assert.equal(gitBlobId(text), gitBlobId(new TextEncoder().encode(text)));
    }
  });
});

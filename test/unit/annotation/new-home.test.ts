import assert from 'node:assert/strict';
import { gitBlobId, newAnnotation, proposeHomes } from '../../../src/annotation';

const TEXT = 'The ferry Linnet left Kelm at noon.\n\nThe owner, Sund & Sons, said 14 people were on board.\n';

describe('the new home of annotations without an article', () => {
  it('is the same text, else the one with their words, else none', () => {
    const ports = { now: () => new Date(0), random: (bytes: Uint8Array) => bytes };
    const notes = ['ferry Linnet', '14 people'].map((words) => {
      const start = TEXT.indexOf(words);
      const span = { start, end: start + words.length };
      return newAnnotation({ text: TEXT, span, base: gitBlobId(TEXT), by: 'x', note: '' }, ports);
    });
    const candidates = [
      { path: 'edited.txt', text: TEXT.replace('at noon', 'at one') },
      { path: 'other.txt', text: 'Quite another story about 14 people.' },
      { path: 'renamed.txt', text: TEXT },
    ];
    assert.deepEqual(proposeHomes(notes, candidates), [
      { path: 'renamed.txt', sameText: true, found: 1 },
      { path: 'edited.txt', sameText: false, found: 1 },
    ]);
    assert.deepEqual(proposeHomes([], candidates), []);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createAnalyser } from '../../../src/analysis';
import { cardAt, createFolder } from '../../../src/service';

const weights = readFileSync(path.join(import.meta.dirname, '../../../models/statements.bin'));

const TEXTS = {
  'a.txt':
    'A plane with 40 passengers crashed near Orvik on Monday. It is not known if anyone survived the crash.\n',
  'b.txt':
    'A plane with 40 passengers crashed near Orvik on Monday. All aboard were killed, according to the governor, Ivo Rask.\n',
  'c.txt':
    'A plane with 40 passengers crashed near Orvik on Monday. Norland said all 40 people on board were killed.\n',
};

describe('the card of a statement', () => {
  it('tells what is said elsewhere before who says it', () => {
    const folder = createFolder(createAnalyser(weights));
    for (const [name, text] of Object.entries(TEXTS)) folder.put(name, text, 1);
    folder.facts();
    const card = cardAt(folder, 'b.txt', TEXTS['b.txt'].indexOf('were killed'));
    assert.equal(card?.relation, 'differ');
  });
});

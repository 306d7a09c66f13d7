import assert from 'node:assert/strict';
import { createAnalyser } from '../../../src/analysis';
import { createFolder, inWords } from '../../../src/service';

const TOLD = 'when the barge Ostrella sank in the Merrow Sound off Kessel at 6:40 a.m.,';
const ARTICLES = {
  'a.txt': `Forty people drowned ${TOLD} the coastguard said. It was not known what caused the sinking of the barge.\n`,
  'b.txt': `Forty people drowned ${TOLD} Mayor Tilda Brock said. It was not known what had caused the sinking of the barge.\n`,
};

const GERMAN = {
  '{0} (who says it)': '{0} (wer es sagt)',
  'what caused it is not known': 'Ursache unbekannt',
};

describe('what facts are about', () => {
  it('is in English for programs, and can be translated where the words are ours', () => {
    const folder = createFolder(createAnalyser(null));
    for (const [name, text] of Object.entries(ARTICLES)) folder.put(name, text, 1);
    const facts = folder.facts();
    for (const { label, labelWords } of facts)
      if (labelWords !== undefined) assert.equal(inWords(labelWords), label);
    const told = facts.map(({ label, labelWords }) =>
      labelWords === undefined ? label : inWords(labelWords, GERMAN),
    );
    assert.ok(
      told.some((label) => label.endsWith(' … (wer es sagt)')),
      told.join(),
    );
    assert.ok(told.includes('Ursache unbekannt'), told.join());
  });
});

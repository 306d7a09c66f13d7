import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const FILE = path.resolve(__dirname, '../../../language-configuration.json');

/** The word pattern of the language `article`, as the editor compiles it. */
function wordPattern(): RegExp {
  const configuration: unknown = JSON.parse(readFileSync(FILE, 'utf8'));
  assert.ok(typeof configuration === 'object' && configuration !== null && 'wordPattern' in configuration);
  const { wordPattern: found } = configuration;
  assert.ok(typeof found === 'object' && found !== null && 'pattern' in found && 'flags' in found);
  return new RegExp(String(found.pattern), `${String(found.flags)}g`);
}

describe('language configuration: words', () => {
  const check = (text: string, expected: readonly string[]): void => {
    assert.deepEqual(text.match(wordPattern()), expected);
  };

  it('keeps apostrophes and hyphens inside words', () => {
    check('don’t rock-’n’-roll', ['don’t', 'rock', 'n', 'roll']);
    check("the pilots' Il-76", ['the', 'pilots', 'Il-76']);
  });
  it('keeps numbers whole', () => {
    check('1,500 men, 5.5km. 10', ['1,500', 'men', '5.5km', '10']);
  });
  it('knows letters of every language', () => {
    check('Ødegår, Брандел', ['Ødegår', 'Брандел']);
  });
  it('never matches nothing', () => {
    assert.equal(wordPattern().test(' .,“”'), false);
  });
});

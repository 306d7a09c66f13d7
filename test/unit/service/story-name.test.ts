import assert from 'node:assert/strict';
import { createAnalyser } from '../../../src/analysis';
import { createFolder } from '../../../src/service';

describe('the name of a story', () => {
  it('is the first line of its first article, without the date before it', () => {
    const folder = createFolder(createAnalyser(null));
    folder.put('a.txt', ' date 2024-01-24 The barge Ostrella sank.\nNobody was hurt.\n', 1);
    assert.equal(folder.stories().get('a.txt'), 'The barge Ostrella sank.');
  });
});

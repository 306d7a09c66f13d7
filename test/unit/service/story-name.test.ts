import assert from 'node:assert/strict';
import { createAnalyser } from '../../../src/analysis';
import { createFolder } from '../../../src/service';

describe('the name of a story', () => {
  it('is the first line of its first article, without the date before it', () => {
    const folder = createFolder(createAnalyser(null));
    folder.put('a.txt', ' date 2024-01-24 The barge Ostrella sank.\nNobody was hurt.\n', 1);
    assert.equal(folder.stories().get('a.txt'), 'The barge Ostrella sank.');
  });

  it('is no line that only says when the page was made', () => {
    const nameOf = (source: string): string | undefined => {
      const folder = createFolder(createAnalyser(null));
      folder.put('a.txt', source, 1);
      return folder.stories().get('a.txt');
    };
    assert.equal(nameOf('Jan 05, 2011\nThe barge Ostrella sank.\n'), 'The barge Ostrella sank.');
    assert.equal(nameOf('Last Updated: Monday, 3 May 2010, 02:24 GMT\n\nBarge lost\n'), 'Barge lost');
    assert.equal(nameOf('Barge lost on 5 January 2011\n\nNobody was hurt.'), 'Barge lost on 5 January 2011');
    assert.equal(nameOf('3 May 2010\n'), '3 May 2010');
    assert.equal(nameOf('June 2010 Barge Ostrella\n'), 'June 2010 Barge Ostrella');
  });
});

import assert from 'node:assert/strict';
import { createAnalyser } from '../../../src/analysis';
import { createFolder, rehearseEdits } from '../../../src/service';

describe('rehearsed edits', () => {
  it('leave the folder as it is', () => {
    const folder = createFolder(createAnalyser(null));
    const hurt = [12, 14, 12, 15];
    hurt.forEach((count, i) =>
      folder.put(
        `${i}.txt`,
        `A crane fell on a ferry in Port Tarvik on Monday. Police said ${count} people were hurt on the ferry.`,
        7,
      ),
    );
    const before = JSON.stringify(folder.facts());
    assert.ok(before.includes('hurt'), 'there are facts');
    const steps = [...rehearseEdits(folder, '2.txt', 3)];
    assert.ok(steps.length > hurt.length, 'others can work in between');
    assert.equal(JSON.stringify(folder.facts()), before);
    assert.deepEqual(
      folder.articles().map(({ path, version }) => [path, version]),
      hurt.map((_, i) => [`${i}.txt`, 7]),
    );
  });
});

import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyser } from '../../../src/analysis';
import { Folders } from '../../../src/server/folders';
import { nodePlatform } from '../../../src/server/node-platform';
import { forgetRehearsal, getReadyToEdit, rehearseIn } from '../../../src/server/ready-to-edit';

const PLACE = 'file:///reports';

/** A folder of a few articles, one of them open; `ready` gives how often a folder was made to be thrown away. */
function opened(): {
  ready: (version: number | undefined) => Promise<number>;
  close: () => void;
  /** The same behind the comparison of the folder, or of another. */
  compared: (articles?: number) => Promise<number>;
} {
  const folders = new Folders(createAnalyser(null));
  const { folder } = folders.add(PLACE);
  for (let i = 0; i < 4; i++)
    folder.put(
      `${i}.txt`,
      `A crane fell on a ferry in Port Tarvik on Monday. Police said ${12 + i} were hurt.`,
      1,
    );
  let thrownAway = 0;
  const scratch = folder.scratch.bind(folder);
  Object.assign(folder, { scratch: () => (thrownAway++, scratch()) });
  const uri = `${PLACE}/3.txt`;
  let version: number | undefined;
  const documents = {
    get: () => (version === undefined ? undefined : TextDocument.create(uri, 'plaintext', version, '')),
  };
  const session = { folders, documents, platform: nodePlatform('no-model-in-this-test') };
  const ready = async (now: number | undefined): Promise<number> => {
    version = now;
    const done = getReadyToEdit(session, uri);
    // Nothing is done for a version that is gone.
    if (now === 0) version = 99;
    await done;
    return thrownAway;
  };
  const compared = async (articles?: number): Promise<number> => {
    for (const { path } of folder.articles().slice(articles ?? Infinity)) folder.remove(path);
    await rehearseIn(session, folder);
    return thrownAway;
  };
  return { ready, close: () => forgetRehearsal(session, uri), compared };
}

describe('an article that was opened', () => {
  it('has edits rehearsed, as long as that helps', async () => {
    const { ready } = opened();
    const times: number[] = [];
    for (const version of [1, 2, 3, 4, 5]) times.push(await ready(version));
    assert.deepEqual(times, [1, 2, 3, 3, 3]);
  });

  it('has them rehearsed once more when it is opened again', async () => {
    const { ready, close } = opened();
    for (const version of [1, 2, 3, 4]) await ready(version);
    close();
    assert.equal(await ready(1), 4);
    assert.equal(await ready(2), 4);
  });

  it('finds edits rehearsed when its folder has been compared', async () => {
    const { ready, compared } = opened();
    assert.equal(await compared(), 1);
    for (const version of [1, 2, 3]) await ready(version);
    assert.equal(await compared(), 3, 'often enough by now');
  });

  it('has none rehearsed where no two articles are on one event', async () => {
    assert.equal(await opened().compared(1), 0);
  });

  it('is left alone when it was closed or changed', async () => {
    const { ready } = opened();
    assert.equal(await ready(undefined), 0);
    assert.equal(await ready(0), 0);
    assert.equal(await ready(1), 1);
  });
});

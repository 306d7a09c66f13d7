import assert from 'node:assert/strict';
import { noteAsked, untilQuiet } from '../../../src/server/quiet';

describe('work that waits until it is quiet', () => {
  it('goes on at once where nobody has asked anything', async () => {
    let goesOn = false;
    void untilQuiet({}, 60_000).then(() => (goesOn = true));
    await Promise.resolve();
    assert.ok(goesOn);
  });

  it('goes on only when nobody has asked for a while', async () => {
    const session = {};
    noteAsked(session);
    const order: string[] = [];
    const waited = untilQuiet(session, 400).then(() => order.push('goes on'));
    for (let i = 0; i < 4; i++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      noteAsked(session);
      order.push('asked');
    }
    await waited;
    assert.deepEqual(order.at(-1), 'goes on');
    assert.ok(order.length === 5, 'and once');
  });
});

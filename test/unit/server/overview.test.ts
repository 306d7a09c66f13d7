import assert from 'node:assert/strict';
import type { Overview } from '../../../src/protocol';
import { Requests } from '../../../src/protocol';
import { TestClient } from './client';

const FIRST =
  'Nine miners were killed when a shaft collapsed at the Torrevale colliery on Monday, the Mines Inspectorate said.\n';
const SECOND =
  'Seven miners were killed when a shaft collapsed at the Torrevale colliery on Monday, the inspectorate said. Two dogs died.\n';

describe('overview', () => {
  let client: TestClient;

  async function check(files: Readonly<Record<string, string>>): Promise<Overview> {
    client = new TestClient(files);
    await client.start();
    return client.ask<Overview>(Requests.overview, {});
  }

  afterEach(() => client.stop());

  it('lists as told by one article only what was compared', async () => {
    const bells = Array.from({ length: 620 }, (_, i) => `Bell ${i + 100} of Torrevale rang.`).join(' ');
    const ignore = 'version: 1\nignore:\n  dogs: {article: "second.txt", quote: "Two"}\n';
    const files = { 'first.txt': FIRST + bells, 'second.txt': SECOND };
    const only = ({ onlyHere }: Overview, path: string): string[] =>
      onlyHere.filter((place) => place.path === path).map(({ words }) => words);
    const before = await check(files);
    assert.ok(only(before, 'second.txt').includes('Two · dogs'));
    const numbers = only(before, 'first.txt').map((words) => parseInt(words, 10));
    assert.ok(numbers.includes(150));
    assert.ok(!numbers.includes(715));
    await client.stop();
    const after = await check({ ...files, 'corroborate.yaml': ignore });
    assert.deepEqual(only(after, 'second.txt'), []);
  });
});

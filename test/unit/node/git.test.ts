import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gitAuthor } from '../../../src/node/git';

describe('who git says is working', () => {
  let folder: string;
  const check = async (config: Record<string, string>, expected: string): Promise<void> => {
    execFileSync('git', ['init', '-q'], { cwd: folder });
    for (const [key, value] of Object.entries(config))
      execFileSync('git', ['config', key, value], { cwd: folder });
    assert.equal(await gitAuthor(folder), expected);
  };

  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'corroborate-git-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is the name, before the e-mail address', () =>
    check({ 'user.name': 'Dana Ode', 'user.email': 'dana@desk.example' }, 'Dana Ode'));

  it('is the e-mail address where the name is empty', () =>
    check({ 'user.name': '', 'user.email': 'dana@desk.example' }, 'dana@desk.example'));
});

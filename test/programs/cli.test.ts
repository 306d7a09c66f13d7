import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..');
const CLI = path.join(ROOT, 'dist', 'cli.js');
const FIXTURES = path.join(ROOT, 'test', 'extension', 'fixtures');

interface Expected {
  readonly code: number;
  readonly out?: RegExp;
  readonly err?: RegExp;
}

/** Runs the built command line tool as a shell would. Returns what it printed. */
function check(args: readonly string[], expected: Expected): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  assert.equal(status, expected.code, `corroborate ${args.join(' ')}: ${stdout}${stderr}`);
  if (expected.out !== undefined) assert.match(stdout, expected.out);
  if (expected.err !== undefined) assert.match(stderr, expected.err);
  // Colours are for terminals; a pipe is none.
  assert.doesNotMatch(stdout, /\u001b\[/);
  return stdout;
}

describe('the command line tool', () => {
  it('explains itself', () => {
    check(['--help'], { code: 0, out: /analyze[^]*compare[^]*check/ });
  });

  it('can be run by its own name', () => {
    const { mode } = fs.statSync(CLI);
    assert.ok(process.platform === 'win32' || (mode & 0o111) === 0o111, 'dist/cli.js is not executable');
    assert.match(fs.readFileSync(CLI, 'utf8'), /^#!\/usr\/bin\/env node\n/);
  });

  it('prints what it found in articles as JSON', () => {
    const printed = check(['analyze', FIXTURES, '--format', 'json'], { code: 0 });
    const analysis = JSON.parse(printed) as {
      version: number;
      articles: {
        path: string;
        quantities: { start: number; end: number; text: string; value: unknown }[];
      }[];
    };
    assert.equal(analysis.version, 1);
    const article = analysis.articles.find((a) => path.basename(a.path) === 'brenwick-post.txt');
    const text = fs.readFileSync(path.join(FIXTURES, 'brenwick-post.txt'), 'utf8');
    const injured = article?.quantities.find((q) => q.value === 17);
    assert.ok(injured !== undefined);
    assert.equal(text.slice(injured.start, injured.end), injured.text);
  });

  it('says in words what differs and what agrees', () => {
    const printed = check(['compare', FIXTURES], {
      code: 0,
      out: /brenwick-post\.txt[^]*harrow-courier\.txt/,
    });
    assert.match(printed, /differ/i);
    assert.match(printed, /17/);
  });

  it('compares as JSON: groups, relation, reasons', () => {
    const printed = check(['compare', FIXTURES, '--format', 'json'], { code: 0 });
    const { facts } = JSON.parse(printed) as {
      facts: {
        relation: string;
        reasons: string[];
        mentions: { path: string; value: unknown; group: string }[];
      }[];
    };
    const toll = facts.find((f) => [4, 6].every((n) => f.mentions.some((m) => m.value === n)));
    assert.ok(toll !== undefined, 'the two tolls are not one fact');
    const group = (value: number): string | undefined => toll.mentions.find((m) => m.value === value)?.group;
    assert.equal(toll.relation, 'differ');
    assert.notEqual(group(4), group(6));
    assert.ok(toll.reasons.length > 0);
  });

  it('checks sidecars: fine, findings, cannot run', () => {
    check(['check', path.join(ROOT, 'examples')], { code: 0 });
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cli-'));
    fs.writeFileSync(path.join(folder, 'a.txt'), 'Nine people left.\n');
    fs.writeFileSync(path.join(folder, 'a.txt.annotations.yaml'), 'version: 1\nannotations: [\n');
    check(['check', folder], { code: 1, out: /a\.txt\.annotations\.yaml/ });
    fs.rmSync(folder, { recursive: true });
  });

  it('stops a commit whose annotations do not fit, with the hook of the guide', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hook-'));
    const guide = fs.readFileSync(path.join(ROOT, 'docs', 'user', 'ci.md'), 'utf8');
    const hook = /```sh\n(#!\/bin\/sh[^]*?)```/.exec(guide)?.[1] ?? '';
    const env = { ...process.env, PATH: `${folder}${path.delimiter}${process.env.PATH ?? ''}` };
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
        cwd: folder,
        env,
        encoding: 'utf8',
      });
    const script = (name: string, text: string): void =>
      fs.writeFileSync(path.join(folder, name), text, { mode: 0o755 });
    try {
      git('init', '-q');
      script('.git/hooks/pre-commit', hook);
      script('corroborate', `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`);
      fs.writeFileSync(path.join(folder, 'a.txt'), 'Nine people left.\n');
      git('add', 'a.txt');
      assert.equal(git('commit', '-qm', 'article').status, 0);
      fs.writeFileSync(path.join(folder, 'a.txt.annotations.yaml'), 'version: 1\nannotations: [\n');
      git('add', '.');
      const { status, stdout, stderr } = git('commit', '-qm', 'annotations');
      assert.equal(status, 1);
      assert.match(stdout + stderr, /a\.txt\.annotations\.yaml:\d+: error/);
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });

  it('says what it cannot do, and ends with 2', () => {
    check(['compare', path.join(FIXTURES, 'no-such-folder')], { code: 2, err: /no-such-folder/ });
    check(['analyse'], { code: 2, err: /analyse/ });
    check(['analyze', FIXTURES, '--format', 'xml'], { code: 2, err: /xml/ });
  });
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../../..');

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly id: string;
        readonly description: string;
        readonly media: { readonly svg: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
}

const { contributes } = read('package.json') as Manifest;
const steps = contributes.walkthroughs.flatMap((w) => w.steps);

describe('the walkthrough', () => {
  it('has steps, each with a picture that takes its colours from the theme', () => {
    assert.ok(steps.length > 0);
    for (const { media } of steps) {
      assert.ok(existsSync(path.join(ROOT, media.svg)), media.svg);
      const picture = readFileSync(path.join(ROOT, media.svg), 'utf8');
      assert.doesNotMatch(picture, /<script|href=|url\(/i);
      for (const [, colour] of picture.matchAll(/(?:fill|stroke)="([^"]*)"/g))
        assert.match(colour ?? '', /^(?:none|var\(--vscode-.*\))$/, media.svg);
    }
  });

  for (const file of ['package.nls.json', 'package.nls.de.json'])
    it(`offers commands that there are, in ${file}`, () => {
      const texts = read(file) as Record<string, string>;
      const known = new Set(['vscode.openFolder', ...contributes.commands.map((c) => c.command)]);
      for (const { id, description, completionEvents } of steps) {
        const text = texts[description.replaceAll('%', '')] ?? '';
        const links = [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command ?? '');
        assert.equal(links.length, 1, id);
        const events = completionEvents.flatMap((e) => /^onCommand:(.*)$/.exec(e)?.[1] ?? []);
        for (const command of [...links, ...events]) assert.ok(known.has(command), command);
      }
    });
});

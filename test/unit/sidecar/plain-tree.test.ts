import assert from 'node:assert/strict';
import { readPlainTree } from '../../../src/sidecar/plain-tree';
import { ProblemList } from '../../../src/sidecar/problems';
import { valueOf } from '../../../src/sidecar/tree';
import type { Node } from '../../../src/sidecar/tree';
import { readYamlTree } from '../../../src/sidecar/yaml-tree';
import { randomFrom, sampleSidecar } from './samples';

/** The places of keys, and of scalars and lists that are not blocks: what edits and problems are placed by. */
function places(node: Node): string[] {
  if (node.kind === 'scalar') return [`${node.start}`];
  if (node.kind === 'seq') return [`${node.start}-${node.end}`, ...node.items.flatMap(places)];
  return node.pairs.flatMap((pair) => [`${pair.start}-${pair.end} ${pair.key}`, ...places(pair.value)]);
}

/** The fast reader says what the YAML package says, or nothing. @returns whether it said something */
function check(text: string): boolean {
  const plain = readPlainTree(text);
  if (plain === null) return false;
  const problems = new ProblemList();
  const yaml = readYamlTree(text, problems);
  assert.deepEqual(problems.problems, [], text);
  assert.ok(yaml !== null, text);
  assert.deepEqual(valueOf(plain), valueOf(yaml), text);
  assert.deepEqual(
    places(plain).filter((place) => place.includes(' ')),
    places(yaml).filter((place) => place.includes(' ')),
    text,
  );
  return true;
}

describe('the fast reader of our own style', () => {
  it('reads what we write, with either line end and with comments', () => {
    const text = sampleSidecar(12);
    assert.ok(check(text));
    assert.ok(check(text.replaceAll('\n', '\r\n')));
    assert.ok(check(`# by hand\n${text.replace('annotations:', 'annotations: # ids below')}`));
    assert.ok(check('version: 1\narticle: "a.txt"\nannotations: {}\n...\n'));
  });

  it('agrees with the YAML package, or gives up, on 600 damaged files', () => {
    const random = randomFrom(11);
    const text = sampleSidecar(3);
    const bits = [
      '\n',
      ' ',
      '  ',
      ':',
      '"',
      '#',
      '|',
      '-',
      '\t',
      "'",
      '[',
      '}',
      ',',
      '...',
      '\\',
      '\r',
      'é',
      '\u2028',
      '&a ',
      '*a',
      '0',
      '{',
    ];
    let read = 0;
    for (let i = 0; i < 600; i++) {
      const at = Math.floor(random() * text.length);
      const cut = random() < 0.5 ? Math.floor(random() * 4) : 0;
      const put = bits[Math.floor(random() * bits.length)] ?? '';
      if (check(text.slice(0, at) + (random() < 0.7 ? put : '') + text.slice(at + cut))) read++;
    }
    assert.ok(read > 60, `only ${read} were read`);
  });
});

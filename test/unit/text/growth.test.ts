import assert from 'node:assert/strict';
import type { Format } from '../../../src/text';
import { readArticleText } from '../../../src/text';
import { isAffordable } from '../../../src/text/markdown-cost';

/** What is counted: looks at single code units cost one, copies and searches as much as the code units they pass. */
const COST: Readonly<Record<string, (text: string, result: unknown, from: number) => number>> = {
  charCodeAt: () => 1,
  codePointAt: () => 1,
  charAt: () => 1,
  slice: (_, result) => String(result).length,
  includes: (text) => text.length,
  indexOf: (text, result, from) => (result === -1 ? text.length : Number(result)) - from,
  lastIndexOf: (text) => text.length,
  replace: (text) => text.length,
  toLowerCase: (text) => text.length,
};

/** How much work on strings `run` does: the same number each time, whatever machine it runs on. */
function countWork(run: () => void): number {
  let work = 0;
  const prototype: object = String.prototype;
  const originals = Object.keys(COST).map(
    (name) => [name, Object.getOwnPropertyDescriptor(prototype, name)] as const,
  );
  for (const [name, original] of originals) {
    const method: unknown = original?.value;
    assert.ok(typeof method === 'function');
    const counted = function (this: string, ...args: unknown[]): unknown {
      const result: unknown = Reflect.apply(method, this, args);
      work += COST[name]?.(this, result, Number(args[1] ?? 0)) ?? 0;
      return result;
    };
    Object.defineProperty(prototype, name, { ...original, value: counted });
  }
  try {
    run();
  } finally {
    for (const [name, original] of originals) Object.defineProperty(prototype, name, original ?? {});
  }
  return work;
}

/** Twice the input may take 2.2 times the work, and a code unit no more than a few dozen steps. */
function check(piece: string, format: Format): void {
  const half = piece.repeat(Math.ceil(30_000 / piece.length));
  const text = half + half;
  if (format === 'markdown') {
    const known = isAffordable(text) || !isAffordable(half);
    assert.ok(known, 'both are read in the same way');
  }
  const small = countWork(() => readArticleText(half, format));
  const large = countWork(() => readArticleText(text, format));
  assert.ok(small >= half.length, `the counter sees the work: ${small} for ${half.length}`);
  assert.ok(large <= small * 2.2, `${small} grew to ${large}`);
  assert.ok(large <= text.length * 100, `${large} for ${text.length}`);
}

describe('text: the work grows as the text does', () => {
  const plain = [
    'a',
    '7',
    '-',
    'a-',
    '"',
    "'",
    '“',
    '“a ‘b” c’ ',
    "'s’ ",
    "s' ",
    'U.S. ',
    'A.',
    '1,000,',
    'a@',
    'www.a)',
  ];
  plain.push(
    'word ',
    '. ',
    '. “ ',
    'a\n',
    'a\r\n\r\n',
    '\0',
    '\ud800',
    '漢',
    'a.b@',
    'Gov. ',
    '“a.\n',
    'a.” ',
    '(',
    "''",
  );
  for (const piece of plain) {
    it(`plain: ${JSON.stringify(piece)} again and again`, () => check(piece, 'plain'));
  }

  const markdown = [
    '> ',
    '>',
    '[',
    '[a](',
    '![',
    '![a](b)',
    '[]',
    '*_',
    '*a_',
    '**a ',
    '`a``',
    '` `` ``` ',
    '1. ',
    '- ',
  ];
  markdown.push(
    'a|b\n',
    '|a',
    'a\n=\n',
    '<a ',
    '<script>\n\n',
    '<!--',
    '&amp;',
    '&',
    '\\',
    '[a][b] ',
    '[^a]',
    '---\n',
    '~~a~',
  );
  for (const piece of markdown) {
    it(`Markdown: ${JSON.stringify(piece)} again and again`, () => check(piece, 'markdown'));
  }
});

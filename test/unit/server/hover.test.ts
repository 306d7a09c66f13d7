import assert from 'node:assert/strict';
import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { escapeMarkdown } from '../../../src/server/features/hover';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

/** The text that Markdown shows for escaped words; anything but plain text in it is a failure. */
function check(words: string): void {
  const shown: string[] = [];
  const visit = (node: Node): void => {
    // Renderers that link bare addresses do so after reading Markdown; those lead to the web or to mail, never to a command or file.
    const harmless = node.type === 'link' && /^(https?|mailto):/.test(node.url ?? '');
    const plain = ['root', 'paragraph', 'text'].includes(node.type);
    assert.ok(plain || harmless, `${node.type} from ${JSON.stringify(words)}`);
    if (node.value !== undefined) shown.push(node.value);
    node.children?.forEach(visit);
  };
  visit(
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      .parse(`x ${escapeMarkdown(words)} x`),
  );
  const expected = `x ${words.replace(/\s+/g, ' ').trim()} x`;
  assert.equal(shown.join('').replace(/\s+/g, ' '), expected.replace(/\s+/g, ' '));
}

describe('words of articles in a hover', () => {
  for (const words of [
    '[click](command:workbench.action.terminal.new)',
    '<img src=x onerror=alert(1)>',
    '![](https://example.com/x.png)',
    '`code` *strong* ~~gone~~ # not a heading',
    'https://example.com and www.example.com and a@b.example',
    '&lt;script&gt; &amp; &copy;',
    '- a list\n\n1. another',
    '$(warning) {{x}} \\',
  ])
    it(`show as they are: ${words.slice(0, 40).replace(/\n/g, ' ')}`, () => check(words));

  it('whatever they are', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(
              '[',
              ']',
              '(',
              ')',
              '<',
              '>',
              '&',
              '`',
              '*',
              '_',
              '~',
              '#',
              '!',
              '|',
              '\\',
              ':',
              '/',
            ),
            fc.constantFrom(
              'command:',
              'http://',
              'www.',
              'a@b.c',
              '&amp;',
              '&#60;',
              '\n',
              '\n\n',
              '---',
              '```',
            ),
            fc.stringMatching(/^[a-z0-9 .,]{1,6}$/),
          ),
          { maxLength: 12 },
        ),
        (parts) => check(parts.join('')),
      ),
      { numRuns: 500 },
    ));
});

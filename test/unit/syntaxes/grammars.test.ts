import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, render, withInstalledEditor, WITH_STAND_IN } from './tokenise';

/** [what, text as the grammar should see it: `⟦ ⟧` quotation, `{ }` number]. */
type Case = readonly [string, string];

const PROSE: readonly Case[] = [
  ['curly marks', '⟦“It sank,”⟧ she said.'],
  ['straight marks', '⟦"It sank,"⟧ she said.'],
  ['single curly marks', '⟦‘It sank,’⟧ she said.'],
  ['single straight marks', "⟦'It sank,'⟧ she said."],
  ['guillemets', '⟦« It sank »⟧, she said; ⟦»it sank«⟧, he said.'],
  ['low marks', '⟦„It sank“⟧, she said.'],
  ['a quotation in a quotation', '⟦“He said ‘go’ and went,”⟧ she said.'],
  ['apostrophes', 'The pilots’ union’s log isn’t the owner’s.'],
  ['straight apostrophes', "The pilots' union's log isn't the owner's."],
  ['an apostrophe in a single quotation', '⟦‘You couldn’t see,’⟧ he said.'],
  ['a possessive plural in a single quotation', '⟦‘The pilots’ union is in shock,’⟧ he said.'],
  ['a single quotation that ends in s', 'The ⟦‘new rules’⟧ are old.'],
  ['cut words', "Rock 'n' roll ’til dawn, don't you know."],
  ['inches', 'A {6}" pipe and a {12}" one.'],
  ['counts', '{1,500} men, {31} boats, {three} dogs, {ninety-one} cats, {dozens}'],
  ['spaced thousands', '{12\u00a0500} or {12\u202f500} people'],
  ['scales', '{1.2} {billion} euros, {€2.5bn}, {US$10.4} {million}, {£610}'],
  ['per cent', '{35%} or {4.9} per cent'],
  ['times', 'at {6.40am}, {4:17 a.m.} or {14:20}'],
  ['dates', 'on {10 March 2026}, {March 10}, {1st} of July, {2026-03-10}'],
  ['units', '{5.5km}, {-14C}, {256GB}, a {1,500}-kilometre range'],
  ['ordinals', 'the {49th} day'],
  ['ages', 'the {61}-year-old'],
  ['designators', 'an Il-76, an S-300 and a Mk41'],
  ['addresses', 'see https://example.org/12?x=5 or desk12@example.org'],
  ['no pronoun', 'one of them, no one else'],
];

const PLAIN: readonly Case[] = [
  ...PROSE,
  ['a quotation over two lines', '⟦“It sank⟧\n⟦at once,”⟧ she said.'],
  ['an unclosed mark, to the end of the paragraph', '⟦“It sank. {5} died.⟧\n\nNo {6} more.'],
  ['a quotation that goes on in the next paragraph', '⟦“It sank.⟧\n⟦“It sank fast,”⟧ she said.'],
];

const MARKDOWN: readonly Case[] = [
  ...PROSE,
  ['front matter', '---\ntitle: "5 dead"\n---\n\n{5} dead'],
  ['code', 'Run `x = "5"` {5} times'],
  ['a code block', '```js\nlet x = "5";\n```\n{5}'],
  ['an indented code block', 'Text\n\n    let x = "5";\n\n{5}'],
  ['a link target', '[{14} dead](https://example.org/14 "p. 5") here'],
  ['a quotation in a link', 'See [⟦“it sank”⟧](x.md) here'],
  ['a reference', 'Text\n\n[5]: https://example.org/5 "Title 5"'],
  ['HTML', '<p class="a 5">{5} dead</p>\n\n<!-- 5 "x" -->'],
  ['a numbered list', '1. first {22}\n2. then ⟦“go”⟧'],
  ['a heading', '# {31} held, ⟦“no way”⟧ out'],
  ['a block quote', '> ⟦“Go,”⟧ said {5}'],
  ['emphasis in a quotation', '⟦“**Go** now,”⟧ she said.'],
  ['an unclosed mark, to the end of the line', '⟦“It sank. {5} died.⟧\nNo {6} more.'],
];

function suite(name: string, cases: readonly Case[], load: () => Promise<IGrammar>): void {
  describe(name, () => {
    let grammar: IGrammar;
    before(async () => {
      grammar = await load();
    });
    for (const [what, expected] of cases) {
      it(what, () => {
        const text = expected.replace(/[⟦⟧{}]/gu, '');
        assert.equal(render(grammar, text), expected);
      });
    }
  });
}

suite('grammars: article', PLAIN, () => loadGrammar(WITH_STAND_IN, 'text.article'));
suite('grammars: plain text', PLAIN, () => loadGrammar(WITH_STAND_IN, 'text.plain'));
suite('grammars: Markdown', MARKDOWN, () => loadGrammar(WITH_STAND_IN, 'text.html.markdown'));

const installed = withInstalledEditor();
if (installed === undefined) {
  it.skip("grammars: VS Code's own Markdown (skipped: the extension tests have not installed an editor yet)");
} else {
  suite("grammars: VS Code's own Markdown", MARKDOWN, () => loadGrammar(installed, 'text.html.markdown'));
}

describe('grammars: hostile lines', () => {
  const hostile = ['"', "'a ", '‘as’ b', '“a ', '1', '1,', 'a', '$', 'a.', "'s’ ", '»a '];
  for (const unit of hostile) {
    it(`5,000 characters of ${JSON.stringify(unit)} give tokens to the end`, async () => {
      const grammar = await loadGrammar(WITH_STAND_IN, 'text.article');
      const line = unit.repeat(5_000 / unit.length);
      const { tokens, stoppedEarly } = grammar.tokenizeLine(line, null, 5_000);
      assert.equal(stoppedEarly, false);
      assert.ok((tokens.at(-1)?.endIndex ?? 0) >= line.length);
    });
  }
});

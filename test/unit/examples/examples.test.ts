import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { articlesOf, EXAMPLES, loadExpectations, storyNames } from './expectations';
import { placeMarked } from './marked-words';

const STORIES = storyNames();
const SCHEMAS = path.resolve(EXAMPLES, '../schemas');

const readText = (...parts: readonly string[]): string =>
  readFileSync(path.join(EXAMPLES, ...parts), 'utf8');
const readYaml = (...parts: readonly string[]): unknown => parse(readText(...parts));

/** Every object inside a tree of plain data that has the field. */
function objectsWith(field: string, value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof value !== 'object' || value === null) return [];
  const record: Readonly<Record<string, unknown>> = { ...value };
  const inner = Object.values(record).flatMap((child) => objectsWith(field, child));
  return field in record ? [record, ...inner] : inner;
}

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const compiled = new Map<string, ValidateFunction>();

/** The compiled schema of that name; compiling takes longer than all checks together. */
function validator(schema: string): ValidateFunction {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const definition: unknown = JSON.parse(readFileSync(path.join(SCHEMAS, schema), 'utf8'));
  assert.ok(typeof definition === 'object' && definition !== null);
  const validate = new Ajv({ strict: true, allErrors: true }).compile(definition);
  compiled.set(schema, validate);
  return validate;
}

/** What the schema says against a YAML file, in words. */
function schemaErrors(schema: string, data: unknown): readonly string[] {
  const validate = validator(schema);
  if (validate(data)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

/** Places in one text what is marked in the words. */
function check(text: string, marked: string, expected: string): void {
  const placed = placeMarked(text, marked, '[{<');
  const shown =
    'problem' in placed
      ? placed.problem
      : [...placed.marks]
          .flatMap(([bracket, stretches]) =>
            stretches.map(({ start, end }) => bracket + text.slice(start, end)),
          )
          .join(' ');
  assert.equal(shown, expected);
}

describe('examples: marked words', () => {
  it('finds what is in braces', () => {
    check('At least 5 died, 5 more are ill.', '{5} more', '{5');
  });
  it('keeps apart source, cue and content', () => {
    check('It rains, she said.', '<It rains>, [she] {said}', '<It rains [she {said');
  });
  it('leaves words out', () => {
    check('It rains in the hills, she said.', '<It ... hills>, [she] {said}', '<It rains in the hills [she {said');
  });
  it('does not guess between two places', () => {
    check('5 here, 5 there', '{5}', 'more than once in the article: "5"');
  });
  it('reports words that are not there', () => {
    check('5 here', '{6}', 'not in the article: "6"');
  });
  it('leaves nothing out across paragraphs', () => {
    check('It rains.\nIt snows.', '<It rains ... snows>', 'not in the same paragraph: "snows"');
  });
});

describe('examples: stories', () => {
  it('has a file of expectations for every story, and no other', () => {
    const folders = readdirSync(EXAMPLES, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
    assert.deepEqual(STORIES, folders);
  });

  for (const story of STORIES) {
    describe(story, () => {
      const expected = loadExpectations(story);
      const articles = articlesOf(story);

      it('has four to six articles, plain text and Markdown', () => {
        assert.ok(articles.length >= 4 && articles.length <= 6, articles.join(', '));
        assert.deepEqual([...new Set(articles.map((name) => path.extname(name)))].sort(), ['.md', '.txt']);
      });

      it('has articles of 250 to 600 words, each text once', () => {
        for (const article of articles) {
          const words = readText(story, article).split(/\s+/u).length;
          assert.ok(words >= 250 && words <= 600, `${article}: ${String(words)} words`);
        }
        assert.equal(new Set(articles.map((name) => readText(story, name))).size, articles.length);
      });

      it('has every expected word just once', () => {
        assert.deepEqual(expected.problems, []);
      });

      it('expects facts of two articles at least, with relations that exist', () => {
        for (const fact of expected.facts) {
          const where = new Set(fact.mentions.map((mention) => mention.article));
          assert.ok(where.size >= 2, `${fact.id}: only in ${[...where].join()}`);
          const known = fact.relations.filter((name) => ['agree', 'refine', 'differ'].includes(name));
          assert.ok(known.length > 0 && known.length === fact.relations.length, fact.id);
          const groups = new Set(fact.mentions.flatMap(({ group }) => group ?? []));
          if (fact.relations.join() === 'differ') assert.ok(groups.size >= 2, `${fact.id}: one group`);
          if (fact.relations.join() === 'agree') assert.ok(groups.size <= 1, `${fact.id}: groups`);
        }
      });

      it('keeps apart only what no fact joins', () => {
        const facts = expected.facts.map(({ mentions }) =>
          mentions.map(({ article, start }) => `${article}:${String(start)}`),
        );
        for (const { why, a, b } of expected.apart) {
          const joined = facts.some((fact) =>
            [a, b].every(({ article, start }) => fact.includes(`${article}:${String(start)}`)),
          );
          assert.ok(!joined, why);
        }
      });

      it('shares no name with another story', () => {
        for (const other of STORIES.filter((name) => name !== story)) {
          const texts = articlesOf(other).map((name) => readText(other, name)).join('\n');
          for (const { name, places } of expected.names) {
            for (const spelling of [name, ...places.map(({ text }) => text)]) {
              assert.ok(!texts.includes(spelling), `${spelling} in ${other}`);
            }
          }
        }
      });
    });
  }
});

describe('examples: sidecars', () => {
  const sidecars = STORIES.flatMap((story) =>
    readdirSync(path.join(EXAMPLES, story))
      .filter((name) => name.endsWith('.annotations.yaml'))
      .map((name) => ({ story, name })),
  );

  for (const { story, name } of sidecars) {
    it(`${story}/${name} quotes its article`, () => {
      const article = name.slice(0, -'.annotations.yaml'.length);
      const text = readText(story, article);
      const bytes = Buffer.from(text, 'utf8');
      const blob = createHash('sha1')
        .update(`blob ${String(bytes.length)}\0`)
        .update(bytes)
        .digest('hex');
      const sidecar = readYaml(story, name);
      assert.deepEqual(schemaErrors('annotations.schema.json', sidecar), []);
      assert.equal(objectsWith('article', sidecar)[0]?.article, article);
      const anchored = objectsWith('at', sidecar);
      assert.ok(anchored.length > 0);
      for (const { quote, prefix, suffix, base, at } of anchored) {
        assert.equal(base, blob);
        assert.ok(Array.isArray(at) && at.every((offset) => typeof offset === 'number'));
        const [start = 0, end = 0] = at;
        assert.equal(text.slice(start, end), quote);
        assert.ok(text.slice(0, start).endsWith(wordsOf(prefix)), String(quote));
        assert.ok(text.slice(end).startsWith(wordsOf(suffix)), String(quote));
      }
      for (const { article: seen, quote } of objectsWith('sees', sidecar).flatMap(({ sees }) =>
        objectsWith('article', sees),
      )) {
        assert.ok(readText(story, String(seen)).includes(String(quote)), String(quote));
      }
    });
  }

  it('show every status, a thread and a note on a whole article', () => {
    const notes = sidecars.flatMap(({ story, name }) => objectsWith('status', readYaml(story, name)));
    assert.deepEqual([...new Set(notes.map(({ status }) => String(status)))].sort(), [
      'checking',
      'corrected',
      'disputed',
      'incorrect',
      'needs-source',
      'opinion',
      'unchecked',
      'verified',
    ]);
    assert.ok(notes.some(({ replies }) => objectsWith('text', replies).length >= 2));
    assert.ok(notes.some((note) => !('quote' in note)));
  });
});

describe('examples: corroborate.yaml', () => {
  const corrections = readYaml('corroborate.yaml');

  it('follows its schema', () => {
    assert.deepEqual(schemaErrors('corroborate.schema.json', corrections), []);
  });

  it('names articles that exist, and words that stand there once', () => {
    const places = objectsWith('quote', corrections);
    assert.ok(places.length >= 4);
    for (const { article, quote } of places) {
      assert.equal(readText(String(article)).split(String(quote)).length, 2, String(quote));
    }
    for (const { articles } of objectsWith('articles', corrections)) {
      for (const article of Object.keys({ ...(articles ?? {}) })) {
        assert.ok(existsSync(path.join(EXAMPLES, article)), article);
      }
    }
  });

  const wrong: readonly (readonly [string, unknown])[] = [
    ['no version', {}],
    ['an unknown key', { version: 1, alias: {} }],
    ['an alias that is no list', { version: 1, aliases: { A: 'B' } }],
    ['half a pair', { version: 1, 'not-same': { x: { a: { article: 'a.txt', quote: '5' } } } }],
    ['a zone that is none', { version: 1, articles: { 'a.txt': { zone: '5:30' } } }],
    ['a date that is none', { version: 1, articles: { 'a.txt': { published: 'Tuesday' } } }],
  ];
  for (const [what, data] of wrong) {
    it(`refuses ${what}`, () => {
      assert.notDeepEqual(schemaErrors('corroborate.schema.json', data), []);
    });
  }
});

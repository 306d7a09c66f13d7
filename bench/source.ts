/** Speed of the sources layer and its growth when the input doubles: `npm run bench -- source`. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Source, Statement } from '../src/analysis';
import { findSources } from '../src/analysis/source';
import { joinSources } from '../src/corpus/entities';
import { readArticleText } from '../src/text';
import { fastest } from './fastest';
import type { Figure } from './figures';

const MEGABYTE = 1_000_000;

/** A statement in every third sentence, so that resolving speakers has work to do. */
function everyThirdSentence(text: ReturnType<typeof readArticleText>): Statement[] {
  return text.sentences
    .filter((_, i) => i % 3 === 0)
    .map((s) => {
      const end = Math.min(s.end, s.start + 25);
      const span = { start: s.start, end };
      return { type: 'indirect', source: span, sourceId: null, cue: [span], content: [span] };
    });
}

function measure(name: string, source: (length: number) => string): Figure[] {
  const time = (length: number): number => {
    const text = readArticleText(source(length), 'plain');
    const statements = everyThirdSentence(text);
    return fastest(() => findSources(text, statements), 4);
  };
  const half = time(MEGABYTE / 2);
  const whole = time(MEGABYTE);
  return [
    { name, value: 1000 / whole, unit: 'MB/s' },
    { name: `${name}: time for twice the input`, value: whole / half, unit: '×' },
  ];
}

const repeated = (unit: string) => (length: number) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** Real articles beside the repository where they are there, else a made-up one, repeated up to the length. */
function prose(): string {
  const articles = path.join(__dirname, '..', '..', 'shared', 'corpora', 'basil');
  if (!existsSync(articles))
    return 'Harbour officials in Norvik said on Monday that Mayor Tarik Marlow had resigned.\n\n';
  const files = readdirSync(articles, { recursive: true, encoding: 'utf8' }).filter((f) =>
    f.endsWith('.txt'),
  );
  return files
    .sort()
    .map((f) => readFileSync(path.join(articles, f), 'utf8'))
    .join('\n\n');
}

/** Every name another one, so that nothing can be looked up. */
function differentNames(length: number): string {
  let text = '';
  for (let i = 0; text.length < length; i++)
    text += `Mr ${letters(i)}a ${letters(i * 7)}o met the ${letters(i * 3)}e Council. `;
  return text;
}

/** A word with a capital for each number. */
function letters(n: number): string {
  const word = Array.from(n.toString(26))
    .map((d) => String.fromCharCode(97 + parseInt(d, 26)))
    .join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A folder of made-up articles: some people in all of them, some in a few, many alone. */
function folder(articles: number): { path: string; sources: Source[] }[] {
  const person = (given: string, n: number): Source => {
    const name = `${given} ${letters(n)}ar`;
    return {
      id: name,
      name,
      type: 'person',
      title: null,
      mentions: [{ start: 0, end: 1, text: name, form: 'name', title: null }],
    };
  };
  return Array.from({ length: articles }, (_, i) => ({
    path: `${String(i)}.txt`,
    sources: [
      person('Ada', i % 7),
      person('Bo', i % 97),
      person('Cyril', Math.floor(i / 5)),
      person('Dora', i),
      { ...person('', Math.floor(i / 5)), name: `${letters(i % 50)}o` },
    ],
  }));
}

function measureJoin(): Figure[] {
  const [half, whole] = [folder(5_000), folder(10_000)];
  const first = fastest(() => joinSources(half), 2);
  const second = fastest(() => joinSources(whole), 2);
  return [
    { name: 'join 10,000 articles', value: second, unit: 'ms' },
    { name: 'join: time for twice the articles', value: second / first, unit: '×' },
  ];
}

/** Speed on articles and on hostile text, and of joining a large folder. */
export function bench(): Figure[] {
  const story = prose();
  return [
    measure('articles', (n) => repeated(story)(n)),
    measure('Aaa Bbb', repeated('Aaa Bbb ')),
    measure('U.S.', repeated('U.S. ')),
    measure('Mr.', repeated('Mr. ')),
    measure('one capitalised word', (n) => `A${'a'.repeat(n - 1)}`),
    measure('president of the', repeated('president of the ')),
    measure('said Aaa, a', repeated('said Aaa, a ')),
    measure('the Ministry of', repeated('the Ministry of ')),
    measure('Xx-Xx.', repeated('Xx-Xx.')),
    measure('quotation marks', repeated('" A "')),
    measure('different names', (n) => differentNames(n)),
    measureJoin(),
  ].flat();
}

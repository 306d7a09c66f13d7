import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { placeMarked, type Stretch } from './marked-words';

/** Words of one article of a story. */
export interface Place extends Stretch {
  /** The article's path from the examples folder: `harbour-ferry/meridian.txt`. */
  readonly article: string;
  readonly text: string;
}

export interface ExpectedMention extends Place {
  /** Mentions of the same group agree; null fits every group. */
  readonly group: string | null;
}

export interface ExpectedFact {
  readonly id: string;
  readonly about: string;
  /** The relations that are right for this fact. */
  readonly relations: readonly string[];
  readonly mentions: readonly ExpectedMention[];
}

export interface ExpectedStatement {
  readonly article: string;
  readonly type: string;
  readonly optional: boolean;
  readonly source: Stretch | null;
  readonly cue: readonly Stretch[];
  readonly content: readonly Stretch[];
}

export interface ExpectedQuantity extends Place {
  readonly value: string | number | null;
  readonly unit: string | null;
  /** Finding it is right, missing it no fault; its value is not compared. */
  readonly loose: boolean;
}

/** Everything a careful reader finds in one story. */
export interface Expectations {
  readonly story: string;
  readonly facts: readonly ExpectedFact[];
  readonly apart: readonly { readonly why: string; readonly a: Place; readonly b: Place }[];
  readonly names: readonly { readonly name: string; readonly places: readonly Place[] }[];
  /** Whole lists for these articles. */
  readonly statements: ReadonlyMap<string, readonly ExpectedStatement[]>;
  readonly quantities: ReadonlyMap<string, readonly ExpectedQuantity[]>;
  readonly designators: readonly Place[];
  /** What could not be read or placed, in words. */
  readonly problems: readonly string[];
}

const ROOT = path.resolve(__dirname, '../../..');
export const EXAMPLES = path.join(ROOT, 'examples');
const GOLDEN = path.join(ROOT, 'test/golden/examples');

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const tree = (value: unknown): Tree => (isTree(value) ? value : {});
const word = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Reads one story's file and finds its words in the story's articles. */
class StoryReader {
  readonly problems: string[] = [];
  private readonly texts = new Map<string, string>();

  constructor(
    private readonly story: string,
    private readonly root: Tree,
  ) {}

  read(): Expectations {
    const facts = Object.entries(tree(this.root.facts)).map(([id, fact]) => this.fact(id, fact));
    const apart = list(this.root.apart).flatMap((entry) => this.pair(entry));
    const names = Object.entries(tree(this.root.names)).map(([name, places]) => ({
      name,
      places: list(places).flatMap((place) => this.place(place)),
    }));
    const statements = this.perArticle('statements', (article, entry) => this.statement(article, entry));
    const quantities = this.perArticle('quantities', (article, entry) => this.quantity(article, entry));
    const designators = list(this.root.designators).flatMap((place) => this.place(place));
    const { story, problems } = this;
    return { story, facts, apart, names, statements, quantities, designators, problems };
  }

  private text(article: string): string {
    const known = this.texts.get(article);
    if (known !== undefined) return known;
    const text = readFileSync(path.join(EXAMPLES, this.story, article), 'utf8');
    this.texts.set(article, text);
    return text;
  }

  private mark(article: string, marked: string): readonly Place[] {
    const text = this.text(article);
    const placed = placeMarked(text, marked, '{');
    if ('problem' in placed) {
      this.problems.push(`${this.story}/${article}: ${placed.problem}`);
      return [];
    }
    const stretches = placed.marks.get('{') ?? [];
    if (stretches.length !== 1) this.problems.push(`${this.story}/${article}: one mark wanted: ${marked}`);
    return stretches.map((stretch) => ({
      ...stretch,
      article: `${this.story}/${article}`,
      text: text.slice(stretch.start, stretch.end),
    }));
  }

  private place(entry: unknown): readonly Place[] {
    const [article, marked] = list(entry);
    return this.mark(word(article), word(marked));
  }

  private pair(entry: unknown): Expectations['apart'] {
    const [why, first, second] = list(entry);
    const [a] = this.place(first);
    const [b] = this.place(second);
    return a !== undefined && b !== undefined ? [{ why: word(why), a, b }] : [];
  }

  private fact(id: string, entry: unknown): ExpectedFact {
    const { about, relation, mentions } = tree(entry);
    return {
      id,
      about: word(about),
      relations: list(relation).map(word),
      mentions: list(mentions).flatMap((mention) => {
        const group = list(mention)[2];
        return this.place(mention).map((place) => ({
          ...place,
          group: group === undefined ? null : word(group),
        }));
      }),
    };
  }

  private perArticle<T>(
    key: string,
    read: (article: string, entry: unknown) => readonly T[],
  ): Map<string, readonly T[]> {
    return new Map(
      Object.entries(tree(this.root[key])).map(([article, entries]) => [
        `${this.story}/${article}`,
        list(entries).flatMap((entry) => read(article, entry)),
      ]),
    );
  }

  private statement(article: string, entry: unknown): readonly ExpectedStatement[] {
    const { optional, ...rest } = tree(entry);
    const [type, marked] = Object.entries(rest)[0] ?? ['', ''];
    const placed = placeMarked(this.text(article), word(marked), '[{<');
    if ('problem' in placed) {
      this.problems.push(`${this.story}/${article}: ${placed.problem}`);
      return [];
    }
    const { marks } = placed;
    return [
      {
        article: `${this.story}/${article}`,
        type,
        optional: optional === true,
        source: marks.get('[')?.[0] ?? null,
        cue: marks.get('{') ?? [],
        content: marks.get('<') ?? [],
      },
    ];
  }

  private quantity(article: string, entry: unknown): readonly ExpectedQuantity[] {
    const [marked, value, unit, loose] = list(entry);
    return this.mark(article, word(marked)).map((place) => ({
      ...place,
      value: typeof value === 'number' || typeof value === 'string' ? value : null,
      unit: typeof unit === 'string' ? unit : null,
      loose: loose === 'loose',
    }));
  }
}

/** The names of the stories that have expectations, sorted. */
export function storyNames(): readonly string[] {
  return readdirSync(GOLDEN)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}

/** Reads what a careful reader finds in a story of `examples/`. Problems are collected, not thrown. */
export function loadExpectations(story: string): Expectations {
  const root: unknown = parse(readFileSync(path.join(GOLDEN, `${story}.yaml`), 'utf8'));
  return new StoryReader(story, tree(root)).read();
}

/** The files of a story that are articles, sorted. */
export function articlesOf(story: string): readonly string[] {
  return readdirSync(path.join(EXAMPLES, story))
    .filter((name) => name.endsWith('.txt') || name.endsWith('.md'))
    .sort();
}

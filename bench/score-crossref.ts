/**
 * Facts across files against the hand-made gold beside the repository: links, verdicts, conflicts, distractors; and plain BM25
 * retrieval of the right sentence beside them.
 *
 *   npx tsx bench/score-crossref.ts
 *
 * The rules of counting are those of the gold's own scorer: a pair of gold mentions in two files is linked where one fact has a
 * mention on each, and the verdict is right where they share a group exactly when the gold gives them one value.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createAnalyser } from '../src/analysis';
import { createCorpus } from '../src/corpus';
import type { Corpus } from '../src/corpus';
import type { Fact, FactMention } from '../src/crossref';
import { NO_CORRECTIONS, compareAll } from '../src/crossref';
import { readArticleText } from '../src/text';
import { retrievalAccuracy } from './bm25';
import type { Figure } from './figures';

const ROOT = path.resolve(import.meta.dirname, '../..', 'shared');
const MODEL = path.resolve(import.meta.dirname, '../models/statements.bin');

interface GoldSpan {
  readonly start: number;
  readonly end: number;
}
export interface GoldMention extends GoldSpan {
  readonly file: string;
  readonly valueKey: string | null;
  readonly anchor?: GoldSpan;
}
interface GoldFact {
  readonly status: string;
  readonly relation: string;
  readonly severity: string | null;
  readonly mentions: readonly GoldMention[];
}
interface Gold {
  readonly facts: readonly GoldFact[];
  readonly distractors?: readonly {
    readonly strict: boolean;
    readonly a: GoldMention;
    readonly b: GoldMention;
  }[];
}

/** The figures of one set: found and total. */
export type Figures = Readonly<Record<string, readonly [number, number]>>;

interface GoldSet {
  readonly name: string;
  readonly gold: string;
  readonly articles: string;
  readonly wanted: RegExp;
}

const CLUSTERS = ['37_b_aceh-quake-2013', '41_b_yida-refugee-camp-bombing-2011'];
const SETS: readonly GoldSet[] = [
  { name: 'three files', gold: 'gold', articles: 'articles', wanted: /^00[012]_/u },
  ...CLUSTERS.map((name) => ({
    name,
    gold: `gold/clusters/${name}`,
    articles: `corpora/clusters/${name}`,
    wanted: /\.txt$/u,
  })),
];

/** Reads and analyses the articles of a folder. */
export function corpusOf(folder: string, wanted: RegExp): Corpus {
  const analyser = createAnalyser(existsSync(MODEL) ? new Uint8Array(readFileSync(MODEL)) : null);
  const corpus = createCorpus();
  for (const name of readdirSync(folder).filter((f) => wanted.test(f))) {
    const text = readArticleText(readFileSync(path.join(folder, name), 'utf8'), 'plain');
    corpus.put(name, text, analyser.analyse(text), 1);
  }
  return corpus;
}

const meets = (a: GoldSpan, b: GoldSpan): boolean => a.start < b.end && b.start < a.end;

function hit(fact: Fact, gold: GoldMention): FactMention | undefined {
  return fact.mentions.find((m) => m.path === gold.file && meets(m, gold.anchor ?? gold));
}

function pairsOf(fact: GoldFact): [GoldMention, GoldMention][] {
  return fact.mentions.flatMap((a, i) =>
    fact.mentions
      .slice(i + 1)
      .filter((b) => b.file !== a.file)
      .map((b): [GoldMention, GoldMention] => [a, b]),
  );
}

function scoreSet(gold: Gold, facts: readonly Fact[]): Figures {
  const count = {
    links: 0,
    pairs: 0,
    right: 0,
    verdicts: 0,
    falseConflicts: 0,
    agreeing: 0,
    shown: 0,
    conflicts: 0,
  };
  for (const fact of gold.facts.filter((f) => f.status === 'core')) {
    const pairs = pairsOf(fact);
    let shown = false;
    for (const [a, b] of pairs) {
      count.pairs++;
      const found = facts.find((f) => hit(f, a) !== undefined && hit(f, b) !== undefined);
      if (found === undefined) continue;
      count.links++;
      if (a.valueKey === null || b.valueKey === null) continue;
      const same = hit(found, a)?.group === hit(found, b)?.group;
      const goldSame = a.valueKey === b.valueKey;
      count.verdicts++;
      if (same === goldSame) count.right++;
      if (goldSame) count.agreeing++;
      if (goldSame && !same && found.relation === 'differ') count.falseConflicts++;
      if (!goldSame && !same) shown = true;
    }
    if (pairs.length > 0 && fact.relation === 'conflict') count.conflicts++;
    if (pairs.length > 0 && fact.relation === 'conflict' && shown) count.shown++;
  }
  const strict = (gold.distractors ?? []).filter((d) => d.strict);
  const linked = strict.filter((d) =>
    facts.some((f) => hit(f, d.a) !== undefined && hit(f, d.b) !== undefined),
  );
  return {
    'link recall': [count.links, count.pairs],
    'verdict right': [count.right, count.verdicts],
    'conflicts shown': [count.shown, count.conflicts],
    'false conflicts': [count.falseConflicts, count.agreeing],
    'distractors linked': [linked.length, strict.length],
  };
}

function readGold(file: string): Gold {
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isGold(parsed)) throw new Error(`${file} holds no facts`);
  return parsed;
}

function isGold(value: unknown): value is Gold {
  return typeof value === 'object' && value !== null && 'facts' in value && Array.isArray(value.facts);
}

function scoreSets(): { name: string; figures: Figures }[] {
  return SETS.filter((set) => existsSync(path.join(ROOT, set.gold, 'facts.json'))).map((set) => {
    const gold = readGold(path.join(ROOT, set.gold, 'facts.json'));
    const corpus = corpusOf(path.join(ROOT, set.articles), set.wanted);
    const pairs = gold.facts.filter((f) => f.status === 'core').flatMap(pairsOf);
    const figures = scoreSet(gold, compareAll(corpus, NO_CORRECTIONS));
    return {
      name: set.name,
      figures: { ...figures, 'BM25 finds the sentence': retrievalAccuracy(corpus, pairs) },
    };
  });
}

/** The figures of every set that is there, in percent; an empty list where the gold is not. */
export function score(): readonly Figure[] {
  return scoreSets().flatMap(({ name, figures }) =>
    Object.entries(figures).flatMap(([figure, [n, of]]) =>
      of === 0
        ? []
        : [{ name: `${name}: ${figure}`, value: (100 * n) / of, unit: '%', note: `${n} of ${of}` }],
    ),
  );
}

if (process.argv[1] === import.meta.filename) {
  for (const { name, figures } of scoreSets()) {
    console.log(name);
    for (const [figure, [n, of]] of Object.entries(figures)) {
      console.log(`  ${figure.padEnd(26)} ${of === 0 ? 'n/a' : ((100 * n) / of).toFixed(1)} (${n}/${of})`);
    }
  }
}

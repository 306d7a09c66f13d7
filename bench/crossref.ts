/**
 * Cross-referencing at scale: first index, first comparison of everything, hover, one edited article, growth, memory.
 *
 *   npx tsx bench/crossref.ts [articles]        (default 10000; --expose-gc for exact memory)
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createAnalyser } from '../src/analysis';
import { createCorpus } from '../src/corpus';
import type { Corpus } from '../src/corpus';
import { NO_CORRECTIONS, compareAll, factsAt, factsOf } from '../src/crossref';
import { readArticleText } from '../src/text';
import { eventFolders, syntheticFolder } from './synthetic-folder';
import type { SyntheticArticle } from './synthetic-folder';

const root = path.resolve(import.meta.dirname, '..');
const shared = ['clusters', 'basil']
  .map((name) => path.join(root, '../shared/corpora', name))
  .filter(existsSync);
const events = eventFolders(shared.length > 0 ? shared : [path.join(root, 'examples')]);
const analyser = createAnalyser(null);
/** Makes articles of 5 kB on average. */
const LENGTH = 5400;

function index(articles: readonly SyntheticArticle[]): { corpus: Corpus; analyse: number; put: number } {
  const corpus = createCorpus();
  let analyse = 0;
  const start = performance.now();
  for (const { path: name, source } of articles) {
    const before = performance.now();
    const text = readArticleText(source, 'plain');
    const analysis = analyser.analyse(text);
    analyse += performance.now() - before;
    corpus.put(name, text, analysis, 1);
  }
  return { corpus, analyse, put: performance.now() - start - analyse };
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;
}

function line(name: string, value: string): void {
  console.log(`${name.padEnd(44)} ${value}`);
}

function every<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, i) => i % step === 0);
}

/** Hover without anything compared before, then with everything compared. */
function hovers(corpus: Corpus, articles: readonly SyntheticArticle[]): number[] {
  return every(articles, 200).map(({ path: name, source }) => {
    const start = performance.now();
    factsAt(corpus, name, Math.floor(source.length / 3), NO_CORRECTIONS);
    return performance.now() - start;
  });
}

function edits(corpus: Corpus, articles: readonly SyntheticArticle[]): number[] {
  return every(articles, 100).map(({ path: name, source }, i) => {
    const text = readArticleText(`${source}\nIn all, ${i + 12} people were counted on Tuesday.`, 'plain');
    const analysis = analyser.analyse(text);
    const start = performance.now();
    corpus.put(name, text, analysis, 2);
    factsOf(corpus, name, NO_CORRECTIONS);
    return performance.now() - start;
  });
}

function main(): void {
  const count = Number(process.argv[2] ?? 10_000);
  const articles = syntheticFolder(events, count, LENGTH);
  line('articles', `${count}, ${(articles.reduce((n, a) => n + a.source.length, 0) / 1e6).toFixed(1)} MB`);
  const before = process.memoryUsage().heapUsed;
  const { corpus, analyse, put } = index(articles);
  line('read and analyse', `${(analyse / 1000).toFixed(1)} s`);
  line('put into the index', `${(put / 1000).toFixed(1)} s`);
  const cold = hovers(corpus, articles);
  line(
    'hover, nothing compared: p50 / p95',
    `${percentile(cold, 0.5).toFixed(1)} / ${percentile(cold, 0.95).toFixed(1)} ms`,
  );
  const start = performance.now();
  const facts = compareAll(corpus, NO_CORRECTIONS);
  line('compare everything', `${((performance.now() - start) / 1000).toFixed(1)} s, ${facts.length} facts`);
  const warm = hovers(corpus, articles);
  line('hover: p50 / p95', `${percentile(warm, 0.5).toFixed(2)} / ${percentile(warm, 0.95).toFixed(2)} ms`);
  const edited = edits(corpus, articles);
  line(
    'one article edited: p50 / p95',
    `${percentile(edited, 0.5).toFixed(1)} / ${percentile(edited, 0.95).toFixed(1)} ms`,
  );
  globalThis.gc?.();
  line(
    'memory over the empty process',
    `${((process.memoryUsage().heapUsed - before) / 1e6).toFixed(0)} MB heap`,
  );
  const work = corpus.work;
  const half = index(articles.slice(0, count / 2)).corpus;
  compareAll(half, NO_CORRECTIONS);
  line('postings visited, twice the articles', `× ${(work / Math.max(1, half.work)).toFixed(2)}`);
}

main();

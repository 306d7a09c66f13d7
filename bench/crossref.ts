/**
 * Cross-referencing at scale, through the language server and its threads: first start, hover, one edited article, memory, second
 * start, growth. Seconds of processor time stand beside those of the clock, since they depend less on what else runs.
 *
 *   node --import tsx --expose-gc bench/crossref.ts [articles]        (default 10000, of 5 kB each)
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createCorpus, createStories } from '../src/corpus';
import { readArticleText } from '../src/text';
import { ServedFolder, bundleServer, writeFolder } from './served-folder';
import { eventFolders, syntheticFolder } from './synthetic-folder';
import type { SyntheticArticle } from './synthetic-folder';

const root = path.resolve(import.meta.dirname, '..');
const shared = ['clusters', 'basil']
  .map((name) => path.join(root, '../shared/corpora', name))
  .filter(existsSync);
const events = eventFolders(shared.length > 0 ? shared : [path.join(root, 'examples')]);
/** Makes articles of 5 kB on average. */
const LENGTH = 5400;
const NOTHING = { statements: [], quantities: [], sources: [] };
/** Milliseconds between opening an article and resting the mouse on a word, or typing. */
const MOMENT = { hover: 1000, typing: 1500 };
/** Milliseconds between two looks at the memory. */
const LOOK = 100;

function line(name: string, value: string, floor = ''): void {
  console.log(`${name.padEnd(46)} ${value.padEnd(44)} ${floor}`);
}

/** Clock and processor seconds since it was made; the processor's include those of all threads. */
function stopwatch(): () => string {
  const start = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return `${((performance.now() - start) / 1000).toFixed(1)} s (processor ${((user + system) / 1e6).toFixed(1)} s)`;
  };
}

function percentiles(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  return `${at(0.5)} / ${at(0.95)} ms`;
}

function every<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, i) => i % step === 0);
}

/** The most that the server's own heap and its buffers took, in bytes, as often as they were looked at. */
class Peak {
  bytes = 0;
  private readonly timer = setInterval(() => this.look(), LOOK);

  look(): void {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    this.bytes = Math.max(this.bytes, heapUsed + arrayBuffers);
  }

  stop(): void {
    clearInterval(this.timer);
  }
}

/** Opens articles one after the other and asks for a card in each as a reader would, a moment later. */
async function hovers(
  server: ServedFolder,
  articles: readonly SyntheticArticle[],
  moment: number,
): Promise<number[]> {
  const times: number[] = [];
  for (const article of articles) {
    await server.open(article);
    await new Promise((resolve) => setTimeout(resolve, moment));
    times.push(await server.hover(article, Math.floor(article.source.length / 3)));
    await server.close(article);
  }
  return times;
}

/** Milliseconds of edits, by the clock and of the processor; those of all threads, but only the server's own has anything to do. */
interface Times {
  readonly clock: number[];
  readonly processor: number[];
}

/** Times of edits of articles that have just been opened, and of edits behind those. */
interface EditTimes {
  readonly first: Times;
  readonly next: Times;
}

function edited({ clock, processor }: Times): string {
  return `${percentiles(clock)} (processor ${percentiles(processor)})`;
}

/**
 * Edits articles some moments after they were opened; from the keystroke to the card of the number typed, the article's analysis
 * included. Two edits follow each other at once.
 */
async function edits(server: ServedFolder, articles: readonly SyntheticArticle[]): Promise<EditTimes> {
  const times: EditTimes = {
    first: { clock: [], processor: [] },
    next: { clock: [], processor: [] },
  };
  for (const [i, article] of articles.entries()) {
    await server.open(article);
    await new Promise((resolve) => setTimeout(resolve, MOMENT.typing));
    for (const [round, list] of [times.first, times.next].entries()) {
      const added = `In all, ${i + round + 12} people were counted on Tuesday.`;
      const source = `${article.source}\n${added}`;
      const [start, cpu] = [performance.now(), process.cpuUsage()];
      await server.edit(article, source);
      await server.hover({ ...article, source }, source.length - added.length + added.indexOf(' people') - 1);
      list.clock.push(performance.now() - start);
      const { user, system } = process.cpuUsage(cpu);
      list.processor.push((user + system) / 1000);
    }
    await server.close(article);
  }
  return times;
}

async function firstStart(server: ServedFolder, articles: readonly SyntheticArticle[]): Promise<void> {
  const peak = new Peak();
  const loop = monitorEventLoopDelay({ resolution: 10 });
  loop.enable();
  const total = stopwatch();
  const compared = server.ended('Comparing articles');
  const read = server.ended('Reading articles');
  await server.start();
  await read;
  line('first start: read, analysed, indexed', total(), 'floor 90 s on 2 free cores');
  line('  longest wait for the server, 99th percentile', `${(loop.percentile(99) / 1e6).toFixed(0)} ms`);
  const soon = await hovers(server, every(articles, 20), MOMENT.hover);
  line('  hover while all is compared: p50 / p95', percentiles(soon), 'floor p95 20 ms');
  await compared;
  line('  everything compared', total());
  line('  longest wait for the server, 99th percentile', `${(loop.percentile(99) / 1e6).toFixed(0)} ms`);
  line('  most memory: heap and buffers', `${(peak.bytes / 1e6).toFixed(0)} MB`, 'floor 1000 MB');
  line('  process with threads', `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
  peak.stop();
  loop.disable();
}

function growth(articles: readonly SyntheticArticle[]): number {
  const corpus = createCorpus();
  for (const { path: name, source } of articles)
    corpus.put(name, readArticleText(source, 'plain'), NOTHING, 1);
  createStories(corpus).all();
  return corpus.work;
}

async function main(): Promise<void> {
  const count = Number(process.argv[2] ?? 10_000);
  const articles = syntheticFolder(events, count, LENGTH);
  line('articles', `${count}, ${(articles.reduce((n, a) => n + a.source.length, 0) / 1e6).toFixed(1)} MB`);
  const place = mkdtempSync(path.join(tmpdir(), 'corroborate-bench-'));
  try {
    const [folder, storage, script] = ['articles', 'storage', 'server.js'].map((n) => path.join(place, n));
    if (folder === undefined || storage === undefined || script === undefined) return;
    writeFolder(folder, articles);
    await bundleServer(script);
    const server = new ServedFolder(folder, storage, script);
    await firstStart(server, articles);
    line('hover: p50 / p95', percentiles(await hovers(server, every(articles, 100), 0)), 'floor p95 20 ms');
    const { first, next } = await edits(server, every(articles, 30));
    line('one edited article: p50 / p95', edited(next), 'floor p95 50 ms');
    line('  the first edit after it was opened', edited(first));
    globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    line('memory at rest', `${((heapUsed + arrayBuffers) / 1e6).toFixed(0)} MB`, 'floor 1000 MB');
    await server.stop();
    const again = new ServedFolder(folder, storage, script);
    const time = stopwatch();
    const read = again.ended('Reading articles');
    await again.start();
    await read;
    line('second start', time(), 'floor 5 s');
    await again.stop();
    const sample = articles.slice(0, 2000);
    line(
      'postings visited, twice the articles',
      `× ${(growth(sample) / growth(sample.slice(0, 1000))).toFixed(2)}`,
      'floor × 2.2',
    );
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

import type { Analysis } from '../analysis';
import type { ArticleText, Format } from '../text';
import { createDictionary } from './dictionary';
import type { Dictionary } from './dictionary';
import { indexFeatures } from './features';
import { FreshArticle, HeldArticle, Shelf } from './held-article';
import type { CorpusArticle, PackedArticle } from './held-article';
import type { ArticleKeys, ArticleRecord } from './record';
import { keysOf } from './record';
import { createRelatedness } from './relatedness';

/** The articles that are compared with each other, by version, and the index over them. */
export interface Corpus {
  /** Adds an article or replaces its older version. */
  put(path: string, text: ArticleText, analysis: Analysis, version: number): CorpusArticle;
  /**
   * The same for a version that another may follow at once: related articles are told by what terms weighed before it, until
   * {@link settle} or any other change.
   */
  putForNow(path: string, text: ArticleText, analysis: Analysis, version: number): CorpusArticle;
  /** Lets terms weigh what they do by the articles there are now; true where that was left. */
  settle(): boolean;
  /** The same with what was worked out of its text before or elsewhere. */
  putRecord(
    path: string,
    source: string,
    format: Format,
    record: ArticleRecord,
    version: number,
  ): CorpusArticle;
  /** Takes an article out; nothing happens where there is none. */
  remove(path: string): void;
  article(path: string): CorpusArticle | undefined;
  /** The version with a slot, as long as it stands. */
  bySlot(slot: number): CorpusArticle | undefined;
  /** Every article, sorted by path. */
  articles(): readonly CorpusArticle[];
  /** The articles on a subject like this one's, with their similarity from 0 to 1. */
  related(path: string): ReadonlyMap<CorpusArticle, number>;
  /** The same by slots. */
  relatedSlots(slot: number): ReadonlyMap<number, number>;
  /** Finds in small steps what the next questions for related articles would otherwise wait for. */
  prepare(): Generator<undefined, void>;
  readonly size: number;
  /** Counts every change. */
  readonly revision: number;
  readonly dictionary: Dictionary;
  /** Postings visited so far by queries: a measure of work that no machine's speed changes. */
  readonly work: number;
}

/** An empty corpus. Every operation costs what the one article costs, whatever the corpus holds. */
export function createCorpus(): Corpus {
  const dictionary = createDictionary();
  const relatedness = createRelatedness(dictionary);
  const shelf = new Shelf(dictionary);
  const articles = new Map<string, HeldArticle>();
  const bySlot = new Map<number, HeldArticle>();
  let sorted: readonly CorpusArticle[] | undefined;
  let revision = 0;

  const remove = (path: string): void => {
    const old = articles.get(path);
    if (old === undefined) return;
    articles.delete(path);
    bySlot.delete(old.slot);
    relatedness.remove(old.slot);
    shelf.close(old);
    sorted = undefined;
    revision++;
  };
  const enter = (
    path: string,
    packed: PackedArticle,
    { terms, date }: ArticleKeys,
    version: number,
    forNow = false,
  ): HeldArticle => {
    const features = indexFeatures(terms, dictionary);
    const slot = ++revision;
    const article = new HeldArticle(path, version, slot, packed, features, date, shelf);
    const old = articles.get(path);
    articles.set(path, article);
    bySlot.set(slot, article);
    if (old === undefined) relatedness.add(slot, features);
    else {
      if (forNow) relatedness.replaceForNow(old.slot, slot, features);
      else relatedness.replace(old.slot, slot, features);
      bySlot.delete(old.slot);
      shelf.close(old);
    }
    sorted = undefined;
    return article;
  };
  const enterFresh = (
    path: string,
    text: ArticleText,
    analysis: Analysis,
    version: number,
    forNow: boolean,
  ): HeldArticle => {
    const article = enter(path, new FreshArticle(text, analysis), keysOf(text), version, forNow);
    shelf.opened(article).fill(text, analysis);
    return article;
  };
  return {
    put: (path, text, analysis, version) => enterFresh(path, text, analysis, version, false),
    putForNow: (path, text, analysis, version) => enterFresh(path, text, analysis, version, true),
    settle() {
      const wasLeft = relatedness.settle();
      if (wasLeft) revision++;
      return wasLeft;
    },
    putRecord: (path, source, format, record, version) =>
      enter(path, { source, format, analysis: record.analysis }, record, version),
    remove,
    article: (path) => articles.get(path),
    bySlot: (slot) => bySlot.get(slot),
    relatedSlots: (slot) => relatedness.related(slot),
    prepare: () => relatedness.prepare(),
    articles: () => (sorted ??= [...articles.values()].sort((a, b) => comparePaths(a.path, b.path))),
    related(path) {
      const found = new Map<CorpusArticle, number>();
      const own = articles.get(path);
      if (own === undefined) return found;
      for (const [slot, similarity] of relatedness.related(own.slot)) {
        const other = bySlot.get(slot);
        if (other !== undefined) found.set(other, similarity);
      }
      return found;
    },
    get size() {
      return articles.size;
    },
    get revision() {
      return revision;
    },
    dictionary,
    get work() {
      return relatedness.visited;
    },
  };
}

/** Orders paths by code unit, the same on every machine. */
export function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { Analysis } from '../analysis';
import { readDateline } from '../analysis/quantity';
import type { ArticleText } from '../text';
import { createDictionary } from './dictionary';
import type { Dictionary } from './dictionary';
import { featuresOf } from './features';
import type { ArticleFeatures } from './features';
import { createRelatedness } from './relatedness';

/** One version of one article, as the corpus holds it. A new version is a new object. */
export interface CorpusArticle {
  readonly path: string;
  /** The caller's number for this version of the text. */
  readonly version: number;
  /** The corpus' number for this version: never given out twice. */
  readonly slot: number;
  readonly text: ArticleText;
  readonly analysis: Analysis;
  readonly features: ArticleFeatures;
  /** The day the article is dated (ISO 8601), where it tells. */
  readonly date: string | undefined;
}

/** The articles that are compared with each other, by version, and the index over them. */
export interface Corpus {
  /** Adds an article or replaces its older version. */
  put(path: string, text: ArticleText, analysis: Analysis, version: number): void;
  /** Takes an article out; nothing happens where there is none. */
  remove(path: string): void;
  article(path: string): CorpusArticle | undefined;
  /** Every article, sorted by path. */
  articles(): readonly CorpusArticle[];
  /** The articles on a subject like this one's, with their similarity from 0 to 1. */
  related(path: string): ReadonlyMap<CorpusArticle, number>;
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
  const articles = new Map<string, CorpusArticle>();
  const bySlot = new Map<number, CorpusArticle>();
  let sorted: readonly CorpusArticle[] | undefined;
  let revision = 0;

  const remove = (path: string): void => {
    const old = articles.get(path);
    if (old === undefined) return;
    articles.delete(path);
    bySlot.delete(old.slot);
    relatedness.remove(old.slot);
    sorted = undefined;
    revision++;
  };
  return {
    put(path, text, analysis, version) {
      remove(path);
      const features = featuresOf(text, dictionary);
      const date = readDateline(text)?.date;
      const article = { path, version, slot: ++revision, text, analysis, features, date };
      articles.set(path, article);
      bySlot.set(article.slot, article);
      relatedness.add(article.slot, features);
      sorted = undefined;
    },
    remove,
    article: (path) => articles.get(path),
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

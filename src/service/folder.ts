import type { Analyser, Analysis } from '../analysis';
import type { Corpus } from '../corpus';
import { createCorpus } from '../corpus';
import type { Corrections, Fact, Message } from '../crossref';
import { compareAll, factsOf } from '../crossref';
import type { ArticleText, Format } from '../text';
import { readArticleText } from '../text';

/** An article of a folder, read and analysed; or the reason why it could not be. */
export interface Article {
  /** Folder-relative path with `/`. */
  readonly path: string;
  readonly version: number;
  readonly text: ArticleText;
  readonly analysis: Analysis;
}

/**
 * One folder of articles: the core wired together. Each version of an article is analysed once, on `put`; everything else reads the
 * result. Facts are found when they are asked for and kept until an article or a correction changes.
 */
export interface Folder {
  /** Reads and analyses a version of an article. The same text again costs nothing. */
  put(path: string, source: string, version: number): Article;
  /** Notes that a file cannot be read as an article, and why. */
  refuse(path: string, problem: Message): void;
  remove(path: string): void;
  article(path: string): Article | undefined;
  articles(): readonly Article[];
  /** Files that could not be read, with the reason. */
  problems(): ReadonlyMap<string, Message>;
  /** All facts of the folder. */
  facts(): readonly Fact[];
  /** The facts that have a mention in one article. */
  factsOf(path: string): readonly Fact[];
  /** Takes new corrections (`corroborate.yaml`). */
  correct(corrections: Corrections): void;
  /** Takes a better analyser and analyses every article again. */
  useAnalyser(analyser: Analyser): void;
  readonly corpus: Corpus;
}

/** The markup of an article, by its name. */
export function formatOf(path: string): Format {
  return /\.(md|markdown)$/i.test(path) ? 'markdown' : 'plain';
}

/** Makes an empty folder. */
export function createFolder(analyser: Analyser, corrections: Corrections): Folder {
  return new FolderOfArticles(analyser, corrections);
}

class FolderOfArticles implements Folder {
  readonly corpus = createCorpus();
  private readonly byPath = new Map<string, Article>();
  private readonly refused = new Map<string, Message>();
  private all: readonly Fact[] | null = null;

  constructor(
    private analyser: Analyser,
    private corrections: Corrections,
  ) {}

  put(path: string, source: string, version: number): Article {
    const before = this.byPath.get(path);
    this.refused.delete(path);
    if (before?.text.source === source) {
      const same = { ...before, version };
      this.byPath.set(path, same);
      return same;
    }
    return this.analyse(path, readArticleText(source, formatOf(path)), version);
  }

  refuse(path: string, problem: Message): void {
    this.remove(path);
    this.refused.set(path, problem);
  }

  remove(path: string): void {
    this.refused.delete(path);
    if (!this.byPath.delete(path)) return;
    this.corpus.remove(path);
    this.all = null;
  }

  article(path: string): Article | undefined {
    return this.byPath.get(path);
  }

  articles(): readonly Article[] {
    return [...this.byPath.values()];
  }

  problems(): ReadonlyMap<string, Message> {
    return this.refused;
  }

  facts(): readonly Fact[] {
    this.all ??= compareAll(this.corpus, this.corrections);
    return this.all;
  }

  factsOf(path: string): readonly Fact[] {
    return factsOf(this.corpus, path, this.corrections);
  }

  correct(corrections: Corrections): void {
    this.corrections = corrections;
    this.all = null;
  }

  useAnalyser(analyser: Analyser): void {
    this.analyser = analyser;
    for (const { path, text, version } of this.articles()) this.analyse(path, text, version);
  }

  private analyse(path: string, text: ArticleText, version: number): Article {
    const article = { path, version, text, analysis: this.analyser.analyse(text) };
    this.byPath.set(path, article);
    this.corpus.put(path, text, article.analysis, version);
    this.all = null;
    return article;
  }
}

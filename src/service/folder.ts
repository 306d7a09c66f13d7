import type { Analyser, Analysis } from '../analysis';
import type { ArticleRecord, Corpus, CorpusArticle } from '../corpus';
import { createCorpus } from '../corpus';
import type { Entities } from '../corpus/entities';
import { joinSources } from '../corpus/entities';
import type { CorrectionsFile } from '../corrections';
import { EMPTY_FILE, resolveCorrections, storiesOf as namedStories } from '../corrections';
import type { Comparison, Corrections, Fact, FactsSoFar, Message } from '../crossref';
import { comparisonOf, firstWords, NO_CORRECTIONS, sourcesApart } from '../crossref';
import type { ArticleText, Format, Span } from '../text';
import { readArticleText } from '../text';

/** An article of a folder, read and analysed; or the reason why it could not be. */
export interface Article {
  /** Folder-relative path with `/`. */
  readonly path: string;
  readonly version: number;
  readonly source: string;
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
  /**
   * The same for a version that another may follow at once: which articles are of its story is told by what words weighed before it,
   * until {@link settle} or any other change.
   */
  edit(path: string, source: string, version: number): Article;
  /** Makes up in small steps for what edits left. */
  settle(): Generator<undefined, void>;
  /** The same with what was worked out of the text before or elsewhere. */
  putRecord(path: string, source: string, record: ArticleRecord, version: number): void;
  /** Notes that a file cannot be read as an article, and why. */
  refuse(path: string, problem: Message): void;
  remove(path: string): void;
  article(path: string): Article | undefined;
  articles(): readonly Article[];
  /** Files that could not be read, with the reason. */
  problems(): ReadonlyMap<string, Message>;
  /** The comparison of the articles under the present corrections, for those who compare in steps or elsewhere. */
  comparison(): Comparison;
  /** All facts of the folder. */
  facts(): readonly Fact[];
  /** The facts that have a mention in one article. */
  factsOf(path: string): readonly Fact[];
  /** The same as far as they are found ({@link Comparison.soFar}). */
  factsSoFar(path: string): FactsSoFar;
  /** The facts of the stories that some articles are of. */
  factsAround(paths: Iterable<string>): readonly Fact[];
  /** Who published an article, where `corroborate.yaml` says so. */
  outletOf(path: string): string | null;
  /** The words of an article that people want to be left out of comparison. */
  ignoredIn(path: string): readonly Span[];
  /** The paths of the articles that tell of the same event as one, that one included. */
  storyAround(path: string): readonly string[];
  /** The id, over the whole folder, of a source that an article's analysis calls `id`. */
  sourceId(path: string, id: string): string;
  /** The same over some of its articles only; the others are not looked at. */
  sourcesAmong(paths: ReadonlySet<string>): Entities;
  /** The same over an article and others of its story, for showing at once: in large stories only some. */
  sourcesAround(path: string): Entities;
  /** The name of each article's story: the group of articles on one event that it is compared with. */
  stories(): ReadonlyMap<string, string>;
  /** The same for some articles only; the others are not looked at. */
  storiesOf(paths: ReadonlySet<string>): ReadonlyMap<string, string>;
  /** Finds in small steps what the next version of an article will be analysed and compared with. */
  prepareEdit(path: string): Generator<undefined, void>;
  /** An empty folder with the same analyser. */
  scratch(): Folder;
  /** Takes new corrections (`corroborate.yaml`). */
  correct(corrections: CorrectionsFile): void;
  /** Takes a better analyser and analyses every article again. */
  useAnalyser(analyser: Analyser): void;
  readonly corpus: Corpus;
}

/** Longer texts are not read while nobody waits, in UTF-16 units: it is one step, and somebody may begin to. */
const READ_AT_ONCE = 30_000;

/** Joining the names of so many articles takes some milliseconds, which a card can wait. */
const JOINED_AT_ONCE = 40;

/** The markup of an article, by its name. */
export function formatOf(path: string): Format {
  return /\.(md|markdown)$/i.test(path) ? 'markdown' : 'plain';
}

/** Makes an empty folder. */
export function createFolder(analyser: Analyser): Folder {
  return new FolderOfArticles(analyser);
}

/** A version of an article, whose parts are made anew where they have not been used lately. */
class HeldVersion implements Article {
  constructor(
    readonly path: string,
    readonly version: number,
    private readonly held: CorpusArticle,
  ) {}

  get source(): string {
    return this.held.packed.source;
  }

  get text(): ArticleText {
    return this.held.text;
  }

  get analysis(): Analysis {
    return this.held.analysis;
  }
}

class FolderOfArticles implements Folder {
  readonly corpus = createCorpus();
  private readonly byPath = new Map<string, Article>();
  private readonly refused = new Map<string, Message>();
  private file: CorrectionsFile = EMPTY_FILE;
  /** What is worked out from all articles together, anew after any change. */
  private resolved = false;
  private known: Corrections = NO_CORRECTIONS;
  private names: ReadonlyMap<string, string> | null = null;
  private entities: Entities | null = null;
  private readonly entitiesAround = new Map<string, Entities>();

  constructor(private analyser: Analyser) {}

  put(path: string, source: string, version: number): Article {
    return this.take(path, source, version, (text, analysis) =>
      this.corpus.put(path, text, analysis, version),
    );
  }

  edit(path: string, source: string, version: number): Article {
    return this.take(path, source, version, (text, analysis) =>
      this.corpus.putForNow(path, text, analysis, version),
    );
  }

  *settle(): Generator<undefined, void> {
    if (this.corpus.settle()) this.changed();
    yield* this.corpus.prepare();
  }

  putRecord(path: string, source: string, record: ArticleRecord, version: number): void {
    this.refused.delete(path);
    this.keep(this.corpus.putRecord(path, source, formatOf(path), record, version), version);
    this.changed();
  }

  refuse(path: string, problem: Message): void {
    this.remove(path);
    this.refused.set(path, problem);
  }

  remove(path: string): void {
    this.refused.delete(path);
    if (!this.byPath.delete(path)) return;
    this.corpus.remove(path);
    this.changed();
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

  comparison(): Comparison {
    return comparisonOf(this.corpus, this.corrections());
  }

  facts(): readonly Fact[] {
    return this.comparison().all();
  }

  factsOf(path: string): readonly Fact[] {
    return this.comparison().of(path);
  }

  factsSoFar(path: string): FactsSoFar {
    return this.comparison().soFar(path);
  }

  factsAround(paths: Iterable<string>): readonly Fact[] {
    return this.comparison().around(paths);
  }

  outletOf(path: string): string | null {
    return this.file.articles.get(path)?.outlet ?? null;
  }

  ignoredIn(path: string): readonly Span[] {
    return this.corrections().ignored.filter((place) => place.path === path);
  }

  storyAround(path: string): readonly string[] {
    return this.comparison()
      .stories.of(path)
      .map((article) => article.path);
  }

  sourceId(path: string, id: string): string {
    this.entities ??= this.sourcesAmong(new Set(this.byPath.keys()));
    return this.entities.idOf(path, id);
  }

  sourcesAmong(paths: ReadonlySet<string>): Entities {
    const articles = [...paths]
      .map((path) => this.byPath.get(path))
      .filter((article) => article !== undefined);
    return joinSources(
      articles.map((article) => ({ path: article.path, sources: article.analysis.sources })),
      [...this.file.aliases].map(([name, aliases]) => ({ name, aliases })),
      sourcesApart(this.corrections(), (path) => this.byPath.get(path)?.analysis.sources),
    );
  }

  *prepareEdit(path: string): Generator<undefined, void> {
    const text = this.byPath.get(path)?.text;
    if (text !== undefined && text.source.length <= READ_AT_ONCE) this.analyser.getReady(text);
    yield;
    yield* this.comparison().prepareEdit(path);
  }

  sourcesAround(path: string): Entities {
    const others = this.storyAround(path).filter((other) => other !== path);
    const paths = [path, ...others.slice(0, JOINED_AT_ONCE)].sort();
    const key = paths.join('\n');
    let entities = this.entitiesAround.get(key);
    if (entities === undefined) this.entitiesAround.set(key, (entities = this.sourcesAmong(new Set(paths))));
    return entities;
  }

  scratch(): Folder {
    return new FolderOfArticles(this.analyser);
  }

  stories(): ReadonlyMap<string, string> {
    this.names ??= this.nameStories();
    return this.names;
  }

  storiesOf(paths: ReadonlySet<string>): ReadonlyMap<string, string> {
    return this.named([...paths].map((path) => this.storyAround(path)));
  }

  correct(corrections: CorrectionsFile): void {
    this.file = corrections;
    this.changed();
  }

  useAnalyser(analyser: Analyser): void {
    this.analyser = analyser;
    for (const { path, text, version } of this.articles()) {
      this.keep(this.corpus.put(path, text, analyser.analyse(text), version), version);
      this.changed();
    }
  }

  private take(
    path: string,
    source: string,
    version: number,
    enter: (text: ArticleText, analysis: Analysis) => CorpusArticle,
  ): Article {
    this.refused.delete(path);
    const before = this.corpus.article(path);
    if (before?.packed.source === source) return this.keep(before, version);
    const text = readArticleText(source, formatOf(path));
    const held = enter(text, this.analyser.analyse(text));
    this.changed();
    return this.keep(held, version);
  }

  private keep(held: CorpusArticle, version: number): Article {
    const article = new HeldVersion(held.path, version, held);
    this.byPath.set(held.path, article);
    return article;
  }

  private changed(): void {
    this.resolved = false;
    this.names = null;
    this.entities = null;
    this.entitiesAround.clear();
  }

  /** The corrections in the present articles. They stay the same object while they say the same: facts are kept by it. */
  private corrections(): Corrections {
    if (this.file === EMPTY_FILE) return NO_CORRECTIONS;
    if (!this.resolved) {
      const next = resolveCorrections(this.file, {
        paths: [...this.byPath.keys()],
        textOf: (path) => this.corpus.article(path)?.packed.source,
      });
      if (signature(next) !== signature(this.known)) this.known = next;
      this.resolved = true;
    }
    return this.known;
  }

  private nameStories(): Map<string, string> {
    const stories = this.comparison().stories.all();
    return this.named(stories.map((story) => story.map((article) => article.path)));
  }

  /** A story is called what people call it, else as the folder that holds all of it, else as its first article's first line. */
  private named(stories: readonly (readonly string[])[]): Map<string, string> {
    const names = new Map<string, string>();
    for (const [name, paths] of namedStories(this.file, [...this.byPath.keys()]))
      for (const path of paths) names.set(path, name);
    for (const paths of stories) {
      const first = this.byPath.get(paths[0] ?? '');
      const name = commonFolder(paths) || (first === undefined ? '' : firstLine(first));
      for (const path of paths) if (!names.has(path)) names.set(path, name);
    }
    return names;
  }
}

function signature(corrections: Corrections): string {
  return JSON.stringify({ ...corrections, datelines: [...corrections.datelines] });
}

function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => path.split('/').slice(0, -1));
  const [first = []] = folders;
  let depth = 0;
  while (depth < first.length && folders.every((folder) => folder[depth] === first[depth])) depth++;
  return first.slice(0, depth).join('/');
}

function firstLine(article: Article): string {
  const line = firstWords(article);
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line;
}

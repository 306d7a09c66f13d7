import type { FactItem, Overview, Place as PlaceMessage, SourceItem } from '../../protocol';
import type { Fact } from '../../crossref';
import { CERTAIN } from '../../crossref';
import type { Entities } from '../../corpus/entities';
import type { Article } from '../../service';
import { fromOutside, onlyHereIn, shown, wordsAround } from '../../service';
import type { Source, Statement } from '../../analysis';
import type { Span } from '../../text';
import type { OpenFolder } from '../folders';
import type { Session } from '../session';
import { labelInWords } from '../session';

/** In larger folders the trees show the stories of the open articles only: nobody reads ten thousand rows. */
export const LARGEST_SHOWN = 400;

/** Everything the trees and the fact matrix show, for all open folders that have been read. */
export function overviewOf(session: Session): Overview {
  const all = session.folders.all();
  const read = all.filter((open) => !session.folders.isReading(open));
  const folders = read.map((open) => new FolderOverview(session, open, pathsOf(session, open)));
  return {
    reading: read.length < all.length,
    facts: folders.flatMap((f) => f.facts()),
    sources: folders.flatMap((f) => f.sources()),
    articles: folders.flatMap((f) => f.articles()),
    onlyHere: folders.flatMap((f) => f.onlyHere()),
  };
}

/** A {@link SourceItem} that is still being filled. */
type OpenSource = Omit<SourceItem, 'mentions' | 'statements'> & {
  readonly mentions: PlaceMessage[];
  readonly statements: SourceItem['statements'][number][];
};

/** An article's statements by the sources that make them. */
function statementsBySource({ analysis }: Article): ReadonlyMap<string, readonly Statement[]> {
  const told = new Map<string, Statement[]>();
  for (const statement of analysis.statements) {
    if (statement.sourceId === null) continue;
    const list = told.get(statement.sourceId);
    if (list === undefined) told.set(statement.sourceId, [statement]);
    else list.push(statement);
  }
  return told;
}

function wordsOf(source: string, spans: readonly Span[]): string {
  return spans.map((span) => source.slice(span.start, span.end)).join(' … ');
}

/** The articles to show of a folder. */
function pathsOf(session: Session, open: OpenFolder): ReadonlySet<string> {
  const articles = open.folder.articles();
  if (articles.length <= LARGEST_SHOWN) return new Set(articles.map((article) => article.path));
  const here = session.documents.all().map((document) => session.folders.locate(document.uri));
  const paths = here.filter((located) => located.open === open).map((located) => located.path);
  return new Set(paths.flatMap((path) => open.folder.storyAround(path)));
}

class FolderOverview {
  private readonly stories: ReadonlyMap<string, string>;
  private readonly found: readonly Fact[];
  private readonly shownArticles: readonly Article[];
  private readonly sourceIds: Entities;

  constructor(
    private readonly session: Session,
    private readonly open: OpenFolder,
    paths: ReadonlySet<string>,
  ) {
    const { folder } = open;
    this.shownArticles = folder.articles().filter((article) => paths.has(article.path));
    const whole = this.shownArticles.length === folder.articles().length;
    this.stories = whole ? folder.stories() : folder.storiesOf(paths);
    this.sourceIds = folder.sourcesAmong(paths);
    this.found = whole ? folder.facts() : folder.factsAround(paths);
  }

  facts(): FactItem[] {
    return this.found.map((fact) => ({
      id: fact.id,
      kind: fact.kind,
      label: labelInWords(this.session, fact),
      relation: fact.relation,
      certain: fact.confidence >= CERTAIN,
      reasons: fact.reasons.map((reason) => this.session.say(fromOutside(reason))),
      story: this.storyOf(fact.mentions[0]?.path ?? ''),
      mentions: fact.mentions.flatMap((mention) =>
        this.place(mention.path, mention).map((place) => ({
          ...place,
          ...shown(this.open.folder, mention.path, mention),
          speaker: mention.speaker,
          group: mention.group,
        })),
      ),
    }));
  }

  sources(): SourceItem[] {
    const items = new Map<string, OpenSource>();
    for (const article of this.shownArticles) {
      const told = statementsBySource(article);
      for (const source of article.analysis.sources)
        this.addSource(items, article, source, told.get(source.id) ?? []);
    }
    return [...items.values()];
  }

  private addSource(
    items: Map<string, OpenSource>,
    { path, text }: Article,
    source: Source,
    told: readonly Statement[],
  ): void {
    const id = this.sourceIds.idOf(path, source.id);
    const { name, type, title } = source;
    const item = items.get(id) ?? { id, name, type, title, mentions: [], statements: [] };
    items.set(id, item);
    const named = source.mentions.filter((m) => m.form === 'name');
    item.mentions.push(...named.flatMap((m) => this.place(path, m)));
    for (const statement of told) {
      const [first] = statement.content;
      if (first === undefined) continue;
      const cue = wordsOf(text.source, statement.cue);
      const words = wordsOf(text.source, statement.content);
      item.statements.push(...this.place(path, first).map((place) => ({ ...place, cue, words })));
    }
  }

  articles(): Overview['articles'][number][] {
    return this.shownArticles.map(({ path }) => ({
      uri: this.session.folders.uriOf(this.open, path),
      path: this.named(path),
      story: this.storyOf(path),
    }));
  }

  /** What of each article is only there, in stories that have another article to compare with. */
  onlyHere(): Overview['onlyHere'][number][] {
    const { folder } = this.open;
    const linked = new Map<string, Span[]>();
    for (const fact of this.found)
      for (const m of fact.mentions) {
        const spans = linked.get(m.path);
        if (spans === undefined) linked.set(m.path, [m]);
        else spans.push(m);
      }
    const sizes = new Map<string, number>();
    for (const { path } of this.shownArticles)
      sizes.set(this.storyOf(path), (sizes.get(this.storyOf(path)) ?? 0) + 1);
    return this.shownArticles.flatMap((article) => {
      const { path } = article;
      const story = this.storyOf(path);
      if ((sizes.get(story) ?? 0) < 2) return [];
      const elsewhere = [...(linked.get(path) ?? []), ...folder.ignoredIn(path)];
      return onlyHereIn(article, elsewhere).flatMap((q) => {
        const { words } = shown(folder, path, q);
        const told = words === q.text && q.thing !== null ? `${words} · ${q.thing}` : words;
        const around = wordsAround(article, q);
        return this.place(path, q).map((place) => ({ ...place, words: told, around, story }));
      });
    });
  }

  private named(path: string): string {
    return this.session.folders.nameOf(this.open, path);
  }

  private storyOf(path: string): string {
    return this.named(this.stories.get(path) ?? path);
  }

  private place(path: string, span: Span): PlaceMessage[] {
    const range = this.session.folders.linesOf(this.open, path)?.rangeOf(span);
    if (range === undefined) return [];
    const uri = this.session.folders.uriOf(this.open, path);
    return [{ uri, path: this.named(path), range }];
  }
}

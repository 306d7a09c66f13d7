import type { Source, SourceType } from '../../analysis';

/** One article's sources, as the analysis found them. */
export interface ArticleSources {
  readonly path: string;
  readonly sources: readonly Source[];
  /**
   * Further signs of what the article is about, such as the id of its story: articles that share one may share a "Smith".
   * The sources themselves are always used as such signs.
   */
  readonly context?: readonly string[];
}

/** Names that people wrote down in `corroborate.yaml` as one entity's; `name` is the one shown. */
export interface NameAliases {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** One source of one article. */
export interface EntityMember {
  readonly path: string;
  /** {@link Source.id} within that article. */
  readonly sourceId: string;
}

/** A person or body across the articles of a folder. */
export interface Entity {
  /** Readable and unique in the folder: the slug of the fullest name. */
  readonly id: string;
  readonly name: string;
  readonly type: SourceType;
  readonly title: string | null;
  /** Every form of its name, sorted. */
  readonly spellings: readonly string[];
  readonly members: readonly EntityMember[];
}

/** The entities of a folder, and the way from an article's source to its entity. */
export interface Entities {
  all(): readonly Entity[];
  /** The entity's id; a source that was not given in keeps its own. */
  idOf(path: string, sourceId: string): string;
}

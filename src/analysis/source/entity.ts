import type { SourceMention, SourceType } from '../model';

/** A mention while entities are built: the public form plus where it stands among the tokens. */
export interface EntityMention extends SourceMention {
  readonly first: number;
  readonly sentence: number;
  /** Whether it is the subject of a verb of speech or the source of a statement. */
  speaks: boolean;
}

/** A source while it is built. */
export interface Entity {
  readonly type: SourceType;
  /** The fullest name so far. */
  name: string;
  title: string | null;
  country: string | null;
  sex: 'm' | 'f' | null;
  /** Words of its titles and roles, in small letters, for descriptions such as "the governor". */
  readonly roles: Set<string>;
  /** The entity stands for several people ("officials"). */
  readonly plural: boolean;
  readonly mentions: EntityMention[];
  /** The last look back of `Recent` that met it. */
  met: number;
}

/** Makes an entity without mentions. */
export function newEntity(type: SourceType, name: string, plural = false): Entity {
  return {
    type,
    name,
    title: null,
    country: null,
    sex: null,
    roles: new Set(),
    plural,
    mentions: [],
    met: 0,
  };
}

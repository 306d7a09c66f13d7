import type { Span } from '../text';

/** A place in an article that a correction speaks of. */
export interface Place extends Span {
  readonly path: string;
}

/** What a person knows better about an article than its text tells. */
export interface Dateline {
  /** ISO 8601 date of publication. */
  readonly date?: string;
  /** Offset of local times from UTC in minutes: 180 for Moscow. */
  readonly offset?: number;
}

/** What people have corrected (`corroborate.yaml`), as plain data: paths as in the corpus, spans resolved. */
export interface Corrections {
  /** Paths of articles that tell one story, whatever the machine thinks; an article is compared inside its story only. */
  readonly stories: readonly (readonly string[])[];
  /** Pairs of places that are not the same fact. */
  readonly notSame: readonly (readonly [Place, Place])[];
  /** Pairs of places that are the same fact. */
  readonly same: readonly (readonly [Place, Place])[];
  /** Groups of names for the same person, body or place. */
  readonly aliases: readonly (readonly string[])[];
  readonly datelines: ReadonlyMap<string, Dateline>;
  /** Spans that take part in no fact. */
  readonly ignored: readonly Place[];
}

/** No corrections. */
export const NO_CORRECTIONS: Corrections = {
  stories: [],
  notSame: [],
  same: [],
  aliases: [],
  datelines: new Map(),
  ignored: [],
};

/** Places in articles, as both sides name them. */

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A place in an article that a surface can open. */
export interface Place {
  readonly uri: string;
  /** Path in its folder, for showing. */
  readonly path: string;
  readonly range: Range;
}

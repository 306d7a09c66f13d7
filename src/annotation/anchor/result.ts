import type { Span } from '../../text';

/** What became of the words of an annotation. */
export type AnchorStatus =
  /** The same words at the same place (or the annotation is of the whole article). */
  | 'exact'
  /** The same words at another place. */
  | 'moved'
  /** The words themselves changed; `span` is where they were. To be confirmed by a person. */
  | 'changed'
  /** Several places could be meant; `candidates` has them, best first. */
  | 'ambiguous'
  /** The words are gone; `suggestion`, if any, is what stands in their place or is most like them. */
  | 'lost';

/** Where an annotation's words are in a text. All spans are UTF-16 offsets in it. */
export interface AnchorResult {
  readonly id: string;
  readonly status: AnchorStatus;
  /** For `exact`, `moved`, `changed`; null otherwise and for annotations of the whole article. */
  readonly span: Span | null;
  readonly candidates: readonly Span[];
  readonly suggestion: Span | null;
}

import type { Span } from '../text';

/** What a reviewer has found out about the words. */
export const STATUSES = [
  'unchecked',
  'checking',
  'verified',
  'needs-source',
  'disputed',
  'incorrect',
  'corrected',
  'opinion',
] as const;

export type Status = (typeof STATUSES)[number];

/** The statuses that leave work for somebody. */
export const UNRESOLVED: ReadonlySet<Status> = new Set<Status>([
  'unchecked',
  'checking',
  'needs-source',
  'disputed',
]);

/** Another article that bears on an annotation. */
export interface See {
  readonly article: string;
  readonly quote?: string;
}

/** Where an annotation was made: W3C's TextQuoteSelector and TextPositionSelector, and the State of the text. */
export interface Selector {
  readonly quote: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** Git's blob id of the text that was annotated, 40 (SHA-1) or 64 (SHA-256) hex digits. */
  readonly base?: string;
  /** UTF-16 offsets in the text that was annotated. Never rewritten when the article changes. */
  readonly at?: Span;
}

/** What merging could not decide: the field, and every value that somebody gave it ("" where it was left out). */
export interface Conflict {
  /** A field's name, `anchor` for the selector as a whole, or `removed` where one side removed what the other changed. */
  readonly field: string;
  readonly values: readonly string[];
}

export interface Reply {
  readonly id: string;
  readonly by: string;
  /** RFC 3339, UTC. */
  readonly made: string;
  /** RFC 3339, UTC: when the text was last changed by its author. */
  readonly edited?: string;
  readonly text: string;
  readonly conflicts?: readonly Conflict[];
}

/** A reviewer's thread on a span or, where it has no selector, on the whole article. Plain data: safe to send as JSON. */
export interface Annotation {
  /** A letter, then letters and digits; random, so that two branches never choose the same. */
  readonly id: string;
  /** Absent for an annotation of the whole article. */
  readonly selector?: Selector;
  readonly by: string;
  /** RFC 3339, UTC. */
  readonly made: string;
  readonly edited?: string;
  readonly status: Status;
  /** A published verdict in the house's own words (ClaimReview's alternateName). */
  readonly verdict?: string;
  readonly tags: readonly string[];
  readonly note: string;
  readonly sees: readonly See[];
  readonly replies: readonly Reply[];
  readonly conflicts?: readonly Conflict[];
}

/** All annotations of one article, sorted by id. */
export interface AnnotationSet {
  readonly version: number;
  /** The article's file name, without a folder. */
  readonly article: string;
  readonly annotations: readonly Annotation[];
}

/** The format version that this code writes. */
export const SIDECAR_VERSION = 1;

/** The annotation of that id, or undefined. */
export function findAnnotation(set: AnnotationSet, id: string): Annotation | undefined {
  return set.annotations.find((annotation) => annotation.id === id);
}

/** The ids of the texts that some annotations were made in, each once. */
export function basesIn({ annotations }: Pick<AnnotationSet, 'annotations'>): ReadonlySet<string> {
  return new Set(annotations.flatMap(({ selector }) => selector?.base ?? []));
}

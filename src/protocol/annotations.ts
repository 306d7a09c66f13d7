/** What the editor and the language server say to each other about annotations: names and types only. */
import type { Annotation, ChangeOfOne, Reply } from '../annotation';
import type { Place, Range } from './places';

/** An annotation's review status. */
export type StatusName =
  'unchecked' | 'checking' | 'verified' | 'needs-source' | 'disputed' | 'incorrect' | 'corrected' | 'opinion';

export type AnchorStateName = 'exact' | 'moved' | 'changed' | 'ambiguous' | 'lost' | 'article';

export interface ReplyItem {
  readonly id: string;
  readonly by: string;
  readonly made: string;
  readonly text: string;
}

/** Another article that bears on an annotation, and where its words stand now. */
export interface SeeItem {
  readonly article: string;
  readonly quote: string | null;
  /** Null where the article, or its words, cannot be found. */
  readonly place: Place | null;
}

/** What a merge could not decide: a field with the values of both sides. */
export interface ConflictItem {
  /** The reply that it is about, or null for the annotation itself. */
  readonly reply: string | null;
  readonly field: string;
  readonly values: readonly string[];
}

/** A reviewer's thread as the editor shows it. Texts are untrusted Markdown. */
export interface AnnotationItem {
  readonly id: string;
  /** Where it stands now, or null: on the whole article, or lost. */
  readonly range: Range | null;
  readonly anchor: AnchorStateName;
  /** The words it was made on; empty for the whole article. */
  readonly quote: string;
  /** What stood around the words when it was made. */
  readonly before: string;
  readonly after: string;
  /** Places it could be re-attached to, where its own is not certain. */
  readonly candidates: readonly Range[];
  readonly status: StatusName;
  readonly by: string;
  readonly made: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly verdict: string | null;
  readonly sees: readonly SeeItem[];
  readonly replies: readonly ReplyItem[];
  readonly conflicts: readonly ConflictItem[];
}

/** All annotations of one article, and what is wrong with its sidecar. */
export interface AnnotationList {
  readonly uri: string;
  /** The sidecar's own address, where it exists. */
  readonly sidecarUri: string | null;
  readonly items: readonly AnnotationItem[];
  /** Why nothing can be written now ("line 4: merge marks"), or null. */
  readonly readOnly: string | null;
  /** Git left both versions in the file; they can be merged by meaning. */
  readonly inConflict: boolean;
}

/** An article that annotations without one may belong to: a proposal for a person to confirm. */
export interface HomeItem {
  readonly uri: string;
  readonly path: string;
  /** It is, letter for letter, a text that was annotated. */
  readonly sameText: boolean;
  /** Share of the annotated words that are found in it, from 0 to 1. */
  readonly found: number;
}

/** One article's annotations as the tree of a whole folder shows them. */
export interface AnnotatedArticle extends AnnotationList {
  readonly path: string;
  /** The article is gone and its sidecar is left. */
  readonly orphaned: boolean;
  /** Where the article of an orphaned sidecar seems to be now, the likeliest first. */
  readonly homes: readonly HomeItem[];
}

/** Another article's words that an annotation of a fact keeps. */
export interface SeeNote {
  readonly article: string;
  readonly quote?: string;
}

/** A change that could not be written, complete, so that it can be made at any later time. */
export type KeptChange =
  | { readonly kind: 'annotation'; readonly annotation: Annotation }
  | { readonly kind: 'reply'; readonly id: string; readonly reply: Reply }
  | LateChange;

/** A change of an annotation that is there, which is made later than it was meant. */
export interface LateChange {
  readonly kind: 'change';
  /** The annotation as it was then: what others change meanwhile is told from it. Null where nobody knows. */
  readonly before: Annotation | null;
  readonly change: ChangeOfOne;
}

/** A change to one article's annotations. */
export type AnnotationEdit =
  | {
      readonly kind: 'add';
      readonly range: Range | null;
      readonly note: string;
      readonly status: StatusName;
      readonly tags: readonly string[];
      readonly sees?: readonly SeeNote[];
    }
  | { readonly kind: 'status'; readonly id: string; readonly status: StatusName }
  | { readonly kind: 'note'; readonly id: string; readonly note: string }
  | { readonly kind: 'tags'; readonly id: string; readonly tags: readonly string[] }
  | { readonly kind: 'reply'; readonly id: string; readonly text: string }
  | { readonly kind: 'edit-reply'; readonly id: string; readonly reply: string; readonly text: string }
  | { readonly kind: 'delete-reply'; readonly id: string; readonly reply: string }
  | { readonly kind: 'delete'; readonly id: string }
  | { readonly kind: 'restore'; readonly token: string }
  | { readonly kind: 'renamed' }
  | { readonly kind: 'attach'; readonly id: string; readonly range: Range }
  /** Settles what a merge left open: `value` is one of the conflict's values. */
  | {
      readonly kind: 'decide';
      readonly id: string;
      readonly reply: string | null;
      readonly field: string;
      readonly value: string;
    }
  /** Writes what could not be written before. */
  | { readonly kind: 'again'; readonly change: KeptChange };

/** How an edit ended: the annotation's id, or a message for the person and what was typed, to be kept. */
export type AnnotationOutcome =
  | { readonly ok: true; readonly id: string; readonly undo: string | null }
  | { readonly ok: false; readonly message: string; readonly kept: KeptChange | null };

/** Takes the annotations of `from` over to the article `to`; the file beside `from` is left for the client to remove. */
export interface AdoptParams {
  readonly from: string;
  readonly to: string;
}

/** An annotation of a fact, ready to be made: its place, and what the other articles say. */
export interface FactNote {
  readonly range: Range;
  /** The fact in words, for a conflict; empty where the articles agree. */
  readonly note: string;
  readonly status: StatusName;
  readonly tags: readonly string[];
  readonly sees: readonly SeeNote[];
}

export type ExportFormat = 'jsonld' | 'csv' | 'markdown';

/** An article's annotations in another format, or why there is none. */
export type ExportOutcome =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** How an import ended. */
export type ImportOutcome =
  | { readonly ok: true; readonly imported: number; readonly skipped: number }
  | { readonly ok: false; readonly message: string };

import type { FactItem, Place } from '../../protocol';

/** The matrix's words in the reader's language. */
export interface MatrixWords {
  readonly fact: string;
  readonly differ: string;
  readonly refine: string;
  readonly agree: string;
  readonly story: string;
  readonly all: string;
  readonly search: string;
  readonly copy: string;
  readonly export: string;
  readonly none: string;
  readonly empty: string;
  readonly perhaps: string;
  readonly count: string;
  readonly countOne: string;
  readonly hint: string;
  readonly annotate: string;
}

/** What the extension tells the web view. */
export interface ToMatrix {
  readonly kind: 'show';
  readonly facts: readonly FactItem[];
  readonly words: MatrixWords;
}

/** What the web view asks of the extension. */
export type FromMatrix =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly place: Place }
  | { readonly kind: 'annotate'; readonly place: Place }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'export'; readonly text: string; readonly extension: 'csv' | 'md' | 'html' };

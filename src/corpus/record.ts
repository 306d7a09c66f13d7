import type { Analysis } from '../analysis';
import { readDateline } from '../analysis/quantity';
import type { ArticleText } from '../text';
import type { ArticleTerms } from './features';
import { articleTerms } from './features';
import { pack } from './pack/writer';

/** What an article is found by. */
export interface ArticleKeys {
  readonly terms: ArticleTerms;
  /** The day the article is dated (ISO 8601), where it tells. */
  readonly date: string | undefined;
}

/** Everything that was worked out of one text, without the text: what is kept on disk and sent between threads. */
export interface ArticleRecord extends ArticleKeys {
  /** The analysis, packed. */
  readonly analysis: Uint8Array;
}

/** Reads what an article is found by. */
export function keysOf(text: ArticleText): ArticleKeys {
  return { terms: articleTerms(text), date: readDateline(text)?.date };
}

/** Makes the record of an analysed text. */
export function recordOf(text: ArticleText, analysis: Analysis): ArticleRecord {
  return { analysis: pack(analysis, () => text.source), ...keysOf(text) };
}

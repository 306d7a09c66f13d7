import type { Analysis } from '../analysis';
import { readDateline } from '../analysis/quantity';
import type { ArticleText } from '../text';
import type { ArticleTerms } from './features';
import { articleTerms } from './features';
import { pack } from './pack/writer';

/** Everything that was worked out of one text, without the text: what is kept on disk and sent between threads. */
export interface ArticleRecord {
  /** The analysis, packed. */
  readonly analysis: Uint8Array;
  readonly terms: ArticleTerms;
  /** The day the article is dated (ISO 8601), where it tells. */
  readonly date: string | undefined;
}

/** Makes the record of an analysed text. */
export function recordOf(text: ArticleText, analysis: Analysis): ArticleRecord {
  return {
    analysis: pack(analysis, () => text.source),
    terms: articleTerms(text),
    date: readDateline(text)?.date,
  };
}

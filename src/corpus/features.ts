import type { ArticleText } from '../text';
import type { Dictionary } from './dictionary';
import { termsOf } from './terms';

/** What an article is compared by, in numbers of the corpus' dictionary. */
export interface ArticleFeatures {
  /** The term id of each token, −1 for tokens without content of their own. */
  readonly tokenTerms: Int32Array;
  /** 1 where a token is written as a name. */
  readonly tokenNames: Uint8Array;
  /** The distinct terms, ascending. */
  readonly terms: Uint32Array;
  /** How often each of `terms` occurs. */
  readonly counts: Uint16Array;
  /** 1 for each of `terms` that tells one event from its like: names, and numbers of two digits or more. */
  readonly telling: Uint8Array;
  /** Numbers of two digits or more in the opening sentences, years aside: what the event is told by. */
  readonly leadNumbers: ReadonlySet<number>;
}

/** Reads an article's features. Linear in its tokens (and a sort of the distinct terms). */
export function featuresOf(text: ArticleText, dictionary: Dictionary): ArticleFeatures {
  const { terms, names } = termsOf(text);
  const tokenTerms = Int32Array.from(terms, (term) => (term === '' ? -1 : dictionary.id(term)));
  const tokenNames = Uint8Array.from(names, Number);
  const counts = new Map<number, number>();
  const telling = new Set<number>();
  tokenTerms.forEach((id, t) => {
    if (id < 0) return;
    counts.set(id, (counts.get(id) ?? 0) + 1);
    if (tokenNames[t] === 1 || /^#(?:\d{2}|\d\.)/u.test(terms[t] ?? '')) telling.add(id);
  });
  const distinct = Uint32Array.from(counts.keys()).sort();
  return {
    leadNumbers: leadNumbers(text, tokenTerms, terms),
    tokenTerms,
    tokenNames,
    terms: distinct,
    counts: Uint16Array.from(distinct, (id) => Math.min(counts.get(id) ?? 0, 0xffff)),
    telling: Uint8Array.from(distinct, (id) => Number(telling.has(id))),
  };
}

const OPENING_SENTENCES = 4;

function leadNumbers(text: ArticleText, ids: Int32Array, terms: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  const end = text.sentences[Math.min(OPENING_SENTENCES, text.sentences.length) - 1]?.endToken ?? 0;
  for (let t = 0; t < end; t++) {
    if (/^#(?:\d{2,3}$|\d{5}|\d+\.)/u.test(terms[t] ?? '')) found.add(ids[t] ?? -1);
  }
  return found;
}

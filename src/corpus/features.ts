import type { ArticleText } from '../text';
import type { Dictionary } from './dictionary';
import { termsOf } from './terms';
import type { TokenTerms } from './terms';

/** What an article is indexed by, in numbers of the corpus' dictionary. */
export interface IndexFeatures {
  /** The distinct terms, ascending. */
  readonly terms: Uint32Array;
  /** How often each of `terms` occurs. */
  readonly counts: Uint16Array;
  /** The distinct terms of the headline and the first sentence, or of the first two, in the order of the text. */
  readonly opening: Uint32Array;
  /** Numbers of two digits or more in the first sentences, years aside: what the event is told by. */
  readonly leadNumbers: ReadonlySet<number>;
}

/** The terms of an article's tokens. */
export interface TokenFeatures {
  /** The term id of each token, −1 for tokens without content of their own. */
  readonly tokenTerms: Int32Array;
  /** 1 where a token is written as a name. */
  readonly tokenNames: Uint8Array;
}

/** What an article is compared by. */
export type ArticleFeatures = IndexFeatures & TokenFeatures;

/** {@link IndexFeatures} in words, so that they can be kept and sent where another dictionary is. */
export interface ArticleTerms {
  /** The distinct terms in the order of the text. */
  readonly terms: readonly string[];
  readonly counts: Uint16Array;
  /** Indices into `terms`. */
  readonly opening: readonly number[];
  /** Indices into `terms`. */
  readonly leadNumbers: readonly number[];
}

let last: { readonly text: ArticleText; readonly terms: TokenTerms } | undefined;

/** An article is indexed and opened at once, and both need its terms. */
function termsOnce(text: ArticleText): TokenTerms {
  if (last?.text !== text) last = { text, terms: termsOf(text) };
  return last.terms;
}

/** The terms of each token in the corpus' numbers. Linear. */
export function tokenFeatures(text: ArticleText, dictionary: Dictionary): TokenFeatures {
  const { terms, names } = termsOnce(text);
  return {
    tokenTerms: Int32Array.from(terms, (term) => (term === '' ? -1 : dictionary.id(term))),
    tokenNames: Uint8Array.from(names, Number),
  };
}

/** How many sentences say what an article is about. */
const OPENING_SENTENCES = 2;
/** The number that an event is told by stands in one of so many. */
const LEAD_SENTENCES = 4;
const LEAD_NUMBER = /^#(?:\d{2,3}$|\d{5}|\d+\.)/u;

/** Reads what an article is indexed by. Linear in its tokens. */
export function articleTerms(text: ArticleText): ArticleTerms {
  const { terms } = termsOnce(text);
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  for (const term of terms) {
    if (term === '') continue;
    let i = numbers.get(term);
    if (i === undefined) {
      numbers.set(term, (i = counts.length));
      counts.push(0);
    }
    counts[i] = (counts[i] ?? 0) + 1;
  }
  const among = (sentences: number, wanted: (term: string) => boolean): number[] => {
    const end = text.sentences[Math.min(sentences, text.sentences.length) - 1]?.endToken ?? 0;
    return [...new Set(terms.slice(0, end).filter(wanted))].map((term) => numbers.get(term) ?? 0);
  };
  return {
    terms: [...numbers.keys()],
    counts: Uint16Array.from(counts, (count) => Math.min(count, 0xffff)),
    opening: among(OPENING_SENTENCES, (term) => term !== ''),
    leadNumbers: among(LEAD_SENTENCES, (term) => LEAD_NUMBER.test(term)),
  };
}

/** A count has two bytes, and a number with its count in one sorts as the number does. */
const COUNTS = 0x10000;

/** Numbers an article's terms by the corpus' dictionary. */
export function indexFeatures(own: ArticleTerms, dictionary: Dictionary): IndexFeatures {
  const size = own.terms.length;
  const ids = new Uint32Array(size);
  const sorted = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const id = dictionary.id(own.terms[i] ?? '');
    ids[i] = id;
    sorted[i] = id * COUNTS + (own.counts[i] ?? 0);
  }
  sorted.sort();
  const terms = new Uint32Array(size);
  const counts = new Uint16Array(size);
  for (let i = 0; i < size; i++) {
    const entry = sorted[i] ?? 0;
    terms[i] = Math.floor(entry / COUNTS);
    counts[i] = entry % COUNTS;
  }
  return {
    terms,
    counts,
    opening: Uint32Array.from(own.opening, (i) => ids[i] ?? 0),
    leadNumbers: new Set(own.leadNumbers.map((i) => ids[i] ?? 0)),
  };
}

import type { Mention } from './mention';
import type { SentenceProfile } from './sentence-profile';

/** An article's terms by numbers of its own, 0 to n − 1 in ascending order of their ids, so that tables over them are arrays. */
export interface TermIndex {
  /** Ids, ascending. */
  readonly terms: Int32Array;
  /** The own number of an id. */
  readonly numbers: ReadonlyMap<number, number>;
  /** In how many sentences each occurs. */
  readonly counts: Int32Array;
  /** The own numbers of each sentence's terms, ascending. */
  readonly sentences: readonly Int32Array[];
  /** The sentences of each term: those of term n stand from `starts[n]` to `starts[n + 1]`, ascending. */
  readonly holders: Int32Array;
  readonly starts: Int32Array;
  /** The terms near each mention with how near they are, in the order of {@link Mention.near}. */
  readonly near: readonly { readonly terms: Int32Array; readonly nearness: Float64Array }[];
}

/** Numbers the terms of an article. Linear, but for a sort of the distinct terms. */
export function indexTerms(sentences: readonly SentenceProfile[], mentions: readonly Mention[]): TermIndex {
  const terms = Int32Array.from(new Set(sentences.flatMap((s) => s.terms))).sort();
  const numbers = new Map<number, number>();
  terms.forEach((term, i) => numbers.set(term, i));
  const own = (ids: Iterable<number>): Int32Array => Int32Array.from(ids, (id) => numbers.get(id) ?? -1);
  const counts = new Int32Array(terms.length);
  const bySentence = sentences.map((s) => own(s.terms));
  for (const list of bySentence) for (const term of list) counts[term] = (counts[term] ?? 0) + 1;
  const starts = new Int32Array(terms.length + 1);
  counts.forEach((count, i) => (starts[i + 1] = (starts[i] ?? 0) + count));
  const next = starts.slice();
  const holders = new Int32Array(starts[terms.length] ?? 0);
  bySentence.forEach((list, sentence) => {
    for (const term of list) {
      const at = next[term] ?? 0;
      holders[at] = sentence;
      next[term] = at + 1;
    }
  });
  const near = mentions.map((m) => ({
    terms: own(m.near.keys()),
    nearness: Float64Array.from(m.near.values()),
  }));
  return { terms, numbers, counts, sentences: bySentence, holders, starts, near };
}

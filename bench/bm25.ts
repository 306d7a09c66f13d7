import type { Corpus, CorpusArticle } from '../src/corpus';
import { sentenceAt } from '../src/text';

interface Spot {
  readonly file: string;
  readonly start: number;
}

/** Okapi BM25's usual constants (Robertson and Zaragoza 2009). */
const K1 = 1.2;
const B = 0.75;

/**
 * How often plain retrieval finds the sentence: for each pair of mentions of one fact, the sentence of the one is the query, the
 * sentences of the other's article are ranked by BM25, and the first must hold the other mention. Found and total, both ways.
 */
export function retrievalAccuracy(
  corpus: Corpus,
  pairs: readonly (readonly [Spot, Spot])[],
): [number, number] {
  const frequency = new Map<string, number>();
  for (const article of corpus.articles()) {
    for (const words of sentencesOf(article))
      for (const w of new Set(words)) frequency.set(w, (frequency.get(w) ?? 0) + 1);
  }
  const total = [...corpus.articles()].reduce((n, a) => n + a.text.sentences.length, 0);
  const idf = (w: string): number =>
    Math.log(1 + (total - (frequency.get(w) ?? 0) + 0.5) / ((frequency.get(w) ?? 0) + 0.5));
  let found = 0;
  let asked = 0;
  for (const [x, y] of pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const])) {
    const from = corpus.article(x.file);
    const to = corpus.article(y.file);
    if (from === undefined || to === undefined) continue;
    asked++;
    const query = sentencesOf(from)[sentenceAt(from.text, x.start)] ?? [];
    if (best(query, sentencesOf(to), idf) === sentenceAt(to.text, y.start)) found++;
  }
  return [found, asked];
}

function best(
  query: readonly string[],
  sentences: readonly (readonly string[])[],
  idf: (w: string) => number,
): number {
  const mean = sentences.reduce((n, s) => n + s.length, 0) / Math.max(1, sentences.length);
  let top = -1;
  let index = -1;
  sentences.forEach((words, i) => {
    let score = 0;
    for (const w of new Set(query)) {
      const tf = words.filter((x) => x === w).length;
      score += (idf(w) * tf * (K1 + 1)) / (tf + K1 * (1 - B + (B * words.length) / mean));
    }
    if (score > top) {
      top = score;
      index = i;
    }
  });
  return index;
}

function sentencesOf(article: CorpusArticle): string[][] {
  return article.text.sentences.map((s) =>
    (
      article.text.prose
        .slice(s.start, s.end)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    ).slice(),
  );
}

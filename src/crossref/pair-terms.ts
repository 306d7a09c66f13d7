import type { Dictionary } from '../corpus';
import type { ArticleProfile } from './article-profile';
import { dimensionOf } from './mention';
import type { Mention } from './mention';
import { once } from './once';
import type { TermIndex } from './term-index';

/**
 * What two articles have in common, weighed term by term: bits of surprise in news at large, less where the term is in many of the
 * two articles' own sentences ("quake" in reports of a quake). All sums are made once for a pair, each in the order of the terms.
 */
export interface PairTerms {
  /** The names that say where a mention's number holds: those of its scope that tell something beyond the story's setting. */
  scope(mention: Mention): readonly number[];
  /** The summed weight of the terms that sentence i of the first article shares with sentence j of the second. */
  shared(i: number, j: number): number;
  /** The summed weight of all terms of a sentence of the first article, and of the second. */
  readonly sentencesA: Float64Array;
  readonly sentencesB: Float64Array;
  /** The likeness of two sentences, from 0 to 1. */
  likeness(i: number, j: number): number;
  /** The likeness of the words near two mentions of one dimension, by their places in the articles' lists, from 0 to 1. */
  near(i: number, j: number): number;
}

/** Names that weigh less, in bits, are too common to narrow anything. */
const TELLING_NAME = 3;

/** Weighs the terms of two articles (or of one with itself). Near-linear in the terms that they share. */
export function pairTerms(a: ArticleProfile, b: ArticleProfile, dictionary: Dictionary): PairTerms {
  const matches = matchTerms(a.index.terms, b.index.terms);
  const { weightsA, weightsB } = weigh(a, b, matches, dictionary);
  const weight = (term: number): number =>
    weightsA[a.index.numbers.get(term) ?? -1] ?? weightsB[b.index.numbers.get(term) ?? -1] ?? 0;
  const scopes = new Map<Mention, readonly number[]>();
  const shared = sharedWeights(a.index, b.index, matches, weightsA);
  const width = b.sentences.length;
  let near: Float64Array | undefined;
  const sentencesA = sentenceWeights(a.index, weightsA);
  const sentencesB = sentenceWeights(b.index, weightsB);
  return {
    scope(mention) {
      let scope = scopes.get(mention);
      if (scope === undefined) {
        scope = mention.scope.filter(
          (t) => !a.setting.has(t) && !b.setting.has(t) && weight(t) >= TELLING_NAME,
        );
        scopes.set(mention, scope);
      }
      return scope;
    },
    shared: (i, j) => shared[i * width + j] ?? 0,
    likeness: (i, j) => similarity(shared[i * width + j] ?? 0, sentencesA[i] ?? 0, sentencesB[j] ?? 0),
    sentencesA,
    sentencesB,
    near(i, j) {
      near ??= nearness(a, b, matches, weightsA, weightsB);
      return near[i * b.mentions.length + j] ?? 0;
    },
  };
}

/** For each term of the first list the place of the same term in the second, or −1. Both are ascending. */
function matchTerms(a: Int32Array, b: Int32Array): Int32Array {
  const matches = new Int32Array(a.length).fill(-1);
  let j = 0;
  for (let i = 0; i < a.length; i++) {
    const term = a[i] ?? 0;
    while (j < b.length && (b[j] ?? 0) < term) j++;
    if (j < b.length && b[j] === term) matches[i] = j;
  }
  return matches;
}

const LEAST_WEIGHT = 0.15;
const COMMON = 0.8;
/** Weights are whole numbers of this part of a bit: sums of them are exact, whatever order the terms' numbers give them. */
const PART = 2 ** -32;
/** Counts are told in such steps of a power of two: one more sentence, or one with a common word, seldom changes what others weigh. */
const STEP = 0.5;

function roundedLog(count: number): number {
  return Math.round(Math.log2(count) / STEP) * STEP;
}

function weigh(
  a: ArticleProfile,
  b: ArticleProfile,
  matches: Int32Array,
  dictionary: Dictionary,
): { weightsA: Float64Array; weightsB: Float64Array } {
  const total = roundedLog(a.sentences.length + b.sentences.length + 2);
  const weight = (term: number, count: number): number => {
    const common = count > 2 ? (COMMON * roundedLog(1 + count - 2)) / total : 0;
    return Math.round((dictionary.bits(term) * Math.max(LEAST_WEIGHT, 1 - common)) / PART) * PART;
  };
  const weightsA = new Float64Array(a.index.terms.length);
  const weightsB = new Float64Array(b.index.terms.length).fill(-1);
  a.index.terms.forEach((term, i) => {
    const j = matches[i] ?? -1;
    const w = weight(term, (a.index.counts[i] ?? 0) + (j < 0 ? 0 : (b.index.counts[j] ?? 0)));
    weightsA[i] = w;
    if (j >= 0) weightsB[j] = w;
  });
  b.index.terms.forEach((term, j) => {
    if ((weightsB[j] ?? 0) < 0) weightsB[j] = weight(term, b.index.counts[j] ?? 0);
  });
  return { weightsA, weightsB };
}

function sentenceWeights(index: TermIndex, weights: Float64Array): Float64Array {
  return Float64Array.from(index.sentences, (terms) => {
    let sum = 0;
    for (const term of terms) sum += weights[term] ?? 0;
    return sum;
  });
}

function sharedWeights(a: TermIndex, b: TermIndex, matches: Int32Array, weights: Float64Array): Float64Array {
  const width = b.sentences.length;
  const shared = new Float64Array(a.sentences.length * width);
  a.sentences.forEach((terms, i) => {
    const row = i * width;
    for (const term of terms) {
      const match = matches[term] ?? -1;
      if (match < 0) continue;
      const w = weights[term] ?? 0;
      const end = b.starts[match + 1] ?? 0;
      for (let at = b.starts[match] ?? 0; at < end; at++) {
        const cell = row + (b.holders[at] ?? 0);
        shared[cell] = (shared[cell] ?? 0) + w;
      }
    }
  });
  return shared;
}

/** The likeness of the words near each two mentions of one dimension. */
function nearness(
  a: ArticleProfile,
  b: ArticleProfile,
  matches: Int32Array,
  weightsA: Float64Array,
  weightsB: Float64Array,
): Float64Array {
  const totalsA = nearTotals(a.index, weightsA);
  const totalsB = nearTotals(b.index, weightsB);
  const width = b.mentions.length;
  const result = new Float64Array(a.mentions.length * width);
  const rowsOf = placesByDimension(a);
  /** By the second article's numbers: how near the term is to the mention at hand. */
  const beside = new Float64Array(b.index.terms.length);
  b.mentions.forEach((m, j) => {
    const own = b.index.near[j];
    const rows = rowsOf.get(dimensionOf(m));
    if (own === undefined || rows === undefined) return;
    own.terms.forEach((term, k) => (beside[term] = own.nearness[k] ?? 0));
    for (const i of rows) {
      const shared = sharedNearness(a.index.near[i], beside, matches, weightsA);
      result[i * width + j] = similarity(shared, totalsA[i] ?? 0, totalsB[j] ?? 0);
    }
    for (const term of own.terms) beside[term] = 0;
  });
  return result;
}

function sharedNearness(
  own: TermIndex['near'][number] | undefined,
  beside: Float64Array,
  matches: Int32Array,
  weights: Float64Array,
): number {
  if (own === undefined) return 0;
  const { terms, nearness: near } = own;
  let shared = 0;
  for (let k = 0; k < terms.length; k++) {
    const term = terms[k] ?? 0;
    const match = matches[term] ?? -1;
    const theirs = match < 0 ? 0 : (beside[match] ?? 0);
    if (theirs > 0) shared += (weights[term] ?? 0) * Math.min(near[k] ?? 0, theirs);
  }
  return shared;
}

function nearTotals(index: TermIndex, weights: Float64Array): Float64Array {
  return Float64Array.from(index.near, ({ terms, nearness: near }) => {
    let sum = 0;
    for (let k = 0; k < terms.length; k++) sum += (weights[terms[k] ?? 0] ?? 0) * (near[k] ?? 0);
    return sum;
  });
}

/** The places of an article's mentions of each dimension, ascending. */
export const placesByDimension = once((profile: ArticleProfile): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  profile.mentions.forEach((m, i) => {
    const list = places.get(dimensionOf(m));
    if (list === undefined) places.set(dimensionOf(m), [i]);
    else list.push(i);
  });
  return places;
});

/** Similarity of two sentences from 0 to 1, between Dice's coefficient and containment of the shorter in the longer. */
export function similarity(shared: number, a: number, b: number): number {
  const size = 0.6 * Math.min(a, b) + 0.4 * Math.max(a, b);
  return size === 0 ? 0 : Math.min(1, shared / size);
}

import type { Dictionary } from '../corpus';
import type { ArticleProfile } from './article-profile';
import { confidence, evidenceFor } from './evidence';
import type { Mention } from './mention';
import { pairWeights } from './term-weights';

/** Two mentions that are perhaps of one fact. */
export interface Link {
  readonly a: Mention;
  readonly b: Mention;
  /** From 0 to 1. */
  readonly confidence: number;
}

/** Links below this confidence are not kept. */
export const LEAST_LINK = 0.3;

/**
 * Links the mentions of two articles (or of one with itself, for what it says twice). Depends on nothing but the two versions,
 * so the result can be kept as long as both stand.
 */
export function linkArticles(a: ArticleProfile, b: ArticleProfile, dictionary: Dictionary): Link[] {
  const weight = pairWeights(a, b, dictionary);
  const links: Link[] = [];
  a.mentions.forEach((x, i) => {
    b.mentions.forEach((y, j) => {
      if (!comparable(x, y) || (a === b && j <= i)) return;
      const score = confidence(evidenceFor(x, y, weight));
      if (score >= LEAST_LINK) links.push({ a: x, b: y, confidence: score });
    });
  });
  return a === b ? links : bestForDifferentValues(links);
}

function comparable(x: Mention, y: Mention): boolean {
  if (x.measure === undefined || y.measure === undefined) {
    return x.measure === y.measure && x.quantity.kind === y.quantity.kind;
  }
  return x.measure.dimension === y.measure.dimension;
}

/**
 * Where the values differ, only a pair that is the best for both its mentions is kept: an article gives one number for a fact,
 * and the next best is its neighbour's.
 */
function bestForDifferentValues(links: readonly Link[]): Link[] {
  const best = new Map<Mention, number>();
  for (const { a, b, confidence: c } of links) {
    best.set(a, Math.max(best.get(a) ?? 0, c));
    best.set(b, Math.max(best.get(b) ?? 0, c));
  }
  return links.filter(
    (l) =>
      l.a.quantity.value === l.b.quantity.value ||
      (l.confidence >= (best.get(l.a) ?? 0) - 0.02 && l.confidence >= (best.get(l.b) ?? 0) - 0.02),
  );
}

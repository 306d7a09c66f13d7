import type { ArticleProfile } from './article-profile';
import type { EarlierLinks, Score } from './earlier-links';
import { EarlierScores } from './earlier-links';
import { isDoubtful, onOtherDays } from './doubt';
import { confidence, evidenceFor } from './evidence';
import type { Placed } from './linked-groups';
import type { Mention } from './mention';
import { dimensionOf } from './mention';
import { CERTAIN } from './model';
import { placesByDimension } from './pair-terms';
import type { PairTerms } from './pair-terms';
import { ownRivals, rivals } from './rivals';

/** Two mentions that are perhaps of one fact. */
export interface Link extends Placed {
  readonly a: Mention;
  readonly b: Mention;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Whether neither mention has a clearly better partner in the other's article. */
  readonly best: boolean;
  /** Whether it is certain, and nothing lets different values be of two things. */
  readonly sure: boolean;
}

/** A link while those of its articles are still being looked for. */
type OpenLink = { -readonly [Key in keyof Link]: Link[Key] };

/** Links below this confidence are not kept. */
export const LEAST_LINK = 0.2;

/**
 * Links the mentions of two articles (or of one with itself, for what it says twice). Depends on nothing but the two versions,
 * so the result can be kept as long as both stand.
 * @param earlier the links of earlier versions: where they still hold, they are not looked for again
 */
export function linkArticles(
  a: ArticleProfile,
  b: ArticleProfile,
  pair: PairTerms,
  earlier?: EarlierLinks,
): Link[] {
  const links: OpenLink[] = [];
  const places = placesByDimension(b);
  const [rivalsA, rivalsB] = [ownRivals(a), ownRivals(b)];
  const known = earlier === undefined ? undefined : new EarlierScores(earlier, a, b, pair);
  a.mentions.forEach((x, i) => {
    for (const j of places.get(dimensionOf(x)) ?? []) {
      const y = b.mentions[j];
      if (y === undefined || isWholeOf(x, y) || isWholeOf(y, x) || (a === b && j <= i)) continue;
      const others = rivals(rivalsA[i], rivalsB[j], x.people);
      const score = known?.of(i, j, others) ?? scoreOf(x, y, pair, i, j, others);
      if (score !== 'none')
        links.push({ a: x, b: y, i, j, confidence: score.confidence, best: true, sure: score.sure });
    }
  });
  return a === b ? links : markBest(links);
}

function scoreOf(
  x: Mention,
  y: Mention,
  pair: PairTerms,
  i: number,
  j: number,
  others: number,
): Score | 'none' {
  const corrected = corrects(x, y) || corrects(y, x);
  const evidence = evidenceFor(x, y, pair, i, j, others, corrected ? 0 : LEAST_LINK);
  if (evidence === undefined) return 'none';
  const score = corrected ? CORRECTS : confidence(evidence);
  if (score < LEAST_LINK) return 'none';
  const alike = corrected || evidence.sameValue;
  if (x.article === y.article && !alike && onOtherDays(x, y)) return 'none';
  const sure = score >= CERTAIN && (alike || !isDoubtful(evidence, x, y));
  return { confidence: score, sure };
}

/** A note of correction names the value it takes back, so another article with that value is meant if the rest fits. */
const CORRECTS = 0.8;
const CORRECTION_NAMES = 1;
const CORRECTION_TERMS = 3;

function corrects(x: Mention, y: Mention): boolean {
  if (x.retracts === null || x.retracts !== y.quantity.value) return false;
  const shared = (a: readonly number[], b: readonly number[]): number =>
    a.filter((t) => b.includes(t)).length;
  return (
    shared(x.sentence.names, y.sentence.names) >= CORRECTION_NAMES &&
    shared(x.sentence.terms, y.sentence.terms) >= CORRECTION_TERMS
  );
}

/** Whether the part of "900 of the 11,000 jobs" is what the other tells: then its whole is another number. */
function isWholeOf(whole: Mention, part: Mention): boolean {
  return whole.partValue !== null && whole.partValue === part.quantity.value;
}

/** How far below a mention's best link another may be. */
const RUNNER_UP = 0.12;

/**
 * An article gives one number for a fact, so of a mention's links into another article only the best counts, and those of the
 * same value or hardly worse.
 */
function markBest(links: OpenLink[]): Link[] {
  const best = new Map<Mention, Link>();
  for (const link of links) {
    for (const m of [link.a, link.b]) {
      const known = best.get(m);
      if (known === undefined || link.confidence > known.confidence) best.set(m, link);
    }
  }
  const passes = (link: Link, own: Mention, other: (l: Link) => Mention): boolean => {
    const top = best.get(own);
    if (top === undefined || link.confidence >= top.confidence - RUNNER_UP) return true;
    const value = other(link).quantity.value;
    return value !== 0 && other(top).quantity.value === value;
  };
  for (const link of links) link.best = passes(link, link.a, (x) => x.b) && passes(link, link.b, (x) => x.a);
  return links;
}

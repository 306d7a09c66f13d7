import type { Mention } from './mention';
import { once } from './once';
import { speakerAt } from './speaker';

const CONTRAST = /[,;–—]\W{0,2}(?:but|while|whereas|although|though|however|yet)\b/iu;
/** Values further apart than this many times are rather of two things. */
const APART = 2;

/** Words before a toll that has grown, and before one that no longer holds. */
const GROWN =
  /\b(?:toll|number|count|figure|total|tally)\b[^.;:]{0,60}\b(?:to|at)\s+(?:(?:at least|more than|about|nearly|over)\s+)?$/iu;
const GROWING =
  /\b(?:br(?:ing|ought)|rais|r[io]se|risen|rising|climb|jump|lift|revis|grew|grown|increas|updat|mount)/iu;
const OUTDATED =
  /\b(?:up from|(?:earlier|previous|initial|preliminary|provisional|first) (?:\p{L}+ )?(?:tolls?|figures?|counts?|estimates?|numbers?|reports?)|(?:earlier|previously|initially|at first) (?:been )?(?:put|said|spoke|reported|gave|given|counted|told|announced|estimated))\b[^.;]{0,60}$|^\W*(?:earlier|previously|initially|at first),[^.;]{0,60}\b(?:put|spoke of|reported|gave|given|counted|announced|estimated|confirmed)\b[^.;]{0,25}$/iu;

/** Whether an article gives a toll that has grown, or one that held before, beside another: both are of one fact, at two times. */
function isBroughtUpToDate(a: Mention, b: Mention): boolean {
  if (!a.people || !b.people || !a.fateNear || !b.fateNear || !a.fates.some((f) => b.fates.includes(f)))
    return false;
  return isUpdated(a) || isUpdated(b);
}

const isUpdated = once(({ article, sentence: { sentence }, start }: Mention): boolean => {
  const before = article.text.prose.slice(sentence.start, start);
  return OUTDATED.test(before) || (GROWN.test(before) && GROWING.test(before));
});

/**
 * Whether an article sets two sources' values for one thing against each other in a sentence: "the centre put it at 4.4, but the
 * survey said 4.8".
 */
export function isContrasted(a: Mention, b: Mention): boolean {
  if (isBroughtUpToDate(a, b)) return true;
  if (a.sentence !== b.sentence) return isRevised(a, b);
  if (a.quantity.unit !== b.quantity.unit || !sameThing(a, b)) return false;
  const [x, y] = [a.measure?.value ?? NaN, b.measure?.value ?? NaN];
  if (!(Math.max(x, y) <= APART * Math.min(x, y))) return false;
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  if (!CONTRAST.test(a.article.text.prose.slice(first.end, second.start))) return false;
  return speakerAt(a.article, first.start, first.end) !== speakerAt(a.article, second.start, second.end);
}

/** How far the strengths lie apart that stations give for one earthquake. */
const REVISED = 0.35;

/** Two strengths of one earthquake, of two who measured it: they are seldom equal, and articles give both. */
function isRevised(a: Mention, b: Mention): boolean {
  if (a.measured !== 'magnitude' || b.measured !== 'magnitude') return false;
  const apart = Math.abs((a.measure?.value ?? NaN) - (b.measure?.value ?? NaN));
  return apart <= REVISED && speakerAt(a.article, a.start, a.end) !== speakerAt(b.article, b.start, b.end);
}

function sameThing(a: Mention, b: Mention): boolean {
  if (a.measured !== null || b.measured !== null) return a.measured === b.measured;
  const [x, y] = [a.thing[a.thing.length - 1], b.thing[b.thing.length - 1]];
  return x !== undefined && x === y;
}

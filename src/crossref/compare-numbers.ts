import type { Mention } from './mention';
import { dimensionOf } from './mention';
import { agrees, relateMentions } from './relation';

/**
 * Whether two sentences that are otherwise alike give different numbers of one kind and of one thing or unit: "14 crew" here,
 * "16 crew" there. A number that has its equal in the other sentence is not compared again, so the total in "900 of the 11,000
 * jobs" does not stand against "900 jobs".
 */
export function otherNumbers(a: readonly Mention[], b: readonly Mention[]): boolean {
  if (!a.some((x) => b.some((y) => ofOneThing(x, y) && !agrees(x, y)))) return false;
  const matched = new Set<Mention>();
  const sameUnit = (x: Mention, y: Mention): boolean => x.quantity.unit === y.quantity.unit;
  const inOwnUnits = (x: Mention, y: Mention): boolean => !restated(x) && !restated(y);
  pairUp(a, b, matched, (x, y) => sameUnit(x, y) && agrees(x, y));
  const unequal = pairUp(a, b, matched, sameUnit);
  pairUp(a, b, matched, agrees);
  unequal.push(...pairUp(a, b, matched, inOwnUnits));
  return unequal.some(([x, y]) => relateMentions(x, y) === 'differ');
}

/** Pairs what is of one thing and fits, each number once, in the order of the text. */
function pairUp(
  a: readonly Mention[],
  b: readonly Mention[],
  matched: Set<Mention>,
  fits: (x: Mention, y: Mention) => boolean,
): [Mention, Mention][] {
  const pairs: [Mention, Mention][] = [];
  for (const x of a) {
    if (matched.has(x)) continue;
    const y = b.find((n) => !matched.has(n) && ofOneThing(x, n) && fits(x, n));
    if (y === undefined) continue;
    matched.add(x).add(y);
    pairs.push([x, y]);
  }
  return pairs;
}

function restated(m: Mention): boolean {
  return m.quantity.restates !== undefined;
}

/** Counts go by what is counted and what became of it, measures by their dimension, bare numbers by nothing. */
function ofOneThing(x: Mention, y: Mention): boolean {
  if (dimensionOf(x) !== dimensionOf(y) || x.quantity.kind !== y.quantity.kind) return false;
  if (x.quantity.kind !== 'count') return true;
  if (x.fates.length > 0 && y.fates.length > 0 && !x.fates.some((f) => y.fates.includes(f))) return false;
  if (x.people && y.people) return x.thing.length <= 1 || y.thing.length <= 1 || sharesTerm(x, y);
  return sharesTerm(x, y);
}

function sharesTerm(x: Mention, y: Mention): boolean {
  return x.thing.some((t) => y.thing.includes(t));
}

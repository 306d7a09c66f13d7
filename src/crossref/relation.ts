import { relateDateValues } from './compare-dates';
import { relate, sameValue } from './compare-measures';
import { restates } from './restates';
import type { Measure } from './measure';
import type { Mention } from './mention';
import type { Relation } from './model';
import { once } from './once';

const RANK: Readonly<Record<Relation, number>> = { agree: 0, refine: 1, differ: 2 };

/**
 * Mentions that agree, in a fixed order: the largest group first. Those of one unit come together first; groups in different units
 * are one where they agree and nothing in a unit that both have parts them ("$7 million" and "€6 million ($7.8 million)").
 */
export function groupByValue(mentions: readonly Mention[]): Mention[][] {
  const alike: Mention[][] = [];
  for (const mention of mentions) {
    const group = alike.find((g) =>
      g.some(
        (m) => (m.quantity.unit === mention.quantity.unit && agrees(m, mention)) || restates(m, mention),
      ),
    );
    if (group === undefined) alike.push([mention]);
    else group.push(mention);
  }
  const groups: Mention[][] = [];
  for (const group of alike) {
    const known = groups.find((g) => agreeAcrossUnits(g, group));
    if (known === undefined) groups.push(group);
    else known.push(...group);
  }
  return groups.sort((a, b) => b.length - a.length);
}

function agreeAcrossUnits(left: readonly Mention[], right: readonly Mention[]): boolean {
  let found = false;
  for (const a of left) {
    for (const b of right) {
      const [x, y] = [a.measure, b.measure];
      if (x === undefined || y === undefined) return false;
      if (x.unit === y.unit && apartBeyondRounding(x, y)) return false;
      found ||= x.unit !== y.unit && agrees(a, b);
    }
  }
  return found;
}

function apartBeyondRounding(a: Measure, b: Measure): boolean {
  return a.value === null || b.value === null || Math.abs(a.value - b.value) > Math.max(a.slack, b.slack);
}

/** Two groups' relation: that of two mentions in one unit, where there are such. */
export function relateGroups(left: readonly Mention[], right: readonly Mention[]): Relation {
  const [a, b] = comparable(left, right);
  return a === undefined || b === undefined ? 'agree' : relateMentions(a, b);
}

/** The mentions of two groups that tell best how they stand to each other. */
export function comparable(
  left: readonly Mention[],
  right: readonly Mention[],
): readonly [Mention | undefined, Mention | undefined] {
  for (const a of left) {
    const b = right.find((m) => m.quantity.unit === a.quantity.unit);
    if (b !== undefined) return [a, b];
  }
  return [left[0], right[0]];
}

/** Whether two mentions of one fact say the same. */
export function agrees(a: Mention, b: Mention): boolean {
  if (leavesOpen(a, b) || leavesOpen(b, a)) return false;
  if (a.measure !== undefined && b.measure !== undefined) return sameValue(a.measure, b.measure);
  if (!sameDate(a, b)) return false;
  const [x, y] = [partsOfDay(a), partsOfDay(b)];
  return x.length === 0 ? y.length === 0 : x.some((part) => y.includes(part));
}

/** How two mentions of one fact stand to each other. */
export function relateMentions(a: Mention, b: Mention): Relation {
  if (agrees(a, b)) return 'agree';
  if (leavesOpen(a, b) || leavesOpen(b, a)) return sameCount(a, b) ? 'refine' : 'differ';
  if (a.measure !== undefined && b.measure !== undefined) return relate(a.measure, b.measure);
  return relateDates(a, b);
}

/** Dates: a coarser one that holds the other refines; parts of a day refine the bare day. */
function relateDates(a: Mention, b: Mention): Relation {
  const relation = relateDateValues(String(a.quantity.value), String(b.quantity.value));
  if (relation === 'differ' && (isToday(a) || isToday(b))) return 'refine';
  if (relation !== 'agree') return relation;
  const [x, y] = [halfOfDay(partsOfDay(a)), halfOfDay(partsOfDay(b))];
  return x === '' || y === '' || x === y ? 'refine' : 'differ';
}

/** "Today" is the day of the page, which may be put out again on another. */
export const isToday = once((m: Mention): boolean =>
  /\b(?:today|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening))\b/iu.test(
    m.quantity.text,
  ),
);

/** Whether two mentions name the same date, as far as both say. */
export function sameDate(a: Mention, b: Mention): boolean {
  return relateDateValues(String(a.quantity.value), String(b.quantity.value)) === 'agree';
}

/** "Early" may be the morning, "late" the evening or the night; noon and afternoon fit either. */
function halfOfDay(parts: readonly string[]): string {
  if (parts.some((part) => /^(?:noon|afternoon)$/u.test(part))) return '';
  if (parts.some((part) => /^(?:early|morning)$/u.test(part))) return 'first';
  return parts.some((part) => /^(?:late|evening|night)$/u.test(part)) ? 'second' : '';
}

/** "early", "late", "night" … where the words of a date name parts of the day: both of "late Tuesday evening". */
const partsOfDay = once((m: Mention): readonly string[] =>
  (m.quantity.text.match(/\b(?:early|late|morning|noon|afternoon|evening|night)\b/giu) ?? []).map((part) =>
    part.toLowerCase(),
  ),
);

/** The stronger of two relations. */
export function worse(a: Relation, b: Relation): Relation {
  return RANK[a] >= RANK[b] ? a : b;
}

/** "Three others" leaves open who, where "three other passengers" tells. */
export function leavesOpen(vague: Mention, exact: Mention): boolean {
  if (!/^others?$/iu.test(vague.quantity.thing ?? '')) return false;
  return /^other (?!people\b|persons?\b)\p{L}/iu.test(exact.quantity.thing ?? '');
}

/** Whether two mentions give one value, in their units. */
export function sameNumber(a: Mention, b: Mention): boolean {
  return a.quantity.value === b.quantity.value || sameCount(a, b);
}

function sameCount(a: Mention, b: Mention): boolean {
  return a.measure !== undefined && b.measure !== undefined && sameValue(a.measure, b.measure);
}

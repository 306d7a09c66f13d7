import { relateDateValues } from './compare-dates';
import { relate, sameValue } from './compare-measures';
import { restates } from './restates';
import type { Mention } from './mention';
import type { Relation } from './model';
import { once } from './once';

const RANK: Readonly<Record<Relation, number>> = { agree: 0, refine: 1, differ: 2 };

/** Mentions that agree, in a fixed order: the largest group first. */
export function groupByValue(mentions: readonly Mention[]): Mention[][] {
  const groups: Mention[][] = [];
  for (const mention of mentions) {
    const group = groups.find((g) => g.some((m) => agrees(m, mention) || restates(m, mention)));
    if (group === undefined) groups.push([mention]);
    else group.push(mention);
  }
  return groups.sort((a, b) => b.length - a.length);
}

/** Whether two mentions of one fact say the same. */
export function agrees(a: Mention, b: Mention): boolean {
  if (leavesOpen(a, b) || leavesOpen(b, a)) return false;
  if (a.measure !== undefined && b.measure !== undefined) return sameValue(a.measure, b.measure);
  return sameDate(a, b) && partOfDay(a) === partOfDay(b);
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
  const [x, y] = [halfOfDay(partOfDay(a)), halfOfDay(partOfDay(b))];
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
function halfOfDay(part: string): string {
  if (/^(?:early|morning)$/u.test(part)) return 'first';
  return /^(?:late|evening|night)$/u.test(part) ? 'second' : '';
}

/** "early", "late", "night" … where the words of a date name a part of the day. */
const partOfDay = once(
  (m: Mention): string =>
    /\b(?:early|late|morning|noon|afternoon|evening|night)\b/iu.exec(m.quantity.text)?.[0].toLowerCase() ??
    '',
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

function sameCount(a: Mention, b: Mention): boolean {
  return a.measure !== undefined && b.measure !== undefined && sameValue(a.measure, b.measure);
}

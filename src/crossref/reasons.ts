import type { Modifier } from '../analysis';
import { convert } from '../analysis/quantity';
import { sameClock } from './compare-measures';
import type { Mention } from './mention';
import type { Message } from './model';
import { comparable, isToday, leavesOpen, relateMentions } from './relation';

/** How many pairs of groups are explained; more only repeats. */
const MOST = 4;

/** Why a fact's groups stand to each other as they do, in words, the weightiest first. */
export function reasonsFor(
  groups: readonly (readonly Mention[])[],
  dateOf: (m: Mention) => string | undefined,
): Message[] {
  const differing: Message[] = [];
  const refining: Message[] = [];
  groups.forEach((left, i) => {
    for (const right of groups.slice(i + 1)) {
      const [a, b] = comparable(left, right);
      if (a === undefined || b === undefined) continue;
      if (relateMentions(a, b) === 'differ')
        differing.push({ message: '{0} ≠ {1}', args: [a.quantity.text, b.quantity.text] });
      else refining.push(refinement(a, b));
    }
  });
  return [
    ...differing.slice(0, MOST),
    ...risingToll(groups, dateOf),
    ...refining.slice(0, Math.max(1, MOST - differing.length)),
    ...conversions(groups),
  ];
}

/** A bound, or a rough number, and what it leaves room for. */
const BOUNDS: Readonly<Partial<Record<Modifier, string>>> = {
  'at-least': 'at least {0} allows {1}',
  'more-than': 'at least {0} allows {1}',
  'so-far': 'at least {0} allows {1}',
  'at-most': 'at most {0} allows {1}',
  'less-than': 'at most {0} allows {1}',
  about: 'about {0} allows {1}',
  nearly: 'nearly {0} allows {1}',
};
const ROUNDER = '{0} is rounder than {1}';
const MORE_EXACT = '“{1}” is more exact than “{0}”';
const LEAVES_OPEN = '“{0}” leaves open what “{1}” tells';

/** Whether a reason sets two values of a fact beside each other, of which one leaves room for the other. */
export function isRefinement({ message }: Message): boolean {
  return message === ROUNDER || message === MORE_EXACT || Object.values(BOUNDS).includes(message);
}

/** Why two different values are compatible. */
function refinement(a: Mention, b: Mention): Message {
  const open = leavesOpen(a, b) ? [a, b] : leavesOpen(b, a) ? [b, a] : undefined;
  if (open !== undefined) return { message: LEAVES_OPEN, args: open.map((m) => m.quantity.thing ?? '') };
  const page = isToday(a) ? a : isToday(b) ? b : undefined;
  if (page !== undefined && a.quantity.kind === 'date')
    return { message: '“{0}” is the day of the page', args: [page.quantity.text] };
  const [rougher, exact] = roughness(a) >= roughness(b) ? [a, b] : [b, a];
  const args = [rougher.quantity.text, exact.quantity.text];
  if (a.measure?.dimension === 'time' && b.measure !== undefined && !sameClock(a.measure, b.measure)) {
    return { message: '{0} and {1} are in zones that cannot be compared', args };
  }
  const { modifier, value } = rougher.quantity;
  if (modifier !== null) {
    const bound = BOUNDS[modifier];
    if (bound !== undefined) return { message: bound, args };
  }
  if (value === null) return { message: LEAVES_OPEN, args };
  return { message: a.quantity.kind === 'date' ? MORE_EXACT : ROUNDER, args };
}

/**
 * Words without a value are the roughest, then bounds, then what is said to be rough, then round numbers. Of dates those are that leave
 * more out: a year, a day without its part.
 */
function roughness({ quantity, measure }: Mention): number {
  if (quantity.value === null) return 6;
  if (quantity.kind === 'date') {
    const given = String(quantity.value).match(/\d+/gu)?.length ?? 0;
    return 5 - given - (quantity.part === undefined ? 0 : 0.5);
  }
  const said = quantity.modifier === null ? 0 : /^(?:about|nearly|between)$/u.test(quantity.modifier) ? 2 : 4;
  return said + (measure?.slack ?? 0) / (Math.abs(measure?.value ?? 1) + 1);
}

/** The reason that names two amounts of one group in two currencies. */
export const EXCHANGED = '{0} and {1} are one amount as far as exchange rates tell';

/** "930-mile is 1,497 km": values of one group in different units. */
function conversions(groups: readonly (readonly Mention[])[]): Message[] {
  const found: Message[] = [];
  for (const group of groups) {
    const first = group[0];
    const other = group.find((m) => m.quantity.unit !== first?.quantity.unit);
    const unit = first?.quantity.unit ?? null;
    const otherUnit = other?.quantity.unit ?? null;
    const value = first?.quantity.value;
    if (first === undefined || other === undefined || unit === null || otherUnit === null) continue;
    if (first.quantity.kind === 'money') {
      found.push({ message: EXCHANGED, args: [first.quantity.text, other.quantity.text] });
      continue;
    }
    const converted = typeof value === 'number' ? convert(value, unit, otherUnit) : null;
    if (converted === null) continue;
    const exact = Number(converted.toPrecision(4));
    if (exact === other.quantity.value) {
      found.push({ message: '{0} is {1}', args: [first.quantity.text, other.quantity.text] });
      continue;
    }
    found.push({
      message: '{0} is {1} {2}, given as {3}',
      args: [first.quantity.text, exact, plural(otherUnit, exact), other.quantity.text],
    });
  }
  return found;
}

/** A unit's name for a number of them: "2.7 nautical miles", "6 feet". */
function plural(unit: string, count: number): string {
  if (count === 1 || /^[A-Z]{2,}|s$|hertz$/u.test(unit)) return unit;
  if (unit.endsWith('foot')) return unit.replace(/foot$/u, 'feet');
  const [word = '', ...rest] = unit.split(/ (?=per|of|Celsius|Fahrenheit|Kelvin)/u);
  return [/(?:ch|sh|x)$/u.test(word) ? `${word}es` : `${word}s`, ...rest].join(' ');
}

/** Later articles give the larger numbers: a toll that rises, not a quarrel. */
function risingToll(
  groups: readonly (readonly Mention[])[],
  dateOf: (m: Mention) => string | undefined,
): Message[] {
  const mentions = groups.flat();
  if (groups.length < 2 || !mentions.every((m) => m.fates.length > 0)) return [];
  // Of two tolls in one article the smaller is that of an earlier report.
  const latest = new Map<Mention['article'], { date: string; value: number }>();
  for (const m of mentions) {
    const date = dateOf(m);
    const value = m.quantity.value;
    if (date === undefined || typeof value !== 'number') continue;
    latest.set(m.article, { date, value: Math.max(value, latest.get(m.article)?.value ?? 0) });
  }
  const dated = [...latest.values()];
  dated.sort((x, y) => (x.date === y.date ? x.value - y.value : x.date < y.date ? -1 : 1));
  const first = dated[0];
  const last = dated[dated.length - 1];
  if (first === undefined || last === undefined || first.date === last.date || last.value <= first.value)
    return [];
  if (!dated.every((d, i) => i === 0 || d.value >= (dated[i - 1]?.value ?? 0))) return [];
  return [
    {
      message: 'later article, rising toll: {0} on {1}, {2} on {3}',
      args: [first.value, first.date, last.value, last.date],
    },
  ];
}

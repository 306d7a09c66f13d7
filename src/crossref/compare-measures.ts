import { exchangeRates, mayBeExchanged } from './exchange';
import type { Measure } from './measure';
import type { Relation } from './model';

/** Values at most this far apart (as a share) are one value where either is said to be rough. */
const ROUGH = 0.12;
const EQUAL = 1e-6;
/** Spans in different units are one within this share: "three months" are 90 days. */
const SPAN_EQUAL = 0.02;
/** Or compatible within this share, since the larger unit is the rounder: "two months", "nine weeks". */
const SPAN_ROUGH = 0.15;
/** "A dozen" is said of ten and of fourteen. */
const DOZEN_ROUGH = 0.2;
const DAY = 1440;

/** Values this many times apart are rather of a part and a whole. */
const FAR = 20;

/** Whether two values are so far apart that they are hardly of one thing; what has no one value counts as 1. */
export function isFarOff(a: Measure | undefined, b: Measure | undefined): boolean {
  const [x, y] = [Math.abs(a?.value ?? 1), Math.abs(b?.value ?? 1)];
  return a?.dimension !== 'time' && Math.max(x, y) > FAR * Math.min(x, y);
}

/** Whether two measures give the same value: equal, or equal after conversion within what rounding can explain. */
export function sameValue(a: Measure, b: Measure): boolean {
  if (a.dimension !== b.dimension) return false;
  if (a.value === null || b.value === null)
    return a.low === b.low && a.high === b.high && (a.value === null) === (b.value === null);
  if (a.dimension === 'time') return a.unit === b.unit ? a.value === b.value : sameReading(a, b);
  if (isExchange(a, b)) return mayBeExchanged(a.value, a.unit ?? '', b.value, b.unit ?? '');
  const distance = Math.abs(a.value - b.value);
  const size = Math.max(Math.abs(a.value), Math.abs(b.value));
  if (distance <= EQUAL * size) return true;
  if (a.unit === b.unit) return false;
  if (a.dimension === 'duration') return distance <= SPAN_EQUAL * size;
  return distance <= a.slack + b.slack && distance <= ROUGH * size;
}

/** "11 a.m. ET" and "11 a.m.": who names no zone means the one that others name, unless it is the world's. */
function sameReading({ clock: a }: Measure, { clock: b }: Measure): boolean {
  const zones = [a?.zone, b?.zone];
  return a?.minutes === b?.minutes && zones.includes('named') && zones.includes('none');
}

/** How two measures of one fact stand to each other, taking bounds as bounds and rough values as rough. */
export function relate(a: Measure, b: Measure): Relation {
  if (sameValue(a, b)) return 'agree';
  if (a.dimension === 'time') return relateTimes(a, b);
  if (a.dimension === 'duration' && a.unit !== b.unit && nearly(a, b)) return 'refine';
  const [alow, ahigh] = bounds(a);
  const [blow, bhigh] = inUnitOf(a, b);
  return alow <= bhigh && blow <= ahigh ? 'refine' : 'differ';
}

/** Whether two amounts of money are in two currencies. */
export function isExchange(a: Measure, b: Measure): boolean {
  return a.dimension === 'money' && a.unit !== b.unit;
}

/** The bounds of the second in the currency of the first, as far as its worth may reach. */
function inUnitOf(a: Measure, b: Measure): [number, number] {
  const [low, high] = bounds(b);
  const rates = isExchange(a, b) ? exchangeRates(b.unit ?? '', a.unit ?? '') : undefined;
  return rates === undefined ? [low, high] : [low * rates[0], high * rates[1]];
}

function nearly(a: Measure, b: Measure): boolean {
  const [x, y] = [Math.abs(a.value ?? NaN), Math.abs(b.value ?? NaN)];
  return Math.abs(x - y) <= SPAN_ROUGH * Math.max(x, y);
}

/** "Hundreds" is said of numbers well below two hundred before they are known. */
const SOFT = 4;

/** The values that a measure's words leave possible; "dozens" and "thousands" are said of any number that is large enough. */
function bounds(m: Measure): [number, number] {
  if (m.value === null) return [m.low / SOFT, Infinity];
  const rough = Math.max(m.slack, (m.dozens === true ? DOZEN_ROUGH : ROUGH) * Math.abs(m.value));
  switch (m.modifier) {
    case 'at-least':
    case 'more-than':
    case 'so-far':
      return [m.low, Infinity];
    case 'at-most':
    case 'less-than':
      return [-Infinity, m.high];
    case 'about':
    case 'nearly':
      return [m.low - rough, m.high + rough];
    case 'between':
    case null:
      return m.dozens === true ? [m.low - rough, m.high + rough] : [m.low, m.high];
  }
}

/** Whether two times are told by one clock: both in UTC or both local, and no one of another place whose clock is not known. */
export function sameClock(a: Measure, b: Measure): boolean {
  return a.unit === b.unit && a.place === b.place;
}

/** "Around 11" and 11:15: the rounder time is compatible with the more exact one within its rounding. */
function relateTimes(a: Measure, b: Measure): Relation {
  if (!sameClock(a, b)) return 'refine';
  const apart = Math.abs((a.value ?? 0) - (b.value ?? 0));
  const distance = Math.min(apart, DAY - apart);
  const rough =
    a.modifier === 'about' || b.modifier === 'about' || a.modifier === 'nearly' || b.modifier === 'nearly';
  const coarser = Math.max(a.slack, b.slack);
  return distance <= coarser || (rough && distance <= 30) ? 'refine' : 'differ';
}

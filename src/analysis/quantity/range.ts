import type { Atoms } from './atoms';
import { isDesignator } from './designator';
import type { Draft } from './draft';
import { tidy } from './draft';
import { currencyBefore } from './measure';
import { modifierBefore } from './modifier';
import { readExact, readNumber } from './number';
import type { Num } from './number-words';

/** Reads one end of a range: the amount that starts with a number; `money` is the currency of the other end, if any. */
export type ReadEnd = (a: Atoms, num: Num, money: string | null) => Draft | null;

/** Words that make "from 5 to 8" a change and not a range. */
const CHANGE = new Set(
  'rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing increase increases increased increasing decrease decreased drop drops dropped dropping decline declined declining climb climbed climbing jump jumped jumping up down cut cuts cutting raise raised raising lower lowered lowering reduce reduced reducing move moved moving shrink shrank slip slipped expand expanded extend extended extending went go goes going change changed changing revised shift shifted swell swelled swelling soar soared double doubled tripled improved widened narrowed slid surged gone'.split(
    ' ',
  ),
);

/**
 * Extends an amount to the range that it starts: "15,000 to 24,000", "3–4 days", "$10 to $15 million", "between 44 and
 * 50 mg", "two or three". "from 5 to 8" tells of a change and stays two numbers, unless something ranges.
 */
export function readRange(a: Atoms, low: Draft, num: Num, readEnd: ReadEnd): Draft {
  if (typeof low.value !== 'number') return low;
  const joint = jointAt(a, low);
  if (joint === 0) return borrowUnit(a, low, num, readEnd);
  const at = low.next + joint;
  const symbol = a.symbol(at) !== 0 && currencyBefore(a, at + 1) ? 1 : 0;
  const second = readSecond(a, at + symbol);
  if (!second || !a.follows(at)) return low;
  const dashed = a.isDash(low.next);
  if (a.isDigits(second.first) && !dashed && isDesignator(a, second.first)) return low;
  const high = readEnd(a, second, low.kind === 'money' ? low.unit : null);
  if (!high || typeof high.value !== 'number') return low;
  return joined(a, low, ofAge(low, high), num, second) ?? low;
}

/** "aged 6 to 12": the second number is an age as the first is. */
function ofAge(low: Draft, high: Draft): Draft {
  const isAge = low.kind === 'age' && high.kind === 'count' && high.unit === null;
  return isAge ? { ...high, kind: low.kind, unit: low.unit } : high;
}

/** "from 5 to 8 euros", "45 and 50 mg": two amounts, the first without its unit. */
function borrowUnit(a: Atoms, low: Draft, num: Num, readEnd: ReadEnd): Draft {
  const change = a.lex(low.next) === 'to' && a.lex(low.first - 1) === 'from';
  const pair = a.lex(low.next) === 'and' && num.digits && a.isDigits(low.next + 1);
  if (low.kind !== 'count' || typeof low.value !== 'number' || (!change && !pair) || !a.follows(low.next + 1))
    return low;
  const second = readExact(a, low.next + 1);
  const high =
    second && !(a.isDigits(second.first) && isDesignator(a, second.first)) ? readEnd(a, second, null) : null;
  if (!second || typeof high?.value !== 'number' || high.unit === null) return low;
  if (high.kind === 'age' || (pair && high.kind === 'duration')) return low;
  return { ...low, value: scaledLow(low.value, high.value, num, second), unit: high.unit, kind: high.kind };
}

/** The number of a range's other end, which may be below zero: "from -18 °C to -34 °C". */
function readSecond(a: Atoms, at: number): Num | null {
  if (!a.isDash(at) || !a.glued(at + 1) || a.glued(at)) return readNumber(a, at);
  const num = readExact(a, at + 1);
  return num && { ...num, value: -num.value };
}

function jointAt(a: Atoms, low: Draft): number {
  const at = low.next;
  if (!a.follows(at) || !a.follows(at + 1)) return 0;
  const before = a.lex(low.first - 1);
  const between = before === 'between';
  if (a.is(at, '~')) return a.glued(at) && a.glued(at + 1) ? 1 : 0;
  if (a.isDash(at)) {
    if (a.isHyphen(at) && a.gap[at + 1] !== 0 && (a.lex(at + 1) === 'to' || a.lex(at + 1) === 'or')) return 2;
    const even = a.glued(at) === a.glued(at + 1);
    return (even && (a.glued(at) || a.symbol(at) !== 0x2014)) || (a.glued(at) && a.symbol(at + 1) === 36)
      ? 1
      : 0;
  }
  if (between && a.lex(at) === 'and') return 1;
  if (a.lex(at) === 'or') return low.value === null ? 0 : 1;
  if (a.lex(at) !== 'to' && a.text(at) !== 'through') return 0;
  return before === 'from' && tellsChange(a, low.first - 2) ? 0 : 1;
}

/** "$10 to $15 million", "$140-150MM": the lower end takes the scale of the upper one. */
function scaledLow(low: number, high: number, num: Num, second: Num): number {
  const scale = second.value ? (high / second.value) * second.scale : 1;
  const inherits = num.scale === 1 && low === num.value && scale > 1 && low > 0 && low < high / scale;
  return inherits ? tidy(low * scale) : low;
}

function tellsChange(a: Atoms, from: number): boolean {
  for (let i = from; i > from - 8 && a.follows(i + 1); i--) if (CHANGE.has(a.lex(i))) return true;
  return false;
}

/** "more than 20 but fewer than 35": two bounds of one amount. */
export function bothBounds(a: Atoms, first: Draft, readEnd: ReadEnd): Draft {
  const lower = first.modifier === 'more-than' || first.modifier === 'at-least';
  const upper = first.modifier === 'less-than' || first.modifier === 'at-most';
  if ((!lower && !upper) || typeof first.value !== 'number') return first;
  const joint = first.next;
  const from = a.lex(joint) === 'and' || a.lex(joint) === 'but' ? joint + 1 : joint;
  if (from === first.next) return first;
  const end = numberAfterModifier(a, from);
  const num = end > from ? readNumber(a, end) : null;
  const second = num && readEnd(a, num, null);
  if (!second || typeof second.value !== 'number' || second.kind !== first.kind) return first;
  const other = modifierBefore(a, end);
  const closes = lower
    ? other === 'less-than' || other === 'at-most'
    : other === 'more-than' || other === 'at-least';
  const [low, high] = lower ? [first.value, second.value] : [second.value, first.value];
  if (!closes || low >= high) return first;
  return {
    ...first,
    next: second.next,
    value: null,
    low,
    high,
    unit: first.unit ?? second.unit,
    modifier: 'between',
  };
}

/** The atom of the number that a modifier phrase of up to six words leads to, or `from` where there is none. */
function numberAfterModifier(a: Atoms, from: number): number {
  for (let i = from; i < from + 7 && a.follows(i); i++) {
    if (a.isDigits(i) || a.entry(i).cardinal >= 0) return i;
    if (!a.isWord(i)) return from;
  }
  return from;
}

function joined(a: Atoms, low: Draft, high: Draft, num: Num, second: Num): Draft | null {
  if (typeof low.value !== 'number' || typeof high.value !== 'number') return null;
  const value = scaledLow(low.value, high.value, num, second);
  // "from -18 to -34 °C": below zero the larger digits are the lower end.
  if (high.kind === 'temperature' && value < 0 && high.value < value)
    return {
      ...low,
      next: high.next,
      value: null,
      low: high.value,
      high: value,
      unit: high.unit,
      kind: 'temperature',
      modifier: 'between',
    };
  if (value >= high.value) return null;
  // "one or two", "two or three days", but not "2 or 300": alternatives are neighbours.
  if (a.lex(low.next) === 'or' && high.value > 2 * value + 1) return null;
  if (low.unit !== null && high.unit === null && low.kind !== 'money') return null;
  if (low.unit !== null && high.unit !== null && low.unit !== high.unit) return null;
  if (low.kind !== 'count' && low.kind !== high.kind && !(low.kind === 'money' && high.kind === 'count'))
    return null;
  const kind = high.kind === 'count' ? low.kind : high.kind;
  return {
    ...low,
    next: high.next,
    value: null,
    low: value,
    high: high.value,
    unit: high.unit ?? low.unit,
    kind,
    modifier: 'between',
  };
}

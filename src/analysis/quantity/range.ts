import type { Atoms } from './atoms';
import { isDesignator } from './designator';
import type { Draft } from './draft';
import { tidy } from './draft';
import { currencyBefore } from './measure';
import { readNumber, type Num } from './number';

/** Reads one end of a range: the amount that starts with a number, its currency in front or its unit behind. */
export type ReadEnd = (a: Atoms, num: Num) => Draft | null;

const FROM_RANGE = /^(?:rang(?:e|es|ed|ing)|anywhere|aged?|ages|vary|varied|varies|estimates?|between)$/;

/**
 * Extends an amount to the range that it starts: "15,000 to 24,000", "3–4 days", "$10 to $15 million", "between 44 and
 * 50 mg", "two or three". "from 5 to 8" tells of a change and stays two numbers, unless something ranges.
 */
export function readRange(a: Atoms, low: Draft, num: Num, readEnd: ReadEnd): Draft {
  if (typeof low.value !== 'number') return low;
  const joint = jointAt(a, low);
  if (joint === 0) return low;
  const at = low.next + joint;
  const symbol = a.symbol(at) !== 0 && currencyBefore(a, at + 1) ? 1 : 0;
  const second = readNumber(a, at + symbol);
  if (!second || !a.follows(at)) return low;
  const dashed = a.isDash(low.next);
  if (a.isDigits(second.first) && !dashed && isDesignator(a, second.first)) return low;
  const high = readEnd(a, second);
  if (!high || typeof high.value !== 'number') return low;
  return joined(a, low, high, num, second) ?? low;
}

function jointAt(a: Atoms, low: Draft): number {
  const at = low.next;
  if (!a.follows(at) || !a.follows(at + 1)) return 0;
  const before = a.lex(low.first - 1) || (a.isWord(low.first - 1) ? a.text(low.first - 1).toLowerCase() : '');
  const between = before === 'between';
  if (a.isDash(at)) {
    if (a.isHyphen(at) && a.gap[at + 1] !== 0 && (a.lex(at + 1) === 'to' || a.lex(at + 1) === 'or')) return 2;
    return a.glued(at) === a.glued(at + 1) && (a.glued(at) || a.symbol(at) !== 0x2014) ? 1 : 0;
  }
  if (between && a.lex(at) === 'and') return 1;
  if (a.lex(at) === 'or') return low.value === null ? 0 : 1;
  if (a.lex(at) !== 'to' && a.text(at) !== 'through') return 0;
  if (before === 'from') return FROM_RANGE.test(a.text(low.first - 2).toLowerCase()) ? 1 : 0;
  return 1;
}

function joined(a: Atoms, low: Draft, high: Draft, num: Num, second: Num): Draft | null {
  if (typeof low.value !== 'number' || typeof high.value !== 'number') return null;
  const inherits =
    num.scale === 1 && second.scale > 1 && low.value < high.value / second.scale && low.value > 0;
  const value = inherits ? tidy(low.value * second.scale) : low.value;
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

import type { Atoms } from './atoms';
import { tidy } from './draft';
import { readAndFraction } from './number-fractions';

/** A number in digits, words or both, read from atoms `[first, next)`. */
export interface Num {
  readonly first: number;
  readonly next: number;
  /** Null for indefinite amounts ("dozens"), which have bounds instead. */
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  /** Whether it starts with a digit. */
  readonly digits: boolean;
  /** The last multiplier read ("million" 1e6), or 1: ranges pass it on to their lower end. */
  readonly scale: number;
  readonly fraction: boolean;
}

/** The value of a digits atom, its group marks taken away. */
export function digitsValue(text: string): number {
  return Number(text.replace(/[^\d.]/g, ''));
}

/** Applies the scale words after a number: "35 million", "0.9 trillion", "hundred thousand", "million and a half". */
export function scaled(
  a: Atoms,
  first: number,
  from: number,
  start: number,
  digits: boolean,
  fraction: boolean,
): Num {
  let next = from;
  let value = start;
  let scale = 1;
  let partial = fraction;
  for (let guard = 0; guard < 3; guard++) {
    let at = next;
    if (a.isHyphen(at) && a.follows(at) && a.glued(at) === a.glued(at + 1)) at++;
    if (!a.follows(at) || !a.isWord(at)) break;
    const e = a.entry(at);
    if (e.scale === 0 || (e.plural && e.scale !== 12)) break;
    if (e.scale < scale && scale > 1 && e.scale !== 100) break;
    if (scale > 1 && e.scale <= scale && e.scale < 1e5) break;
    value *= e.scale;
    scale *= e.scale;
    next = at + 1;
  }
  if (scale > 1) {
    const and = readAndFraction(a, next);
    if (and) {
      value += and.value * (and.scale || scale);
      next = and.next;
      partial = true;
    } else if (digits && scale >= 100) {
      const rest = readRest(a, next, scale);
      if (rest) {
        value += rest.value;
        next = rest.next;
      }
    }
  }
  return { first, next, value: tidy(value), digits, scale, fraction: partial };
}

/** What may follow "3 hundred" or "4 thousand": "and 21", "3 hundred and 21". */
function readRest(a: Atoms, at: number, scale: number): { next: number; value: number } | null {
  const and = a.lex(at) === 'and' ? 1 : 0;
  const i = at + and;
  if (!a.follows(i)) return null;
  if (a.isDigits(i) && (a.entry(i + 1).scale === 100 || (and && scale === 100))) {
    const rest = digitsValue(a.text(i));
    if (a.entry(i + 1).scale === 100 && scale > 100) {
      const tail = readRest(a, i + 2, 100);
      return { next: tail?.next ?? i + 2, value: rest * 100 + (tail?.value ?? 0) };
    }
    return a.entry(i + 1).scale === 0 && rest < scale && rest > 0 && and
      ? { next: i + 1, value: rest }
      : null;
  }
  if (!and) return null;
  const words = readCardinal(a, i);
  return words?.value !== undefined &&
    words.value !== null &&
    words.value < scale &&
    words.value > 0 &&
    !words.fraction
    ? { next: words.next, value: words.value }
    : null;
}

/** Number words: "one hundred and five", "twenty-one trillion three hundred", "forty two", "nine point nought four". */
export function readCardinal(a: Atoms, i: number, leading = 0): Num | null {
  let total = 0;
  let group = leading;
  let lastScale = Infinity;
  let scale = 1;
  let at = i;
  let next = i;
  let fresh = leading === 0;
  let opened = leading > 0;
  // "hundred thousand dollars"
  if (leading === 0 && a.entry(i).scale === 100 && !a.entry(i).plural && a.entry(i + 1).scale > 100) {
    group = 1;
    fresh = false;
    opened = true;
  }
  for (let guard = 0; guard < 24; guard++) {
    if (next > i && !a.follows(at)) break;
    const e = a.entry(at);
    if (e.cardinal >= 0) {
      if (!fits(group, e.cardinal, fresh)) break;
      group += e.cardinal;
      fresh = false;
      opened = true;
    } else if (e.scale === 100 && !e.plural && group >= 1 && group < 100 && opened) {
      group *= 100;
      if (scale === 1 || total === 0) scale = 100;
    } else if (e.scale >= 12 && e.scale !== 100 && (!e.plural || e.scale === 12) && opened) {
      if (group > 0 && e.scale < lastScale && e.scale > 100) {
        total += group * e.scale;
        group = 0;
      } else if (group > 0 && e.scale === 12) {
        group *= 12;
      } else if (group === 0 && total > 0) {
        total *= e.scale;
      } else break;
      lastScale = e.scale;
      scale = e.scale;
      fresh = true;
    } else break;
    next = at + 1;
    at = skipJoint(a, next, group, lastScale);
    if (at < 0) break;
  }
  if (next === i) return null;
  return finish(a, i, next, total + group, group, scale);
}

function fits(group: number, c: number, fresh: boolean): boolean {
  if (fresh) return group === 0;
  if (group % 100 === 0) return group > 0 && c > 0;
  return c > 0 && c < 10 && group % 10 === 0 && group % 100 >= 20;
}

/** Steps over a hyphen or "and" between number words; -1 where the number cannot go on. */
function skipJoint(a: Atoms, at: number, group: number, lastScale: number): number {
  if (a.isHyphen(at)) {
    if (a.glued(at) !== a.glued(at + 1) || !a.follows(at + 1)) return -1;
    if (a.lex(at + 1) === 'and' && a.isHyphen(at + 2))
      return joins(a, at + 3, group, lastScale) ? at + 3 : -1;
    return a.entry(at + 1).cardinal > 0 || a.entry(at + 1).scale > 0 ? at + 1 : -1;
  }
  if (a.lex(at) === 'and' || a.is(at, '&')) return joins(a, at + 1, group, lastScale) ? at + 1 : -1;
  if (
    a.is(at, ',') &&
    lastScale < Infinity &&
    lastScale >= 1000 &&
    a.entry(at + 1).cardinal > 0 &&
    a.entry(at + 2).scale >= 100
  )
    return at + 1;
  return at;
}

/** Whether "and" + the words at `at` go on a number whose open group and last multiplier are given. */
function joins(a: Atoms, at: number, group: number, lastScale: number): boolean {
  const c = a.entry(at).cardinal;
  if (c < 1 || !a.follows(at)) return false;
  let after = at + 1;
  if (c >= 20) {
    const ones = a.isHyphen(after) ? after + 1 : after;
    if (a.entry(ones).cardinal > 0 && a.entry(ones).cardinal < 10) after = ones + 1;
  }
  if (a.isHyphen(after)) after++;
  if (a.entry(after).part > 0 && (a.entry(after).plural || c === 1)) return false;
  const big = a.entry(after).scale;
  if (group > 0) return group % 100 === 0 && big !== 100;
  return lastScale < Infinity && (big === 0 || big < lastScale);
}

function finish(a: Atoms, first: number, from: number, whole: number, group: number, scale: number): Num {
  let next = from;
  // "two hundred point zero three"
  if (a.lex(next) === 'point' && a.follows(next) && a.entry(next + 1).cardinal >= 0) {
    const decimals = readDecimals(a, next + 1);
    const num = scaled(a, first, decimals.next, whole + decimals.value, false, false);
    return num;
  }
  let at = next;
  if (a.isHyphen(at) && a.glued(at) === a.glued(at + 1)) at++;
  const part = a.entry(at);
  if (a.follows(at) && part.part > 0 && part.scale === 0 && group === whole && (part.plural || whole === 1)) {
    if (!(part.part === 4 && part.plural && a.lex(at) === 'quarters' && !fractionOf(a, at + 1, whole))) {
      if (part.part < 100) return scaledOf(a, first, at + 1, whole / part.part);
    }
  }
  const and = readAndFraction(a, next);
  if (and) {
    next = and.next;
    const unit = and.scale || (whole >= 1e6 && scale > 1 ? scale : 1);
    return scaled(a, first, next, whole + and.value * unit, false, true);
  }
  return { first, next, value: tidy(whole), digits: false, scale, fraction: false };
}

/** "three quarters" is a fraction, "four quarters" (of a year) is not. */
function fractionOf(a: Atoms, at: number, whole: number): boolean {
  return whole === 3 || (whole < 4 && a.lex(at) === 'of');
}

/** "two thirds of a million", "three quarters billion". */
export function scaledOf(a: Atoms, first: number, next: number, value: number): Num {
  if (
    a.lex(next) === 'of' &&
    a.lex(next + 1) === 'a' &&
    a.entry(next + 2).scale > 100 &&
    !a.entry(next + 2).plural
  )
    return scaled(a, first, next + 2, value, false, true);
  return scaled(a, first, next, value, false, true);
}

function readDecimals(a: Atoms, from: number): { next: number; value: number } {
  let text = '';
  let at = from;
  for (; at < from + 12 && a.follows(at); at++) {
    const c = a.entry(at).cardinal;
    if (c < 0) break;
    if (c >= 20 && a.entry(at + 1).cardinal > 0 && a.entry(at + 1).cardinal < 10) {
      text += String(c + a.entry(++at).cardinal);
    } else if (c >= 20 && a.isHyphen(at + 1) && a.entry(at + 2).cardinal > 0) {
      text += String(c + a.entry((at += 2)).cardinal);
    } else text += String(c);
  }
  return { next: at, value: Number(`0.${text}`) };
}

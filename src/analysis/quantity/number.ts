import type { Atoms } from './atoms';
import { Gap } from './atoms';
import { tidy } from './draft';
import { Role } from './lexicon';

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

const VULGAR: ReadonlyMap<number, number> = new Map([
  [0xbc, 1 / 4],
  [0xbd, 1 / 2],
  [0xbe, 3 / 4],
  [0x2150, 1 / 7],
  [0x2151, 1 / 9],
  [0x2152, 1 / 10],
  [0x2153, 1 / 3],
  [0x2154, 2 / 3],
  [0x2155, 1 / 5],
  [0x2156, 2 / 5],
  [0x2157, 3 / 5],
  [0x2158, 4 / 5],
  [0x2159, 1 / 6],
  [0x215a, 5 / 6],
  [0x215b, 1 / 8],
  [0x215c, 3 / 8],
  [0x215d, 5 / 8],
  [0x215e, 7 / 8],
]);

/** Longer digit runs are serial numbers. */
const MAX_DIGITS = 20;

/** The value of a digits atom, its group marks taken away. */
export function digitsValue(text: string): number {
  return Number(text.replace(/[^\d.]/g, ''));
}

/**
 * Reads the number that starts at atom `i`: "1,500", "2 1/2", "one hundred and five", "6 billion", "two-thirds", "half a
 * million", "several dozen", "tens of thousands". Null where none starts there.
 */
export function readNumber(a: Atoms, i: number): Num | null {
  if (a.isDigits(i)) return readDigits(a, i);
  const vulgar = VULGAR.get(a.symbol(i));
  if (vulgar !== undefined) return scaled(a, i, i + 1, vulgar, true, true);
  if (a.is(i, '.') && a.isDigits(i + 1) && a.glued(i + 1) && !a.glued(i))
    return scaled(a, i, i + 2, Number(`0.${a.text(i + 1)}`), true, false);
  if (!a.isWord(i)) return null;
  return readIndefinite(a, i) ?? readArticle(a, i) ?? readCardinal(a, i) ?? readHalf(a, i);
}

/** A number that has one value. */
export type ExactNum = Num & { readonly value: number };

/** {@link readNumber} without indefinite amounts. */
export function readExact(a: Atoms, i: number): ExactNum | null {
  const num = readNumber(a, i);
  return typeof num?.value === 'number' ? { ...num, value: num.value } : null;
}

function readDigits(a: Atoms, i: number): Num | null {
  if (a.length(i) > MAX_DIGITS) return null;
  let value = digitsValue(a.text(i));
  let next = i + 1;
  for (let groups = 0; groups < 5 && spaceGroup(a, i, next); groups++)
    value = value * 1000 + Number(a.text(next++));
  let fraction = false;
  const vulgar = VULGAR.get(a.symbol(next));
  if (vulgar !== undefined && a.follows(next)) {
    value += vulgar;
    next++;
    fraction = true;
  } else {
    const whole = slashFraction(a, i);
    const part = slashFraction(a, next);
    if (whole !== null && next === i + 1) {
      value = whole;
      next = i + 3;
      fraction = true;
    } else if (part !== null && part < 1 && a.gap[next] === Gap.Space) {
      value += part;
      next += 3;
      fraction = true;
    } else if (
      a.isHyphen(next) &&
      a.glued(next) &&
      slashFraction(a, next + 1) !== null &&
      a.glued(next + 1)
    ) {
      value += slashFraction(a, next + 1) ?? 0;
      next += 4;
      fraction = true;
    }
  }
  if (!fraction) {
    const and = readAndFraction(a, next);
    if (and) return scaled(a, i, and.next, value + and.value, true, true);
  }
  return scaled(a, i, next, value, true, fraction);
}

/** "10 000": a group of three after one plain space, where the digits before cannot be a date's or a list's. */
function spaceGroup(a: Atoms, first: number, at: number): boolean {
  const { prose } = a;
  if (!a.isDigits(at) || a.length(at) < 3 || a.gap[at] !== Gap.Space) return false;
  if ((a.start[at] ?? 0) - (a.end[at - 1] ?? 0) !== 1 || !/^\d{3}(?:\.\d+)?$/.test(a.text(at))) return false;
  if (!/^[1-9]\d{0,2}$/.test(a.text(first)) || a.entry(first - 1).month > 0) return false;
  return prose.charCodeAt(a.end[at - 1] ?? 0) === 32;
}

/** "3/4" as a part: a known denominator and nothing that makes it a date, a path or a designator. */
function slashFraction(a: Atoms, i: number): number | null {
  if (!a.isDigits(i) || !a.is(i + 1, '/') || !a.isDigits(i + 2)) return null;
  if (a.glued(i + 1) !== a.glued(i + 2)) return null;
  const over = Number(a.text(i));
  const under = Number(a.text(i + 2));
  if (a.is(i + 3, '/') || a.is(i - 1, '/') || !Number.isInteger(over) || under < 2) return null;
  if (over === 9 && under === 11) return null;
  const usual =
    under <= 10 ||
    under === 12 ||
    under === 16 ||
    under === 32 ||
    under === 40 ||
    under === 64 ||
    under === 100;
  return usual && over < under && over > 0 && under < 1000 ? over / under : null;
}

/** "and a half", "and three quarters" after a whole number. */
function readAndFraction(a: Atoms, at: number): { next: number; value: number; scale: number } | null {
  let i = at;
  if (a.isHyphen(i) && a.glued(i)) i++;
  if (a.lex(i) !== 'and' || !a.follows(i)) return null;
  i++;
  if (a.isHyphen(i)) i++;
  const article = a.lex(i) === 'a' || a.lex(i) === 'an';
  const count = article ? 1 : a.entry(i).cardinal;
  if (count < 1 || count > 19) return null;
  i++;
  if (a.isHyphen(i)) i++;
  const part = a.entry(i);
  if (part.part === 0 || part.scale > 0 || a.entry(i).part > 100) return null;
  if (!part.plural && count !== 1) return null;
  // "two and a quarter past": fine; "five and a third man": an ordinal.
  if (!part.plural && part.part > 2 && article && part.part !== 4 && nounFollows(a, i + 1)) return null;
  // "one billion and a half million": the fraction has a scale of its own.
  const own = a.follows(i + 1) && !a.entry(i + 1).plural && afterScale(a, at) ? a.entry(i + 1).scale : 0;
  return { next: own > 100 ? i + 2 : i + 1, value: count / part.part, scale: own > 100 ? own : 0 };
}

function afterScale(a: Atoms, at: number): boolean {
  return a.entry(at - 1).scale >= 1000;
}

function nounFollows(a: Atoms, i: number): boolean {
  return a.isWord(i) && a.follows(i) && (a.entry(i).role & Role.Stop) === 0 && a.entry(i).scale === 0;
}

/** Applies the scale words after a number: "35 million", "0.9 trillion", "hundred thousand", "million and a half". */
function scaled(
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
function scaledOf(a: Atoms, first: number, next: number, value: number): Num {
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

/** "a hundred", "a dozen", "a million", "a half", "a quarter of". */
function readArticle(a: Atoms, i: number): Num | null {
  if (a.lex(i) !== 'a' && a.lex(i) !== 'an') return null;
  const e = a.entry(i + 1);
  if (!a.follows(i + 1)) return null;
  if (e.scale > 0 && !e.plural && a.isWord(i + 1)) {
    const num = readCardinal(a, i + 1, 1);
    return num === null ? null : { ...num, first: i };
  }
  if (e.part > 0 && !e.plural && articlePart(a, i + 1)) {
    const num = e.part === 2 ? readHalf(a, i + 1) : scaledOf(a, i, i + 2, 1 / e.part);
    return num === null ? null : { ...num, first: i };
  }
  return null;
}

/** Whether "a half", "a quarter", "a third" at `at` is a part of something and not "a third person". */
function articlePart(a: Atoms, at: number): boolean {
  if (a.entry(at).part === 2) return true;
  const after = a.lex(at + 1);
  if (after === 'of') return true;
  if (a.entry(at).part === 4) return a.entry(at + 1).scale > 100 || after === 'century';
  if (a.isHyphen(at + 1)) return false;
  const compared = /^(?:by|than|about|nearly|almost|over|least|roughly|around)$/.test(a.lex(at - 2));
  const ended =
    !a.isWord(at + 1) || !a.follows(at + 1) || (compared && (a.entry(at + 1).role & Role.Stop) !== 0);
  return ended || after === 'more' || after === 'less' || after === 'fewer';
}

/** "half", "half a million", "half an hour", "half dozen", "quarter million". */
function readHalf(a: Atoms, i: number): Num | null {
  const e = a.entry(i);
  if (e.part !== 2 && e.part !== 4) return null;
  if (e.plural || a.isHyphen(i - 1)) return null;
  let at = i + 1;
  if (e.part === 2 && (a.lex(at) === 'a' || a.lex(at) === 'an') && a.follows(at)) {
    const follower = a.entry(at + 1);
    if (follower.scale > 0 && !follower.plural) return scaled(a, i, at + 1, 0.5, false, true);
    if (follower.unit) return { first: i, next: at + 1, value: 0.5, digits: false, scale: 1, fraction: true };
  }
  if (a.isHyphen(at)) at++;
  if (a.entry(at).scale > 0 && !a.entry(at).plural) return scaled(a, i, at, 1 / e.part, false, true);
  return e.part === 2 && isHalf(a, i)
    ? { first: i, next: i + 1, value: 0.5, digits: false, scale: 1, fraction: true }
    : null;
}

const ORDINAL_HALF = new Set(['second', 'first', 'other', 'latter', 'better', 'back', 'top', 'bottom']);

/** "half of them", "more than half"; not "first half", "half-brother", "half-time". */
function isHalf(a: Atoms, i: number): boolean {
  const before = a.isWord(i - 1) ? a.prose.slice(a.start[i - 1], a.end[i - 1]).toLowerCase() : '';
  if (ORDINAL_HALF.has(before) || a.entry(i - 1).ordinal > 0) return false;
  if (a.isHyphen(i + 1)) return a.entry(i + 2).unit !== null;
  return a.lex(i + 1) !== 'time';
}

/** "dozens", "tens of thousands", "several hundred", "a few thousand", "a couple of". */
function readIndefinite(a: Atoms, i: number): Num | null {
  const lex = a.lex(i);
  const e = a.entry(i);
  if (lex === 'several' || lex === 'few' || lex === 'couple') return severalScale(a, i, i);
  if (lex === 'a' && (a.lex(i + 1) === 'few' || a.lex(i + 1) === 'couple')) return severalScale(a, i, i + 1);
  const low = lex === 'tens' ? 10 : lex === 'scores' ? 20 : e.plural && e.part === 0 ? e.scale : 0;
  if (low === 0 || a.isDigits(i - 1) || a.isHyphen(i - 1)) return null;
  if ((lex === 'tens' || lex === 'scores') && a.lex(i + 1) !== 'of') return null;
  let scale = 1;
  let next = i + 1;
  while (a.lex(next) === 'of' && a.entry(next + 1).plural && a.entry(next + 1).scale >= 100 && next < i + 6) {
    scale *= a.entry(next + 1).scale;
    next += 2;
  }
  return indefinite(i, next, 2 * low * scale, 10 * low * scale, scale);
}

function indefinite(first: number, next: number, low: number, high: number, scale: number): Num {
  return { first, next, value: null, low, high, digits: false, scale, fraction: false };
}

function severalScale(a: Atoms, first: number, at: number): Num | null {
  let i = at + 1;
  const couple = a.lex(at) === 'couple';
  if (couple && a.lex(i) === 'of') i++;
  const scale = a.entry(i).scale;
  if (scale === 0 || !a.isWord(i)) return null;
  let total = scale;
  let next = i + 1;
  for (; next < i + 3 && a.entry(next).scale > total; next++) total *= a.entry(next).scale;
  return couple
    ? { first, next, value: 2 * total, digits: false, scale: total, fraction: false }
    : indefinite(first, next, 2 * total, 10 * total, total);
}

import type { Atoms } from './atoms';
import { Role } from './lexicon';
import type { Num } from './number-words';
import { readCardinal, scaled, scaledOf } from './number-words';

/** Words that stand before a bare "dozen" as "a" does. */
const BEFORE_DOZEN = new Set(['another', 'the', 'some']);

/** "a hundred", "a dozen", "another dozen", "a million", "a half", "a quarter of". */
export function readArticle(a: Atoms, i: number): Num | null {
  if (a.entry(i).scale === 12 && !a.entry(i).plural && a.follows(i) && BEFORE_DOZEN.has(a.lex(i - 1)))
    return readCardinal(a, i, 1);
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
export function readHalf(a: Atoms, i: number): Num | null {
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
export function readIndefinite(a: Atoms, i: number): Num | null {
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

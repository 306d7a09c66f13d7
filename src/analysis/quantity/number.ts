import type { Atoms } from './atoms';
import { Gap } from './atoms';
import { readAndFraction, slashFraction, VULGAR } from './number-fractions';
import { readArticle, readHalf, readIndefinite } from './number-parts';
import type { Num } from './number-words';
import { digitsValue, readCardinal, scaled } from './number-words';

/** Longer digit runs are serial numbers. */
const MAX_DIGITS = 20;

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

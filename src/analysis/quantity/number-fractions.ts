import type { Atoms } from './atoms';
import { Role } from './lexicon';

/** The values of single-character fractions ("½"), by code point. */
export const VULGAR: ReadonlyMap<number, number> = new Map([
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

/** "3/4" as a part: a known denominator and nothing that makes it a date, a path or a designator. */
export function slashFraction(a: Atoms, i: number): number | null {
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
export function readAndFraction(a: Atoms, at: number): { next: number; value: number; scale: number } | null {
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

import type { Atoms } from './atoms';

/** A phone number has at most so many groups of digits and marks on either side of one of them. */
const REACH = 10;
const DIALLED = /^(?:call|calls|phone|telephone|tel|ring|dial|hotline|helpline|fax|mobile|whatsapp|text)$/;

/**
 * Whether the digits at atom `i` are part of a phone number: "+44 20 7946 0000", "(212) 555-0100", "555-0132" where its second part
 * starts with a nought or a word of calling stands before it.
 */
export function isPhoneNumber(a: Atoms, i: number): boolean {
  const first = startOfRun(a, i);
  const groups = digitGroups(a, first);
  const digits = groups.join('').length;
  if (a.is(first, '+')) return digits >= 9;
  if (a.is(first, '(') && groups[0]?.length === 3) return digits >= 10;
  const [head = '', tail = ''] = groups;
  const local = groups.length === 2 && head.length === 3 && tail.length === 4;
  return local && isHyphenated(a, first) && (tail.startsWith('0') || isDialled(a, first));
}

/** The first atom of the run of digits, hyphens, brackets and plus signs that `i` stands in. */
function startOfRun(a: Atoms, i: number): number {
  let at = i;
  while (at > 0 && i - at < REACH && a.follows(at) && belongs(a, at - 1)) at--;
  while (at < i && !a.isDigits(at) && !a.is(at, '+') && !a.is(at, '(')) at++;
  return at;
}

function belongs(a: Atoms, i: number): boolean {
  return a.isDigits(i) || a.isHyphen(i) || a.is(i, '(') || a.is(i, ')') || a.is(i, '+');
}

function digitGroups(a: Atoms, first: number): string[] {
  const groups: string[] = [];
  for (let at = first; at - first < 2 * REACH && belongs(a, at); at++) {
    if (at > first && !a.follows(at)) break;
    if (a.isDigits(at)) groups.push(a.text(at));
  }
  return groups;
}

function isHyphenated(a: Atoms, first: number): boolean {
  return a.isHyphen(first + 1) && a.glued(first + 1) && a.glued(first + 2);
}

function isDialled(a: Atoms, first: number): boolean {
  return DIALLED.test(a.lex(first - 1)) || (a.lex(first - 1) === 'on' && DIALLED.test(a.lex(first - 2)));
}

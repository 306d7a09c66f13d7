import type { Atoms } from './atoms';
import { ROLES } from '../source/lexicon/roles';
import { blankDraft, type Draft } from './draft';
import type { Num } from './number-words';

/** "in her 40s": an age between two bounds. Decades without a person ("the 60s") have no value that articles compare. */
export function agesOrDecade(a: Atoms, num: Num): Draft | null {
  const value = num.value ?? 0;
  if (!Number.isInteger(value)) return null;
  const early = /^(?:early|mid|late)$/.test(a.text(num.first - 1)) ? 1 : a.isHyphen(num.first - 1) ? 2 : 0;
  if (
    value % 10 !== 0 ||
    value < 10 ||
    value > 90 ||
    !/^(?:his|her|their|my|our|your)$/.test(a.lex(num.first - 1 - early))
  )
    return null;
  return { ...blankDraft(num.first, num.next + 1), kind: 'age', unit: 'year', low: value, high: value + 9 };
}

/** "5-year-old", "45 years old", "three years of age", "87 yo", "Mara Lind, 45 years, said". */
export function withAge(a: Atoms, d: Draft): Draft {
  if (d.kind !== 'duration') return d;
  const at = a.isHyphen(d.next) ? d.next + 1 : d.next;
  if (/^olds?$/.test(a.text(at)) && a.follows(at)) return { ...d, kind: 'age', next: at + 1 };
  if (a.lex(d.next) === 'of' && a.text(d.next + 1) === 'age') return { ...d, kind: 'age', next: d.next + 2 };
  return d.unit === 'year' && typeof d.value === 'number' && apposed(a, d) ? { ...d, kind: 'age' } : d;
}

/** "aged 45", "age 87", "ages 12 and 14", "Name, 45,": a bare number that tells an age. */
export function aged(a: Atoms, d: Draft): Draft | null {
  if (typeof d.value !== 'number' || !Number.isInteger(d.value) || d.value < 0 || d.value > 120) return null;
  const before = a.isWord(d.first - 1) ? a.text(d.first - 1).toLowerCase() : '';
  const age: Draft = { ...d, kind: 'age', unit: 'year' };
  if (before === 'aged' || before === 'age')
    return { ...age, first: before === 'age' ? d.first - 1 : d.first };
  if (before === 'ages' || isSecondAge(a, d)) return age;
  if (a.text(d.next) === 'yo' && a.follows(d.next)) return { ...age, next: d.next + 1 };
  return apposed(a, d) || ofPronoun(a, d) || reached(a, d, before) ? age : null;
}

/** The 14 of "ages 12 and 14". */
function isSecondAge(a: Atoms, d: Draft): boolean {
  return (
    /^(?:and|or)$/.test(a.lex(d.first - 1)) &&
    a.isDigits(d.first - 2) &&
    /^age[ds]?$/.test(a.lex(d.first - 3))
  );
}

/** "Mara Lind, 45, said", "the captain, 57, said": a number of two digits set off by commas behind somebody. */
function apposed(a: Atoms, d: Draft): boolean {
  if (!a.isDigits(d.first) || a.length(d.first) !== 2 || !a.follows(d.first)) return false;
  if (!a.is(d.first - 1, ',') || a.entry(d.first - 2).month > 0) return false;
  if (a.capital(d.first - 2))
    return a.is(d.next, ',') || a.is(d.next, '.') || a.is(d.next, ';') || a.is(d.next, ')');
  return isPerson(a.lex(d.first - 2)) && (a.is(d.next, ',') || a.is(d.next, ')')) && !a.isDigits(d.next + 1);
}

const PERSON = /(?:^|-|[a-z])(?:man|woman|boy|girl)$|^(?:teenager|mum|mom|dad|retiree|pensioner|accused)$/;

function isPerson(word: string): boolean {
  return ROLES.has(word) || PERSON.test(word);
}

/** "will turn 29 in April", "turned 45.": an age that somebody reaches. */
function reached(a: Atoms, d: Draft, before: string): boolean {
  if (!/^turn(?:s|ed|ing)?$/.test(before) || !a.isDigits(d.first) || Number(d.value) < 10) return false;
  return (
    !a.isWord(d.next) || !a.follows(d.next) || /^(?:in|on|this|next|last|today|and|when)$/.test(a.lex(d.next))
  );
}

/** "He was 87.", "who turned 45,": somebody's age at the end of a clause. */
function ofPronoun(a: Atoms, d: Draft): boolean {
  if (!/^(?:he|she|who)$/.test(a.lex(d.first - 2)) || !/^(?:is|was|turned|turns)$/.test(a.lex(d.first - 1)))
    return false;
  return (
    d.value !== null && Number(d.value) > 10 && (a.is(d.next, '.') || a.is(d.next, ',') || a.is(d.next, ';'))
  );
}

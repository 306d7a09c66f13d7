import type { Atoms } from './atoms';
import { Role } from './lexicon';
import type { Num } from './number-words';

/** Words before "one" that make it stand for a noun: "this one", "the deadliest one", "no one". */
const BEFORE = new Set([
  'no',
  'this',
  'that',
  'which',
  'any',
  'each',
  'every',
  'another',
  'such',
  'other',
  'some',
  'these',
  'the',
]);
/** Verbs whose "one" is somebody: "killed one and injured two". */
const FATAL = ['killed', 'killing', 'injured', 'injuring', 'wounding', 'wounded'];
/** Words before a final "one" that leave it a number: "down to one", "only one", "group of one". */
const COUNTING = new Set([
  'to',
  'by',
  'at',
  'and',
  'least',
  'only',
  'was',
  'is',
  'were',
  'about',
  'than',
  'just',
  'with',
  'of',
  'or',
  'minus',
  'negative',
  'equals',
  ...FATAL,
]);
const ADJECTIVE =
  /(?:est|ing|ous|al|ful|ive|able|ible|ic|less|ish|ary|ent|ant|like|ier|er|ed|new|old|good|bad|big|small|last|next|best|worst|right|wrong|same|own)$/;

/** Whether the number is the word "one" standing for a noun or for "someone". */
export function isPronoun(a: Atoms, num: Num): boolean {
  const i = num.first;
  if (num.next !== i + 1 || a.lex(i) !== 'one') return false;
  const before = a.lex(i - 1);
  const after = i + 1;
  if (a.isHyphen(i - 1) && a.glued(i)) return true;
  if (a.isHyphen(after) && a.glued(after)) return isFixed(a, after + 1);
  if (before === 'that' && a.lex(after) === 'of') return isIdiom(a, after);
  if (BEFORE.has(before) && a.follows(i))
    return !((before === 'the' || before === 'that') && countsAfterThe(a, after));
  if (before === 'by' && a.lex(i - 2) === 'one') return true;
  const only = before === 'only' && a.lex(i - 2) === 'the';
  if (!a.isWord(after) || !a.follows(after)) return only || !COUNTING.has(before);
  if (only && (a.entry(after).role & Role.Stop) !== 0) return a.lex(after) !== 'of';
  const next = a.lex(after);
  if (next === 'another' || (next === 'by' && a.lex(after + 1) === 'one')) return true;
  if (next === 'of') return isIdiom(a, after);
  if (FATAL.includes(before) || (next === 'and' && before !== 'and' && COUNTING.has(before))) return false;
  if (
    next === 'or' ||
    next === 'in' ||
    next === 'out' ||
    next === 'to' ||
    next === 'more' ||
    next === 'other'
  )
    return false;
  if (
    a.isWord(i - 1) &&
    a.follows(i) &&
    a.entry(i - 1).word === '' &&
    ADJECTIVE.test(a.text(i - 1)) &&
    !a.capital(i - 1)
  )
    return true;
  if (isAuxiliary(next)) return !fateNear(a, after + 1);
  const { role } = a.entry(after);
  if ((role & Role.Fate) !== 0 || (role & Role.Elided) !== 0) return false;
  if (next.endsWith('ed') && next.length > 4) return before === '' || !COUNTING.has(before);
  return (role & (Role.Stop | Role.Verb)) !== 0 || /^(?:['’]s|can|thinks?|wonders?|knows?)$/.test(next);
}

function isAuxiliary(word: string): boolean {
  return /^(?:is|was|has|had|remains|remained)$/.test(word);
}

/** "one was killed", "one is confirmed dead". */
function fateNear(a: Atoms, from: number): boolean {
  for (let i = from; i < from + 4 && a.isWord(i) && a.follows(i); i++)
    if (a.entry(i).role & Role.Fate) return true;
  return false;
}

/** "one-sided", "one-off", "one-time": words, not counts; "one-third", "one-mile", "one-day" are read as numbers. */
function isFixed(a: Atoms, i: number): boolean {
  return /^(?:sided|off|time|offs|liner|upmanship|size|stop|way|man|woman|on|to|two|hit)$/.test(a.text(i))
    ? true
    : false;
}

/** "the one person who": a count; "the one who", "the one in Paris": a pronoun. */
function countsAfterThe(a: Atoms, after: number): boolean {
  return a.isWord(after) && a.follows(after) && (a.entry(after).role & (Role.Stop | Role.Verb)) === 0;
}

/** "one of the largest", "one of its most important": praise, not a count. */
function isIdiom(a: Atoms, of: number): boolean {
  for (let i = of + 1; i < of + 5 && a.isWord(i) && a.follows(i); i++) {
    const text = a.text(i).toLowerCase();
    if (text === 'most' || text === 'least' || text === 'best' || text === 'worst') return true;
    if (
      /[a-z]{2}(?:iest|est)$/.test(text) &&
      !/^(?:protest|arrest|request|interest|harvest|forest|guest|west|test|rest|nest|chest|quest|priest|latest|contest|invest)$/.test(
        text,
      )
    )
      return true;
  }
  return false;
}

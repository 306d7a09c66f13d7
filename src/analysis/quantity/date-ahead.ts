import type { Atoms } from './atoms';

/** Words of a clause that are looked at, on either side of a date. */
const REACH_BEFORE = 16;
const REACH_BEHIND = 8;

const TO_COME = new Set([
  'will',
  'would',
  'shall',
  "we'll",
  "it'll",
  "he'll",
  "she'll",
  "they'll",
  "i'll",
  "you'll",
]);
/** "Is due", "hearing set for": what is planned, unless it was. */
const PLANNED = new Set(['due', 'scheduled', 'slated', 'planned', 'expected', 'set', 'booked', 'billed']);
const PLANS = new Set([
  'plans',
  'plan',
  'intends',
  'intend',
  'hopes',
  'hope',
  'aims',
  'aim',
  'vows',
  'pledges',
  'prepares',
]);
const PRESENT = new Set([
  'is',
  'are',
  'am',
  "it's",
  "he's",
  "she's",
  "they're",
  "we're",
  "i'm",
  'be',
  'being',
]);
const PAST = new Set(
  'was were had has have did said told says wrote went came took left fell began sank broke struck hit shot won lost met held made gave rose ran put saw found became grew spoke flew died born built sold bought sent'.split(
    ' ',
  ),
);
/** What opens another clause, which has its own time. */
const OPENS = new Set(
  'after before when while since because as that which who whom whose what if where although though but until than following'.split(
    ' ',
  ),
);
const DETERMINER = new Set([
  'the',
  'a',
  'his',
  'her',
  'its',
  'their',
  'our',
  'my',
  'your',
  'no',
  'good',
  'free',
  'political',
  'public',
  'last',
  'of',
  "'s",
]);

/**
 * Whether the clause around a date tells of what is to come, so that "Saturday" is the next one and not the last: "will be opened on Saturday",
 * "is due to arrive Saturday", "On Saturday the court will hear". Where the clause tells nothing of it the day has been, as news looks back.
 * @param first the atom that the words of the date begin with
 * @param next the atom behind them
 */
export function isAhead(a: Atoms, first: number, next: number): boolean {
  const lead = a.lex(first - 1);
  if (lead === 'coming' || lead === 'since') return lead === 'coming';
  return aheadBefore(a, first) ?? aheadBehind(a, first, next);
}

/** The first word before the date that has a time decides; null where its clause has none. */
function aheadBefore(a: Atoms, first: number): boolean | null {
  let planned = false;
  for (let i = first - 1; i >= 0 && first - i <= REACH_BEFORE && a.follows(i + 1); i--) {
    const word = a.lex(i);
    if (word === '' ? endsClause(a, i) : OPENS.has(word) && first - i > 1) break;
    if (planned && (PAST.has(word) || word === 'been')) return false;
    if (planned && PRESENT.has(word)) return true;
    if (isPlan(a, i)) planned = true;
    else if (isToCome(a, i) || (PLANS.has(word) && a.lex(i + 1) === 'to')) return true;
    else if (isGoingOn(a, i)) return true;
    else if (isPast(a, i)) return planned;
  }
  return planned ? true : null;
}

/** "On Saturday the court will hear …", at the head of its clause: the first verb behind it decides. */
function aheadBehind(a: Atoms, first: number, next: number): boolean {
  for (let i = next; i < next + REACH_BEHIND && a.follows(i); i++) {
    const word = a.lex(i);
    if (word === '') {
      if (a.is(i, ',') && i === next && opensClause(a, first)) continue;
      return false;
    }
    if (isToCome(a, i)) return true;
    if (OPENS.has(word) || isPast(a, i) || isVerbOfSaying(word)) return false;
    if ((word === 'is' || word === 'are') && (PLANNED.has(a.lex(i + 1)) || a.lex(i + 1) === 'to'))
      return true;
  }
  return false;
}

/** Whether a date stands at the head of its sentence, with a preposition at most before it. */
function opensClause(a: Atoms, first: number): boolean {
  const at =
    a.lex(first - 1) === 'on' || a.lex(first - 1) === 'in' || a.lex(first - 1) === 'by' ? first - 1 : first;
  return !a.follows(at) || (endsClause(a, at - 1) && !a.is(at - 1, ','));
}

function isToCome(a: Atoms, i: number): boolean {
  const word = a.lex(i);
  if (!TO_COME.has(word)) return false;
  return word !== 'will' || !(a.capital(i) || DETERMINER.has(a.lex(i - 1)));
}

/** "Due", "set to", "scheduled for": a plan; "a set of", "expected losses" are none. */
function isPlan(a: Atoms, i: number): boolean {
  const word = a.lex(i);
  if (!PLANNED.has(word)) return false;
  const behind = a.lex(i + 1);
  if (word === 'set') return behind === 'for' || behind === 'to';
  return (
    /^(?:to|for|on|in|by|at|early|late|next|this)$/.test(behind) ||
    a.entry(i + 1).weekday > 0 ||
    a.entry(i + 1).month > 0
  );
}

/** What is said to be going on before it does; who "is searching" does it now. */
const COMING = new Set(
  'going coming arriving leaving departing returning travelling traveling flying heading visiting meeting opening closing starting holding hosting playing voting releasing'.split(
    ' ',
  ),
);

/** "Is to appear", "are meeting", "is going to". */
function isGoingOn(a: Atoms, i: number): boolean {
  const word = a.lex(i);
  if (word !== 'is' && word !== 'are' && word !== 'am') return false;
  return a.lex(i + 1) === 'to' || COMING.has(a.lex(i + 1));
}

const NOT_PAST = /^(?:hundred|indeed|exceed|proceed|succeed|shed|sacred|naked|hatred)$/;
/** What leads a participle that is not past: "will be opened", "remain closed". */
const LEADS = new Set(['be', 'being', 'get', 'remain', 'stay', 'become']);

function isPast(a: Atoms, i: number): boolean {
  const word = a.lex(i);
  if (PAST.has(word)) return true;
  if (word.length < 5 || !word.endsWith('ed') || word.endsWith('eed') || NOT_PAST.test(word)) return false;
  return !LEADS.has(a.lex(i - 1)) && !LEADS.has(a.lex(i - 2));
}

function isVerbOfSaying(word: string): boolean {
  return word === 'says' || word === 'say' || word === 'tells';
}

/** A sentence's end, a bracket, a mark of quotation, a comma or a dash between words. */
function endsClause(a: Atoms, i: number): boolean {
  if (a.isHyphen(i) && a.glued(i) && a.glued(i + 1)) return false;
  if (a.is(i, '.')) return a.gap[i + 1] !== 0 && a.length(i - 1) > 3;
  return !a.isDigits(i) && !a.is(i, "'") && a.symbol(i) !== 0x2019 && !a.is(i, '$') && !a.is(i, '%');
}

import type { Span } from '../../text';
import type { Atoms } from './atoms';
import { Role } from './lexicon';

/** A noun phrase is not longer than this many atoms and words. */
const MAX_ATOMS = 14;
const MAX_WORDS = 6;

/** Whether the word at `i` looks like a plural noun. */
export function isPlural(a: Atoms, i: number): boolean {
  if (!a.isWord(i)) return false;
  const { role } = a.entry(i);
  if (role & (Role.Head | Role.Elided)) return true;
  if (role & Role.Stop) return false;
  const text = a.text(i);
  if (role & Role.Verb) return /[^s]s$/.test(text);
  return text.length > 3 && /s$/i.test(text) && !/(?:ss|us|is|['’]s)$/i.test(text);
}

/** Words in -ly that are no adverbs. */
const ADJECTIVE_LY =
  /(?:family|early|daily|weekly|monthly|yearly|elderly|friendly|deadly|assembly|ally|italy|july|likely|lonely|only)$/i;

function isAdverb(a: Atoms, i: number): boolean {
  const text = a.text(i);
  return text.length > 4 && text.endsWith('ly') && !ADJECTIVE_LY.test(text);
}

/** Whether the word at `i` cannot stand inside a noun phrase that starts at `first`. */
function endsPhrase(a: Atoms, i: number, first: number): boolean {
  const e = a.entry(i);
  if (e.role & Role.Stop) return true;
  if (e.role & Role.Verb) return !isPlural(a, i) || (i > first && isPlural(a, i - 1));
  if (e.weekday > 0 || (e.month > 0 && a.capital(i)) || e.cardinal >= 0) return true;
  return i > first && isAdverb(a, i);
}

/** Words of dimension after a measure: "a 10-metre-long dhow". */
const DIMENSION = /^(?:long|wide|high|tall|deep|thick|old|strong|plus|worth)$/;

/**
 * The thing that a number counts, in the words right after it: "Ukrainian prisoners of war", "residential buildings",
 * "ballistic, cruise, anti-aircraft and guided missiles". Null where no noun follows.
 * @param at first atom after the number
 * @param singular whether one thing is named ("930-mile front line", "700th day"), not many
 */
export function thingAfter(a: Atoms, at: number, singular: boolean): Span | null {
  let i = at;
  if (a.isHyphen(i) && a.glued(i)) {
    i++;
    if (isCompounded(a, i)) return { start: a.start[i] ?? 0, end: a.end[i] ?? 0 };
  }
  if (singular && a.isWord(i) && DIMENSION.test(a.text(i))) i++;
  if (a.lex(i) === 'of' && a.follows(i)) i++;
  while (a.isWord(i) && a.follows(i) && /^(?:the|its|their|his|her|our|those|these)$/.test(a.lex(i))) i++;
  if (!a.isWord(i) || !a.follows(i)) return null;
  const last = withoutVerb(a, i, phraseEnd(a, i, singular));
  return last < 0 || isPartOfDay(a, i, last) || isTime(a, i)
    ? null
    : { start: a.start[i] ?? 0, end: a.end[last] ?? 0 };
}

/** Words behind a number and a hyphen that are nothing counted: "a four-star hotel", "30-odd boats". */
const UNCOUNTED =
  /^(?:odd|plus|strong|something|star|way|fold|tier|level|stage|and|to|or|by|in|on|long|wide|high|tall|deep)$/;

/** What is counted of the thing that follows: "a 40-bed ward" has 40 beds, "a six-count indictment" six counts. */
function isCompounded(a: Atoms, i: number): boolean {
  if (!a.isWord(i) || !a.glued(i) || !a.isWord(i + 1) || !a.follows(i + 1) || a.glued(i + 1)) return false;
  const { role } = a.entry(i);
  return (
    (role & (Role.Stop | Role.Verb)) === 0 &&
    !/(?:[a-z]{2}ed|est)$/.test(a.text(i)) &&
    !UNCOUNTED.test(a.lex(i))
  );
}

const TIME = /^(?:spring|summer|autumn|fall|winter|season|year|month|week|weekend|quarter|night|time)$/;

/** "sold for $2 million last summer": when, not what. */
function isTime(a: Atoms, first: number): boolean {
  return /^(?:last|next|this)$/.test(a.lex(first)) && a.follows(first + 1) && TIME.test(a.lex(first + 1));
}

/** "worth $2 million early Monday": a word before a day that counts nothing. */
function isPartOfDay(a: Atoms, first: number, last: number): boolean {
  return (
    first === last &&
    /^(?:early|late)$/.test(a.lex(first)) &&
    (a.entry(first + 1).weekday > 0 || a.lex(first + 1) === 'on')
  );
}

/** "the mill burned", "several dozen stayed": a last word in -ed is the verb, unless it stands for people ("18 wounded"). */
function withoutVerb(a: Atoms, first: number, last: number): number {
  if (
    last < first ||
    !/[a-z]{2}ed$/.test(a.text(last)) ||
    (a.entry(last).role & (Role.Elided | Role.Fate)) !== 0
  )
    return last;
  if (a.isHyphen(last - 1) && a.glued(last)) return last;
  return last > first ? last - 1 : -1;
}

function phraseEnd(a: Atoms, first: number, singular: boolean): number {
  let last = -1;
  let words = 0;
  for (let i = first; i < first + MAX_ATOMS && words < MAX_WORDS; i++) {
    if (i > first && !a.follows(i)) break;
    if (a.isHyphen(i) && a.glued(i) && a.glued(i + 1)) continue;
    if (a.isDigits(i)) {
      if (a.glued(i)) continue;
      break;
    }
    if (a.is(i, '.') && isInitial(a, i)) continue;
    if (!a.isWord(i)) return listEnd(a, first, i, last);
    if (endsPhrase(a, i, first)) {
      if (i === first && (a.entry(i).role & Role.Elided) !== 0) return elided(a, i) ? i : -1;
      return a.lex(i) === 'and' && last >= first && !isPlural(a, last) ? listEnd(a, first, i, last) : last;
    }
    if (singular && last >= first && a.capital(i) && !a.capital(last) && !a.isHyphen(i + 1)) return last;
    last = i;
    words++;
    if (isPlural(a, i) && !(a.isHyphen(i + 1) && a.glued(i + 1)) && !continues(a, i + 1)) {
      if (compoundOfList(a, i)) continue;
      if (a.lex(i) === 'other' || a.lex(i) === 'more') continue;
      return withOf(a, i);
    }
  }
  return last;
}

/** The dot of "U.N. aircraft", "Mr. Lind's rivals". */
function isInitial(a: Atoms, dot: number): boolean {
  const short = a.length(dot - 1) === 1 || /^(?:Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|Gen)$/.test(a.text(dot - 1));
  return a.glued(dot) && a.capital(dot - 1) && short && a.isWord(dot + 1) && a.follows(dot + 1);
}

/** "18 dead", "five missing" stand for people; before "to" or "in" as well. */
function elided(a: Atoms, i: number): boolean {
  return a.entry(i).role !== 0;
}

/** "anti-aircraft and guided missiles": a head noun behind a hyphen is an adjective here. */
function compoundOfList(a: Atoms, i: number): boolean {
  return a.isHyphen(i - 1) && a.glued(i) && (a.lex(i + 1) === 'and' || a.is(i + 1, ','));
}

/** Whether the noun phrase goes on after a plural: "sports cars", "armed forces members". */
function continues(a: Atoms, i: number): boolean {
  if (!a.isWord(i) || !a.follows(i)) return false;
  const { role } = a.entry(i);
  return (role === 0 || role === Role.Head) && isPlural(a, i) && !isAdverb(a, i) && a.entry(i).weekday === 0;
}

/** "prisoners of war": a short "of" phrase without a determiner belongs to the thing. */
function withOf(a: Atoms, i: number): number {
  const at = i + 2;
  if (a.lex(i + 1) !== 'of' || !a.isWord(at) || a.entry(at).role & (Role.Stop | Role.Verb)) return i;
  if (a.entry(at).cardinal >= 0 || a.capital(at) || !a.follows(at)) return i;
  return isPlural(a, at + 1) && !isPlural(a, at) && a.follows(at + 1) && !endsPhrase(a, at + 1, at)
    ? at + 1
    : at;
}

/** "ballistic, cruise, anti-aircraft and guided missiles": adjectives in a list, then one plural; else `last`. */
function listEnd(a: Atoms, first: number, from: number, last: number): number {
  if (last < first || isPlural(a, last) || a.capital(last) || !(a.is(from, ',') || a.lex(from) === 'and'))
    return last;
  let seenAnd = false;
  for (let i = from; i < first + 24 && a.follows(i); i++) {
    if (a.is(i, ',') || a.isHyphen(i)) continue;
    if (a.lex(i) === 'and' || a.lex(i) === 'or') {
      seenAnd = true;
      continue;
    }
    if (!a.isWord(i) || endsPhrase(a, i, first)) return last;
    if (isPlural(a, i) && !compoundOfList(a, i)) return seenAnd ? i : last;
    if (a.capital(i)) return last;
  }
  return last;
}

/**
 * The thing named before a number: "a crew of six", and the verb that stands for an elided noun: "injured 130".
 * @param at the number's first atom
 */
export function thingBefore(a: Atoms, at: number): Span | null {
  const i = at - 1;
  if (!a.isWord(i) || !a.follows(at)) return null;
  const noun = a.isWord(i - 1) && (a.entry(i - 1).role & (Role.Stop | Role.Verb)) === 0;
  if (a.lex(i) === 'of' && noun && /^(?:a|an|the|its|their|his|her)$/.test(a.lex(i - 2)))
    return { start: a.start[i - 1] ?? 0, end: a.end[i - 1] ?? 0 };
  if ((a.entry(i).role & Role.Fate) !== 0) return { start: a.start[i] ?? 0, end: a.end[i] ?? 0 };
  return null;
}

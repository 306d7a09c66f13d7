import type { Span } from '../../text';
import type { Atoms } from './atoms';
import { Role } from './lexicon';

/** A noun phrase is not longer than this many atoms. */
const MAX_ATOMS = 14;
const MAX_WORDS = 8;

/** Whether the word at `i` looks like a plural noun. */
export function isPlural(a: Atoms, i: number): boolean {
  if (!a.isWord(i)) return false;
  const { role } = a.entry(i);
  if (role & (Role.Head | Role.Elided)) return true;
  if (role & (Role.Stop | Role.Verb)) return false;
  const text = a.text(i);
  return text.length > 3 && /s$/i.test(text) && !/(?:ss|us|is|['’]s)$/i.test(text);
}

function stops(a: Atoms, i: number): boolean {
  return (a.entry(i).role & (Role.Stop | Role.Verb)) !== 0;
}

/** Words that a participle or adverb ending gives away as the end of the noun phrase. */
function endsPhrase(a: Atoms, i: number): boolean {
  if (stops(a, i)) return true;
  const e = a.entry(i);
  if (e.weekday > 0 || (e.month > 0 && a.capital(i))) return true;
  const text = a.text(i);
  return (
    text.endsWith('ly') &&
    text.length > 4 &&
    !/(?:family|early|daily|weekly|monthly|elderly|friendly|deadly|assembly|ally)$/.test(text)
  );
}

/**
 * The thing that a number counts, in the words right after it: "Ukrainian prisoners of war", "residential buildings",
 * "ballistic, cruise, anti-aircraft and guided missiles". Null where no noun follows.
 * @param at first atom after the number
 */
export function thingAfter(a: Atoms, at: number, singular: boolean): Span | null {
  let i = at;
  if (a.isHyphen(i) && a.glued(i)) i++;
  if (a.lex(i) === 'of' && a.follows(i)) i++;
  while (a.isWord(i) && a.follows(i) && /^(?:the|its|their|his|her|our|those|these|them)$/.test(a.lex(i)))
    i++;
  if (!a.isWord(i) || !a.follows(i)) return null;
  const first = i;
  const last = phraseEnd(a, first, singular);
  if (last < 0) return null;
  return { start: a.start[first] ?? 0, end: a.end[last] ?? 0 };
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
    if (!a.isWord(i)) {
      const list = listEnd(a, first, i);
      if (list < 0) break;
      return list;
    }
    if (endsPhrase(a, i)) {
      if (a.lex(i) === 'and' && last >= first && !isPlural(a, last)) {
        const list = listEnd(a, first, i);
        if (list >= 0) return list;
      }
      if (i === first && (a.entry(i).role & Role.Elided) !== 0) return i;
      break;
    }
    last = i;
    words++;
    if (isPlural(a, i) && !continues(a, i + 1)) return withOf(a, i);
    if (singular && (a.entry(i).role & Role.Head) !== 0) return i;
  }
  return last;
}

/** Whether the noun phrase goes on after a plural: "sports cars", "armed forces members". */
function continues(a: Atoms, i: number): boolean {
  return a.isWord(i) && a.follows(i) && !endsPhrase(a, i) && isPlural(a, i) && a.entry(i).role === 0;
}

/** "prisoners of war": a short "of" phrase without a determiner belongs to the thing. */
function withOf(a: Atoms, i: number): number {
  if (a.lex(i + 1) !== 'of' || !a.isWord(i + 2) || stops(a, i + 2) || a.entry(i + 2).cardinal >= 0) return i;
  if (a.capital(i + 2) || !a.follows(i + 2)) return i;
  return isPlural(a, i + 3) && !stops(a, i + 3) && !isPlural(a, i + 2) ? i + 3 : i + 2;
}

/** "ballistic, cruise, anti-aircraft and guided missiles": adjectives in a list, then one plural. */
function listEnd(a: Atoms, first: number, from: number): number {
  let seenAnd = false;
  for (let i = from; i < first + 24 && a.follows(i); i++) {
    if (a.is(i, ',') || a.isHyphen(i)) continue;
    if (a.lex(i) === 'and' || a.lex(i) === 'or') {
      seenAnd = true;
      continue;
    }
    if (!a.isWord(i) || endsPhrase(a, i)) return -1;
    if (isPlural(a, i)) return seenAnd ? i : -1;
    if (a.capital(i)) return -1;
  }
  return -1;
}

/**
 * The thing named before a number: "a crew of six", and the verb that stands for an elided noun: "injured 130".
 * @param at the number's first atom
 */
export function thingBefore(a: Atoms, at: number): Span | null {
  const i = at - 1;
  if (!a.isWord(i) || !a.follows(at)) return null;
  if (
    a.lex(i) === 'of' &&
    a.isWord(i - 1) &&
    !stops(a, i - 1) &&
    /^(?:a|an|the|its|their)$/.test(a.lex(i - 2))
  )
    return { start: a.start[i - 1] ?? 0, end: a.end[i - 1] ?? 0 };
  if ((a.entry(i).role & Role.Fate) !== 0) return { start: a.start[i] ?? 0, end: a.end[i] ?? 0 };
  return null;
}

import { Gap, type Atoms } from './atoms';
import { blankDraft, type Draft } from './draft';
import { Role } from './lexicon';
import { readCardinal } from './number-words';
import { thingAfter } from './thing';

interface Rank {
  readonly value: number;
  readonly next: number;
}

/** Reads "700th", "49th", "second", "twenty-fifth", "one hundred and third" at atom `i`; null for names and adverbs. */
export function readOrdinal(a: Atoms, i: number): Draft | null {
  const rank = a.isDigits(i) ? digitRank(a, i) : wordRank(a, i);
  if (rank === null || nameFollows(a, i, rank.next)) return null;
  if (!a.isDigits(i) && !isRank(a, i, rank)) return null;
  const of = a.lex(rank.next) === 'of' ? null : thingAfter(a, rank.next, true);
  return { ...blankDraft(i, rank.next), kind: 'ordinal', value: rank.value, thing: of };
}

function digitRank(a: Atoms, i: number): Rank | null {
  const next = i + 1;
  if (!a.isWord(next) || !a.glued(next) || !/^(?:st|nd|rd|th)$/i.test(a.text(next))) return null;
  const value = Number(a.text(i).replace(/[^\d]/g, ''));
  return a.text(i).includes('.') ? null : { value, next: next + 1 };
}

function wordRank(a: Atoms, i: number): Rank | null {
  const e = a.entry(i);
  if (e.ordinal > 0 && !e.plural) return { value: e.ordinal, next: i + 1 };
  if (e.cardinal < 0 && e.scale === 0) return null;
  // "one hundred twenty-fifth": the cardinal as far as it goes, then the ordinal that completes it.
  const whole = e.cardinal >= 0 ? readCardinal(a, i) : null;
  const base = whole?.value ?? 0;
  if (!whole || base === 0 || whole.fraction) return null;
  let at = whole.next;
  if (a.isHyphen(at) && a.follows(at + 1)) at++;
  if (a.lex(at) === 'and' && base >= 100) at++;
  const last = a.entry(at);
  if (last.ordinal < 1 || last.plural || !a.follows(at)) return null;
  if (last.ordinal >= 100) return { value: base * last.ordinal, next: at + 1 };
  const room = base % 100;
  const fits =
    room === 0 ? last.ordinal < 100 && base > 0 : room >= 20 && room % 10 === 0 && last.ordinal < 10;
  return fits ? { value: base + last.ordinal, next: at + 1 } : null;
}

/** "42nd Street", "Second Amendment", "First Lady": a capital after it makes a name. */
function nameFollows(a: Atoms, i: number, next: number): boolean {
  const at = a.isHyphen(next) ? next + 1 : next;
  if (!a.capital(at) || !a.follows(at)) return false;
  if (a.isDigits(i))
    return /^(?:Street|St|Avenue|Ave|Circuit|District|Airborne|Infantry|Division|Army|Congress|Amendment|Precinct|Battalion|Brigade|Regiment|Fleet|Century|Ward|Arrondissement|Marines?|Armored|Cavalry|Mountain|Street's)$/.test(
      a.text(at),
    );
  return a.capital(i) && a.gap[i] !== Gap.Break && !/[.!?:"“”]/.test(a.prose.charAt(a.start[i - 1] ?? 0));
}

const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  'its',
  'his',
  'her',
  'their',
  'our',
  'my',
  'your',
  'this',
  'that',
  'every',
  'each',
  'another',
]);

function isDetermined(a: Atoms, i: number): boolean {
  return (
    DETERMINERS.has(a.lex(i - 1)) ||
    (a.isWord(i - 1) && /['’]s?$/.test(a.text(i - 1))) ||
    a.symbol(i - 1) === 0x2019
  );
}

/** Nouns that "first" only makes into another word. */
const NOT_RANKED = new Set([
  'base',
  'baseman',
  'basemen',
  'and',
  'to',
  'in',
  'few',
  'lady',
  'ladies',
  'responder',
  'responders',
  'place',
  'hand',
  'aid',
  'name',
  'names',
  'degree',
  'class',
  'half',
  'glance',
  'and',
  'foremost',
]);
const NOT_SECOND = new Set([
  'hand',
  'half',
  'thought',
  'thoughts',
  'guess',
  'class',
  'fiddle',
  'nature',
  'world',
  'chance',
  'party',
  'degree',
  'person',
  'guessing',
  'home',
]);

/** "first" counts where a determiner or a noun makes it an adjective; as an adverb ("first reported") it does not. */
function isRank(a: Atoms, i: number, rank: Rank): boolean {
  const { value, next } = rank;
  if (a.isHyphen(i - 1) && a.glued(i)) return false;
  const after = a.isWord(next) && a.follows(next) ? a.text(next).toLowerCase() : '';
  const hyphened = a.isHyphen(next) && a.glued(next) ? a.text(next + 1).toLowerCase() : '';
  const determined = isDetermined(a, i);
  if (value === 1) {
    if (hyphened !== '' || NOT_RANKED.has(after)) return false;
    if (after === 'time') return true;
    const verb = (a.entry(next).role & Role.Verb) !== 0 || after.endsWith('ed');
    return determined && !verb;
  }
  if (value === 2 || value === 3) {
    if (NOT_SECOND.has(after) || NOT_SECOND.has(hyphened)) return false;
    if (hyphened !== '') return true;
    if (after === '' || (a.entry(next).role & Role.Stop) !== 0) return determined || finished(a, i);
    return true;
  }
  const alone = value >= 100 && next === i + 1;
  return !alone || (determined && a.isWord(next) && (a.entry(next).role & Role.Stop) === 0);
}

/** "finished second", "came third", "ranked second". */
function finished(a: Atoms, i: number): boolean {
  return (
    /^(?:finished|finishing|finish|came|placed|ranked|ranks|ranking|in|is|was|were|are)$/.test(
      a.text(i - 1),
    ) && a.isWord(i - 1)
  );
}

import { clauseAround } from './clause';
import { isFarOff } from './compare-measures';
import type { Evidence } from './evidence';
import type { Mention } from './mention';
import { once } from './once';
import type { SentenceProfile } from './sentence-profile';

/** Stretches of time that a count may be of: "this season", "in his last two games", "since Week 11". */
const PERIOD =
  /\b(?:this|last|next|per|a|each|every|since|past|previous|career|first|second|third|fourth|final|two|three|four|five|\d+)\s+(?:\p{L}+\s+)?(?:seasons?|years?|months?|quarters?|weeks?|games?|decades?|matches)\b|\bweek \d+\b|\bcareer\b/giu;
/** Different numbers of one rare thing are only certain where they are near, or the sentences alike. */
const CLOSE = 0.5;
/** Sentences this much alike tell the same even where one names a place more. */
const LIKE_SENTENCES = 0.4;

/**
 * Whether something lets two different values be of two things, however alike their words are: then they may still stand on a card
 * as perhaps the same, but no one is told that they differ.
 */
export function isDoubtful(e: Evidence, a: Mention, b: Mention): boolean {
  if (e.sameBearer > 0) return false;
  if (e.rareThing > 0 && e.sentence < LIKE_SENTENCES && e.close < CLOSE) return true;
  if (isOfPoll(a) || isOfPoll(b) || isRank(a) || isRank(b)) return true;
  if (a.quantity.kind === 'temperature' || a.quantity.kind === 'ordinal') return true;
  if (a.partial !== null || b.partial !== null) return true;
  const against = e.partialConflict + e.fateConflict + e.otherDirection + e.otherHour;
  if (against > 0 || isFarOff(a.measure, b.measure) || onOtherDays(a, b) || localPlace(a) !== localPlace(b))
    return true;
  const setting = [e.scopeConflict, e.pastConflict];
  if (setting.some((against) => against >= 1)) return true;
  const alike = e.sentence >= LIKE_SENTENCES;
  if (!alike && (e.narrower > 0 || setting.some((against) => against > 0))) return true;
  const inList = a.quantity.kind !== 'count' && a.measured === null && (a.listed || b.listed);
  if (inList && !alike) return true;
  return otherPeriods(a, b);
}

const POLL =
  /\b(?:polls?|polled|survey(?:ed|s)?|margin of error|respondents|percentage points|(?:registered|likely) (?:\p{L}+ ){0,3}voters|delegates?)\b|(?:\bper ?cent|%)\s+(?:of\s+\p{L}+\s+)?(?:said\s|say\s|chose|picked|prefer|favou?r|support|back|approve|disapprove|would\s(?:vote|pick|choose|back))/iu;

/** Whether a number is of a poll or a count of votes: there are many, each with its own. */
const isOfPoll = onceASentence((prose) => POLL.test(prose));

/** Whether a number stands beside a name as its place in a list: "7. John Marle (8)". */
function isRank({ quantity }: Mention): boolean {
  return quantity.kind === 'count' && /^(?:\p{Lu}[\p{L}.'’-]*\s*){2,}$/u.test(quantity.thing ?? '');
}

const LOCAL =
  /((?:\p{Lu}[\p{L}'’-]*\s+){0,3})(?:district|village|town|hamlet|suburb|neighbou?rhood|county|parish|settlement|street)\b|((?:\p{Lu}[\p{L}'’-]*\s+){1,3}|\b(?:a|the)\s(?:\p{Ll}+\s)?)(?:[Hh]ospital|clinic)\b/u;

const placeIn = onceASentence((prose): string | null => {
  const found = LOCAL.exec(prose);
  return found === null ? null : (found[1] ?? found[2] ?? '').trim().toLowerCase();
});

/** The small place that a count is of rather than of all that the event befell, by its name or ''; null where none is told. */
function localPlace(mention: Mention): string | null {
  return mention.quantity.kind === 'count' ? placeIn(mention) : null;
}

const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/giu;

const daysOfSentence = onceASentence((prose) => wordsIn(prose, WEEKDAY));

/** The days of the week that a mention's clause names, else the only one of its sentence. */
const daysOf = once((m: Mention): readonly string[] => {
  const near = wordsIn(clauseOf(m), WEEKDAY);
  if (near.length > 0) return near;
  const all = daysOfSentence(m);
  return new Set(all).size === 1 ? all : [];
});

/** Whether both name days of the week, and no common one. */
export function onOtherDays(a: Mention, b: Mention): boolean {
  const [x, y] = [daysOf(a), daysOf(b)];
  return x.length > 0 && y.length > 0 && !x.some((day) => y.includes(day)) && a.quantity.kind !== 'date';
}

const periodsOfSentence = onceASentence((prose) => wordsIn(prose, PERIOD));

/** The stretches of time that a mention's clause names, and its sentence. */
const periodsOf = once((m: Mention): readonly (readonly string[])[] => [
  wordsIn(clauseOf(m), PERIOD),
  periodsOfSentence(m),
]);

/** Whether the clauses, or the sentences, name stretches of time and no common one. */
function otherPeriods(a: Mention, b: Mention): boolean {
  const others = periodsOf(b);
  return periodsOf(a).some((x, i) => {
    const y = others[i] ?? [];
    return x.length + y.length > 0 && !x.some((period) => y.includes(period));
  });
}

function clauseOf(m: Mention): string {
  const { start, end } = clauseAround(m.article, m.sentence, m);
  return m.article.text.prose.slice(start, end);
}

function wordsIn(prose: string, pattern: RegExp): readonly string[] {
  return [...prose.matchAll(pattern)].map((found) => found[0].toLowerCase());
}

/** A function of the sentence that a mention stands in: a sentence without end may have all the mentions of an article. */
function onceASentence<Value>(make: (prose: string) => Value): (mention: Mention) => Value {
  const answers = new WeakMap<SentenceProfile, { readonly value: Value }>();
  return ({ article, sentence }) => {
    let answer = answers.get(sentence);
    if (answer === undefined) {
      const { start, end } = sentence.sentence;
      answers.set(sentence, (answer = { value: make(article.text.prose.slice(start, end)) }));
    }
    return answer.value;
  };
}

import { isExchange, isFarOff, sameClock, sameValue } from './compare-measures';
import { relateMentions, sameDate } from './relation';
import { standsAlone } from './measured';
import type { Measure } from './measure';
import { dimensionOf } from './mention';
import type { Mention } from './mention';
import type { PairTerms } from './pair-terms';
import type { SentenceProfile } from './sentence-profile';

/** What speaks for and against two mentions being of one fact; each from 0 to 1. */
export interface Evidence {
  readonly thing: number;
  /** Both count the same thing, and it is one that few articles have. */
  readonly rareThing: number;
  readonly act: number;
  readonly near: number;
  readonly sentence: number;
  /** How much an equal value says: 0 where the values differ, more for rarer numbers. */
  readonly value: number;
  /** Two equal amounts of money, distances or the like, which are seldom of two things in one story. */
  readonly unit: number;
  readonly sameValue: boolean;
  /**
   * Equal numbers of people, larger than a handful or the only ones of that size, or equal ages that stand beside no two names: an event
   * seldom has two such.
   */
  readonly samePeople: number;
  /** One speaks of another time than the other. */
  readonly pastConflict: number;
  readonly partialConflict: number;
  /** They name different places. */
  readonly scopeConflict: number;
  /** One names a place more. */
  readonly narrower: number;
  /** Another thing happened to the people counted: killed here, injured there. */
  readonly fateConflict: number;
  /** How near two different values are, from 0 to 1. */
  readonly close: number;
  /** No other number of this dimension in either article could be meant, from 0 to 1. */
  readonly only: number;
  /** Both tell in their own clauses that the same became of people. */
  readonly sameFate: number;
  /** Both are times of day, of which a story has few. */
  readonly time: number;
  /** Times so far apart that they are rather of the beginning and of something later. */
  readonly otherHour: number;
  /** Two different dates: an article has many, of many things. */
  readonly otherDate: number;
  /** Two mentions of one date, which say no more than their sentences have in common. */
  readonly sameDay: number;
  /** An article denies something twice in sentences that name different people and places. */
  readonly otherDenial: number;
  /** Both stand in their article's opening. */
  readonly lead: number;
  /** Percentages: both rose or both fell. */
  readonly sameDirection: number;
  /** Distances: one is a depth, the other a length. */
  readonly otherMeasure: number;
  /** Percentages: one rose and the other fell. */
  readonly otherDirection: number;
  /** Two ages of one person, by the name beside them. */
  readonly sameBearer: number;
  /** A name beside both tells them from the other numbers of their dimension in either article. */
  readonly sameOwner: number;
}

const LEAD_SENTENCES = 4;

/** Whether a sentence is one of those that tell an article's main numbers. */
export function isLead({ index }: SentenceProfile): boolean {
  return index < LEAD_SENTENCES;
}

/**
 * Weighs two mentions of the same dimension.
 * @param i the place of the first in its article's list
 * @param j the place of the second
 * @param rivals how many other values of the dimension the two articles have, restatements aside
 * @param least the least confidence that matters
 * @returns undefined where the confidence is below the least for certain
 */
export function evidenceFor(
  a: Mention,
  b: Mention,
  pair: PairTerms,
  i: number,
  j: number,
  rivals: number,
  least: number,
): Evidence | undefined {
  // What takes longer to tell is first taken to speak for the link: most pairs of mentions fall short even so.
  const evidence = glanceAt(a, b, pair, i, j, rivals);
  if (confidence(evidence) < least) return undefined;
  evidence.act = actEvidence(a, b);
  evidence.pastConflict = pastConflict(a, b);
  evidence.partialConflict = partialConflict(a, b);
  evidence.scopeConflict = scopeConflict(a, b, pair);
  evidence.narrower = isNarrower(pair.scope(a), b) || isNarrower(pair.scope(b), a) ? 1 : 0;
  evidence.fateConflict = fateConflict(a, b);
  if (evidence.sameFate === 1) evidence.sameFate = a.fates.some((f) => b.fates.includes(f)) ? 1 : 0;
  evidence.otherDenial = isOtherDenial(a, b) ? 1 : 0;
  evidence.otherHour = isOtherHour(a, b) ? 1 : 0;
  if (evidence.sameBearer === 1) evidence.sameBearer = a.beside.some((t) => b.beside.includes(t)) ? 1 : 0;
  return evidence;
}

/** Evidence that is still being looked for. */
type OpenEvidence = { -readonly [Kind in keyof Evidence]: Evidence[Kind] };

/** What is quickly told of two mentions, with the best that can come of the rest. */
function glanceAt(
  a: Mention,
  b: Mention,
  pair: PairTerms,
  i: number,
  j: number,
  rivals: number,
): OpenEvidence {
  const same = valuesAgree(a, b);
  return {
    thing: thingEvidence(a, b),
    rareThing: a.telling && b.telling && a.thing[a.thing.length - 1] === b.thing[b.thing.length - 1] ? 1 : 0,
    act: 1,
    near: pair.near(i, j),
    sentence: pair.likeness(a.sentence.index, b.sentence.index),
    value: same ? 0.3 + 0.7 * (isConverted(a, b) ? CONVERTED : 1) * specificity(a) : 0,
    unit: same && (WITH_UNIT.has(a.quantity.kind) || dimensionOf(a) === 'score') ? 1 : 0,
    sameValue: same,
    samePeople: same && isSamePeople(a, b) ? 1 : 0,
    pastConflict: 0,
    partialConflict: 0,
    scopeConflict: 0,
    narrower: 0,
    fateConflict: 0,
    close: same ? 0 : closeness(a, b),
    sameFate: a.people && b.people && a.fateNear && b.fateNear ? 1 : 0,
    otherDate: a.quantity.kind === 'date' && !same ? 1 : 0,
    sameDay: a.quantity.kind === 'date' && same ? 1 : 0,
    otherDenial: 0,
    time: a.quantity.kind === 'time' ? 1 : 0,
    otherHour: 0,
    only: rivals === 0 ? 1 : rivals === 1 ? 0.5 : 0,
    lead: isLead(a.sentence) && isLead(b.sentence) ? 1 : 0,
    sameDirection: a.direction !== null && a.direction === b.direction ? 1 : 0,
    otherDirection: a.direction !== null && b.direction !== null && a.direction !== b.direction ? 1 : 0,
    otherMeasure: a.measured !== null && b.measured !== null && a.measured !== b.measured ? 1 : 0,
    sameBearer: a.quantity.kind === 'age' ? 1 : 0,
    sameOwner: isOfOwner(a, b) && (same || !isFarOff(a.measure, b.measure)) ? 1 : 0,
  };
}

function isOfOwner(a: Mention, b: Mention): boolean {
  return a.quantity.kind !== 'date' && a.own.some((name) => b.own.includes(name));
}

function valuesAgree(a: Mention, b: Mention): boolean {
  if (a.measure !== undefined && b.measure !== undefined) return sameValue(a.measure, b.measure);
  return (
    a.quantity.value !== null &&
    b.quantity.value !== null &&
    sameDate(a, b) &&
    relateMentions(a, b) !== 'differ'
  );
}

/** From 0 for "two" up to 1 for "1,742" or "6.15": how unlikely it is that two facts have the number by chance. */
function specificity(m: Mention): number {
  const { value } = m.quantity;
  if (m.quantity.kind === 'time') return /:[1-9]|:\d[1-9]/u.test(String(value)) ? 1 : 0.5;
  if (m.quantity.kind === 'date' && FULL_DATE.test(String(value)) && /\d/u.test(m.quantity.text)) return 0.8;
  if (typeof value !== 'number') return 0.5;
  const digits = String(Math.abs(value))
    .replace(/^0?\.0*/u, '')
    .replace('.', '')
    .replace(/0+$/u, '').length;
  const size = Math.log10(Math.abs(value) + 1);
  return Math.min(1, (digits - 1) * 0.35 + size * 0.12 + (Number.isInteger(value) ? 0 : 0.3));
}

/** How unlikely the number must be: from about a dozen on. */
const SEVERAL = 0.45;
/** The least number of people that stands for itself where an article has it once. */
const SOME = 3;

function isSamePeople(a: Mention, b: Mention): boolean {
  if (a.quantity.kind === 'age')
    return a.beside.length === 0 || b.beside.length === 0 || a.beside.some((t) => b.beside.includes(t));
  if (!a.people || !b.people || a.partial !== b.partial) return false;
  if (specificity(a) < SEVERAL && !areFewAlone(a, b)) return false;
  const otherFate = a.fateNear && b.fateNear && !a.fates.some((f) => b.fates.includes(f));
  return !otherFate;
}

/** Few people are no others only where each article has so many once, and calls them nothing else. */
function areFewAlone(a: Mention, b: Mention): boolean {
  return Number(a.quantity.value) >= SOME && a.alone && b.alone && thingEvidence(a, b) > OTHER_PEOPLE;
}

/** Kinds of quantities that have few equals in a story which are of other things; a count, a span of time or an age has many. */
const WITH_UNIT: ReadonlySet<string> = new Set([
  'money',
  'percent',
  'score',
  'distance',
  'area',
  'speed',
  'mass',
  'volume',
  'power',
]);
/** Amounts in two currencies are equal only as far as rates of exchange tell. */
const CONVERTED = 0.4;

function isConverted(a: Mention, b: Mention): boolean {
  return a.measure !== undefined && b.measure !== undefined && isExchange(a.measure, b.measure);
}

const FULL_DATE = /^\d{4}-\d\d-\d\d$/u;

/** Times within the hour, and numbers within a fifth, are likely to be two reports of one thing. */
function closeness(a: Mention, b: Mention): number {
  const x = a.measure?.value ?? null;
  const y = b.measure?.value ?? null;
  if (isConverted(a, b) || a.measure?.dimension === 'score') return 0;
  if (x === null || y === null)
    return isWithin(a.measure, b.measure) || isWithin(b.measure, a.measure) ? 1 : 0;
  if (a.measure?.dimension === 'time') {
    if (a.quantity.value === b.quantity.value) return 1;
    return Math.max(0, 1 - Math.abs(x - y) / OTHER_HOUR);
  }
  const [small, large] = x < y ? [x, y] : [y, x];
  const near = 1 - (5 * (large - small)) / large;
  if (small < 10) return Number.isInteger(small) && a.measure?.dimension === 'count' ? 0 : Math.max(0, near);
  return Math.max(0, near, small < 100 ? 0 : 0.8 - 2 * Math.log10(large / small));
}

/** How much larger the end of a span of numbers may be than its beginning: "three or four", "145 to 175 million". */
const NARROW = 1.5;

/** Whether a number is one of a narrow span of numbers. */
function isWithin(number: Measure | undefined, span: Measure | undefined): boolean {
  if (number === undefined || span?.value !== null || number.value === null) return false;
  return span.low <= number.value && number.value <= span.high && span.high <= NARROW * span.low;
}

/** "Officers" and "marchers", "students" and "children": perhaps the same people, perhaps not. */
const OTHER_PEOPLE = 0.4;

function thingEvidence(a: Mention, b: Mention): number {
  const x = a.thing[a.thing.length - 1];
  const y = b.thing[b.thing.length - 1];
  if (a.measured !== null && b.measured !== null) return a.measured === b.measured ? 1 : 0;
  if (a.people && b.people) {
    if (x === undefined || y === undefined) return 0.8;
    return x === y ? 1 : a.anybody || b.anybody ? 0.6 : OTHER_PEOPLE;
  }
  if (x === undefined || y === undefined) return x === y ? 0.4 : 0.3;
  if (x === y) return 1;
  return a.thing.some((t) => b.thing.includes(t)) ? 0.5 : 0;
}

/** "Treated" here, "injured" there. */
const AKIN = 0.5;

function actEvidence(a: Mention, b: Mention): number {
  if (a.measured === b.measured && standsAlone(a.measured)) return 1;
  if (a.fates.some((f) => b.fates.includes(f))) {
    if (!a.fateNear || !b.fateNear) return 0.7;
    return a.fates[0] === b.fates[0] || (a.fates.length === 1 && b.fates.length === 1) ? 1 : 0.8;
  }
  if (a.acts.length === 0 || b.acts.length === 0) return 0.3;
  let best = a.fates.some((f) => b.kin.includes(f)) ? AKIN : 0;
  a.acts.forEach((x, i) => {
    const j = b.acts.indexOf(x);
    if (j >= 0) best = Math.max(best, 1 / (1 + 0.3 * (i + j)));
  });
  return best;
}

function pastConflict(a: Mention, b: Mention): number {
  if (a.quantity.kind === 'date' && sameDate(a, b)) return 0;
  const x = a.time.past;
  const y = b.time.past;
  if (x === y) return 0;
  if (x !== null && y !== null) return /^\d/u.test(x) && /^\d/u.test(y) ? 1 : 0.3;
  return a.time.loose || b.time.loose ? 0.4 : 1;
}

/** In a list of like numbers, the name beside each tells whose it is, even a name of the story's setting. */
function besideConflict(a: Mention, b: Mention): number {
  if (!(a.listed || b.listed) || a.beside.length === 0 || b.beside.length === 0) return 0;
  return a.beside.some((t) => b.beside.includes(t)) ? 0 : 1;
}

/** Whether the number of people is of two places. */
function otherBearer(a: Mention, b: Mention): boolean {
  if (a.measured !== 'population' || a.beside.length === 0 || b.beside.length === 0) return false;
  return !a.beside.some((t) => b.beside.includes(t));
}

function isOtherDenial(a: Mention, b: Mention): boolean {
  if (a.article !== b.article || a.quantity.value !== 0 || b.quantity.value !== 0) return false;
  if (a.setting.length < 2 || b.setting.length < 2) return false;
  return !a.setting.some((t) => b.setting.includes(t));
}

/** A part and something on top of a whole are two numbers for certain. */
function partialConflict(a: Mention, b: Mention): number {
  if (a.partial === b.partial)
    return isSubset(a, b) ||
      isSubset(b, a) ||
      (a.together !== b.together && a.quantity.value !== b.quantity.value)
      ? 1
      : 0;
  return a.partial === null || b.partial === null ? 1 : 2;
}

/** "14 children" are some of "44 people". */
function isSubset(part: Mention, whole: Mention): boolean {
  return part.some && whole.people && whole.anybody && part.quantity.value !== whole.quantity.value;
}

/** In minutes. */
const OTHER_HOUR = 90;

function isOtherHour(a: Mention, b: Mention): boolean {
  const [x, y] = [a.measure, b.measure];
  if (x?.dimension !== 'time' || y?.dimension !== 'time' || !sameClock(x, y)) return false;
  const apart = Math.abs((x.value ?? 0) - (y.value ?? 0));
  return Math.min(apart, 1440 - apart) > OTHER_HOUR;
}

/** What became of people does not part two numbers of one thing: "two boats moved the injured", "evacuated". */
function ofThings(a: Mention, b: Mention): boolean {
  const [x, y] = [a.thing[a.thing.length - 1], b.thing[b.thing.length - 1]];
  return !a.people && !b.people && x !== undefined && x === y;
}

function fateConflict(a: Mention, b: Mention): number {
  if (a.fates.length === 0 || b.fates.length === 0 || ofThings(a, b)) return 0;
  if (a.fates.some((f) => b.fates.includes(f) || b.kin.includes(f))) return 0;
  return a.fateNear && b.fateNear && !a.fateVague && !b.fateVague ? 1 : 0.5;
}

function scopeConflict(a: Mention, b: Mention, pair: PairTerms): number {
  if (a.measured === b.measured && standsAlone(a.measured)) return otherBearer(a, b) ? 1 : 0;
  const [x, y] = [pair.scope(a), pair.scope(b)];
  if (x.length === 0 && y.length === 0) return besideConflict(a, b);
  if (x.some((t) => b.sentence.names.includes(t)) || y.some((t) => a.sentence.names.includes(t))) return 0;
  return x.length > 0 && y.length > 0 ? 1 : Math.max(0.5, besideConflict(a, b));
}

/** Whether places are named that another mention's sentence has not: "in Takengon, the capital of the district". */
function isNarrower(places: readonly number[], other: Mention): boolean {
  return places.some((t) => !other.sentence.names.includes(t));
}

/** An equal value that says more than this is hardly a chance. */
const RARE = 0.75;

/**
 * The confidence, from 0 to 1, that two mentions are of one fact: a logistic model whose weights were set by hand on general
 * grounds and checked on clusters of news (bench/score-crossref.ts).
 */
export function confidence(e: Evidence): number {
  const z =
    -3.4 +
    1.5 * e.thing +
    (e.sameValue ? 0.7 : 0.35) * e.rareThing +
    1.7 * e.act +
    1.8 * e.near +
    2.6 * e.sentence +
    2.1 * e.value +
    2 * Math.max(0, e.value - RARE) +
    0.8 * e.samePeople +
    0.9 * e.unit +
    (e.sameValue ? 0.9 : 0.5) * e.lead +
    (e.thing >= 0.6 ? 2 : 1.5) * e.close +
    e.only +
    0.5 * e.sameFate +
    0.8 * e.sameDirection -
    6.5 * e.otherDirection -
    4 * e.otherMeasure +
    1.3 * e.sameBearer +
    2 * e.sameOwner +
    0.7 * e.time -
    2.5 * e.otherHour -
    3 * e.otherDenial -
    1.2 * e.otherDate * (1 - 0.5 * e.sentence) +
    (e.sentence >= 0.5 ? 1.2 : 0) * e.sameDay +
    (e.thing >= 0.6 && e.act >= 0.7 ? 0.8 : 0) -
    3 * e.fateConflict -
    (e.sameValue ? 0 : 0.6) -
    (e.sameValue ? 2.2 * (1.3 - e.value) : 3) * e.pastConflict * (1 - 0.7 * e.sentence) -
    (e.sameValue ? 0.5 : 2) * e.partialConflict -
    (e.sameValue ? 0.2 : 1.3) * e.scopeConflict -
    (e.thing === 0 ? 1.3 : 0);
  return 1 / (1 + Math.exp(-z));
}

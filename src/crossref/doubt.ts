import type { Span } from '../text';
import { clauseAround } from './clause';
import type { Evidence } from './evidence';
import type { Mention } from './mention';
import type { SentenceProfile } from './sentence-profile';

/** Stretches of time that a count may be of: "this season", "in his last two games", "since Week 11". */
const PERIOD =
  /\b(?:this|last|next|per|a|each|every|since|past|previous|career|first|second|third|fourth|final|two|three|four|five|\d+)\s+(?:\p{L}+\s+)?(?:seasons?|years?|months?|quarters?|weeks?|games?|decades?|matches)\b|\bweek \d+\b|\bcareer\b/giu;
/** Sentences this much alike tell the same even where one names a place more. */
const LIKE_SENTENCES = 0.4;

/**
 * Whether something lets two different values be of two things, however alike their words are: then they may still stand on a card
 * as perhaps the same, but no one is told that they differ.
 */
export function isDoubtful(e: Evidence, a: Mention, b: Mention): boolean {
  if (e.sameBearer > 0) return false;
  if (isOfPoll(a) || isOfPoll(b) || isRank(a) || isRank(b)) return true;
  if (a.quantity.kind === 'temperature' || a.partial !== null || b.partial !== null) return true;
  const against = e.partialConflict + e.fateConflict + e.otherDirection + e.otherHour;
  if (against > 0 || isFarOff(a, b) || onOtherDays(a, b) || localPlace(a) !== localPlace(b)) return true;
  const setting = [e.scopeConflict, e.pastConflict];
  if (setting.some((against) => against >= 1)) return true;
  const alike = e.sentence >= LIKE_SENTENCES;
  if (!alike && (e.narrower > 0 || setting.some((against) => against > 0))) return true;
  const inList = a.quantity.kind !== 'count' && a.measured === null && (a.listed || b.listed);
  if (inList && !alike) return true;
  return otherPeriods(a, b);
}

const POLL =
  /\b(?:polls?|polled|survey(?:ed|s)?|margin of error|respondents|percentage points|(?:registered|likely) (?:\p{L}+ ){0,3}voters|delegates?)\b/iu;

/** Whether a number is of a poll or a count of votes: there are many, each with its own. */
function isOfPoll({ article, sentence: { sentence } }: Mention): boolean {
  return POLL.test(article.text.prose.slice(sentence.start, sentence.end));
}

/** Whether a number stands beside a name as its place in a list: "7. John Marle (8)". */
function isRank({ quantity }: Mention): boolean {
  return quantity.kind === 'count' && /^(?:\p{Lu}[\p{L}.'’-]*\s*){2,}$/u.test(quantity.thing ?? '');
}

const LOCAL =
  /((?:\p{Lu}[\p{L}'’-]*\s+){0,3})(?:district|village|town|hamlet|suburb|neighbou?rhood|county|parish|settlement|street)\b|((?:\p{Lu}[\p{L}'’-]*\s+){1,3}|\b(?:a|the)\s(?:\p{Ll}+\s)?)(?:[Hh]ospital|clinic)\b/u;
const local = new WeakMap<SentenceProfile, string | null>();

/** The small place that a count is of rather than of all that the event befell, by its name or ''; null where none is told. */
function localPlace({ article, sentence: profile, quantity }: Mention): string | null {
  if (quantity.kind !== 'count') return null;
  let known = local.get(profile);
  if (known === undefined) {
    const found = LOCAL.exec(article.text.prose.slice(profile.sentence.start, profile.sentence.end));
    known = found === null ? null : (found[1] ?? found[2] ?? '').trim().toLowerCase();
    local.set(profile, known);
  }
  return known;
}

/** Values this many times apart are rather of a part and a whole. */
const FAR = 20;

function isFarOff(a: Mention, b: Mention): boolean {
  const [x, y] = [Math.abs(a.measure?.value ?? 1), Math.abs(b.measure?.value ?? 1)];
  return a.measure?.dimension !== 'time' && Math.max(x, y) > FAR * Math.min(x, y);
}

const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/giu;

/** Whether both clauses name days of the week, and no common one. */
export function onOtherDays(a: Mention, b: Mention): boolean {
  const days = (m: Mention): string[] => {
    const clause = clauseAround(m.article, m.sentence, m);
    return [...m.article.text.prose.slice(clause.start, clause.end).matchAll(WEEKDAY)].map((d) =>
      d[0].toLowerCase(),
    );
  };
  const [x, y] = [days(a), days(b)];
  return x.length > 0 && y.length > 0 && !x.some((day) => y.includes(day)) && a.quantity.kind !== 'date';
}

/** Whether the clauses, or the sentences, name stretches of time and no common one. */
function otherPeriods(a: Mention, b: Mention): boolean {
  const spans = (m: Mention): Span[] => [clauseAround(m.article, m.sentence, m), m.sentence.sentence];
  const [ofB = [], inB = []] = spans(b).map((span) => periodsIn(b, span));
  return spans(a).some((span, i) => {
    const [x, y] = [periodsIn(a, span), i === 0 ? ofB : inB];
    return x.length + y.length > 0 && !x.some((period) => y.includes(period));
  });
}

function periodsIn({ article }: Mention, { start, end }: Span): readonly string[] {
  return [...article.text.prose.slice(start, end).matchAll(PERIOD)].map((found) => found[0].toLowerCase());
}

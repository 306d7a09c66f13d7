import type { Quantity } from '../analysis';
import type { CorpusArticle } from '../corpus';
import { firstTokenFrom } from '../text';
import type { Span } from '../text';
import { CLAUSE_REACH, COUNT_REACH, actsLeft, actsRight } from './clause-acts';
import { directionOf } from './direction';
import { fatesOf } from './fates';
import type { Measure } from './measure';
import type { KnownTerms, Mention } from './mention';
import { measuredBy } from './measured';
import { timeOf } from './mention-time';
import { firstWord, peopled, surroundings } from './names-around';
import { rowLabel } from './row-label';
import type { SentenceProfile } from './sentence-profile';

const PARTIAL_BEFORE = /\b(?:another|other|additional|further|remaining|extra)\s+(?:\S+\s+)?$/iu;
const MORE_AFTER = /^\S*\s*(?:more|others?|additional|further)\b/iu;
const PART_AFTER = /^[^\s,;:.]*\s*of (?:the|them|those|these|whom|which|his|her|their|its)\b/iu;
/** Those whom one carrier moved are some of the people counted, not all. */
const CARRIED = /\b(?:moved|flew|flown|airlifted|carried|transported|transferred|ferried)\s+(?:\S+\s+)?$/iu;
/** Bits of a word that few articles have. */
const TELLING = 7;
/** What people do goes by one term with those who do it. */
const DEED = /\b(?:heists?|robber(?:y|ies)|thefts?|burglar(?:y|ies)|loot|protests?|demonstrations?)$/iu;
/** People by what became of them, whatever stands before it: "Ostrian refugees", "earthquake victims". */
const FATED = /\b(?:refugees?|victims?|captives?|hostages?|detainees?|survivors?|evacuees?)$/iu;
/** Between a part and its whole: "900 of the 11,000 jobs". */
const OF_THE = /^\s+of\s+(?:(?:the|its|their|all|some|about|nearly|more|than|total|altogether)\s+){0,3}$/iu;

/** Reads the mention of one quantity. */
export function readMention(
  article: CorpusArticle,
  quantity: Quantity,
  sentence: SentenceProfile,
  measure: Measure | undefined,
  known: KnownTerms,
): Mention {
  const { prose } = article.text;
  const thingSpan = thingOf(article, quantity, sentence);
  const counted = thingSpan === null ? [] : termsIn(article, thingSpan);
  const thing = counted.filter((t) => !known.fates.has(t));
  const head = thing[thing.length - 1];
  const acts = actsOf(article, quantity, sentence, beforeAnd(article, thingSpan), known);
  const fate = fatesOf(article, acts, quantity, sentence, known);
  const fated = FATED.test(quantity.thing ?? '');
  const people =
    fated ||
    (head !== undefined && known.people.has(head) && !DEED.test(quantity.thing ?? '')) ||
    (thing.length === 0 && quantity.kind === 'count' && fate.fateNear);
  const measured = measuredBy(article, sentence, quantity);
  const before = prose.slice(sentence.sentence.start, quantity.start).slice(-30);
  const after = prose.slice(quantity.end, quantity.end + 40);
  return {
    start: quantity.start,
    end: quantity.end,
    article,
    quantity,
    sentence,
    measure,
    thing,
    telling: head !== undefined && !people && known.bits(head) >= TELLING,
    people,
    anybody: fated || head === undefined || known.anybody.has(head),
    some: thing.some((t) => known.some.has(t)),
    together: people && thingSpan !== null && goesOn(article, thingSpan, known),
    measured,
    acts: people && acts.includes(known.carry) ? [...acts, known.board] : acts,
    ...fate,
    time: timeOf(article, sentence, quantity),
    direction: directionOf(article, sentence, quantity),
    retracts: retracted(article, quantity, sentence),
    ...surroundings(article, quantity, sentence),
    ...(measured === 'population' ? { beside: peopled(article, quantity, sentence) } : {}),
    setting: sentence.settingNames,
    listed: isListed(article, quantity, sentence),
    own: [],
    alone: false,
    partial: quantity.kind === 'count' ? partialOf(before, after) : null,
    partValue: partAndWhole(article, quantity, 'part')?.value ?? null,
  };
}

const AND_WORD = /^\s+and\s+(?:(?:the|its|their|some)\s+)?\p{Ll}+/u;

/** Whether another sort of people is named behind one, and counted with it. */
function goesOn(article: CorpusArticle, { end }: Span, known: KnownTerms): boolean {
  const words = AND_WORD.exec(article.text.prose.slice(end, end + 40))?.[0];
  if (words === undefined) return false;
  return termsIn(article, { start: end, end: end + words.length }).some((t) => known.people.has(t));
}

/** Terms of the thing up to an "and": in "one person and injured two others" nobody is counted as injured. */
function beforeAnd(article: CorpusArticle, thing: Span | null): number[] {
  if (thing === null) return [];
  const and = article.text.prose.slice(thing.start, thing.end).search(/\s(?:and|or)\s/u);
  return termsIn(article, and < 0 ? thing : { start: thing.start, end: thing.start + and });
}

/** What is counted; words behind the sentence belong to another cell of a table. */
function thingOf(article: CorpusArticle, quantity: Quantity, { sentence }: SentenceProfile): Span | null {
  const own = quantity.thingSpan;
  if (own !== null) return own.start < sentence.end ? own : null;
  return partAndWhole(article, quantity, 'whole')?.thingSpan ?? null;
}

/** "All three of the cables" are no part of them. */
const ALL_BEFORE = /\b(?:all|both)\s+$/iu;

function partialOf(before: string, after: string): 'part' | 'more' | null {
  if (ALL_BEFORE.test(before)) return null;
  if (PARTIAL_BEFORE.test(before) || MORE_AFTER.test(after)) return 'more';
  return PART_AFTER.test(after) || CARRIED.test(before) ? 'part' : null;
}

/** The other number of "900 of the 11,000 jobs": the whole of a part, or the part of a whole. */
function partAndWhole(
  article: CorpusArticle,
  quantity: Quantity,
  wanted: 'part' | 'whole',
): Quantity | undefined {
  if (quantity.kind !== 'count') return undefined;
  const { prose } = article.text;
  return article.analysis.quantities.find((other) => {
    const [part, whole] = wanted === 'whole' ? [quantity, other] : [other, quantity];
    if (other.kind !== 'count' || whole.start <= part.end || whole.start > part.end + 30) return false;
    return OF_THE.test(prose.slice(part.end, whole.start));
  });
}

function actsOf(
  article: CorpusArticle,
  quantity: Quantity,
  sentence: SentenceProfile,
  counted: readonly number[],
  known: KnownTerms,
): number[] {
  const first = firstWord(article, quantity);
  const thing = quantity.thingSpan;
  const behind =
    thing !== null && thing.start >= quantity.start ? Math.max(thing.end, quantity.end) : quantity.end;
  const reach = quantity.kind === 'count' ? COUNT_REACH : CLAUSE_REACH;
  const label = rowLabel(article, sentence, quantity);
  return [
    ...new Set([
      ...(label === undefined ? [] : termsIn(article, label)),
      ...counted.filter((t) => known.fates.has(t)),
      ...actsLeft(article, first, sentence, known.people, reach),
      ...actsRight(article, firstTokenFrom(article.text, behind), sentence, reach),
    ]),
  ];
}

const CORRECTION = /\b(?:updated|corrected|corrects?|correction|amended|(?:earlier|previous) version)\b/iu;

/** In a note of correction, the value that "X, not Y" takes back; null anywhere else. */
function retracted(
  article: CorpusArticle,
  quantity: Quantity,
  sentence: SentenceProfile,
): number | string | null {
  const { prose } = article.text;
  const rest = prose.slice(quantity.end, sentence.sentence.end);
  if (!/^,? (?:and )?not\b/u.test(rest)) return null;
  if (!CORRECTION.test(prose.slice(sentence.sentence.start, quantity.start))) return null;
  const next = article.analysis.quantities.find((q) => q.start >= quantity.end && q.kind === quantity.kind);
  return next !== undefined && next.end <= sentence.sentence.end ? next.value : null;
}

function isListed(article: CorpusArticle, quantity: Quantity, sentence: SentenceProfile): boolean {
  return article.analysis.quantities.some(
    (q) =>
      q !== quantity &&
      q.kind === quantity.kind &&
      q.unit === quantity.unit &&
      q.restates === undefined &&
      quantity.restates === undefined &&
      sentence.sentence.start <= q.start &&
      q.end <= sentence.sentence.end,
  );
}

/** Terms of the tokens inside a span, in order. */
export function termsIn(article: CorpusArticle, span: Span): number[] {
  const found: number[] = [];
  const { tokens } = article.text;
  for (
    let t = firstTokenFrom(article.text, span.start);
    t < tokens.count && (tokens.start[t] ?? 0) < span.end;
    t++
  ) {
    const term = article.features.tokenTerms[t] ?? -1;
    if (term >= 0) found.push(term);
  }
  return found;
}

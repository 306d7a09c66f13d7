import { STOP } from '../corpus/lexicon';
import { foldWord } from '../corpus/normalise';
import { firstTokenFrom } from '../text';
import type { CorpusArticle } from '../corpus';
import { wordAt } from './clause-acts';
import type { Mention } from './mention';
import type { Message } from './model';
import type { Label } from './own-label';
import { ownLabel } from './own-label';
import { endsClause } from './sentence-profile';

/** A thing counted is not shown with more words than this. */
const THING_WORDS = 4;
const WORDS_BEFORE = 5;
const WORDS_AFTER = 4;
/** Things that say only that someone was counted, or what happened, which the fate says better. */
const NO_THING =
  /^(?:more|others?|at least|so far|kills?|dead|deaths?|toll|bodies|victims?|casualties|fatalities)$|\b(?:kill|dead|death|toll|fatalit|casualt|injur|wound|hurt|arrest|missing)/iu;

/**
 * What a fact of numbers is about, in few words: the thing counted with what happened to it ("people killed", "crew members"), what a
 * measure is of ("depth", "magnitude"), whose age it is; else the words around the number ("Norvane shares fell …").
 */
export function factLabel(mentions: readonly Mention[]): Label {
  const first = mentions[0];
  if (first === undefined) return { label: '' };
  const { kind } = first.quantity;
  if (kind === 'age') return ageLabel(mentions);
  const measure = measureLabel(mentions);
  if (measure !== undefined) return ownLabel(measure);
  const when = kind === 'time' || kind === 'date' ? whenLabel(mentions) : undefined;
  if (when !== undefined) return when;
  const label = kind === 'count' ? (countLabel(mentions) ?? wordsLabel(mentions)) : wordsLabel(mentions);
  if (/\p{L}/u.test(label)) return { label };
  const { article, sentence } = first;
  return { label: textLabel(article.text.prose.slice(sentence.sentence.start, sentence.sentence.end)) };
}

const MEASURES: Readonly<Record<string, Message>> = {
  magnitude: { message: 'magnitude', args: [] },
  depth: { message: 'depth', args: [] },
  length: { message: 'length', args: [] },
  height: { message: 'height', args: [] },
  population: { message: 'population', args: [] },
};

/** What a measure is of; undefined where only the words around it tell. */
function measureLabel(mentions: readonly Mention[]): Message | undefined {
  if (mentions.some((m) => m.quantity.kind === 'magnitude')) return MEASURES.magnitude;
  const measured = mentions.find((m) => m.measured !== null)?.measured ?? '';
  if (measured !== 'distance') return Object.hasOwn(MEASURES, measured) ? MEASURES[measured] : undefined;
  const where = mostCommon(mentions.flatMap(fromWhere));
  return where === undefined ? { message: 'distance', args: [] } : { message: 'distance {0}', args: [where] };
}

/** Words of a clause before a time; more of them than around a number, so that who does what is among them. */
const WORDS_BEFORE_TIME = 8;
const LEAST_BEFORE_TIME = 2;
const OTHER_CLAUSE = /^(?:that|which|who|whom|but|because|while|where|when|if)$/iu;
/** What tells that words before a time are more than a name or a place. */
const VERB =
  /^(?:\p{L}{2,}ed|was|were|is|are|be|been|hit|struck|shook|began|left|fell|came|took|sank|broke|held|met|won|lost|shot|set|cut|made|gave|rose|ran|put|went|hear|heard|saw|found|became|grew|spoke|flew|died|born|built|sold|bought|sent|told|said|won|start|end|open|close|meet|visit|arrive|leave|return|begin|vote|appear)$/iu;
const HEDGES =
  /^(?:at|on|in|about|around|approximately|roughly|just|shortly|only|nearly|almost|early|late|earlier|later|of|the|this|last|next|a|an|local|time)$/iu;
/** Without these a time would seem to be that of the deed itself. */
const BOUND = /^(?:until|till|since|by|from|after|before|to|for)$/iu;

/** The label of a time or date, by what happened then. */
export const WHEN = 'when: {0}';

/** "when: the quake struck the valley", by the words before a time or date; undefined where no mention tells enough. */
function whenLabel(mentions: readonly Mention[]): Label | undefined {
  for (const m of byAgreement(mentions)) {
    const words = clauseBefore(m);
    const bound = BOUND.test(words[words.length - 1] ?? '');
    const told = words.some((word) => VERB.test(word));
    const content = words.filter((word) => !STOP.has(foldWord(word)) && /\p{L}/u.test(word));
    if (!told || content.length < LEAST_BEFORE_TIME) continue;
    return bound ? { label: `${words.join(' ')} …` } : ownLabel({ message: WHEN, args: [words.join(' ')] });
  }
  return undefined;
}

function clauseBefore(m: Mention): string[] {
  const { article, sentence } = m;
  const first = firstTokenFrom(article.text, m.start);
  const opening = Math.max(
    sentence.sentence.firstToken,
    afterDateline(article, sentence.sentence.firstToken, first),
  );
  let from = first;
  while (from > opening && first - from < WORDS_BEFORE_TIME && !endsClause(article, from - 1)) {
    if (OTHER_CLAUSE.test(wordAt(article, from - 1)) || /["“”]/u.test(wordAt(article, from - 1))) break;
    from--;
  }
  while (from < first && isStop(article, from)) from++;
  const { tokens, prose } = article.text;
  const words = tidied(prose.slice(tokens.start[from] ?? m.start, m.start)).split(' ');
  while (words.length > 0 && HEDGES.test(words[words.length - 1] ?? '')) words.pop();
  return words;
}

/** "from the harbour mouth", behind a distance. */
function fromWhere({ article, sentence: { sentence }, end }: Mention): string[] {
  const after = article.text.prose.slice(end, sentence.end).replace(/\([^)]*\)/gu, '');
  const where = /\b((?:from|off|away from|(?:north|south|east|west)\p{L}* of) [^,.;:()–—]{2,40})/u.exec(
    after,
  )?.[1];
  return where === undefined ? [] : [withoutStops(where.trim().split(/\s+/u).slice(0, 5)).join(' ')];
}

function countLabel(mentions: readonly Mention[]): string | undefined {
  const fate = mostCommon(mentions.flatMap((m) => (m.people ? (m.quantity.fate ?? []) : [])));
  const things = mentions.flatMap((m) => thingWords(m, fate !== undefined));
  const thing = mostCommon(things);
  if (fate !== undefined) return thing === undefined ? fate : `${thing} ${fate}`;
  return thing === undefined ? undefined : withEvent(mentions, thing);
}

/** What happened to a thing: the words behind it ("houses collapsed"), else those before its number ("sending … tents"). */
function withEvent(mentions: readonly Mention[], thing: string): string {
  const best = byAgreement(mentions).filter((m) => m.quantity.thingSpan !== null);
  for (const m of best) {
    const behind = event(m, Math.max(m.end, m.quantity.thingSpan?.end ?? 0), 1);
    if (behind !== '') return `${thing} ${behind}`;
  }
  for (const m of best) {
    const before = event(m, m.start, -1);
    if (before !== '') return `${before} … ${thing}`;
  }
  return thing;
}

const EVENT_WORDS = 3;
const HAPPENS =
  /^(?:was|were|had|have|has|been|is|are|be|remain|remained|still|could|would|will|may|might|should)$/iu;

/** Up to three words of a clause behind or before a place, where a verb or "on board" is among them; '' where none is. */
function event(m: Mention, at: number, step: 1 | -1): string {
  const { article, sentence } = m;
  const { tokens } = article.text;
  const first = firstTokenFrom(article.text, at);
  const words: string[] = [];
  let told = false;
  for (let t = step === 1 ? first : first - 1, n = 0; n < 6 && words.length < EVENT_WORDS; t += step, n++) {
    if (t < sentence.sentence.firstToken || t >= sentence.sentence.endToken || endsClause(article, t)) break;
    if (step === 1 && (tokens.start[t] ?? 0) < at) continue;
    const word = wordAt(article, t);
    if (!/[\p{L}\p{N}]/u.test(word)) break;
    if (/^(?:and|or|but|who|which|that|as|while|after|when)$/iu.test(word) || /[\d"“”]/u.test(word)) break;
    if (HAPPENS.test(word)) {
      told = step === 1;
      if (step === -1) break;
      continue;
    }
    words.push(word);
    if (step === -1 && !isStop(article, t)) return words.reverse().join(' ');
    if (/^(?:aboard|on board)$/iu.test(words.join(' '))) told = true;
  }
  if (step === -1 || !told) return '';
  return withoutStops(words).join(' ');
}

/** Words without the small ones at their end. */
function withoutStops(words: readonly string[]): string[] {
  const kept = [...words];
  while (kept.length > 0 && STOP.has(foldWord(kept[kept.length - 1] ?? ''))) kept.pop();
  return kept;
}

/** Mentions by how many others share what happens in their clauses, the most first. */
function byAgreement(mentions: readonly Mention[]): readonly Mention[] {
  const score = (m: Mention): number =>
    m.acts.reduce((sum, act) => sum + mentions.filter((o) => o !== m && o.acts.includes(act)).length, 0);
  const scores = new Map(mentions.map((m) => [m, score(m)]));
  return [...mentions].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

/** The thing counted, as worded, where that is short and tells more than the fate beside it. */
function thingWords(m: Mention, fated: boolean): string[] {
  const thing = m.quantity.thing?.replace(/\s+/gu, ' ').trim() ?? '';
  if (thing === '' || thing.split(' ').length > THING_WORDS || m.thing.length === 0) return [];
  if (fated && NO_THING.test(thing)) return [];
  if (/^(?:more|others?|them|those)$/iu.test(thing)) return [];
  return [isHeadline(m) ? thing.toLowerCase() : thing];
}

/** Whether a sentence is written in capitals; in any other, capitals stand for a name or are one. */
function isHeadline({ article, sentence: { sentence } }: Mention): boolean {
  return !/\p{Ll}{2}/u.test(article.text.prose.slice(sentence.start, sentence.end));
}

/** The commonest of some words; of equally common ones the shortest, then the first by letters. */
function mostCommon(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const ranked = [...counts].sort(
    ([a, x], [b, y]) => y - x || a.length - b.length || (a < b ? -1 : a > b ? 1 : 0),
  );
  return ranked[0]?.[0];
}

const BEARER = /((?:\p{Lu}[\p{L}\p{M}.'’-]*\s+){0,3}\p{Lu}[\p{L}\p{M}'’-]+),?\s*$/u;
const BEARER_BEHIND = /^[-\s\p{Ll},]{0,24}?\s((?:\p{Lu}[\p{L}\p{M}'’-]*\s+){0,2}\p{Lu}[\p{L}\p{M}'’-]+)/u;

/** Words in capitals at the start of a sentence, and months, are nobody. */
const NO_BEARER =
  /^(?:An?|The|In|On|At|For|He|She|It|His|Her|This|That|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/u;

/** "Ivo Brandell’s age", by the name set beside the number. */
function ageLabel(mentions: readonly Mention[]): Label {
  const names = mentions.flatMap(({ article, sentence: { sentence }, start, end }) => {
    const { prose } = article.text;
    const before = BEARER.exec(prose.slice(sentence.start, start))?.[1];
    const behind = BEARER_BEHIND.exec(prose.slice(end, sentence.end))?.[1];
    const name = [before, behind].find((words) => words !== undefined && !NO_BEARER.test(words));
    return name === undefined ? [] : [name.replace(/\s+/gu, ' ')];
  });
  const name = mostCommon(names);
  return ownLabel(name === undefined ? { message: 'age', args: [] } : { message: '{0}’s age', args: [name] });
}

/** A label needs this many words to tell anything. */
const TELLING = 3;

/** The words around the number of the mention that most others agree with, if it has enough of them. */
function wordsLabel(mentions: readonly Mention[]): string {
  const labels = byAgreement(mentions).map(wordsAround);
  const telling = labels.find((label) => label.split(' ').length > TELLING);
  return telling ?? labels.reduce((best, label) => (label.length > best.length ? label : best), '');
}

function wordsAround(m: Mention): string {
  const { article } = m;
  const { sentence } = m.sentence;
  const first = firstTokenFrom(article.text, m.start);
  const behind = firstTokenFrom(article.text, m.end);
  let from = first;
  const opening = Math.max(sentence.firstToken, afterDateline(article, sentence.firstToken, first));
  while (from > opening && first - from < WORDS_BEFORE && !endsClause(article, from - 1)) from--;
  while (from < first && isStop(article, from)) from++;
  let to = behind;
  while (to < sentence.endToken && to - behind < WORDS_AFTER && !endsClause(article, to)) to++;
  while (to > behind && isStop(article, to - 1)) to--;
  const { tokens, prose } = article.text;
  const start = from < first ? (tokens.start[from] ?? m.start) : m.start;
  const end = to > behind ? (tokens.end[to - 1] ?? m.end) : m.end;
  return tidied(`${prose.slice(start, m.start)}…${prose.slice(m.end, Math.max(end, m.end))}`);
}

/** Words cut out of a text, without quotation marks, what is left of a cut word or number, and stops at the end. */
function tidied(words: string): string {
  return words
    .replace(/\s+/gu, ' ')
    .replace(/["“”«»‘]|’(?!\p{L})/gu, '')
    .replace(/\s(?=['’]s\b)/gu, '')
    .replace(/^-\S+\s/u, '')
    .replace(/^[%/.,:;)\]\s-]+/u, '')
    .replace(/(?:\s[-–—$£€]*|[.,:;!?]+)+$/u, '')
    .trim();
}

function isStop(article: CorpusArticle, token: number): boolean {
  const word = foldWord(wordAt(article, token));
  return word === '' || STOP.has(word);
}

/** The first token behind "TARVIK, June 4 (Northwire) -" at the start of a sentence. */
function afterDateline(article: CorpusArticle, from: number, to: number): number {
  const { tokens, prose } = article.text;
  const start = tokens.start[from] ?? 0;
  const end = datelineEnd(prose.slice(start, tokens.start[to] ?? start));
  return end === 0 ? from : firstTokenFrom(article.text, start + end);
}

const DATELINE = /^\W{0,3}\p{Lu}[^\n]{1,60}?(?:\([\p{L} .]{2,30}\)\s*[-–—:]*|\s[-–—]{1,2}\s|\.\s*[–—]\s)\s*/u;
const PLACE_IN_CAPITALS = /^\W{0,3}\p{Lu}{3,}/u;

/** How long the dateline is that a text begins with; 0 where it begins with none. */
function datelineEnd(text: string): number {
  const dateline = DATELINE.exec(text)?.[0] ?? '';
  const telling = PLACE_IN_CAPITALS.test(dateline) || /\(\p{Lu}[\p{L} .]+\)/u.test(dateline);
  return telling ? dateline.length : 0;
}

/** Words of a quotation that tell something alone. */
const QUOTED = 20;

/** Of words that begin inside a quotation those up to its end; who said them is shown beside. */
function quotedPart(text: string): string {
  const end = text.indexOf('”');
  return end < QUOTED || text.slice(0, end).includes('“') ? text : text.slice(0, end).replace(/[,.]$/u, '');
}

const LABEL_LENGTH = 72;

/** The first words of a text, whole, on one line, without its dateline; an ellipsis where words are left out. */
export function textLabel(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const told = quotedPart(line.slice(datelineEnd(line)).replace(/^(?:that\s)?["“«‘]?\s*/u, ''));
  if (told.length <= LABEL_LENGTH) return told;
  const cut = told.lastIndexOf(' ', LABEL_LENGTH);
  const words = withoutStops(told.slice(0, cut < 0 ? LABEL_LENGTH : cut).split(' '));
  return `${words.join(' ').replace(/[,;:]$/u, '')} …`;
}

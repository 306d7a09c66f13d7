import type { Quantity } from '../analysis';
import type { CorpusArticle } from '../corpus';
import { firstTokenFrom } from '../text';
import type { Span } from '../text';
import { wordAt } from './clause-acts';
import type { SentenceProfile } from './sentence-profile';
import { endsClause } from './sentence-profile';

/** The words around a number, and the names among them. */
export interface Surroundings {
  /** Terms with how near they are, from 1 down. */
  readonly near: ReadonlyMap<number, number>;
  /** Names of where the number holds. */
  readonly scope: readonly number[];
  /** Names within a few words. */
  readonly beside: readonly number[];
}

/** How many tokens to each side of a number are looked at. */
const WINDOW = 14;
const BESIDE = 7;
const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/iu;

/** Reads what stands around a number in its sentence. */
export function surroundings(
  article: CorpusArticle,
  quantity: Quantity,
  sentence: SentenceProfile,
): Surroundings {
  const { tokenTerms, tokenNames } = article.features;
  const first = firstTokenFrom(article.text, quantity.start);
  const end = Math.max(first + 1, firstTokenFrom(article.text, quantity.end));
  const near = new Map<number, number>();
  const scope = new Set<number>();
  const to = Math.min(sentence.sentence.endToken, end + WINDOW);
  for (let t = Math.max(sentence.sentence.firstToken, first - WINDOW); t < to; t++) {
    const term = tokenTerms[t] ?? -1;
    if (term < 0 || (t >= first && t < end)) continue;
    const distance = t < first ? first - t : t - end + 1;
    near.set(term, Math.max(near.get(term) ?? 0, 1 / (1 + distance / 4)));
    if (tokenNames[t] === 1 && isPlace(article, t)) scope.add(term);
  }
  return {
    near,
    scope: [...scope],
    beside: namesBeside(article, firstWord(article, quantity), end, sentence),
  };
}

/** A quantity's first token; for an age the comma before it, which only sets it off: "the captain, 57". */
export function firstWord(article: CorpusArticle, quantity: Quantity): number {
  const first = firstTokenFrom(article.text, quantity.start);
  return quantity.kind === 'age' && endsClause(article, first - 1) ? first - 1 : first;
}

function namesBeside(
  article: CorpusArticle,
  first: number,
  end: number,
  sentence: SentenceProfile,
): number[] {
  const { tokenTerms, tokenNames } = article.features;
  const found = new Set<number>();
  const look = (t: number): boolean => {
    if (endsClause(article, t)) return false;
    const term = tokenTerms[t] ?? -1;
    if (tokenNames[t] === 1 && term >= 0 && !CALENDAR.test(wordAt(article, t))) found.add(term);
    return true;
  };
  for (let t = first - 1; t >= Math.max(sentence.sentence.firstToken, first - BESIDE) && look(t); t--);
  for (let t = end; t < Math.min(sentence.sentence.endToken, end + BESIDE) && look(t); t++);
  return [...found];
}

/**
 * The place that a number of people is of: the name that an aside goes on about ("Tarvik, home to 4,000 people"), else the first of
 * the sentence ("Tarvik, south of Osk, has a population of 4,000"); none where the sentence does not name it ("the town of 4,000").
 */
export function peopled(article: CorpusArticle, quantity: Quantity, { sentence }: SentenceProfile): number[] {
  const { tokenTerms, tokenNames } = article.features;
  const end = firstTokenFrom(article.text, quantity.start);
  let from = end - 1;
  let asides = 0;
  for (let t = end - 1; t >= sentence.firstToken; t--) {
    if (VERB_OF_PLACE.test(wordAt(article, t))) asides = -1;
    if (asides >= 0 && endsClause(article, t)) {
      from = t - 1;
      asides = 1;
      break;
    }
    if (tokenNames[t] === 1) break;
  }
  const found: number[] = [];
  const step = asides > 0 ? -1 : 1;
  for (let t = asides > 0 ? from : sentence.firstToken; t >= sentence.firstToken && t < end; t += step) {
    if (tokenNames[t] === 1 && !CALENDAR.test(wordAt(article, t))) found.push(tokenTerms[t] ?? -1);
    else if (found.length > 0 || (step < 0 && !/^(?:island|city|town|village)$/iu.test(wordAt(article, t))))
      break;
    else if (step > 0 && THE_PLACE.test(wordAt(article, t))) break;
  }
  return found.filter((t) => t >= 0);
}

const VERB_OF_PLACE = /^(?:has|had|is|was)$/iu;
const THE_PLACE = /^(?:the|it|this|that|its)$/iu;

const WHERE =
  /^(?:in|at|near|from|of|off|around|outside|inside|across|on|to|for|between|and|through|over|along|throughout)$/iu;

/** Words between a preposition and the name of a place: "in the eastern Osk". */
const BEFORE_NAME =
  /^(?:the|nearby|neighbou?ring|(?:(?:north|south)-?)?(?:north|south|east|west)(?:ern)?|central|upper|lower|far|mainland|downtown|coastal)$/iu;

/** Whether a name tells where a number holds ("in Upper Osk") rather than a day, or someone who speaks or acts. */
function isPlace(article: CorpusArticle, token: number): boolean {
  if (CALENDAR.test(wordAt(article, token))) return false;
  const { tokenNames } = article.features;
  let before = token - 1;
  while (tokenNames[before] === 1 || BEFORE_NAME.test(wordAt(article, before))) before--;
  return WHERE.test(wordAt(article, before)) && !isSpeaker(article, article.text.tokens.start[token] ?? 0);
}

function isSpeaker(article: CorpusArticle, offset: number): boolean {
  const holds = (span: Span): boolean => span.start <= offset && offset < span.end;
  const { sources, statements } = article.analysis;
  return (
    sources.some((s) => s.type !== 'place' && s.mentions.some(holds)) ||
    statements.some((s) => s.source !== null && holds(s.source))
  );
}

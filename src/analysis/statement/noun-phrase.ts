import type { TokenRange } from './cue-window';
import type { SentenceWords } from './sentence-words';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** No phrase that names a speaker is read further than this many tokens; an apposition behind it as many again. */
const LONGEST = 14;

/** Words that end a noun phrase when one reads on from its beginning. */
const ENDS = set(
  'in on at by with to that which who whom whose when where while because but as if since after before during until unless though although ' +
    'was were is are be been has have had did does do will would could can may might should not never also then later said says told ' +
    'into onto over through about against without than so and or citing quoting adding referring speaking noting',
);

/** Words that a noun phrase about a speaker begins with, beside capitals and figures. */
const DETERMINERS = set(
  'the a an his her its their our my this that these those some several many one two three four five six seven eight nine ten both ' +
    'another other officials police he she they it we you i who authorities prosecutors investigators witnesses analysts experts residents ' +
    'survivors doctors scientists researchers relatives neighbours neighbors organisers organizers ministers forecasters',
);

/** What is no noun phrase without a noun: "The | states that have …". */
const ARTICLES = /^(?:the|a|an|its|their|our|my|his|her|another)$/;

const APPOSITIONS = set('the a an his her its their our one aged');

/** Whether a range that stands before a verb is one noun phrase: no stop, quotation or finite verb is in it. */
export function isNounPhrase(words: SentenceWords, { first, end }: TokenRange): boolean {
  if (!beginsPhrase(words, first) || end - first > LONGEST) return false;
  if (end - first === 1 && ARTICLES.test(words.lower(first))) return false;
  for (let t = first; t < end; t++)
    if (
      words.isQuoted(t) ||
      (words.isBreak(t) && words.charAt(t) !== '-' && words.charAt(t) !== '.') ||
      isFinite(words, t)
    )
      return false;
  return true;
}

/** The noun phrase that begins at `t` in its sentence, with an apposition behind a comma; null where none does. */
export function nounPhraseFrom(words: SentenceWords, t: number): TokenRange | null {
  if (!beginsPhrase(words, t)) return null;
  const limit = Math.min(words.sentence(t).end, t + LONGEST);
  let end = plainEnd(words, t, limit);
  if (end === t) return null;
  if (words.isComma(end)) {
    const apposition = appositionEnd(words, end + 1);
    if (apposition > 0) end = apposition;
  }
  return { first: t, end };
}

function beginsPhrase(words: SentenceWords, t: number): boolean {
  return (
    words.isWord(t) && (words.isCapital(t) || /^\d/.test(words.charAt(t)) || DETERMINERS.has(words.lower(t)))
  );
}

function plainEnd(words: SentenceWords, first: number, limit: number): number {
  let t = first;
  while (t < limit && !words.isQuoted(t)) {
    if (words.isBreak(t) && words.charAt(t) !== '.') break;
    if (words.charAt(t) === '.' && (t + 1 >= words.sentence(t).end || !words.isCapital(t + 1))) break;
    if (t > first && ENDS.has(words.lower(t)) && !joinsNames(words, t)) break;
    t++;
  }
  return t;
}

/** "Weber and Falk", "the ministry and the police": "and" goes on with another noun phrase, not with a clause. */
function joinsNames(words: SentenceWords, t: number): boolean {
  return words.lower(t) === 'and' && words.isCapital(t - 1) && words.isCapital(t + 1);
}

/** Where the apposition ends that begins at `t`: before the comma or stop behind it; 0 where there is none. */
export function appositionEnd(words: SentenceWords, t: number): number {
  const opens = APPOSITIONS.has(words.lower(t)) || words.isCapital(t) || /^\d/.test(words.charAt(t));
  if (!opens) return 0;
  const limit = Math.min(words.sentence(t).end, t + LONGEST);
  for (let i = t; i <= limit; i++) {
    if (i === words.sentence(t).end || words.isComma(i) || words.charAt(i) === '.') return i > t ? i : 0;
    if (words.isQuoted(i) || words.isBreak(i) || isFinite(words, i)) return 0;
  }
  return 0;
}

const FINITE = set(
  'was were is are has have had did does do will would could can may might should said says told must',
);

/** Whether an auxiliary or another plainly finite verb stands at `t`. */
function isFinite(words: SentenceWords, t: number): boolean {
  return FINITE.has(words.lower(t));
}

/** Words before which the subject of a clause begins. */
const STARTS = set(
  'that which who whom whose but while when because although though and if as whether since so where',
);

/** The subject that ends before `t`: back to the beginning of its clause, over a relative clause between commas. */
export function subjectBefore(words: SentenceWords, t: number): TokenRange | null {
  const { first } = words.sentence(t);
  let end = t;
  if (words.isComma(end - 1)) {
    let comma = end - 2;
    while (comma > first && !words.isComma(comma) && end - comma < 2 * LONGEST) comma--;
    if (!words.isComma(comma)) return null;
    end = comma;
  }
  let start = end;
  while (start > first && end - start < LONGEST && !endsClause(words, start - 1)) start--;
  while (start < end && words.lower(start) === 'that') start++;
  return start === end ? null : { first: start, end };
}

function endsClause(words: SentenceWords, t: number): boolean {
  if (words.opens(t) || words.closes(t)) return true;
  if (words.isBreak(t) && words.charAt(t) !== '.' && words.charAt(t) !== '-') return true;
  return STARTS.has(words.lower(t)) && !joinsNames(words, t);
}

/** No clause is read further than this many tokens, so that endless sentences cost little. */
export const LONGEST_CLAUSE = 250;

/**
 * Where the clause ends that `t` stands in: before a semicolon, dash or the end of the sentence, stops left out.
 * @param overClaimed reads on over tokens that belong to a statement already
 */
export function clauseEnd(words: SentenceWords, t: number, overClaimed = false): number {
  const last = Math.min(words.sentence(t).end, t + LONGEST_CLAUSE);
  let end = t;
  while (end < last && !';–—'.includes(words.charAt(end)) && (overClaimed || words.claimed[end] !== 1)) end++;
  while (
    end > t &&
    words.isBreak(end - 1) &&
    !')]'.includes(words.charAt(end - 1)) &&
    !words.isQuoted(end - 1)
  )
    end--;
  return end;
}

/** Words that are the verb of a clause: auxiliaries, common verbs of the past, and every word on "-ed". */
export const FINITE_VERB =
  /^(?:was|were|is|are|has|have|had|did|does|do|will|would|could|can|may|might|should|must|rose|fell|went|came|made|took|got|gave|began|left|lost|won|\w+ed)$/;

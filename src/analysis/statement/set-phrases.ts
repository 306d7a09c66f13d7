import { accordingWithoutComma } from './according-to';
import type { TokenRange } from './cue-window';
import { clauseEnd, isNounPhrase, nounPhraseFrom, subjectBefore } from './noun-phrase';
import type { SentenceWords } from './sentence-words';
import type { TaggedStatement } from './statement-tagger';
import { hashWord } from './word-columns';
import { WordSet } from './word-set';

/** A construction that its words alone give away: looked for wherever its first word stands. */
type Reader = (words: SentenceWords, t: number) => TaggedStatement | null;

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['put', estimate],
  ['puts', estimate],
  ['as', asPer],
  ['according', accordingWithoutComma],
  ['in', inWordsOf],
  ['saying', quotedAsSaying],
  ['no', noComment],
  ...'believed thought understood feared rumoured rumored presumed alleged reported'
    .split(' ')
    .map((participle): [string, Reader] => [participle, impersonal]),
  ...'claim claims statement assertion allegation allegations accusation warning announcement suggestion argument insistence admission forecast prediction'
    .split(' ')
    .map((noun): [string, Reader] => [noun, nounCue]),
]);

const FIRST_WORDS = new WordSet(READERS.keys());
const BY_HASH: ReadonlyMap<number, Reader> = new Map(
  [...READERS].map(([word, reader]) => [hashWord(word, 0, word.length), reader]),
);

/** Finds statements by set phrases that the tagger seldom saw: "put the toll at 60", "the bank's forecast that …", "as per", "in the words of". */
export function findSetPhrases(words: SentenceWords): TaggedStatement[] {
  const found: TaggedStatement[] = [];
  const { word, count } = words.columns;
  for (let t = 0; t < count; t++) {
    const hash = word[t] ?? 0;
    if (!FIRST_WORDS.has(hash) || words.isQuoted(t)) continue;
    const statement = BY_HASH.get(hash)?.(words, t) ?? null;
    if (statement !== null) found.push(statement);
  }
  return found;
}

const LONGEST_OBJECT = 9;
const BOUNDS = set('at above below between near over under around');
const FIGURES = set(
  'about around nearly some more less at two three four five six seven eight nine ten eleven twelve dozens hundreds thousands',
);

/** "Police put the death toll at 60": who counts, and what is counted with its number. */
function estimate(words: SentenceWords, t: number): TaggedStatement | null {
  if (words.lower(t + 1) === 'it') return asPutIt(words, t);
  const last = Math.min(words.sentence(t).end, t + LONGEST_OBJECT);
  for (let i = t + 2; i < last && !words.isBreak(i); i++) {
    if (!BOUNDS.has(words.lower(i)) || !isFigure(words, i + 1)) continue;
    const source = subjectBefore(words, t);
    if (source === null) return null;
    return {
      cue: { first: t, end: t + 1 },
      source,
      content: [{ first: t + 1, end: figureClauseEnd(words, t + 1) }],
    };
  }
  return null;
}

/** "The vote was, as one senator put it, a warning": both sides of the phrase are content. */
function asPutIt(words: SentenceWords, t: number): TaggedStatement | null {
  const { first } = words.sentence(t);
  let as = t - 1;
  while (as >= first && t - as < LONGEST_OBJECT && words.lower(as) !== 'as') as--;
  const source = { first: as + 1, end: t };
  if (words.lower(as) !== 'as' || as + 1 === t || !isNounPhrase(words, source)) return null;
  const content: TokenRange[] = [];
  const before = words.isComma(as - 1) ? as - 1 : as;
  if (before > first) content.push({ first, end: before });
  const end = clauseEnd(words, t + 3);
  if (words.isComma(t + 2) && end > t + 3) content.push({ first: t + 3, end });
  return content.length === 0 ? null : { cue: { first: t, end: t + 2 }, source, content };
}

function isFigure(words: SentenceWords, t: number): boolean {
  return /^[\d$€£]/.test(words.charAt(t)) || FIGURES.has(words.lower(t));
}

/** Where what is counted ends: before a conjunction or comma behind the number. */
function figureClauseEnd(words: SentenceWords, t: number): number {
  const end = clauseEnd(words, t);
  for (let i = t; i < end; i++)
    if (/^(?:while|whereas|but|although|though|when|as)$/.test(words.lower(i)))
      return words.isBreak(i - 1) ? i - 1 : i;
  return end;
}

/** "as per the operator". */
function asPer(words: SentenceWords, t: number): TaggedStatement | null {
  return words.lower(t + 1) === 'per' ? attribution(words, { first: t, end: t + 2 }) : null;
}

/** "in the words of the engineer", "in the opinion of the engineer". */
function inWordsOf(words: SentenceWords, t: number): TaggedStatement | null {
  const phrase = `${words.lower(t + 1)} ${words.lower(t + 2)} ${words.lower(t + 3)}`;
  return /^the (?:words|view|opinion) of$/.test(phrase) ? attribution(words, { first: t, end: t + 4 }) : null;
}

const WORD_FROM = /^(?:comment|word|response|reply|confirmation|reaction|statement)$/;

/** "There was no immediate comment from the ministry". */
function noComment(words: SentenceWords, t: number): TaggedStatement | null {
  if (!/^(?:was|were|is|been)$/.test(words.lower(t - 1)) || words.lower(t - 2) !== 'there') return null;
  const noun = WORD_FROM.test(words.lower(t + 1)) ? t + 1 : t + 2;
  if (!WORD_FROM.test(words.lower(noun)) || words.lower(noun + 1) !== 'from') return null;
  const source = nounPhraseFrom(words, noun + 2);
  const cue = { first: t - 1, end: t + 1 };
  return source === null ? null : { cue, source, content: [{ first: t + 1, end: noun + 1 }] };
}

const LONGEST_QUOTED = 9;

/** "quoted the governor as saying", "was cited as saying": the one who is quoted speaks. */
function quotedAsSaying(words: SentenceWords, t: number): TaggedStatement | null {
  if (words.lower(t - 1) !== 'as') return null;
  const { first } = words.sentence(t);
  let verb = t - 2;
  while (
    verb > first &&
    t - verb < LONGEST_QUOTED &&
    !/^(?:quot|cit|report)(?:es?|ed|ing)$/.test(words.lower(verb))
  )
    verb--;
  const end = clauseEnd(words, t + 1);
  if (!/^(?:quot|cit|report)(?:es?|ed|ing)$/.test(words.lower(verb)) || end === t + 1) return null;
  const content = [{ first: t + 1, end }];
  if (verb < t - 2)
    return { cue: { first: verb, end: verb + 1 }, source: { first: verb + 1, end: t - 1 }, content };
  let cue = verb;
  while (cue > first && AUXILIARY.test(words.lower(cue - 1))) cue--;
  const source = subjectBefore(words, cue);
  return cue === verb || source === null ? null : { cue: { first: cue, end: t + 1 }, source, content };
}

const AUXILIARY = /^(?:is|are|was|were|be|been|being|has|have|had|also|later|widely)$/;

/** "is believed to have started": nobody is named, and the subject belongs to what is believed. */
function impersonal(words: SentenceWords, t: number): TaggedStatement | null {
  const { first } = words.sentence(t);
  let cue = t;
  while (cue > first && AUXILIARY.test(words.lower(cue - 1))) cue--;
  if (cue === t || !/^(?:to|that)$/.test(words.lower(t + 1))) return null;
  const end = clauseEnd(words, t + 1);
  const subject = subjectBefore(words, cue);
  if (subject === null || end - t < 3) return null;
  const content = [{ first: t + 1, end }];
  if (words.lower(subject.end - 1) !== 'it') content.unshift(subject);
  return { cue: { first: cue, end: t + 1 }, source: null, content };
}

/** A phrase of attribution at the sentence's beginning or behind a comma, with the noun phrase behind it. */
function attribution(words: SentenceWords, cue: TokenRange): TaggedStatement | null {
  const sentence = words.sentence(cue.first);
  const source = nounPhraseFrom(words, cue.end);
  if (source === null) return null;
  const content: TokenRange[] = [];
  if (cue.first > sentence.first) {
    if (!words.isBreak(cue.first - 1) && !words.closes(cue.first - 1)) return null;
    content.push({ first: sentence.first, end: cue.first });
  }
  const end = clauseEnd(words, source.end + 1);
  if (words.isComma(source.end) && end > source.end + 1) content.push({ first: source.end + 1, end });
  return content.length === 0 ? null : { cue, source, content };
}

/** "the minister's claim that taxes had fallen": the claim's clause ends where the sentence's own verb comes. */
function nounCue(words: SentenceWords, t: number): TaggedStatement | null {
  if (words.lower(t + 1) !== 'that') return null;
  const source = possessor(words, t);
  if (source === null) return null;
  const end = subordinateEnd(words, t + 2);
  return end - t > 3 ? { cue: { first: t, end: t + 1 }, source, content: [{ first: t + 1, end }] } : null;
}

const POSSESSIVES = set('his her its their our my');
const LONGEST_POSSESSOR = 7;

function possessor(words: SentenceWords, t: number): TokenRange | null {
  if (POSSESSIVES.has(words.lower(t - 1))) return { first: t - 1, end: t };
  const mark = words.lower(t - 1).startsWith("'") ? t - 1 : words.lower(t - 2).startsWith("'") ? t - 2 : -1;
  if (mark < 0) return null;
  const sentence = words.sentence(t);
  let first = mark;
  while (first > sentence.first && mark - first < LONGEST_POSSESSOR && inPossessor(words, first - 1)) first--;
  return first < mark ? { first, end: mark } : null;
}

/** Whether the word may stand in a possessor before its last word: capitals, and "the" with what follows it. */
function inPossessor(words: SentenceWords, t: number): boolean {
  if (!words.isWord(t) || /^(?:the|a|an)$/.test(words.lower(t + 1))) return false;
  return words.isCapital(t) || /^(?:the|a|an|of)$/.test(words.lower(t)) || !words.isCapital(t + 1);
}

const FINITE = set(
  'was were is are has have had will would can could may might does did do came comes proved proves drew draws went goes met sparked',
);
const SUBORDINATE = set('which who that and or but not');

/** The end of a clause inside a sentence: before its second finite verb, or the sentence's end. */
function subordinateEnd(words: SentenceWords, t: number): number {
  const end = clauseEnd(words, t);
  let finite = 0;
  for (let i = t; i < end; i++) {
    if (words.isQuoted(i) || !FINITE.has(words.lower(i)) || SUBORDINATE.has(words.lower(i - 1))) continue;
    if (++finite === 2) return words.isComma(i - 1) ? i - 1 : i;
  }
  return end;
}

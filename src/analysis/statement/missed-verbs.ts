import type { TokenRange } from './cue-window';
import { behindListener, behindTime, hasVerb } from './listener';
import { clauseEnd, isNounPhrase, LONGEST_CLAUSE, nounPhraseFrom, subjectBefore } from './noun-phrase';
import type { SentenceWords } from './sentence-words';
import type { TaggedStatement } from './statement-tagger';
import { WordSet } from './word-set';

/** Verbs that hardly ever do anything but report what their subject says. */
const REPORTS = new WordSet(
  `said says say warned warns warn denied denies deny insisted insists insist alleged alleges allege accused accuses accuse argued argues argue vowed vows threatened threatens
  announced announces boasted boasts complained complains predicted predicts urged urges testified testifies stressed stresses claimed claims conceded concedes
  branded reiterated reiterates asserted asserts contended contends`.split(/\s+/),
);

/** Verbs that report as surely where "that" follows. */
const REPORTS_THAT = new WordSet(
  'confirmed confirms stated states added adds reported reports noted notes explained explains disclosed revealed wrote'.split(
    ' ',
  ),
);
const TELLS = new WordSet(['told', 'tells']);

/** Words behind a verb that tell to whom, when or where, and not what. */
const CIRCUMSTANCE =
  /^(?:on|in|at|to|during|after|before|by|from|earlier|later|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|this|last)$/;

/**
 * Finds statements whose verb always reports and which the tagger passed over, in plain sentences: who, the verb, what. Tokens that
 * belong to a statement already are left alone.
 */
export function findMissedVerbs(words: SentenceWords): TaggedStatement[] {
  const found: TaggedStatement[] = [];
  const { word, count } = words.columns;
  for (let t = 1; t < count; t++) {
    if (words.claimed[t] === 1 || words.isQuoted(t) || !reports(words, t)) continue;
    const statement =
      behindSubject(words, t) ?? (INVERTED.has(word[t] ?? 0) ? beforeSpeaker(words, t) : null);
    if (statement !== null) found.push(statement);
  }
  return found;
}

const INVERTED = new WordSet(['said', 'says']);

function reports(words: SentenceWords, t: number): boolean {
  const word = words.columns.word[t] ?? 0;
  if (words.lower(t + 1) === 'of' && words.lower(t) === 'accused') return false;
  return REPORTS.has(word) || TELLS.has(word) || (REPORTS_THAT.has(word) && words.lower(t + 1) === 'that');
}

/** What may stand between a subject and its verb. */
const LEADS =
  /^(?:has|have|had|also|long|often|repeatedly|later|earlier|then|again|already|once|recently|previously|publicly|reportedly|allegedly)$/;
const LONGEST_LEAD = 3;

function behindSubject(words: SentenceWords, t: number): TaggedStatement | null {
  let first = t;
  while (t - first < LONGEST_LEAD && LEADS.test(words.lower(first - 1))) first--;
  const source = subjectBefore(words, first);
  if (source === null || !isSpeaker(words, source)) return null;
  const cue = { first, end: t + 1 };
  const told = TELLS.has(words.columns.word[t] ?? 0);
  const start = told ? behindListener(words, t + 1) : behindTime(words, t + 1);
  const end = clauseEnd(words, start);
  if (told)
    return start > t + 1 && hasVerb(words, start, end)
      ? { cue, source, content: [{ first: start, end }] }
      : null;
  if (end > start && (start === t + 1 ? !CIRCUMSTANCE.test(words.lower(start)) : hasVerb(words, start, end)))
    return { cue, source, content: [{ first: start, end }] };
  return hasVerb(words, start, end) ? null : beforeSubject(words, cue, source);
}

/** "The road was shut, Moe said on Friday": all that stands before the speaker. */
function beforeSubject(words: SentenceWords, cue: TokenRange, source: TokenRange): TaggedStatement | null {
  const content = openingClause(words, source.first - 1);
  return content === null ? null : { cue, source, content: [content] };
}

/** The sentence up to the comma at `comma`, where no other statement has a part of it. */
function openingClause(words: SentenceWords, comma: number): TokenRange | null {
  const { first } = words.sentence(comma);
  if (!words.isComma(comma) || comma <= first + 1 || comma - first > LONGEST_CLAUSE) return null;
  for (let i = first; i < comma; i++) if (words.claimed[i] === 1) return null;
  return { first, end: comma };
}

/** "Nobody was hurt, said the spokesman, who gave no name": a verb between a comma and its speaker, whom nothing but a comma or stop follows. */
function beforeSpeaker(words: SentenceWords, t: number): TaggedStatement | null {
  const content = openingClause(words, t - 1);
  if (content === null || words.isQuoted(content.end - 1) || !hasVerb(words, content.first, content.end))
    return null;
  const source = nounPhraseFrom(words, t + 1) ?? roleAndName(words, t + 1);
  if (source === null || !isFree(words, source)) return null;
  const closes = source.end === words.sentence(t).end || words.isBreak(source.end);
  return closes ? { cue: { first: t, end: t + 1 }, source, content: [content] } : null;
}

const LONGEST_ROLE = 6;

/** "said harbour office spokesman Lind": small letters that a name ends. */
function roleAndName(words: SentenceWords, t: number): TokenRange | null {
  let end = t;
  while (end < t + LONGEST_ROLE && words.isWord(end) && !words.isCapital(end)) end++;
  if (end === t || end === t + LONGEST_ROLE || !words.isCapital(end)) return null;
  while (words.isWord(end) && words.isCapital(end)) end++;
  return { first: t, end };
}

/** Whether a subject is one noun phrase and nothing of it belongs to another statement. */
function isSpeaker(words: SentenceWords, source: TokenRange): boolean {
  return isNounPhrase(words, source) && isFree(words, source);
}

function isFree(words: SentenceWords, source: TokenRange): boolean {
  for (let t = source.first; t < source.end; t++)
    if (words.claimed[t] === 1 || words.isQuoted(t)) return false;
  return true;
}

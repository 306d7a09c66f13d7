import type { TokenRange } from './cue-window';
import { clauseEnd, isNounPhrase, subjectBefore } from './noun-phrase';
import type { SentenceWords } from './sentence-words';
import type { TaggedStatement } from './statement-tagger';
import { WordSet } from './word-set';

/** Verbs that hardly ever do anything but report what their subject says. */
const REPORTS = new WordSet(
  `said says say warned warns warn denied denies deny insisted insists insist alleged alleges allege accused accuses accuse argued argues argue vowed vows threatened threatens
  announced announces boasted boasts complained complains predicted predicts urged urges testified testifies stressed stresses claimed claims conceded concedes
  branded reiterated reiterates asserted asserts contended contends`.split(/\s+/),
);

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
    if (!REPORTS.has(word[t] ?? 0) || words.claimed[t] === 1 || words.isQuoted(t)) continue;
    const statement = behindSubject(words, t);
    if (statement !== null) found.push(statement);
  }
  return found;
}

/** What may stand between a subject and its verb. */
const LEADS =
  /^(?:has|have|had|also|long|often|repeatedly|later|earlier|then|again|already|once|recently|previously|publicly)$/;
const LONGEST_LEAD = 3;

function behindSubject(words: SentenceWords, t: number): TaggedStatement | null {
  let first = t;
  while (t - first < LONGEST_LEAD && LEADS.test(words.lower(first - 1))) first--;
  const source = subjectBefore(words, first);
  if (source === null || !isSpeaker(words, source)) return null;
  const cue = { first, end: t + 1 };
  const end = clauseEnd(words, t + 1);
  if (end > t + 1 && !CIRCUMSTANCE.test(words.lower(t + 1)))
    return { cue, source, content: [{ first: t + 1, end }] };
  const start = words.sentence(t).first;
  if (!words.isComma(source.first - 1) || source.first - 1 <= start + 1 || end > t + 1) return null;
  for (let i = start; i < source.first - 1; i++) if (words.claimed[i] === 1) return null;
  return { cue, source, content: [{ first: start, end: source.first - 1 }] };
}

/** Whether a subject is one noun phrase and nothing of it belongs to another statement. */
function isSpeaker(words: SentenceWords, source: TokenRange): boolean {
  if (!isNounPhrase(words, source)) return false;
  for (let t = source.first; t < source.end; t++)
    if (words.claimed[t] === 1 || words.isQuoted(t)) return false;
  return true;
}

import { nounPhraseFrom } from './noun-phrase';
import type { SentenceWords } from './sentence-words';

/** A time between a verb and what it reports: "said last week they had …", "said on Friday". */
const TIME =
  /^(?:on|in|late|early|earlier|later|last|this|that|\w+day|morning|afternoon|evening|night|week|month|year|today|yesterday)$/;
const TIME_ENDS =
  /^(?:\w+day|morning|afternoon|evening|night|week|month|year|today|yesterday|earlier|later)$/;
const LONGEST_TIME = 4;

/** Whom one tells something, in one word. */
const LISTENERS =
  /^(?:him|her|them|us|me|reporters|police|journalists|lawmakers|officials|investigators|detectives|supporters|parliament|congress|jurors|senators|voters|residents|colleagues|friends|relatives|authorities|prosecutors|councillors)$/;

/** Words that show a clause to have its verb. */
const VERB =
  /^(?:was|were|is|are|has|have|had|will|would|can|could|may|might|should|must|did|does|do|\p{L}{2,}ed|made|went|took|gave|came|began|saw|left|lost|won|fell|rose|ran|felt|knew|thought|got|fled|went|told|met|held|hit|shot|found|left|kept|struck|led|sent|\p{L}+n't)$/u;

/** One past a time that begins at `t`; `t` where none does. */
export function behindTime(words: SentenceWords, t: number): number {
  let i = t;
  while (i - t < LONGEST_TIME && TIME.test(words.lower(i))) i++;
  return i > t && TIME_ENDS.test(words.lower(i - 1)) ? i : t;
}

/** One past whom something is told, where that is plain: one word, or a phrase that "that" follows. */
export function behindListener(words: SentenceWords, t: number): number {
  if (LISTENERS.test(words.lower(t))) return behindTime(words, t + 1);
  const phrase = nounPhraseFrom(words, t);
  if (phrase === null) return t;
  const end = behindTime(words, phrase.end);
  return words.lower(end) === 'that' ? end : t;
}

/** Whether a verb stands outside quotation marks in `[first, end)`. */
export function hasVerb(words: SentenceWords, first: number, end: number): boolean {
  for (let i = first; i < end; i++)
    if (VERB.test(words.lower(i)) && !words.isCapital(i) && !words.isQuoted(i)) return true;
  return false;
}

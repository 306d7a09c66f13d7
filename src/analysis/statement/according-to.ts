import type { TokenRange } from './cue-window';
import { LONGEST_CLAUSE } from './noun-phrase';
import type { SentenceWords } from './sentence-words';
import type { TaggedStatement } from './statement-tagger';

/** No source of "according to" without a comma is longer. */
const LONGEST = 14;

/** Words with which the subject of the reported clause begins. */
const SUBJECTS =
  /^(?:the|a|an|his|her|its|their|our|this|these|those|he|she|it|they|we|there|some|many|most|no)$/;

/** Words behind which a noun phrase goes on: "information from the operator". */
const LINKS = /^(?:of|from|in|at|by|for|with|to|on|and|or|about|between|near|as|than|to|all|both)$/;
const VERB =
  /^(?:was|were|is|are|has|have|had|will|would|can|could|may|might|should|must|did|does|do|\p{L}{2,}ed)$/u;

/** "According to the inspector the brakes had failed": no comma shows where the source ends, but the next subject does. */
export function accordingWithoutComma(words: SentenceWords, t: number): TaggedStatement | null {
  if (words.lower(t + 1) !== 'to' || t !== words.sentence(t).first) return null;
  const first = t + 2;
  const end = sentenceEnd(words, first);
  for (let i = first + 1; i < Math.min(end, first + LONGEST); i++) {
    if (words.isQuoted(i)) return null;
    const begins = isDash(words, i)
      ? i + 1
      : SUBJECTS.test(words.lower(i)) && !LINKS.test(words.lower(i - 1))
        ? i
        : 0;
    if (begins > 0) return statement(words, t, { first, end: i }, { first: begins, end });
    if (words.isBreak(i) && words.charAt(i) !== '-' && words.charAt(i) !== '.') return null;
  }
  return null;
}

/** Where the sentence ends, without its stop; what the tagger took for the source does not end it. */
function sentenceEnd(words: SentenceWords, t: number): number {
  let end = Math.min(words.sentence(t).end, t + LONGEST_CLAUSE);
  while (end > t && words.isBreak(end - 1) && !')]'.includes(words.charAt(end - 1))) end--;
  return end;
}

/** A hyphen or dash with spaces around it. */
function isDash(words: SentenceWords, t: number): boolean {
  const { tokens, prose } = words.text;
  return (
    '-–—'.includes(words.charAt(t)) &&
    words.charAt(t) !== '' &&
    prose.charAt((tokens.start[t] ?? 1) - 1) === ' '
  );
}

function statement(
  words: SentenceWords,
  cue: number,
  source: TokenRange,
  content: TokenRange,
): TaggedStatement | null {
  for (let t = content.first; t < content.end; t++)
    if (VERB.test(words.lower(t)) || words.isQuoted(t))
      return { cue: { first: cue, end: cue + 2 }, source, content: [content] };
  return null;
}

import type { TokenRange } from './cue-window';
import { hasVerb } from './listener';
import { FINITE_VERB, LONGEST_CLAUSE, nounPhraseFrom } from './noun-phrase';
import type { SentenceWords } from './sentence-words';
import type { TaggedStatement } from './statement-tagger';

/** "The new law, argued Quinn, would harm": a verb between a comma and a name has that name for its subject. */
export function withInvertedSource(words: SentenceWords, s: TaggedStatement): TaggedStatement {
  const turned = turnedRound(words, s);
  if (turned !== null) return turned;
  if (s.cue.end - s.cue.first > 1 || words.lower(s.cue.first).endsWith('ing')) return s;
  if (s.source !== null && (s.source.first > s.cue.first || !isFigure(words, s.source))) return s;
  if (!words.isComma(s.cue.first - 1) && !words.closes(s.cue.first - 1)) return s;
  const source = nounPhraseFrom(words, s.cue.end);
  if (source === null) return s;
  const next = source.end;
  const last = words.sentence(s.cue.first).end;
  if (next !== last && !',.;'.includes(words.charAt(next))) return withPlacedSource(words, s, source);
  const content = s.content
    .map((c) =>
      c.first >= s.cue.end && c.first <= source.end ? { first: Math.min(c.end, source.end), end: c.end } : c,
    )
    .filter((c) => c.first < c.end);
  if (content.length > 0 && (words.isCapital(source.first) || content.some((c) => c.end <= s.cue.first)))
    return { ...s, source, content };
  const before = clauseBefore(words, s.cue.first - 1);
  return before === null ? s : { ...s, source, content: [before] };
}

const SAID = /^(?:said|says)$/;
const LONGEST_SPEAKER = 14;

/** "One man was killed, said office spokesman Lind": the clause before the comma is no source, and what has no verb no content. */
function turnedRound(
  words: SentenceWords,
  { cue, source, content }: TaggedStatement,
): TaggedStatement | null {
  const [only] = content;
  const comma = cue.first - 1;
  if (only?.first !== cue.end || content.length > 1 || cue.end - cue.first > 1) return null;
  if (!words.isComma(comma) || !SAID.test(words.lower(cue.first)) || words.isQuoted(only.first)) return null;
  if (
    source !== null &&
    (source.end < comma || (!isClause(words, source.first, comma) && !isFigured(words, source)))
  )
    return null;
  const speaker = speakerIn(words, only);
  const before = speaker === null ? null : clauseBefore(words, comma, source !== null);
  return before === null ? null : { cue, source: speaker, content: [before] };
}

/** "55 kilometres from Orvik, said the Survey": no speaker begins with a number and a unit. */
function isFigured(words: SentenceWords, source: TokenRange): boolean {
  return (
    /^\d/.test(words.charAt(source.first)) &&
    /^(?:kilomet|miles|met|feet|km|degrees|magnitude|hours|minutes)/.test(words.lower(source.first + 1))
  );
}

/** Whether a verb stands in a range that is not that of a relative clause: "the minister, who took part, said" has none. */
function isClause(words: SentenceWords, first: number, end: number): boolean {
  for (let t = first; t < end; t++) if (/^(?:who|whose|which)$/.test(words.lower(t))) return false;
  return hasVerb(words, first, end);
}

/** A content that is nothing but who speaks, a relative clause behind it left out. */
function speakerIn(words: SentenceWords, { first, end }: TokenRange): TokenRange | null {
  let last = first;
  while (last < end && !/^(?:who|which|whose)$/.test(words.lower(last)) && !words.isComma(last)) last++;
  if (last === first || last - first > LONGEST_SPEAKER || hasVerb(words, first, last)) return null;
  const known = words.isCapital(last - 1) || /^(?:the|a|an)$/.test(words.lower(first));
  return known ? { first, end: last } : null;
}

/** ", says Ida Moe in Norvik.": what follows the verb has no verb of its own, so it is who speaks and where. */
function withPlacedSource(words: SentenceWords, s: TaggedStatement, source: TokenRange): TaggedStatement {
  const behind = s.content.find((c) => c.first === s.cue.end);
  const before = s.content.filter((c) => c.end <= s.cue.first);
  if (behind === undefined || before.length === 0 || !words.isCapital(source.end - 1)) return s;
  for (let t = source.end; t < behind.end; t++)
    if (FINITE_VERB.test(words.lower(t)) || words.isQuoted(t)) return s;
  return { ...s, source, content: before };
}

/** Whether a range holds no word: "212" does not speak. */
function isFigure(words: SentenceWords, { first, end }: TokenRange): boolean {
  for (let t = first; t < end; t++)
    if (/^\p{L}/u.test(words.charAt(t)) && !/^(?:all|told)$/.test(words.lower(t))) return false;
  return true;
}

/**
 * The words between the last colon, semicolon, quotation or claimed token, or the sentence's beginning, and `end`; a quotation right before
 * `end` whose closing mark was forgotten is all of them.
 * @param overClaimed reads on over claimed tokens, where the claim was the statement's own and wrong
 */
export function clauseBefore(words: SentenceWords, end: number, overClaimed = false): TokenRange | null {
  const { first } = words.sentence(end);
  let t = end;
  if (!words.closes(end - 1)) while (t > first && words.isQuoted(t - 1) && words.claimed[t - 1] !== 1) t--;
  if (t < end) return { first: t, end };
  while (
    t > Math.max(first, end - LONGEST_CLAUSE) &&
    !':;'.includes(words.charAt(t - 1)) &&
    (overClaimed || words.claimed[t - 1] !== 1) &&
    !words.isQuoted(t - 1)
  )
    t--;
  return end > t ? { first: t, end } : null;
}

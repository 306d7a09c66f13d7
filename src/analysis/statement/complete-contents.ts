import { SPEECH_HASHES } from './cue-lexicon';
import type { TokenRange } from './cue-window';
import { clauseBefore, withInvertedSource } from './inverted-sources';
import { behindListener, behindTime, hasVerb } from './listener';
import { QuoteMark } from './quotation-states';
import { clauseEnd, FINITE_VERB, isNounPhrase, LONGEST_CLAUSE, subjectBefore } from './noun-phrase';
import type { SentenceWords } from './sentence-words';
import type { TaggedStatement } from './statement-tagger';

/** No bracket is followed further than this many tokens. */
const LONGEST_BRACKET = 12;

/** A part before the attribution that is no longer than this and has no verb is only the subject of what is said. */
const LONGEST_SUBJECT = 6;

/**
 * Completes contents that the tagger breaks off: brackets at their end, the subject of a sentence that the attribution cuts in two, and what
 * stands between the sentence's beginning and them.
 */
export function completeContents(
  words: SentenceWords,
  tagged: readonly TaggedStatement[],
): readonly TaggedStatement[] {
  return tagged.map((found, i) => {
    const { cue, source } = found;
    const s = {
      cue,
      source,
      content: found.content.filter((c) => hasWord(words, c) && !isTime(words, c)),
    };
    const turned = withInvertedSource(
      words,
      s.content.length === 0
        ? withClause(words, s)
        : cutAtSemicolon(words, withTurnedSubject(words, s), tagged[i + 1]),
    );
    const content = withRest(words, turned).map((c) =>
      fromStart(
        words,
        turned,
        withQuotation(words, turned, withPredicate(words, turned, withBracket(words, c))),
      ),
    );
    return { cue: turned.cue, source: turned.source, content };
  });
}

const CIRCUMSTANCE =
  /^(?:on|in|at|to|of|during|after|before|by|from|earlier|later|\w+day|today|yesterday|this|last|when|as|while|so)$/;

/** Verbs whose object is who is spoken to. */
const ADDRESSES = /^(?:told|tells?|telling|asked|asks?)$/;

/** Verbs that go on with an infinitive, and verbs that go on with "of" and what is told. */
const PLANS = /^(?:threaten|vow|promis|pledg|offer|agree|swear|swore|propos|demand|ask)/;
const TELLS_OF = /^(?:told|tells?|telling|spoke|speaks?|warn|complain|boast|accus)/;

/** "The organisers said three times as many.": who speaks says what follows the verb, or the sentence before it where nothing follows. */
function withClause(words: SentenceWords, s: TaggedStatement): TaggedStatement {
  const { cue } = s;
  const source = s.source ?? plainSubject(words, cue);
  if (source === null) return withTold(words, s);
  if (source.first > cue.first) return s;
  const verb = words.lower(cue.end - 1);
  const next = words.lower(cue.end);
  const end = endBefore(words, cue.end, ':');
  const goesOn =
    (next === 'to' && PLANS.test(verb)) || (next === 'of' && TELLS_OF.test(verb)) || !CIRCUMSTANCE.test(next);
  if (end > cue.end && goesOn && !ADDRESSES.test(verb))
    return { ...s, source, content: [{ first: cue.end, end }] };
  const told = withTold(words, { ...s, source });
  if (told.content.length > 0) return told;
  if (end > cue.end && next === 'of' && TELLS_OF.test(verb))
    return { ...s, content: [{ first: cue.end, end }] };
  if (!words.isComma(source.first - 1) || !isSpeech(words, cue)) return s;
  const before = clauseBefore(words, source.first - 1);
  return before === null ? s : { ...s, content: [before] };
}

/** Whether a word of a cue is a verb of speech: "said Wednesday". */
function isSpeech(words: SentenceWords, { first, end }: TokenRange): boolean {
  for (let t = first; t < end; t++) if (SPEECH_HASHES.has(words.columns.word[t] ?? 0)) return true;
  return false;
}

/** "told police | the barge had no lights", "…, telling them | that …". */
function withTold(words: SentenceWords, s: TaggedStatement): TaggedStatement {
  if (!ADDRESSES.test(words.lower(s.cue.end - 1))) return s;
  const first = behindListener(words, s.cue.end);
  const end = endBefore(words, first, ':');
  return first > s.cue.end && hasVerb(words, first, end) ? { ...s, content: [{ first, end }] } : s;
}

/** The noun phrase right before an active verb of speech. */
function plainSubject(words: SentenceWords, cue: TokenRange): TokenRange | null {
  if (!isActive(words, cue) || words.lower(cue.first).endsWith('ing')) return null;
  if (!SPEECH_HASHES.has(words.columns.word[cue.end - 1] ?? 0)) return null;
  const source = subjectBefore(words, cue.first);
  return source !== null && isNounPhrase(words, source) && words.lower(source.first) !== 'it' ? source : null;
}

function endBefore(words: SentenceWords, first: number, mark: string): number {
  const end = clauseEnd(words, first);
  for (let t = first; t < end; t++) if (words.charAt(t) === mark) return t;
  return end;
}

/** "Witnesses reported hearing …": what the tagger takes for a content right before an active verb is its subject. */
function withTurnedSubject(words: SentenceWords, s: TaggedStatement): TaggedStatement {
  const [only] = s.content;
  if (s.source !== null || only === undefined || s.content.length > 1 || only.end !== s.cue.first) return s;
  if (
    only.first !== words.sentence(only.first).first ||
    !isNounPhrase(words, only) ||
    !isActive(words, s.cue)
  )
    return s;
  const end = clauseEnd(words, s.cue.end);
  return end > s.cue.end ? { cue: s.cue, source: only, content: [{ first: s.cue.end, end }] } : s;
}

function isActive(words: SentenceWords, cue: TokenRange): boolean {
  for (let t = cue.first; t < cue.end; t++)
    if (/^(?:is|are|was|were|be|been|being)$/.test(words.lower(t))) return false;
  return true;
}

/** "The police said 4,000; the marchers said 9,000.": behind a semicolon, the next speaker's statement is not this one's content. */
function cutAtSemicolon(
  words: SentenceWords,
  s: TaggedStatement,
  next: TaggedStatement | undefined,
): TaggedStatement {
  if (next === undefined) return s;
  const content = s.content.map((c) => {
    if (c.first < s.cue.end || next.cue.first < c.first || next.cue.first >= c.end) return c;
    for (let t = c.first + 1; t < next.cue.first; t++)
      if (words.charAt(t) === ';' && !words.isQuoted(t)) return { first: c.first, end: t };
    return c;
  });
  return { ...s, content };
}

/** Whether a range only tells when: "said | Friday night". */
function isTime(words: SentenceWords, { first, end }: TokenRange): boolean {
  return !words.isQuoted(first) && behindTime(words, first) === end;
}

function hasWord(words: SentenceWords, { first, end }: TokenRange): boolean {
  for (let t = first; t < end; t++) if (words.isWord(t)) return true;
  return false;
}

/** "reached 90 kilometres per hour (56 mph)". */
function withBracket(words: SentenceWords, content: TokenRange): TokenRange {
  if (
    words.charAt(content.end) !== '(' ||
    words.columns.sentence[content.end] !== words.columns.sentence[content.end - 1]
  )
    return content;
  const { end: last } = words.sentence(content.end);
  for (let t = content.end + 1; t < Math.min(last, content.end + LONGEST_BRACKET); t++) {
    if (words.claimed[t] === 1) return content;
    if (words.charAt(t) === ')') return { first: content.first, end: t + 1 };
  }
  return content;
}

const PREDICATE = /^(?:to|is|are|was|were|has|have|had|will|would|can|could|may|might|should|must)$/;

const SAYS = /^(?:said|says|say|added|adds|claimed|claims|believes?|thinks?|insisted|insists)$/;

/** "said the guard, | who had slept, ran away": a content without a verb, a relative clause or apposition, and a verb behind it. */
function opensClause(words: SentenceWords, cue: TokenRange, { first, end }: TokenRange): boolean {
  if (first !== cue.end || !SAYS.test(words.lower(cue.end - 1)) || !words.isComma(end)) return false;
  if (end - first > LONGEST_CLAUSE_SUBJECT || words.isQuoted(first) || hasVerb(words, first, end))
    return false;
  if (!/^(?:who|which|whose|the|a|an|his|her|its|their|aged|\d+)$/.test(words.lower(end + 1))) return false;
  const last = clauseEnd(words, end + 1, words.claimed[end + 1] === 1);
  let comma = end + 1;
  while (comma < last && !words.isComma(comma)) comma++;
  return comma < last - 1 && hasVerb(words, comma + 1, last);
}

/** A content that is longer holds clauses of its own, and the verb behind it may be the sentence's. */
const LONGEST_CLAUSE_SUBJECT = 8;

/** Whether a content has no verb of its own: "the minister's claim that taxes had fallen | was disputed" has one. */
function isSubject(words: SentenceWords, { first, end }: TokenRange): boolean {
  for (let t = first; t < end; t++) if (FINITE_VERB.test(words.lower(t))) return false;
  return end - first <= LONGEST_CLAUSE_SUBJECT;
}

/** "called on the president | to cancel his visit": a content behind its cue that breaks off before a verb goes on to the clause's end. */
function withPredicate(words: SentenceWords, { cue }: TaggedStatement, content: TokenRange): TokenRange {
  const { end } = content;
  if (opensClause(words, cue, content))
    return { first: content.first, end: clauseEnd(words, end + 1, words.claimed[end + 1] === 1) };
  if (content.first !== cue.end || !PREDICATE.test(words.lower(end)) || words.claimed[end] === 1)
    return content;
  if (words.columns.sentence[end] !== words.columns.sentence[cue.first]) return content;
  if (words.isBreak(end - 1) || words.isQuoted(end - 1) || words.isQuoted(end)) return content;
  if (words.lower(end) !== 'to' && !isSubject(words, content)) return content;
  return { first: content.first, end: Math.max(end, clauseEnd(words, end)) };
}

/** "Roofs were gone in two villages, “all of them old”, Falk said": a quotation between a content and its attribution belongs to it. */
function withQuotation(
  words: SentenceWords,
  { cue, source }: TaggedStatement,
  content: TokenRange,
): TokenRange {
  const next = source !== null && source.first < cue.first ? source.first : cue.first;
  const open = words.isComma(content.end) ? content.end + 1 : content.end;
  if (open >= next || !words.opens(open) || next - open > LONGEST_CLAUSE) return content;
  let close = open + 1;
  while (close < next && !words.closes(close)) close++;
  const behind = words.isComma(close + 1) ? close + 2 : close + 1;
  return close < next && behind === next ? { first: content.first, end: close + 1 } : content;
}

/** A content before its comma and attribution begins where its sentence does, or behind another statement in it. */
function fromStart(words: SentenceWords, { cue, source }: TaggedStatement, found: TokenRange): TokenRange {
  if (found.end > cue.first) return found;
  const content = fromOpening(words, found);
  const quoted = words.isQuoted(content.first) || words.isQuoted(content.end - 1);
  if (quoted && !goesOnInQuotes(words, content)) return content;
  const next = source !== null && source.first < cue.first ? source.first : cue.first;
  const comma = words.isComma(content.end) ? content.end + 1 : quoted ? content.end : -1;
  if (comma !== next) return content;
  const { first } = words.sentence(content.end);
  if (words.columns.sentence[content.first] !== words.columns.sentence[cue.first] || content.first === first)
    return content;
  if (content.first - first > LONGEST_CLAUSE) return content;
  for (let t = first; t < content.first; t++)
    if (words.claimed[t] === 1 || words.isQuoted(t) || ';:–—'.includes(words.charAt(t))) return content;
  return /^(?:but|and|so|yet|however|meanwhile|still|separately)$/.test(words.lower(first)) &&
    content.first <= first + 2
    ? content
    : { first, end: content.end };
}

/** No quotation is followed back over more tokens. */
const LONGEST_QUOTATION = 200;

/** "“We heard a bang,| ” ran out and hid, said Larsen": what begins with a closing mark takes in what the mark closes. */
function fromOpening(words: SentenceWords, content: TokenRange): TokenRange {
  if (!words.closes(content.first)) return content;
  let open = content.first - 1;
  while (open > content.first - LONGEST_QUOTATION && words.isQuoted(open) && !words.opens(open)) open--;
  return words.opens(open) && words.claimed[open] !== 1 ? { first: open, end: content.end } : content;
}

/** "Thirty roofs were gone, “all of them old”, Falk said": marks that open before a small letter quote a part of the sentence. */
function goesOnInQuotes(words: SentenceWords, content: TokenRange): boolean {
  let open = content.first;
  while (open < content.end && words.columns.mark[open] !== QuoteMark.Open) open++;
  return (
    open + 1 < content.end && open > 0 && words.isComma(open - 1) && /^\p{Ll}/u.test(words.charAt(open + 1))
  );
}

/** "The pilot, according to two people, had slept": the sentence goes on behind the attribution's second comma. */
function withRest(words: SentenceWords, { cue, source, content }: TaggedStatement): readonly TokenRange[] {
  const [only] = content;
  const attributionEnd = Math.max(cue.end, source?.end ?? 0);
  if (only === undefined || content.length > 1 || only.end > cue.first || words.isQuoted(only.first))
    return content;
  const sentence = words.sentence(cue.first);
  if (only.first !== sentence.first || only.end - only.first > LONGEST_SUBJECT || !words.isComma(only.end))
    return content;
  for (let t = only.first; t < only.end; t++) if (FINITE_VERB.test(words.lower(t))) return content;
  let comma = attributionEnd;
  while (comma < sentence.end && comma - attributionEnd < LONGEST_SUBJECT && !words.isComma(comma)) comma++;
  const end = clauseEnd(words, comma + 1);
  return words.isComma(comma) && end > comma + 2 ? [only, { first: comma + 1, end }] : content;
}

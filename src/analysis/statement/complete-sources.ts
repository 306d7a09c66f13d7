import { SPEECH_HASHES } from './cue-lexicon';
import type { TokenRange } from './cue-window';
import { appositionEnd, isNounPhrase, LONGEST_CLAUSE, nounPhraseFrom, subjectBefore } from './noun-phrase';
import type { SentenceWords } from './sentence-words';
import type { TaggedStatement } from './statement-tagger';

/**
 * Gives statements the source that the tagger left out where the words leave no doubt: the subject right before the verb, the speaker of the
 * verb before ("denied this and said …", "…, adding that …"), the agent of a passive; and takes in appositions.
 */
export function completeSources(
  words: SentenceWords,
  tagged: readonly TaggedStatement[],
): readonly TaggedStatement[] {
  const out: TaggedStatement[] = [];
  for (const s of tagged) {
    const agent = byAgent(words, s);
    const own = overSemicolon(words, s) ? subject(words, s) : null;
    if (agent !== null) out.push(agent);
    else if (own !== null) out.push({ ...s, source: own });
    else if (s.source === null)
      out.push(
        withSubject(
          words,
          s,
          sharedSource(words, s, out.at(-1)) ?? subject(words, s) ?? distantSubject(words, s),
        ),
      );
    else out.push(withApposition(words, s));
  }
  return out;
}

/** Whether a semicolon stands between a source and its verb: "Police said 4,000; the marchers said 9,000." */
function overSemicolon(words: SentenceWords, { cue, source }: TaggedStatement): boolean {
  if (source === null || source.end > cue.first || cue.first - source.end > LONGEST_CLAUSE) return false;
  for (let t = source.end; t < cue.first; t++) if (words.charAt(t) === ';' && !words.isQuoted(t)) return true;
  return false;
}

const JOINS = /^(?:and|but|then|or)$/;
const LONGEST_ADVERBS = 2;

/** The source of the statement before, in the same sentence, where this one's verb has the same subject. */
function sharedSource(
  words: SentenceWords,
  { cue }: TaggedStatement,
  before: TaggedStatement | undefined,
): TokenRange | null {
  if (!before?.source || words.columns.sentence[before.cue.first] !== words.columns.sentence[cue.first])
    return null;
  if (!isSpeech(words, cue) || words.isQuoted(cue.first)) return null;
  if (/^\w+ing$/.test(words.lower(cue.first))) return words.isComma(cue.first - 1) ? before.source : null;
  for (let t = cue.first - 1; t >= cue.first - 1 - LONGEST_ADVERBS; t--) {
    if (JOINS.test(words.lower(t))) return before.source;
    if (!words.lower(t).endsWith('ly')) return null;
  }
  return null;
}

function isSpeech(words: SentenceWords, cue: TokenRange): boolean {
  for (let t = cue.first; t < cue.end; t++) if (SPEECH_HASHES.has(words.columns.word[t] ?? 0)) return true;
  return false;
}

const IMPERSONAL = /^(?:it|there|as)$/;

/** The noun phrase right before an active verb, at the beginning of its clause. */
function subject(words: SentenceWords, { cue }: TaggedStatement): TokenRange | null {
  if (isPassive(words, cue)) return null;
  if (/^\w+ing$/.test(words.lower(cue.first)) || words.isQuoted(cue.first)) return null;
  if (words.lower(cue.first) === 'according') return null;
  const source = subjectBefore(words, cue.first);
  if (source === null || IMPERSONAL.test(words.lower(source.end - 1))) return null;
  if (!isNounPhrase(words, source) && !isBareWitness(words, source, cue)) return null;
  for (let t = source.first; t < source.end; t++) if (words.isQuoted(t)) return null;
  return source;
}

const LONGEST_WITNESS = 3;

/** "Mayor was warned of cracks, log shows": a few words between the last comma and the verb that ends the sentence. */
function isBareWitness(words: SentenceWords, source: TokenRange, cue: TokenRange): boolean {
  if (!words.isComma(source.first - 1) || source.end - source.first > LONGEST_WITNESS) return false;
  for (let t = source.first; t < source.end; t++) if (!words.isWord(t)) return false;
  const { end } = words.sentence(cue.first);
  return cue.end === end || (cue.end === end - 1 && words.isBreak(cue.end));
}

const AUXILIARY = /^(?:is|are|was|were|has|have|had|will|would|did|does|do)$/;

/** The subject of a sentence whose first verb is another one ("The firm is sending a ship but predicts …"), or that its participle opens. */
function distantSubject(words: SentenceWords, { cue, content }: TaggedStatement): TokenRange | null {
  if (!isSpeech(words, cue) || words.isQuoted(cue.first)) return null;
  const { first } = words.sentence(cue.first);
  if (JOINS.test(words.lower(cue.first - 1)) && !words.isComma(cue.first - 2)) {
    const opening = nounPhraseFrom(words, first);
    return opening !== null && opening.end < cue.first && AUXILIARY.test(words.lower(opening.end))
      ? opening
      : null;
  }
  if (!/^\w+ing$/.test(words.lower(cue.first))) return null;
  if (cue.first > first + 1)
    return isBehindComma(words, cue.first) ? mainSubject(words, first, cue.first) : null;
  const end = content.at(-1)?.end ?? cue.end;
  if (!words.isComma(end) || words.isQuoted(end)) return null;
  const source = nounPhraseFrom(words, end + 1);
  return source !== null && !words.isComma(source.end) && AUXILIARY.test(words.lower(source.end))
    ? source
    : null;
}

/** Whether a comma stands before `t`, inside a closing quotation mark maybe. */
function isBehindComma(words: SentenceWords, t: number): boolean {
  return words.isComma(t - 1) || (words.closes(t - 1) && words.isComma(t - 2));
}

/** No opening like "On Monday evening" before the subject of a sentence is longer. */
const LONGEST_OPENING = 8;
const OPENING =
  /^(?:on|in|at|after|during|earlier|later|late|last|this|but|and|yet|still|meanwhile|instead|also|\w+day)$/;

/** "Two farmers sued the council on Monday, saying …": the noun phrase that opens the sentence, behind a time or place set off by a comma. */
function mainSubject(words: SentenceWords, first: number, before: number): TokenRange | null {
  let start = first;
  if (OPENING.test(words.lower(first))) {
    let comma = first + 1;
    while (comma < before && comma - first < LONGEST_OPENING && !words.isComma(comma)) comma++;
    start = words.isComma(comma) && comma < before - 1 ? comma + 1 : first + 1;
  }
  const phrase = nounPhraseFrom(words, start);
  if (phrase === null || VERB.test(words.lower(start))) return null;
  const end = plainSubjectEnd(words, phrase);
  const source = { first: start, end };
  return end < before - 1 && !IMPERSONAL.test(words.lower(end - 1)) && !words.isQuoted(start) ? source : null;
}

/** Before the verb of the past that a noun phrase ran over: "Two farmers | sued", "The union | went". */
function plainSubjectEnd(words: SentenceWords, { first, end }: TokenRange): number {
  for (let t = first + 1; t < end; t++) if (VERB.test(words.lower(t))) return t;
  return end;
}

const VERB =
  /^(?:\p{L}{2,}ed|went|took|made|gave|held|met|left|won|lost|sent|put|cut|began|fought|sought|came|ran|kept|told|threw|fled|shot|wrote|spoke|said|saw|tried|struck|broke|hit|drew|rose|fell|led|built|bought|sold|spent|stood)$/u;

/** Gives a statement its subject, and takes that out of a content that ends with it: "The barge lay still, its owner, Norvane, said". */
function withSubject(words: SentenceWords, s: TaggedStatement, source: TokenRange | null): TaggedStatement {
  if (source === null) return s;
  const meets = (c: TokenRange): boolean => c.first < source.end && source.first < c.end;
  if (!s.content.some(meets)) return { ...s, source };
  const content = s.content.map((c) =>
    meets(c) && c.first < source.first && words.isComma(source.first - 1)
      ? { first: c.first, end: source.first - 1 }
      : c,
  );
  return content.some(meets) ? s : { ...s, source, content };
}

/** "was accused by the regulator of hiding": who stands behind "by" speaks, and what follows is content. */
function byAgent(words: SentenceWords, s: TaggedStatement): TaggedStatement | null {
  const by = words.lower(s.cue.end - 1) === 'by' ? s.cue.end - 1 : s.cue.end;
  if (words.lower(by) !== 'by' || !isPassive(words, s.cue)) return null;
  const phrase = nounPhraseFrom(words, by + 1);
  if (phrase === null) return null;
  let end = phrase.end;
  for (let t = phrase.first + 1; t < end; t++)
    if (/^(?:of|for)$/.test(words.lower(t)) && isSpeech(words, s.cue)) end = t;
  const source = { first: phrase.first, end };
  const content = s.content.flatMap((c) =>
    c.first < source.end && source.first < c.end
      ? [
          { first: c.first, end: source.first },
          { first: source.end, end: c.end },
        ].filter(
          (part) =>
            part.end > part.first && part.end - part.first < c.end - c.first && part.first >= source.end,
        )
      : [c],
  );
  const behind = sentenceEnd(words, source.end);
  if (
    content.every((c) => c.end <= source.first) &&
    BEHIND_AGENT.test(words.lower(source.end)) &&
    behind > source.end + 1
  )
    content.push({ first: source.end, end: behind });
  return content.length === 0 ? null : { cue: s.cue, source, content };
}

const BEHIND_AGENT = /^(?:as|of|that|to)$/;

function isPassive(words: SentenceWords, cue: TokenRange): boolean {
  for (let t = cue.first; t < cue.end; t++)
    if (/^(?:is|are|was|were|be|been|being)$/.test(words.lower(t))) return true;
  return false;
}

/** Where the sentence ends that `t` stands in, without its stop. */
function sentenceEnd(words: SentenceWords, t: number): number {
  let { end } = words.sentence(t);
  while (end > t && words.isBreak(end - 1)) end--;
  return end;
}

/** "According to Ines Falk, the mayor of Norvik, …": what stands between the commas tells who she is. */
function withApposition(words: SentenceWords, s: TaggedStatement): TaggedStatement {
  const { cue, source } = s;
  if (source?.first !== cue.end || words.lower(cue.first) !== 'according' || !words.isComma(source.end))
    return s;
  if (!/^(?:the|a|an|its|his|her|their)$/.test(words.lower(source.end + 1))) return s;
  const end = appositionEnd(words, source.end + 1);
  if (end === 0) return s;
  const sentence = words.sentence(cue.first);
  const closing = words.isComma(end) && end + 2 < sentence.end;
  if (sentence.first === cue.first ? !closing : words.isComma(end)) return s;
  const content = s.content
    .map((c) => (c.first > source.end && c.first < end ? { first: Math.min(end + 1, c.end), end: c.end } : c))
    .filter((c) => c.first < c.end);
  return content.length === 0 ? s : { cue, source: { first: source.first, end }, content };
}

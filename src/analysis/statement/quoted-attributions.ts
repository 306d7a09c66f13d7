import type { TokenRange } from './cue-window';
import { isNounPhrase, LONGEST_CLAUSE, nounPhraseFrom } from './noun-phrase';
import type { SentenceWords } from './sentence-words';
import type { TaggedStatement } from './statement-tagger';
import { WordSet } from './word-set';

/** Verbs that stand between a quotation and who said it: “…”, explained the mayor. */
const INVERTED = new WordSet(
  `said says told tells added adds asked asks wrote writes replied replies recalled recalls explained explains testified testifies assured assures argued argues insisted insists
  warned warns noted notes announced announces stressed stresses declared declares remarked remarks complained complains joked jokes quipped quips shouted shouts
  exclaimed exclaims continued continues concluded concludes admitted admits claimed claims confirmed confirms commented comments demanded demands answered answers
  responded responds affirmed affirms lamented laments stated states reported reports observed observes agreed agrees promised promises wondered wonders whispered
  whispers yelled yells cried cries pleaded pleads tweeted tweets emphasised emphasized emphasises emphasizes recounted recounts retorted retorts countered counters
  mused muses cautioned cautions suggested suggests`.split(/\s+/),
);

/** No quotation before a verb is looked for over more tokens. */
const LONGEST_QUOTATION = 800;

/**
 * Sets right who said a quotation that its verb follows (“…”, explained the mayor): the noun phrase behind the verb is the source, and the
 * quotation the content. Adds the statement where the tagger saw no cue.
 */
export function attributeQuotations(
  words: SentenceWords,
  tagged: readonly TaggedStatement[],
): TaggedStatement[] {
  const atCue = new Map(tagged.map((s) => [s.cue.first, s]));
  const added: TaggedStatement[] = [];
  const changed = new Map<TaggedStatement, TaggedStatement>();
  for (let close = 0; close < words.columns.count; close++) {
    if (!words.closes(close)) continue;
    const verb = words.isComma(close + 1) ? close + 2 : close + 1;
    if (words.block(verb) !== words.block(close)) continue;
    if (!INVERTED.has(words.columns.word[verb] ?? 0)) {
      const read = uninverted(words, close, verb);
      if (read !== null && !isTaken(tagged, read.cue.first)) added.push(read);
      continue;
    }
    const known = atCue.get(verb);
    if (known === undefined && isTaken(tagged, verb)) continue;
    const read = inverted(words, close, verb, known);
    if (read === null) continue;
    if (known === undefined) added.push(read);
    else changed.set(known, read);
  }
  const all = tagged.map((s) => changed.get(s) ?? s);
  return added.length === 0 ? all : [...all, ...added].sort((a, b) => a.cue.first - b.cue.first);
}

/** Whether a token belongs to a cue already; the list is in the order of the cues. */
function isTaken(tagged: readonly TaggedStatement[], t: number): boolean {
  let low = 0;
  let high = tagged.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tagged[middle]?.cue.end ?? 0) > t) high = middle;
    else low = middle + 1;
  }
  const s = tagged[low];
  return s !== undefined && s.cue.first <= t;
}

function inverted(
  words: SentenceWords,
  close: number,
  verb: number,
  known: TaggedStatement | undefined,
): TaggedStatement | null {
  const cue = known?.cue ?? { first: verb, end: verb + 1 };
  const holdsQuotation = known?.content.some((c) => c.first <= close && c.end > close - 2) ?? false;
  if (known?.source && known.source.first > close && holdsQuotation)
    return withClauseStart(words, known, close);
  const phrase = nounPhraseFrom(words, cue.end);
  if (phrase === null) return known ?? null;
  const source =
    known?.source && !overlaps(known.source, phrase) && known.source.first > close ? known.source : phrase;
  if (known?.source && known.source !== source) words.claimed.fill(0, known.source.first, known.source.end);
  const quotation = holdsQuotation ? [] : quotationBefore(words, close);
  if (quotation === null) return known ?? null;
  const rest = (known?.content ?? []).filter(
    (c) => !overlaps(c, source) && (holdsQuotation || c.first > close),
  );
  return withClauseStart(words, { cue, source, content: [...quotation, ...rest] }, close);
}

/** Most tokens of a speaker between a quotation and the verb. */
const LONGEST_SPEAKER = 6;

/** “Go home,” one officer shouted: a quotation, a noun phrase, a verb that may stand before it as well. */
function uninverted(words: SentenceWords, close: number, first: number): TaggedStatement | null {
  for (let t = first + 1; t <= first + LONGEST_SPEAKER; t++) {
    if (!INVERTED.has(words.columns.word[t] ?? 0)) continue;
    const source = { first, end: t };
    const content = isNounPhrase(words, source) ? quotationBefore(words, close) : null;
    return content === null ? null : { cue: { first: t, end: t + 1 }, source, content };
  }
  return null;
}

/** Takes in the words of the reporter's that a quotation before its verb ends. */
function withClauseStart(words: SentenceWords, s: TaggedStatement, close: number): TaggedStatement {
  const content = s.content.map((c) =>
    words.opens(c.first) && c.first < close && c.end > close - 2
      ? { first: clauseStart(words, c.first), end: c.end }
      : c,
  );
  return { ...s, content };
}

function quotationBefore(words: SentenceWords, close: number): TokenRange[] | null {
  for (let t = close - 1; t >= Math.max(0, close - LONGEST_QUOTATION) && words.isQuoted(t); t--)
    if (words.opens(t)) return [{ first: clauseStart(words, t), end: close + 1 }];
  return null;
}

/** Where the clause begins that a quotation ends: “He could swim “thirty minutes, not more”, explained the doctor”. */
function clauseStart(words: SentenceWords, open: number): number {
  const { first } = words.sentence(open);
  let t = open;
  while (
    t > Math.max(first, open - LONGEST_CLAUSE) &&
    !words.isQuoted(t - 1) &&
    words.claimed[t - 1] !== 1 &&
    !':;'.includes(words.charAt(t - 1))
  )
    t--;
  return t === first ? t : open;
}

function overlaps(a: TokenRange, b: TokenRange): boolean {
  return a.first < b.end && b.first < a.end;
}

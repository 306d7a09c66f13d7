import { SPEECH_VERBS } from './cue-lexicon';
import type { TokenRange } from './cue-window';
import { isNounPhrase, subjectBefore } from './noun-phrase';
import { REPORTING, TELLING } from './reporting-words';
import type { SentenceWords } from './sentence-words';
import type { TaggedStatement } from './statement-tagger';
import { Shape } from './word-columns';
import { WordSet } from './word-set';

/** Participles that tell where something stands, not who says it: "a video posted on social media". */
const PLACED = new WordSet('posted shared published circulated circulating uploaded broadcast'.split(' '));
const WHERE = new Set(['on', 'to', 'online', 'by', 'in', 'across']);
const SPOKEN = new WordSet('spoke speaking speak spoken'.split(' '));
const CLAUSAL = new Set('that whether if how why what who when where because'.split(' '));

/** Words that tell of a plan, not of what somebody says, where "to" and a verb follow. */
const INTENTIONS = new WordSet(
  'sought seek seeks seeking tried try tries trying attempted attempting'.split(' '),
);
/** Lone words that are no content: the tagger broke off in front of the noun or clause. */
const LONE = new Set(
  'which who whom that it those these the a an no any his her their its what than'.split(' '),
);

/** Participles that report something without naming a speaker: "is expected to", "were accused of". */
const IMPERSONAL = new WordSet([
  ...SPEECH_VERBS,
  ...'expected expects known considered seen viewed supported opposed understood'.split(' '),
]);

/** Whether a cue that the tagger found reports nothing: what political news taught it does not hold for other news. */
export function isFalseCue(words: SentenceWords, statement: TaggedStatement): boolean {
  const { cue, source, content } = statement;
  const [first] = content;
  if (first === undefined) return words.charAt(words.sentence(cue.first).end - 1) !== ':';
  if (content.length === 1 && first.end - first.first === 1 && LONE.has(words.lower(first.first)))
    return true;
  if (isReported(words, first.first)) return false;
  if (isShouted(words, cue.first) && !has(words, cue, REPORTING)) return true;
  if (source !== null) return words.lower(cue.end - 1) !== 'no' && !has(words, cue, TELLING);
  return !has(words, cue, isPassive(words, cue) ? IMPERSONAL : REPORTING);
}

/** "A video posted on social media shows …": where it was posted belongs to what speaks. */
export function withoutPlace(words: SentenceWords, s: TaggedStatement): TaggedStatement {
  const { cue, source } = s;
  const whole = source === null ? null : withWhatWasPlaced(words, source);
  if (whole !== null) return { ...s, source: whole };
  if (source?.end !== cue.first || cue.end - cue.first < 3 || !PLACED.has(words.columns.word[cue.first] ?? 0))
    return s;
  return {
    ...s,
    cue: { first: cue.end - 1, end: cue.end },
    source: { first: source.first, end: cue.end - 1 },
  };
}

/** No participle stands further before the place: "posted late on Monday afternoon on the firm's site". */
const LONGEST_PLACE = 6;
/** "on the accounting | firm's site": words of the place that the tagger left out. */
const LONGEST_SITE = 3;

/** "A message posted on Monday on the firm's site said …": the message speaks, not the site. */
function withWhatWasPlaced(words: SentenceWords, source: TokenRange): TokenRange | null {
  const { first } = words.sentence(source.first);
  let where = source.first - 1;
  while (where > first && source.first - where <= LONGEST_SITE && !WHERE.has(words.lower(where))) {
    if (words.isComma(where)) return null;
    where--;
  }
  if (!WHERE.has(words.lower(where))) return null;
  for (let t = where; t > first && where - t < LONGEST_PLACE && !words.isComma(t); t--) {
    if (!PLACED.has(words.columns.word[t] ?? 0)) continue;
    const subject = subjectBefore(words, t);
    return subject !== null && isNounPhrase(words, subject)
      ? { first: subject.first, end: source.end }
      : null;
  }
  return null;
}

/** Whether a cue's words look like a report in a phrase that is none: "all told", "posted on social media", “…,” smelled gas. */
export function isSetPhrase(
  words: SentenceWords,
  { cue, source, content: [content] }: TaggedStatement,
): boolean {
  const next = words.lower(content?.first ?? cue.end);
  const head = words.columns.word[cue.end - 1] ?? 0;
  const first = words.lower(cue.first);
  const before = words.lower(cue.first - 1);
  if (source !== null && source.first >= cue.end && !has(words, cue, TELLING)) return true;
  if (PLACED.has(head) && source === null && WHERE.has(words.lower(cue.end))) return true;
  if (PLACED.has(head) && cue.end - cue.first === 1 && DAY.test(words.lower(cue.end)))
    return content === undefined || !words.isQuoted(content.first);
  if (
    source === null &&
    CALL.test(first) &&
    CALLED.test(cue.end - cue.first > 1 ? words.lower(cue.end - 1) : next)
  )
    return true;
  if (isAccused(words, cue)) return true;
  if (/^(?:known|famous|noted)$/.test(first) && words.lower(cue.end - 1) === 'for') return true;
  if (isTelephone(words, cue, content) || isModifier(words, cue) || isNamePart(words, cue)) return true;
  if (source === null && words.lower(cue.end - 1) === 'called' && SUMMONED.test(words.lower(cue.end)))
    return true;
  if (source === null && (isRequest(words, cue.first) || ASIDE.test(before))) return true;
  if (SPOKEN.has(head) || SPOKEN.has(words.columns.word[cue.first] ?? 0)) {
    const at = words.lower(cue.end - 1) === 'for' ? cue.end : next === 'for' ? cue.end + 1 : 0;
    if (at > 0 && isDuration(words, at)) return true;
  }
  if (INTENTIONS.has(head) && next === 'to') return true;
  if (SPOKEN.has(words.columns.word[cue.first] ?? 0) && next === 'condition') return true;
  if (first === 'saying' && before === 'as') return source === null;
  if (first === 'charged' || words.lower(cue.end - 2) === 'charged')
    return words.lower(cue.end - 1) === 'with' || next === 'with';
  if (
    source === null &&
    cue.end - cue.first === 1 &&
    NAMED.test(first) &&
    !words.isQuoted(content?.first ?? cue.end)
  )
    return !BE.test(before);
  if (
    source === null &&
    TOPIC.test(first) &&
    ABOUT.test(cue.end - cue.first > 1 ? words.lower(cue.end - 1) : next)
  )
    return true;
  return (first === 'assured' && before === 'rest') || (first === 'told' && before === 'all');
}

/** "worth noting", "needless to say". */
const ASIDE = /^(?:worth|needless)$/;

/** Verbs in the form that asks the reader to do something. */
const REQUEST =
  /^(?:say|tell|think|ask|expect|see|note|remember|consider|imagine|suppose|believe|know|look|read|watch|call|blame|forget|worry|wonder|let)$/;

/** "Think about this.", "Don't forget that …", "please ask yourself": the reader is spoken to, and nobody is reported. */
function isRequest(words: SentenceWords, t: number): boolean {
  const verb = /^(?:don't|do|never)$/.test(words.lower(t))
    ? words.lower(t + 1) === 'not'
      ? t + 2
      : t + 1
    : t;
  if (!REQUEST.test(words.lower(verb))) return false;
  return t === words.sentence(t).first || words.lower(t - 1) === 'please';
}

/** "the man accused of arson": a participle about him, and not what he says. */
function isAccused(words: SentenceWords, cue: TokenRange): boolean {
  const of = words.lower(cue.end - 1) === 'of' ? cue.end - 1 : cue.end;
  if (words.lower(of) !== 'of' || isPassive(words, cue)) return false;
  return (
    /^(?:accused|suspected|convicted)$/.test(words.lower(of - 1)) &&
    !/^(?:has|have|had)$/.test(words.lower(of - 2))
  );
}

/** "were called in", "was called to the scene". */
const SUMMONED = /^(?:in|to|out|off|up|back)$/;

const BEFORE_A_NOUN =
  /^(?:the|a|an|his|her|its|their|this|that|these|those|'s|’s|of|fired|firing|first|more|an?other)$/;

/** "his alleged victim", "warning shots": a word about a noun. */
function isModifier(words: SentenceWords, cue: TokenRange): boolean {
  if (cue.end - cue.first > 1) return false;
  const word = words.lower(cue.first);
  if (word === 'warning') return /^(?:shots?|signs?|systems?|lights?|labels?)$/.test(words.lower(cue.end));
  return (
    /^(?:alleged|reported|suspected|proposed|expected)$/.test(word) &&
    BEFORE_A_NOUN.test(words.lower(cue.first - 1))
  );
}

/** "entered Promises Treatment Center": a word in capitals between small letters and capitals belongs to a name. */
function isNamePart(words: SentenceWords, cue: TokenRange): boolean {
  const { first, end } = cue;
  return (
    end - first === 1 &&
    first > words.sentence(first).first &&
    words.isCapital(first) &&
    words.isWord(end) &&
    words.isCapital(end) &&
    words.isWord(first - 1) &&
    !words.isCapital(first - 1) &&
    !/^\d/.test(words.charAt(first - 1))
  );
}

const DAY = /^(?:\w+day|yesterday|today|late|early|earlier|last|this)$/;

/** Telephone calls: "calls to the firm", "calls seeking comment". */
const CALL = /^(?:calls?|messages?|e-?mails?)$/;
const CALLED = /^(?:to|made|placed|seeking|left|sent)$/;

/** Whom one calls by telephone, where nothing else follows that would say what they were called. */
const KIN =
  /^(?:mother|father|mom|mum|dad|wife|husband|parents|brother|sister|son|daughter|friend|friends|lawyer|attorney|boss|doctor|family|girlfriend|boyfriend|neighbou?r|neighbou?rs|back|again|police|ambulance|emergency|911|999|112|security)$/;

/** "called her mother", "called him again": a call on the telephone, which says nothing of her or him. */
function isTelephone(words: SentenceWords, cue: TokenRange, content: TokenRange | undefined): boolean {
  if (!/^(?:called|calls|calling|phoned|rang)$/.test(words.lower(cue.end - 1)) || content === undefined)
    return false;
  if (content.first !== cue.end || words.isQuoted(content.end - 1)) return false;
  const [first, second] = [words.lower(content.first), words.lower(content.first + 1)];
  if (KIN.test(first)) return true;
  return (
    /^(?:his|her|their|the|an?|my|our|him|them|me|us)$/.test(first) &&
    content.end - content.first > 1 &&
    KIN.test(second)
  );
}

const UNIT = /^(?:seconds?|minutes?|hours?|days?|weeks?|while|time|long)$/;
const LONGEST_DURATION = 5;

/** "for an hour", "for more than 40 minutes". */
function isDuration(words: SentenceWords, t: number): boolean {
  for (let i = t; i < t + LONGEST_DURATION && !words.isBreak(i); i++)
    if (UNIT.test(words.lower(i))) return true;
  return false;
}

/** A participle behind a noun that gives it a name: "a boat called Ida". */
const NAMED = /^(?:called|named|dubbed|known|titled)$/;
const BE = /^(?:is|are|was|were|be|been|being|often|also)$/;

/** Nouns that name a topic, with nobody who speaks: "despite concerns about". */
const TOPIC =
  /^(?:reports|concerns?|questions?|fears|worries|doubts|calls|criticism|complaints|allegations|claims|rumou?rs|talk|speculation)$/;
const ABOUT = /^(?:of|about|over|for|on)$/;

function has(words: SentenceWords, { first, end }: TokenRange, set: WordSet): boolean {
  for (let t = first; t < end; t++)
    if (set.has(words.columns.word[t] ?? 0) || words.charAt(t) === ':') return true;
  return false;
}

function isPassive(words: SentenceWords, { first, end }: TokenRange): boolean {
  for (let t = first; t < end; t++)
    if (/^(?:is|are|was|were|be|been|being)$/.test(words.lower(t))) return true;
  return false;
}

/** Whether a word is written in capitals among others that are: a headline. */
function isShouted(words: SentenceWords, t: number): boolean {
  const { shape } = words.columns;
  return (
    shape[t] === Shape.AllCapitals &&
    (shape[t - 1] === Shape.AllCapitals || shape[t + 1] === Shape.AllCapitals)
  );
}

/** Whether a content begins as reported speech does: with a quotation mark or a conjunction. */
function isReported(words: SentenceWords, t: number): boolean {
  return words.isQuoted(t) || CLAUSAL.has(words.lower(t));
}

import type { TokenRange } from './cue-window';
import { clauseEnd, subjectBefore } from './noun-phrase';
import type { SentenceWords } from './sentence-words';
import type { TaggedStatement } from './statement-tagger';
import { findUnansweredCalls } from './unanswered-calls';
import { WordSet } from './word-set';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const AUXILIARIES = set('could can did does do has have had would will was were is are remains remained');
const NEGATED = set(
  "cannot can't couldn't didn't doesn't don't hasn't haven't hadn't wouldn't won't wasn't weren't isn't aren't",
);
const NEGATIONS = set('not never');
const ADVERBS = set(
  'immediately yet independently publicly so far initially also currently still directly even been further otherwise officially',
);

/** What was not done, with what belongs to the cue behind it. */
const NOTHING_SAID: ReadonlyMap<string, readonly string[]> = new Map([
  ...'say confirm specify elaborate verify disclose reveal identify respond responded reply replied answer answered comment commented confirmed said'
    .split(' ')
    .map((word): [string, readonly string[]] => [word, ['']]),
  ['provide', ['details', 'any', 'further', 'information', 'a']],
  [
    'return',
    [
      'calls',
      'messages',
      'emails',
      'e-mails',
      'requests',
      'repeated',
      'phone',
      'telephone',
      'several',
      'multiple',
      'a',
      'an',
      'the',
      'our',
    ],
  ],
  ['give', ['details', 'any', 'further', 'a', 'more', 'his', 'her', 'their']],
  ['be', ['reached', 'verified', 'confirmed', 'determined']],
  ['reachable', ['for']],
  ['available', ['for']],
  ['want', ['to']],
  ['wish', ['to']],
  ['clear', ['']],
  ['known', ['who', 'what', 'how', 'whether', 'if', 'when', 'why', 'where', 'which']],
]);
const GIVING = set('gave gives give provided provides offered offers released');
const WITHHELD = set(
  'details detail motive comment reason reasons further information explanation figures indication immediate other',
);
const REFUSALS = set('declined declines refused refuses declining refusing');
const SAYING = set(
  'comment say confirm verify determine answer respond discuss specify elaborate disclose provide reveal identify give speak explain reply name',
);
const UNCLEAR = set('unclear unknown');

/** The words that may begin such a cue: nothing else is read at any other token. */
const TRIGGERS = new WordSet([...AUXILIARIES, ...NEGATED, ...REFUSALS, ...GIVING, 'neither']);

/**
 * Finds where somebody says nothing, or nothing is known: "could not confirm", "declined to comment", "could not be reached", "it
 * was unclear". The tagger, which learnt from political news, knows few of them.
 */
export function findNonclaims(words: SentenceWords): TaggedStatement[] {
  const found: TaggedStatement[] = [];
  const { word, count } = words.columns;
  for (let t = 0; t < count; t++) {
    if (!TRIGGERS.has(word[t] ?? 0) || words.isQuoted(t)) continue;
    const end = cueEnd(words, t);
    if (end === 0) continue;
    const statement = nonclaim(words, { first: t, end });
    if (statement !== null) found.push(statement);
    t = end - 1;
  }
  return [...found, ...findUnansweredCalls(words)].sort((a, b) => a.cue.first - b.cue.first);
}

/** One past the last token of the cue that begins at `t`; 0 where none does. */
function cueEnd(words: SentenceWords, t: number): number {
  const first = words.lower(t);
  const { end: last } = words.sentence(t);
  let i = t + 1;
  if (REFUSALS.has(first)) return words.lower(i) === 'to' ? refusalEnd(words, i + 1) : 0;
  if (GIVING.has(first)) return words.lower(i) === 'no' && WITHHELD.has(words.lower(i + 1)) ? i + 1 : 0;
  if (first === 'neither')
    return words.lower(i + 1) === 'nor' && NOTHING_SAID.has(words.lower(i)) ? i + 3 : 0;
  let negated = NEGATED.has(first);
  for (; i < last && (NEGATIONS.has(words.lower(i)) || ADVERBS.has(words.lower(i))); i++)
    negated ||= NEGATIONS.has(words.lower(i));
  if (i >= last) return 0;
  const head = words.lower(i);
  if (head === 'unable') return words.lower(i + 1) === 'to' && SAYING.has(words.lower(i + 2)) ? i + 3 : 0;
  if (UNCLEAR.has(head)) return negated || !saysNothing(words, i + 1) ? 0 : i + 1;
  const next = negated ? NOTHING_SAID.get(head) : undefined;
  if (next === undefined) return 0;
  if (head === 'want' || head === 'wish')
    return words.lower(i + 1) === 'to' && SAYING.has(words.lower(i + 2)) ? i + 3 : 0;
  if (!next.includes('') && !next.includes(words.lower(i + 1))) return 0;
  if (head === 'clear' && !saysNothing(words, i + 1)) return 0;
  if (head === 'return' && !namesCall(words, i + 1)) return 0;
  return head === 'be' ? i + 2 : i + 1;
}

const CALL =
  /^(?:calls?|messages?|e-?mails?|requests?|inquir(?:y|ies)|enquir(?:y|ies)|texts?|quer(?:y|ies))$/;
const LONGEST_CALL = 4;

/** "return a phone message", "return several calls": a call within a few words, before the phrase ends. */
function namesCall(words: SentenceWords, t: number): boolean {
  for (let i = t; i < t + LONGEST_CALL; i++) if (CALL.test(words.lower(i))) return true;
  return false;
}

/** "declined to comment", "refused to be drawn": one past the verb; 0 where something else was refused. */
function refusalEnd(words: SentenceWords, t: number): number {
  if (words.lower(t) !== 'be') return SAYING.has(words.lower(t)) ? t + 1 : 0;
  return /^(?:drawn|interviewed|identified|quoted|named)$/.test(words.lower(t + 1)) ? t + 2 : 0;
}

const QUESTIONS = set('who what how whether if when why where which');

function saysNothing(words: SentenceWords, t: number): boolean {
  return QUESTIONS.has(words.lower(t));
}

function nonclaim(words: SentenceWords, cue: TokenRange): TaggedStatement | null {
  if (words.isComma(cue.end)) return null;
  const subject = subjectBefore(words, cue.first);
  const impersonal = subject === null || /^(?:it|that|there)$/.test(words.lower(subject.end - 1));
  const end = unsaidEnd(words, cue.end);
  if (end > cue.end) return { cue, source: impersonal ? null : subject, content: [{ first: cue.end, end }] };
  return bare(words, cue, impersonal ? null : subject);
}

/** "He declined to comment.": what he declined is the content, for something must be. */
function bare(words: SentenceWords, cue: TokenRange, source: TokenRange | null): TaggedStatement | null {
  if (!REFUSALS.has(words.lower(cue.first))) return null;
  return {
    cue: { first: cue.first, end: cue.first + 1 },
    source,
    content: [{ first: cue.first + 1, end: cue.end }],
  };
}

const LEADS_ON = set('which who where when but though although while and or as');

/** Where what was not said ends: before a comma and a new clause. */
function unsaidEnd(words: SentenceWords, t: number): number {
  const end = clauseEnd(words, t);
  for (let i = t; i < end; i++) if (words.isComma(i) && LEADS_ON.has(words.lower(i + 1))) return i;
  return end;
}

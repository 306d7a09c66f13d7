import type { ArticleWords } from './article-words';
import type { Described } from './describe';
import { SMALL_BODY_HEADS, SMALL_BODY_PAIRS } from './lexicon/bodies';
import { COUNTRY_OF_ADJECTIVE } from './lexicon/places';
import type { SpeakerPhrase } from './speaker-phrase';

/** Words before a noun that say which or how many. */
export const DETERMINER =
  /^(?:the|a|an|some|several|many|most|few|other|another|this|that|these|those|one|two|three|four|five|six|all|any|both|various|numerous|more)$/;
const DEFINITE = /^(?:the|this|that|these|those)$/;

/** Whether the head can be a speaker at all: no number, adverb, determiner or bare adjective of a people. */
export function isNoun(d: Described): boolean {
  if (d.head.length < 3 || !/^\p{L}/u.test(d.head) || DETERMINER.test(d.head)) return false;
  if (
    NEVER_SPEAKS.test(d.head) ||
    FUNCTION_WORD.test(d.head) ||
    (d.words.length === 1 && /(?:ing|ly)$/.test(d.head))
  )
    return false;
  const last = d.original.at(-1) ?? '';
  return !COUNTRY_OF_ADJECTIVE.has(last) || last.endsWith('s') || /(?:ese|ish|ch|ss)$/.test(last);
}

/** Nouns that a statement's source may begin with by mistake, and that never stand for anybody. */
const NEVER_SPEAKS =
  /^(?:hundreds|thousands|dozens|scores|winds?|rains?|rest|addition|number|situation|entry|timetable|film|page|fact|time|day|night|morning|evening|week|month|year|moment|way|thing|note|correction|update|part|lot|place)$/;

const FUNCTION_WORD =
  /^(?:there|here|then|when|what|why|how|and|but|not|later|earlier|now|early|late|also|you|your|our|its|his|her|their|him|them|being|been|was|were|has|have|had|will|would|can|could|may|might)$/;

/** The noun that a phrase is about: its last word, but "attorneys" in "attorneys general". */
function headOf(parts: readonly string[]): string {
  const last = (parts.at(-1) ?? '').toLowerCase();
  const before = (parts.at(-2) ?? '').toLowerCase();
  return /^(?:general|generals)$/.test(last) && /^(?:attorneys|secretaries|consuls)$/.test(before)
    ? before
    : last;
}

/** Takes a describing phrase apart: determiner, words, head, and how far its name for display goes. */
export function readDescription(words: ArticleWords, phrase: SpeakerPhrase): Described {
  let first = phrase.first;
  const determiner = words.lower(first);
  while (first < phrase.coreEnd - 1 && DETERMINER.test(words.lower(first))) first++;
  const parts: string[] = [];
  for (let i = first; i < phrase.coreEnd; i++)
    if (words.isWord(i) || /^\d/.test(words.word(i))) parts.push(words.word(i));
  const nameEnd = Math.min(phrase.end, phrase.coreEnd + 8);
  let shown = nameEnd;
  for (let i = phrase.coreEnd; i < nameEnd; i++) {
    if (!words.isWord(i) || /^(?:who|which|that|speaking)$/.test(words.lower(i))) {
      shown = i;
      break;
    }
  }
  return {
    first,
    nameEnd: shown,
    words: parts.map((w) => w.toLowerCase()),
    original: parts,
    head: headOf(parts),
    definite: DEFINITE.test(determiner),
    bare: !DETERMINER.test(determiner),
  };
}

/** Whether a description in small letters names a body: "the interior ministry", "police", "the coastguard". */
export function isSmallBody({ head, words, definite, bare }: Described): boolean {
  if (!definite && !bare) return false;
  if (words.some((word) => POSSESSIVE.test(word))) return false;
  const before = words.at(-2) ?? '';
  return (
    SMALL_BODY_HEADS.has(head) || COMPANIES.test(head) || (SMALL_BODY_PAIRS.get(before)?.has(head) ?? false)
  );
}

/** Heads of bodies that no country has. */
const COMPANIES =
  /^(?:company|firm|newspaper|bank|hospital|club|charity|university|league|society|prefecture|brigade)$/;

const POSSESSIVE = /^(?:his|her|its|their|our|my|your)$/;

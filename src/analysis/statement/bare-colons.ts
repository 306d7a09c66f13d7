import { ROLES } from '../source/lexicon/roles';
import { clauseEnd } from './noun-phrase';
import type { SentenceWords } from './sentence-words';
import type { TaggedStatement } from './statement-tagger';

/** No headline is longer than this many tokens, and no speaker in one longer than that. */
const LONGEST_HEADLINE = 24;
const LONGEST_SPEAKER = 5;

/** Speakers of headlines that are no roles. */
const SPEAKERS = new Set(
  (
    'police officials official report reports study survey poll ministry court army military union un eu nato who pm mp mps ceo cops sheriff coroner judge ' +
    'prosecutors prosecution witnesses witness sources source analysts analyst experts expert scientists researchers doctors family lawyer lawyers ' +
    'opposition company regulator watchdog agency coastguard firefighters fbi cia pentagon kremlin fed unicef unhcr survivors'
  ).split(' '),
);

/**
 * Reads headlines that name a speaker before or behind a colon: "Mayor: No plan to close the bridge", "Bank hid losses: regulator". Only
 * roles and bodies that speak are taken, for most colons of headlines announce a topic.
 */
export function findBareColons(words: SentenceWords): TaggedStatement[] {
  const found: TaggedStatement[] = [];
  const { sentences } = words.text;
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i];
    if (sentence === undefined || sentence.endToken - sentence.firstToken > LONGEST_HEADLINE) continue;
    if (sentences[i - 1]?.block === sentence.block || sentences[i + 1]?.block === sentence.block) continue;
    const statement = headline(words, sentence.firstToken, sentence.endToken);
    if (statement !== null) found.push(statement);
  }
  return found;
}

function headline(words: SentenceWords, first: number, end: number): TaggedStatement | null {
  if (words.charAt(end - 1) === '.') return null;
  let colon = first + 1;
  while (colon < end && words.charAt(colon) !== ':') colon++;
  if (colon >= end - 1) return null;
  const cue = { first: colon, end: colon + 1 };
  if (isSpeaker(words, first, colon) && end - colon > 3 && /\p{L}/u.test(words.charAt(colon + 1)))
    return {
      cue,
      source: { first, end: colon },
      content: [{ first: colon + 1, end: clauseEnd(words, colon + 1) }],
    };
  if (isSpeaker(words, colon + 1, end) && colon - first > 2)
    return { cue, source: { first: colon + 1, end }, content: [{ first, end: colon }] };
  return null;
}

function isSpeaker(words: SentenceWords, first: number, end: number): boolean {
  if (end - first > LONGEST_SPEAKER || words.opens(first)) return false;
  for (let t = first; t < end; t++) if (!words.isWord(t)) return false;
  const last = words.lower(end - 1);
  return SPEAKERS.has(last) || ROLES.has(last) || ROLES.has(words.lower(first));
}

import { ROLES } from '../source/lexicon/roles';
import { clauseEnd } from './noun-phrase';
import type { SentenceWords } from './sentence-words';
import type { TaggedStatement } from './statement-tagger';
import { WordSet } from './word-set';

/** No headline is longer than this many tokens, and no speaker in one longer than that. */
const LONGEST_HEADLINE = 24;
const LONGEST_SPEAKER = 5;

/** Speakers of headlines that are no roles. */
const SPEAKERS = new Set(
  (
    'police officials official report reports study survey poll ministry court army military union un eu nato who pm mp mps ceo cops sheriff coroner judge ' +
    'prosecutors prosecution witnesses witness sources source analysts analyst experts expert scientists researchers doctors family lawyer lawyers ' +
    'opposition company republicans democrats senators lawmakers tories labour mps villagers residents workers teachers students nurses employees campaigners activists regulator watchdog agency coastguard firefighters fbi cia pentagon kremlin fed unicef unhcr survivors'
  ).split(' '),
);

/**
 * Reads headlines that name a speaker before or behind a colon: "Mayor: No plan to close the bridge", "Bank hid losses: regulator". Only
 * roles and bodies that speak are taken, for most colons of headlines announce a topic.
 */
export function findBareColons(words: SentenceWords): TaggedStatement[] {
  const found: TaggedStatement[] = [];
  const { sentences } = words.text;
  const named = new NamedSpeakers(words);
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i];
    if (sentence === undefined || sentence.endToken - sentence.firstToken > LONGEST_HEADLINE) continue;
    if (sentences[i - 1]?.block === sentence.block || sentences[i + 1]?.block === sentence.block) continue;
    const statement = headline(words, sentence.firstToken, sentence.endToken, named);
    if (statement !== null) found.push(statement);
  }
  return found;
}

function headline(
  words: SentenceWords,
  first: number,
  end: number,
  named: NamedSpeakers,
): TaggedStatement | null {
  if (words.charAt(end - 1) === '.') return null;
  let colon = first + 1;
  while (colon < end && words.charAt(colon) !== ':') colon++;
  if (colon >= end - 1) return null;
  const cue = { first: colon, end: colon + 1 };
  if (
    (isSpeaker(words, first, colon) || isName(words, first, colon, named)) &&
    end - colon > 3 &&
    /[\p{L}'"‘“]/u.test(words.charAt(colon + 1))
  )
    return {
      cue,
      source: { first, end: colon },
      content: [{ first: colon + 1, end: clauseEnd(words, colon + 1) }],
    };
  if (colon - first > 2 && (isSpeaker(words, colon + 1, end) || isName(words, colon + 1, end, named)))
    return { cue, source: { first: colon + 1, end }, content: [{ first, end: colon }] };
  return null;
}

function isSpeaker(words: SentenceWords, first: number, end: number): boolean {
  if (end - first > LONGEST_SPEAKER || words.opens(first)) return false;
  for (let t = first; t < end; t++) if (!words.isWord(t)) return false;
  const last = words.lower(end - 1);
  return SPEAKERS.has(last) || ROLES.has(last) || ROLES.has(words.lower(first));
}

/** Whether one to three capitalised words end with a name that speaks in the article below. */
function isName(words: SentenceWords, first: number, end: number, named: NamedSpeakers): boolean {
  if (end - first > LONGEST_NAME || end === first) return false;
  for (let t = first; t < end; t++) if (!words.isWord(t) || !words.isCapital(t)) return false;
  return named.has(words.columns.word[end - 1] ?? 0);
}

const LONGEST_NAME = 3;
const SAID = new WordSet('said says told tells added wrote argued'.split(' '));

/** The capitalised words right before a verb of speech; gathered once a headline asks for them. */
class NamedSpeakers {
  private names: Set<number> | null = null;

  constructor(private readonly words: SentenceWords) {}

  has(word: number): boolean {
    this.names ??= this.gather();
    return this.names.has(word);
  }

  private gather(): Set<number> {
    const { columns } = this.words;
    const names = new Set<number>();
    for (let t = 1; t < columns.count; t++)
      if (SAID.has(columns.word[t] ?? 0) && this.words.isCapital(t - 1)) names.add(columns.word[t - 1] ?? 0);
    return names;
  }
}

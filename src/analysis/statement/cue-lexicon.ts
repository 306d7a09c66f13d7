import { WordSet } from './word-set';

/** Verbs that report speech: what the rules alone take for a cue, and what a first guess at a verb's sort rests on. */
const SPEECH_STEMS =
  'say tell announce report add warn claim deny insist argue confirm write tweet explain note state declare ' +
  'acknowledge admit allege assert caution concede conclude contend emphasize emphasise estimate maintain mention ' +
  'observe post promise recall reiterate remark reply respond reveal stress suggest testify urge vow complain ' +
  'disclose predict accuse answer appeal apologize apologise ask attribute believe blame boast brag call cite condemn ' +
  'criticize criticise decline demand describe doubt echo fear hint inform joke pledge praise propose quip quote ' +
  'reassert refuse reject remind repeat retort signal speak speculate think threaten tout voice wonder';

/** Forms that regular endings do not give. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  say: ['say', 'says', 'said', 'saying'],
  tell: ['tell', 'tells', 'told', 'telling'],
  write: ['write', 'writes', 'wrote', 'writing'],
  admit: ['admit', 'admits', 'admitted', 'admitting'],
  brag: ['brag', 'brags', 'bragged', 'bragging'],
  quip: ['quip', 'quips', 'quipped', 'quipping'],
  signal: ['signal', 'signals', 'signaled', 'signalled', 'signaling', 'signalling'],
  speak: ['speak', 'speaks', 'spoke', 'spoken', 'speaking'],
  think: ['think', 'thinks', 'thought', 'thinking'],
};

/** The forms of a verb: present, past, participles. */
export function formsOf(stem: string): readonly string[] {
  const irregular = IRREGULAR[stem];
  if (irregular !== undefined) return irregular;
  if (stem.endsWith('y')) {
    const vowelBefore = /[aeou]y$/.test(stem);
    const base = vowelBefore ? stem : stem.slice(0, -1) + 'i';
    return [stem, vowelBefore ? stem + 's' : base + 'es', base + 'ed', stem + 'ing'];
  }
  const base = stem.endsWith('e') ? stem.slice(0, -1) : stem;
  return [stem, /(?:s|ch|sh)$/.test(stem) ? stem + 'es' : stem + 's', base + 'ed', base + 'ing'];
}

/** Every form of every speech verb, in lower case. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(SPEECH_STEMS.split(' ').flatMap(formsOf));

/** The hashes of the words that make a cue a report of speech. */
export const SPEECH_HASHES: WordSet = new WordSet([...SPEECH_VERBS, 'according']);

/** The hashes of words that may stand in a cue before its verb: "has also said", "did not immediately say". */
export const AUXILIARY_HASHES: WordSet = new WordSet(
  (
    "could can cannot can't couldn't did didn't does doesn't do don't has hasn't have haven't had hadn't was wasn't were weren't is isn't " +
    "are aren't be been being will would wouldn't won't may might should not never no also later then first still again often " +
    'immediately repeatedly publicly previously recently yet already even further both'
  ).split(' '),
);

/** Verbs that report speech: what the rules alone take for a cue, and what a first guess at a verb's sort rests on. */
const SPEECH_STEMS =
  'say tell announce report add warn claim deny insist argue confirm write tweet explain note state declare ' +
  'acknowledge admit allege assert caution concede conclude contend emphasize emphasise estimate maintain mention ' +
  'observe post promise recall reiterate remark reply respond reveal stress suggest testify urge vow complain ' +
  'disclose predict';

/** Forms that regular endings do not give. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  say: ['say', 'says', 'said', 'saying'],
  tell: ['tell', 'tells', 'told', 'telling'],
  write: ['write', 'writes', 'wrote', 'writing'],
  admit: ['admit', 'admits', 'admitted', 'admitting'],
};

function formsOf(stem: string): readonly string[] {
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

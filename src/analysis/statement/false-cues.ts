import { SPEECH_VERBS } from './cue-lexicon';
import type { TokenRange } from './cue-window';
import type { SentenceWords } from './sentence-words';
import type { TaggedStatement } from './statement-tagger';
import { Shape } from './word-columns';
import { WordSet } from './word-set';

/** Words beside the verbs of speech that tell of a finding, a view or a wish. */
const ATTITUDES =
  `according show shows showed shown showing find finds found finding agree agrees agreed agreeing plan plans planned seem seems seemed appear appears appeared know knows knew
  known want wants wanted wanting point points pointed pointing question questions questioned questioning continue continued expect expects expected expecting feel feels felt
  support supports supported supporting hope hopes hoped hoping worry worries worried see sees saw seen seeing expressed express expresses consider considers considered
  indicate indicates indicated indicating highlight highlights highlighted oppose opposes opposed opposing attack attacked defend defends defended blasted rule rules ruled prove proved
  learn learned learnt discover discovered decide decided intend intends intended seek seeks sought view views viewed love loves wonder wonders suspect suspects suspected
  understand understands understood realise realize realised realized assume assumes assumed mean means meant reportedly allegedly apparently quoted quoting citing cites cited
  put puts read reads accept accepts accepted welcomed welcomes welcome thank thanked reveal revealed talk talks talked talking opinion view statement claim claims belief report reports
  message pledge promise letter likened compared comparing portrayed characterized characterised denounced denounce lashed slammed backed endorsed endorse endorses approve approved
  offered offers referring refers referred commented discuss discussed discussing address addressed advised advise recommend recommended pressed chanted released learned heard hear
  calculated calculates concerned convinced confident certain sure clear unclear afraid worried sceptical skeptical angry surprised proud glad satisfied unaware aware`.split(
    /\s+/,
  );

const REPORTING = new WordSet([...SPEECH_VERBS, ...ATTITUDES]);

/** Verbs of doing that report nothing, whoever does it. */
const DEEDS = new WordSet(
  `hit hits struck killed wounded injured damaged destroyed entered enters left arrested detained bought sold won lost played plays signed traded aggravated commanded commands
  opened closed built drove flew crashed sank collapsed fell rose raised cut burned burnt moved carried carries attended married died joined resigned retired hired fired
  named appointed elected landed crossed seized stole stolen shot stabbed rescued evacuated treated transported repaired recovered earned paid spent finished started passed capsizes capsized`.split(
    /\s+/,
  ),
);

/** Participles that tell where something stands, not who says it: "a video posted on social media". */
const PLACED = new WordSet('posted shared published circulated circulating uploaded broadcast'.split(' '));
const WHERE = new Set(['on', 'to', 'online', 'by', 'in', 'across']);
const SPOKEN = new WordSet('spoke speaking speak spoken'.split(' '));
const CLAUSAL = new Set('that whether if how why what who when where because'.split(' '));

/** Words that tell of a plan, not of what somebody says, where "to" and a verb follow. */
const INTENTIONS = new WordSet(
  'sought seek seeks seeking tried try tries trying attempted attempting'.split(' '),
);
const RELATIVES = new Set(['which', 'who', 'whom', 'that', 'it']);

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
  if (content.length === 1 && first.end - first.first === 1 && RELATIVES.has(words.lower(first.first)))
    return true;
  if (isReported(words, first.first)) return false;
  if (isShouted(words, cue.first) && !has(words, cue, REPORTING)) return true;
  if (source !== null) return DEEDS.has(words.columns.word[cue.end - 1] ?? 0) && !has(words, cue, REPORTING);
  return !has(words, cue, isPassive(words, cue) ? IMPERSONAL : REPORTING);
}

/** "A video posted on social media shows …": where it was posted belongs to what speaks. */
export function withoutPlace(words: SentenceWords, s: TaggedStatement): TaggedStatement {
  const { cue, source } = s;
  if (source?.end !== cue.first || cue.end - cue.first < 3 || !PLACED.has(words.columns.word[cue.first] ?? 0))
    return s;
  return {
    ...s,
    cue: { first: cue.end - 1, end: cue.end },
    source: { first: source.first, end: cue.end - 1 },
  };
}

/** Whether a cue's words look like a report in a phrase that is none: "all told", "posted on social media". */
export function isSetPhrase(
  words: SentenceWords,
  { cue, source, content: [content] }: TaggedStatement,
): boolean {
  const next = words.lower(content?.first ?? cue.end);
  const head = words.columns.word[cue.end - 1] ?? 0;
  const first = words.lower(cue.first);
  const before = words.lower(cue.first - 1);
  if (PLACED.has(head) && source === null && WHERE.has(words.lower(cue.end))) return true;
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

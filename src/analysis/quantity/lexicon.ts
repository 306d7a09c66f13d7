import { UNIT_WORDS, type Unit } from './units';
import { CURRENCY_WORDS } from './currencies';

/** What a word may do around a number; bits of {@link Entry.role}. */
export const Role = {
  /** Ends the thing counted: prepositions, conjunctions, pronouns, auxiliaries, determiners. */
  Stop: 1,
  /** A head noun that does not end in -s but may follow any number: people, crew, police. */
  Head: 2,
  /** Stands before numbers that name something: Flight 370, Route 66, Section 427. */
  Label: 4,
  /** A verb form that reports what happened to those counted: killed, injured. */
  Fate: 8,
  /** May start a quantity that has no digit. */
  Trigger: 16,
  /** Joins an elliptic noun: others, more, dead. */
  Elided: 32,
  /** A finite or participle form that ends the thing counted. */
  Verb: 64,
  /** Starts a web address. */
  Address: 128,
  /** Tells what befell those counted; {@link FATES} says what. */
  Toll: 256,
} as const;

/** What the scanner knows of a word; the entry of unknown words is all zeros. */
export interface Entry {
  readonly word: string;
  /** Value of a cardinal below a hundred ("seven", "forty"), or -1. */
  cardinal: number;
  /** Multiplier ("hundred", "million", "dozen"), or 0. */
  scale: number;
  /** Whether the scale or part is written as a plural ("thousands", "thirds"). */
  plural: boolean;
  /** Value of an ordinal ("third", "hundredth"), or 0. */
  ordinal: number;
  /** Denominator ("half" 2, "thirds" 3), or 0. */
  part: number;
  unit: Unit | null;
  /** Currency family of a noun ("dollars"), or null. */
  currency: string | null;
  /** 1 to 12, or 0. */
  month: number;
  /** 1 (Monday) to 7 (Sunday), or 0. */
  weekday: number;
  role: number;
}

/** The entry of every word that is not in the lexicon. */
export const UNKNOWN: Entry = blank('');

function blank(word: string): Entry {
  return {
    word,
    cardinal: -1,
    scale: 0,
    plural: false,
    ordinal: 0,
    part: 0,
    unit: null,
    currency: null,
    month: 0,
    weekday: 0,
    role: 0,
  };
}

const entries: Entry[] = [UNKNOWN];
const index = new Map<string, number>();

function entryOf(word: string): Entry {
  const at = index.get(word);
  const known = at === undefined ? undefined : entries[at];
  if (known) return known;
  const made = blank(word);
  index.set(word, entries.length);
  entries.push(made);
  return made;
}

function role(bit: number, words: string): void {
  for (const word of words.split(/\s+/)) entryOf(word).role |= bit;
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth';
const ORDINAL_TENS = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth';
const SCALES: readonly (readonly [string, number])[] = [
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['quadrillion', 1e15],
  ['lakh', 1e5],
  ['crore', 1e7],
];
/** Short scales, only after digits: "35mn", "2.5bn". */
const SHORT_SCALES: readonly (readonly [string, number])[] = [
  ['mn', 1e6],
  ['mln', 1e6],
  ['mil', 1e6],
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
  ['tln', 1e12],
];
const MONTHS = 'january february march april may june july august september october november december';
const SHORT_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec';
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday';

ONES.split(' ').forEach((word, value) => (entryOf(word).cardinal = value));
for (const word of ['nought', 'naught', 'nil']) entryOf(word).cardinal = 0;
TENS.split(' ').forEach((word, i) => (entryOf(word).cardinal = 20 + 10 * i));
entryOf('fourty').cardinal = 40;
ORDINALS.split(' ').forEach((word, i) => (entryOf(word).ordinal = i + 1));
ORDINAL_TENS.split(' ').forEach((word, i) => (entryOf(word).ordinal = 20 + 10 * i));
for (const [word, scale] of SCALES) {
  entryOf(word).scale = scale;
  Object.assign(entryOf(`${word}s`), { scale, plural: true });
  Object.assign(entryOf(`${word}th`), { ordinal: scale, part: scale });
  Object.assign(entryOf(`${word}ths`), { ordinal: scale, part: scale, plural: true });
}
for (const [word, scale] of SHORT_SCALES) entryOf(word).scale = scale;
for (const [word, plural] of [
  ['dozen', false],
  ['dozens', true],
  ['dz', false],
  ['dzs', false],
  ['dozs', false],
] as const)
  Object.assign(entryOf(word), { scale: 12, plural });
Object.assign(entryOf('half'), { part: 2 });
Object.assign(entryOf('halves'), { part: 2, plural: true });
Object.assign(entryOf('quarter'), { part: 4 });
Object.assign(entryOf('quarters'), { part: 4, plural: true });
for (const word of [...ORDINALS.split(' ').slice(2), ...ORDINAL_TENS.split(' ')]) {
  const value = entryOf(word).ordinal;
  entryOf(word).part = value;
  Object.assign(entryOf(`${word}s`), { part: value, plural: true });
}
for (const [word, value] of [
  ['firsts', 1],
  ['seconds', 2],
] as const)
  entryOf(word).ordinal = -value;
for (const [word, unit] of UNIT_WORDS) entryOf(word).unit = unit;
for (const [word, code] of CURRENCY_WORDS) entryOf(word).currency = code;
MONTHS.split(' ').forEach((word, i) => (entryOf(word).month = i + 1));
SHORT_MONTHS.split(' ').forEach((word, i) => (entryOf(word).month = i + 1));
entryOf('sept').month = 9;
WEEKDAYS.split(' ').forEach((word, i) => (entryOf(word).weekday = i + 1));
['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].forEach((word, i) => (entryOf(word).weekday = i + 1));
['mon', 'tues', 'weds', 'thurs'].forEach((word, i) => (entryOf(word).weekday = i + 1));

role(
  Role.Stop,
  `a an the this that these those some any each every no none both either neither all another such what which who whom whose
   i you he she it we they me him her us them my your his its our their mine yours hers ours theirs himself herself itself themselves
   and or but nor yet so because although though while whereas if unless until till since when where why how whether than as
   of in on at to from by for with without within into onto upon over under above below between among amid during before after
   about around across along through throughout against toward towards near behind beyond beside besides despite per via off out
   up down inside outside following including plus minus versus except like unlike not never also too only just even still already again
   there here then now ago later earlier yesterday today tomorrow tonight today's worth away respectively apiece together alone aboard
   am is are was were be been being has have had having do does did done will would shall should may might must can could cannot
   isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't shouldn't can't couldn't
   said say says saying told tell tells according amid et cet etc i.e e.g vs overnight`,
);
role(
  Role.Verb,
  `killed injured wounded hurt died dead dying missing arrested detained rescued evacuated displaced hospitalized hospitalised charged
   went go goes going gone came come comes coming took take takes taking taken got get gets getting made make makes making gave give gives given giving
   left leave leaves leaving began begin begins begun became become becomes kept keep keeps held hold holds found find finds lost lose loses won win wins
   ran run runs fell fall falls fallen rose rise rises risen saw see sees seen hit hits struck strike strikes broke break breaks broken
   brought bring brings bought buy buys sold sell sells sent send sends spent spend spends paid pay pays met meet meets led lead leads
   fled flee flees fought fight fights shot stood stand stands sat lay lies lived live lives worked work works need needs needed want wants wanted
   remain remains remained appear appears appeared seem seems seemed expect expects expected agreed agree believe believed report reported reportedly
   drove drive drives flew fly flies put puts set sets let lets cost costs rely relies known called named dubbed built
   sank sunk swam flooded crashed collapsed stayed showed show shows shown continue continues continued grew grow grows grown help helps helped include includes included`,
);
role(
  Role.Head,
  `people men women children crew police troops personnel staff personal cattle sheep fish aircraft spacecraft helicopters feet teeth
   folk folks youth cavalry infantry clergy livestock species series offspring aid data media criteria phenomena bacteria
   percent passersby mothers-in-law runners-up deer salmon gentry poultry swine policemen policewomen firemen gunmen fishermen
   congressmen congresswomen businessmen businesswomen servicemen servicewomen militiamen tribesmen spokesmen lawmen grandchildren
   schoolchildren housewives wives lives knives wolves shelves leaves thieves mice geese`,
);
role(
  Role.Elided,
  'others other more dead wounded injured missing survivors casualties fatalities deaths injuries victims',
);
role(
  Role.Fate,
  `killed killing kill kills injured injuring injure injures wounded wounding wounds hurt hurting died dead missing arrested arresting detained detaining
   rescued rescuing evacuated evacuating displaced displacing hospitalized hospitalised charged charging captured capturing kidnapped kidnapping
   abducted executed sentenced freed released infected`,
);
role(
  Role.Label,
  `flight route section channel boeing airbus highway interstate room apt apartment suite gate platform terminal article chapter title amendment
   no nos number num nr nrs version windows iphone ipad galaxy playstation xbox pier formula resolution order bill proposition prop
   page pp pg p figure fig table line bus train unit squadron battalion brigade regiment division ward district precinct zone area
   psalm genesis matthew luke john exodus leviticus romans corinthians class grade tier phase stage level category cat type
   apollo soyuz sputnik voyager gemini falcon ariane atlas mig su tu il an ka mi ak m4 typhoon mark mk model series sec
   hwy rte rd exhibit annex appendix part volume vol issue episode season round game race heat lot item group pool block car
   runway box code act law rule regulation directive form schedule case docket precinct studio hall building warehouse plant reactor tower
   photo bulletin camp station ladder engine company truck taxi tram barracks checkpoint area sector week day test juno pioneer stage chapter`,
);
role(
  Role.Trigger,
  `a an half quarter several few couple pair tens scores dozens no none nil noon midnight yesterday today tomorrow tonight last this next early late
   earlier minus negative nobody zero nought naught absolute`,
);
for (const entry of entries)
  if (
    entry.cardinal >= 0 ||
    entry.ordinal > 0 ||
    entry.month > 0 ||
    entry.weekday > 0 ||
    entry.scale > 0 ||
    (entry.part > 0 && !entry.plural)
  )
    entry.role |= Role.Trigger;

/** Ids below this are words of the lexicon; 0 is every other word. */
export const ENTRIES: readonly Entry[] = entries;

role(Role.Address, 'http https www');
// Words that rules look back and ahead for; in the lexicon they need not be cut out of the text.
role(0, 'toll initially far date thus when who after but');

const FATE_WORDS: Readonly<Record<string, string>> = {
  killed: 'killed killing kill kills dead died die dies deaths death fatalities perished slain',
  injured: 'injured injuring injure injures wounded wounding wounds hurt hurting injuries',
  missing: 'missing',
  arrested: 'arrested arresting detained detaining arrests',
  rescued: 'rescued rescuing',
  evacuated: 'evacuated evacuating displaced displacing',
  hospitalised: 'hospitalized hospitalised',
  charged: 'charged charging',
  captured: 'captured capturing kidnapped kidnapping abducted',
  freed: 'freed released',
  infected: 'infected',
};

/** The words of a fate, each with the one word that stands for it. */
export const FATES: ReadonlyMap<string, string> = new Map(
  Object.entries(FATE_WORDS).flatMap(([fate, words]) =>
    words.split(' ').map((w): [string, string] => [w, fate]),
  ),
);
for (const word of FATES.keys()) role(Role.Toll, word);

const TABLE_SIZE = 8192;
const slots = new Uint16Array(TABLE_SIZE);

/** Adds one UTF-16 code unit to a word's hash; the caller folds ASCII letters to lower case. */
export function hashStep(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

for (let id = 1; id < entries.length; id++) {
  let hash = 0;
  for (const ch of entries[id]?.word ?? '') hash = hashStep(hash, ch.charCodeAt(0));
  let slot = hash & (TABLE_SIZE - 1);
  while (slots[slot]) slot = (slot + 1) & (TABLE_SIZE - 1);
  slots[slot] = id;
}

/**
 * Looks a word of `text` up without cutting it out.
 * @param hash {@link hashStep} over the lower-cased code units of the word
 * @returns its id in {@link ENTRIES}, or 0
 */
export function lookUp(text: string, start: number, end: number, hash: number): number {
  let slot = hash & (TABLE_SIZE - 1);
  for (;;) {
    const id = slots[slot] ?? 0;
    if (id === 0) return 0;
    if (sameWord(entries[id]?.word ?? '', text, start, end)) return id;
    slot = (slot + 1) & (TABLE_SIZE - 1);
  }
}

function sameWord(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) {
    const code = text.charCodeAt(start + i);
    const low = code >= 65 && code <= 90 ? code | 32 : code === 0x2019 ? 39 : code;
    if (low !== word.charCodeAt(i)) return false;
  }
  return true;
}

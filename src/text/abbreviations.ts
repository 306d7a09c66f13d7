/** How an abbreviation with a full stop stands to the end of a sentence. */
export const AbbreviationClass = {
  /** A title or the like, always followed by what it belongs to: `Gov.`, `Mr.`, `vs.` Never ends a sentence. */
  Prefix: 1,
  /** An abbreviation only in front of a digit: `No. 5`, `p. 12`. Elsewhere the dot is a full stop. */
  BeforeNumber: 2,
  /** May end a sentence: `Inc.`, `Jr.`, `Calif.`, `Jan.` It does where a word follows that only starts sentences. */
  MayEnd: 3,
  /** `a.m.`, `p.m.`: may end a sentence, but not in front of a weekday, a month or a time zone. */
  TimeOfDay: 4,
} as const;

const WORDS: readonly (readonly [number, string])[] = [
  [
    AbbreviationClass.Prefix,
    `Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Rev Revs Hon Rt Fr Msgr Gov Govs Lt Col Gen Brig Maj Capt Cpt Cmdr Comdr Cdr Adm
    Sgt Cpl Pvt Pfc Spc Ens Sen Sens Rep Reps Del Pres Sec Amb Atty Asst Assoc Supt Insp Det Ofc Dist Det Const Cllr Treas
    Ald St Ste Mt Ft vs v cf viz ca approx e.g i.e Maj.-Gen Lt.-Gov Exec Dir Dep`,
  ],
  [
    AbbreviationClass.BeforeNumber,
    'No Nos no nos Op op Art Arts art pp p Vol vol Vols Fig Figs fig Ch ch Par par para Sect sect Rte Hwy Nr nr Reg reg Ser',
  ],
  [
    AbbreviationClass.MayEnd,
    `Inc Corp Co Cos Ltd Plc Bros Jr Sr Esq etc al Dept Univ Assn Bldg Ave Blvd Rd Hwy Ph.D Bhd Pty Mfg Intl Natl
    Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt
    Wash Wis Wyo Ont Que Alta Sask Man
    Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    est approx sq cu ft dept`,
  ],
  [AbbreviationClass.TimeOfDay, 'a.m p.m A.M P.M'],
];

const CLASSES = new Map<string, number>();
for (const [kind, words] of WORDS) for (const word of words.split(/\s+/)) CLASSES.set(word, kind);

/** The longest abbreviation in the list, so that long words need no look-up. */
const LONGEST = Math.max(...[...CLASSES.keys()].map((word) => word.length));

/**
 * The {@link AbbreviationClass} of a word written without its last dot, or 0. Case counts: `No` is a number's, `in` a word.
 */
export function abbreviationClass(word: string): number {
  return word.length > LONGEST ? 0 : (CLASSES.get(word) ?? 0);
}

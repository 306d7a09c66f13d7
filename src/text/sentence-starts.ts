const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/**
 * Capitalised words that start a sentence rather than go on behind an abbreviation: "in the U.S. The …", but "the U.S. Navy".
 */
export const STARTERS = words(
  `The A An This That These Those He She It They We You I His Her Its Their Our My Your There Here
  In On At By For From To With Without Within Of As If When While After Before Since Until Once During Under Over Between Among
  And But Or Nor So Yet Because Although Though However Still Also Then Thus Meanwhile Instead Earlier Later Now Today
  What Who Why How Where Which Whether Some Many Most Several Other Others Another Both All Each Every No None Not
  One Two Three Four Five Six Seven Eight Nine Ten Asked Speaking According Last Next Despite Even Only Just Perhaps Maybe
  Authorities Officials Police Investigators Residents Witnesses Experts Analysts Critics Following Unlike Like`,
);

/** What may follow `a.m.` and `p.m.` inside a sentence: weekdays, months, time zones. */
export const AFTER_TIME = words(
  `Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon. Tue. Tues. Wed. Thu. Thur. Thurs. Fri. Sat. Sun.
  January February March April May June July August September October November December
  Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec.
  GMT UTC BST CET CEST EET EEST MSK EST EDT CST CDT MST MDT PST PDT ET CT MT PT IST JST KST HKT SGT WIB AEST AEDT
  E.T. E.S.T. E.D.T. P.S.T. G.M.T.`,
);

/** What stands behind the name of a time zone: `Moscow time`, `Eastern Standard Time`. */
export const ZONE_NOUNS = words('time Time Standard Daylight Summer standard daylight summer');

/** Verbs that may stand behind a quotation that ends in `?` or `!`, with the speaker between: “Why?” Ms. Oru asked. */
export const SPEECH_VERBS = words(
  `said says asked asks added adds wrote writes tweeted shouted yelled cried told replied answered exclaimed joked continued
  declared demanded wondered screamed quipped insisted recalled responded questioned inquired screeched`,
);

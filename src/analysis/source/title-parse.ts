import type { ArticleWords } from './article-words';
import { BODY_HEADS } from './lexicon/bodies';
import { isGivenName } from './lexicon/given-names';
import { PLAIN_WORDS, SURNAME_WORDS, THING_HEADS } from './lexicon/ordinary-words';
import { countryOf, PLACES } from './lexicon/places';
import { CAPITAL_TITLES, HONORIFICS, ROLES } from './lexicon/roles';

/** The last title of the run that a name or the run's end follows; -1 without one. */
export function lastTitle(words: ArticleWords, first: number, end: number): number {
  for (let i = end - 1; i >= first; i--) {
    if (!isTitle(words.word(i)) && !isRoleBefore(words, i, end)) continue;
    const next = words.word(i + 1) === '.' ? i + 2 : i + 1;
    if (next < end && (isHead(words.word(next)) || !words.isCapital(next))) {
      if (words.word(next) === 'of') return longTitleEnd(words, i, end);
      continue;
    }
    if (i > first && next >= end && isSurnameHere(words, first, i)) continue;
    return next > i + 1 ? next - 1 : i;
  }
  return -1;
}

/** Any role counts as a title when a given name follows ("Founder Ingrid Vale"). */
function isRoleBefore(words: ArticleWords, i: number, end: number): boolean {
  if (i + 1 >= end || !isGivenName(words.word(i + 1)) || isGivenName(words.word(i))) return false;
  const word = words.lower(i);
  return ROLES.has(word) || ROLES.has(word.slice(word.lastIndexOf('-') + 1));
}

/** Titles that are surnames as well; at the end of a run behind a name they are one ("Ingrid King"). */
const TITLE_SURNAMES = new Set(
  'King Pope Dean Major Singer Prince Duke Bishop Baron Marshal Constable Cardinal Lord Judge Chancellor Coach Page Sergeant Justice Head Private'.split(
    ' ',
  ),
);

function isSurnameHere(words: ArticleWords, first: number, title: number): boolean {
  const before = words.word(title - 1);
  if (HONORIFICS.has(before) || isGivenName(words.word(first))) return true;
  return (
    TITLE_SURNAMES.has(words.word(title)) &&
    !PLACES.has(before) &&
    countryOf(before) === null &&
    !PLAIN_WORDS.has(before) &&
    !isTitle(before) &&
    !isHead(before)
  );
}

/** What ministers are ministers of. */
export const PORTFOLIOS = new Set(
  'Finance Interior Defence Defense Foreign Affairs Transport Health Education Justice Energy Agriculture Culture Labour Labor Economy Trade Environment Industry Tourism Housing Planning Fisheries Sport Development'.split(
    ' ',
  ),
);

/** "Secretary of State", "President of Russia": the title's last token, when a name follows it; else -1. */
function longTitleEnd(words: ArticleWords, title: number, end: number): number {
  const after = words.word(title + 2) === 'the' ? title + 3 : title + 2;
  let portfolio = after;
  while (portfolio < end - 1 && (PORTFOLIOS.has(words.word(portfolio)) || words.word(portfolio) === 'and'))
    portfolio++;
  if (portfolio > after) return portfolio - 1;
  for (let k = after + 1; k < end; k++) if (isGivenName(words.word(k))) return k - 1;
  const placed =
    PLACES.has(words.word(after)) || words.word(after) === 'State' || words.word(after) === 'Staff';
  return placed && after < end ? after : end - 1;
}

export function isHead(word: string): boolean {
  return (BODY_HEADS.has(word) || THING_HEADS.has(word)) && !SURNAME_WORDS.has(word) && !isGivenName(word);
}

/** Whether a capitalised word is a title, also at the end of a hyphenated one ("Secretary-General"). */
export function isTitle(word: string): boolean {
  if (CAPITAL_TITLES.has(word)) return true;
  const hyphen = word.indexOf('-');
  return (
    hyphen > 0 && (CAPITAL_TITLES.has(word.slice(0, hyphen)) || CAPITAL_TITLES.has(word.slice(hyphen + 1)))
  );
}

export function titleStart(words: ArticleWords, first: number, title: number): number {
  let i = title;
  while (
    i > first &&
    (isTitle(words.word(i - 1)) || !words.isCapital(i - 1) || words.word(i - 1) === 'Prime')
  )
    i--;
  return i;
}

/** The country that a title names ("Ukrainian President", "U.S. Defence Secretary"), or null. */
export function countryInTitle(words: ArticleWords, first: number, end: number): string | null {
  for (let i = first; i < end; i++) {
    const country = countryOf(words.word(i)) ?? (i + 1 < end ? countryOf(words.phrase(i, i + 2)) : null);
    if (country !== null) return country;
  }
  return null;
}

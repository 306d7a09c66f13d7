import type { ArticleWords } from './article-words';
import { candidate, type NameCandidate, type NameKind } from './candidate';
import { BODY_FORMS, BODY_HEADS, COMPANY_ENDINGS, WEAK_BODY_HEADS } from './lexicon/bodies';
import { isGivenName } from './lexicon/given-names';
import {
  PLACE_HEADS,
  PLAIN_WORDS,
  SENTENCE_OPENERS,
  SURNAME_WORDS,
  THING_HEADS,
} from './lexicon/ordinary-words';
import {
  COUNTRY_OF_ADJECTIVE,
  COUNTRY_OF_CAPITAL,
  COUNTRY_OF_NAME,
  PLACES,
  countryOf,
} from './lexicon/places';
import { HONORIFICS, ROLES } from './lexicon/roles';
import { listedEntry, type NameRun } from './name-scan';
import { countryInTitle, isHead, isTitle, lastTitle, PORTFOLIOS, titleStart } from './title-parse';

/** First words of places: streets, squares, natural features. */
const PLACE_FIRST = new Set(
  'Place Rue Via Calle Piazza Avenida Mount Mt Lake Port Fort Cape Camp Hotel Gulf Bay Point Isle Rio Wadi Ras Saint-Germain St San Santa La Las Los El Tel Khan Deir Beit Kfar Umm'.split(
    ' ',
  ),
);

/** What a company makes or does, written before its name ("Shipbuilder Ostervik"). */
const COMPANY_SORTS = new Set(
  'Shipbuilder Carmaker Automaker Drugmaker Chipmaker Planemaker Steelmaker Retailer Brewer Insurer Lender Airline Broadcaster Supermarket Miner Bookmaker Homebuilder Housebuilder Startup Conglomerate'.split(
    ' ',
  ),
);

/** Words that open sentences and are surnames; alone they are looked at again when the article's people are known. */
const OPENER_SURNAMES = new Set(
  'Will Young Small Short Long Good High West North East South Early Gold Case Read Still Black May Best Rich Power Court'.split(
    ' ',
  ),
);

/** Takes a run apart into names, with the titles that stand inside the run. */
export function parseRun(words: ArticleWords, run: NameRun): NameCandidate[] {
  const found: NameCandidate[] = [];
  const opened = run.initial ? afterOpeners(words, run.first, run.end) : afterPortfolio(words, run);
  const first = opened < run.end ? afterDescriptor(words, opened, run.end, run.initial) : opened;
  if (first === run.end) {
    const surname = OPENER_SURNAMES.has(words.word(run.end - 1));
    return surname ? [candidate(words, run, run.end - 1, run.end, 'thing', true)] : [];
  }
  const doubtful = run.titleCase || (run.initial && first === run.first && run.end - first === 1);
  parsePart(words, { ...run, first }, first, run.end, doubtful, found);
  return found;
}

/** Skips words that are capitalised because they open the sentence. */
function afterOpeners(words: ArticleWords, first: number, end: number): number {
  let i = first;
  while (i < end && SENTENCE_OPENERS.has(words.lower(i))) {
    if (listedEntry(words, i, end) > 0 || isBodyAdjective(words, i, end)) return i;
    const named = isGivenName(words.word(i)) && i + 1 < end && !SENTENCE_OPENERS.has(words.lower(i + 1));
    if (named && !PLACES.has(words.word(i + 1)) && !BODY_FORMS.has(words.word(i + 1))) return i;
    i++;
  }
  return i;
}

/** "Minister of Finance Ada Lind": what she is minister of is no part of her name. */
function afterPortfolio(words: ArticleWords, { first, end }: NameRun): number {
  if (words.lower(first - 1) !== 'of' || !ROLES.has(words.lower(first - 2))) return first;
  let i = first;
  while (i < end - 1 && PORTFOLIOS.has(words.word(i))) i++;
  return i;
}

/** Ships: what follows is a name of a thing. */
const SHIP = new Set('MV MS MT SS HMS USS INS HMAS HMCS RMS MSC'.split(' '));

/**
 * Skips a word that describes the person behind it ("Quarterback Ilan Moss", "Excluding Moss"): one that no given name is, in front of a given
 * name, with an ending that English words have and surnames hardly.
 */
function afterDescriptor(words: ArticleWords, first: number, end: number, initial: boolean): number {
  if (end - first < 2 || isGivenName(words.word(first)) || listedEntry(words, first, end) > 0) return first;
  const word = words.word(first);
  if (
    /^\p{Lu}$/u.test(word) &&
    words.end(first) - words.start(first) === 1 &&
    isGivenName(words.word(first + 1)) &&
    end - first > 2
  )
    return first + 1;
  if (initial && /(?:[a-z]ing|ly)$/.test(word) && end - first === 2 && !BODY_HEADS.has(words.word(end - 1)))
    return first + 1;
  if (end - first < 3 || !isGivenName(words.word(first + 1)) || isTitle(word)) return first;
  return /(?:ing|ed|ly|ist|ans?|ians?|ers?|back|man|hawk|s)$/.test(word) && word.length > 3
    ? first + 1
    : first;
}

/** "National", "International", "Northern" at the start of a sentence stay with the body that they belong to. */
function isBodyAdjective(words: ArticleWords, i: number, end: number): boolean {
  if (!PLAIN_WORDS.has(words.word(i))) return false;
  for (let k = i + 1; k < end; k++)
    if (BODY_HEADS.has(words.word(k)) && words.word(k) !== 'Police') return true;
  return false;
}

function parsePart(
  words: ArticleWords,
  run: NameRun,
  first: number,
  end: number,
  doubtful: boolean,
  found: NameCandidate[],
): void {
  while (
    first < end &&
    (!words.isCapital(first) || (words.word(first) === 'The' && listedEntry(words, first, end) === 0))
  )
    first++;
  if (first >= end) return;
  if (end - first > 1 && COMPANY_SORTS.has(words.word(first))) {
    const c = candidate(words, run, first + 1, end, 'organization', false);
    c.titleFirst = first;
    c.titleEnd = first + 1;
    found.push(c);
    return;
  }
  const title = lastTitle(words, first, end);
  if (title >= 0) {
    parseFront(words, run, first, titleStart(words, first, title), doubtful, found);
    const nameFirst = words.word(title + 1) === '.' ? title + 2 : title + 1;
    if (nameFirst < end) parseTitled(words, run, [first, nameFirst], end, found);
    else if (end - first === 1) found.push(candidate(words, run, first, end, 'thing', true));
    return;
  }
  parseUntitled(words, run, first, end, doubtful, found);
}

/** What stands before the title inside the run: a body or a place ("State Department Spokesman", "Oryol Mayor"). */
function parseFront(
  words: ArticleWords,
  run: NameRun,
  first: number,
  end: number,
  doubtful: boolean,
  found: NameCandidate[],
): void {
  if (first >= end) return;
  const front: NameCandidate[] = [];
  parseUntitled(words, run, first, end, doubtful, front);
  for (const c of front)
    if (c.kind === 'organization' || c.kind === 'place' || c.kind === 'country') found.push(c);
}

function parseTitled(
  words: ArticleWords,
  run: NameRun,
  title: readonly [number, number],
  end: number,
  found: NameCandidate[],
): void {
  const [titleFirst, first] = title;
  const head = words.word(first - 1) === '.' ? first - 2 : first - 1;
  const place =
    end - first === 1 &&
    (COUNTRY_OF_NAME.has(words.word(first)) || COUNTRY_OF_ADJECTIVE.has(words.word(first)));
  const numbered = /\d/.test(words.phrase(first, end));
  const c = candidate(words, run, first, end, place ? 'country' : numbered ? 'thing' : 'person', false);
  if (!place && !numbered) {
    c.titleFirst = titleFirst;
    c.titleEnd = first;
    c.sex = HONORIFICS.get(words.word(head)) ?? null;
    c.country = countryInTitle(words, titleFirst, first);
  }
  found.push(c);
}

function parseUntitled(
  words: ArticleWords,
  run: NameRun,
  first: number,
  end: number,
  doubtful: boolean,
  found: NameCandidate[],
): void {
  const listed = Math.max(listedEntry(words, first, end), 1);
  const entry = words.phrase(first, first + listed);
  if (BODY_FORMS.has(entry) && !(listed === 1 && first + 1 < end)) {
    found.push(candidate(words, run, first, first + listed, 'organization', doubtful));
    parsePart(words, run, first + listed, end, doubtful, found);
    return;
  }
  if (parseBody(words, run, first, end, doubtful, found)) return;
  const country = firstNamePlace(words, first, end) ? null : countryOf(entry);
  if (country !== null || (PLACES.has(entry) && (listed > 1 || first + 1 === end))) {
    const kind: NameKind =
      COUNTRY_OF_ADJECTIVE.has(entry) && !COUNTRY_OF_NAME.has(entry)
        ? 'thing'
        : country !== null || COUNTRY_OF_CAPITAL.has(entry)
          ? 'country'
          : 'place';
    if (!(listed === 1 && country === null && end - first > 1)) {
      found.push(candidate(words, run, first, first + listed, kind, doubtful));
      parsePart(words, run, first + listed, end, doubtful, found);
      return;
    }
  }
  found.push(candidate(words, run, first, end, guessKind(words, first, end), doubtful));
}

/** A body by its head noun or company ending; what follows the body's name is parsed on its own. */
function parseBody(
  words: ArticleWords,
  run: NameRun,
  first: number,
  end: number,
  doubtful: boolean,
  found: NameCandidate[],
): boolean {
  let head = -1;
  for (let i = first; i < end && head < 0; i++) {
    const word = words.word(i);
    if (COMPANY_ENDINGS.has(word) && i > first) head = i;
    else if (BODY_HEADS.has(word) && (i > first || words.word(i + 1) === 'of' || words.word(i + 1) === 'for'))
      head = i;
  }
  if (head < 0) return false;
  let last = lastHead(words, head, end);
  while (last + 1 < end && continuesBody(words, last + 1)) last++;
  while (last > head && !words.isCapital(last)) last--;
  const size = last + 1 - first;
  if (size === 2 && isGivenName(words.word(first)) && SURNAME_WORDS.has(words.word(last))) return false;
  const country = countryInTitle(words, first, last + 1);
  const weak =
    WEAK_BODY_HEADS.has(words.word(head)) && last === head && country === null && !determined(words, first);
  const c = candidate(words, run, first, last + 1, weak ? 'unknown' : 'organization', doubtful);
  c.country = country;
  found.push(c);
  if (last + 1 < end) parsePart(words, run, last + 1, end, doubtful, found);
  return true;
}

/** The last head within the same capitalised words ("Press *Service* Providers *Association*"). */
function lastHead(words: ArticleWords, head: number, end: number): number {
  let last = head;
  for (let i = head + 1; i < Math.min(end, head + 4) && words.isCapital(i); i++)
    if (BODY_HEADS.has(words.word(i))) last = i;
  return last;
}

function continuesBody(words: ArticleWords, i: number): boolean {
  const word = words.word(i);
  if (BODY_HEADS.has(word) || COMPANY_ENDINGS.has(word)) return true;
  if (word === 'of' || word === 'for' || word === 'on' || word === 'and' || word === 'the' || word === '&')
    return true;
  const before = words.word(i - 1);
  return (
    before === 'of' ||
    before === 'for' ||
    before === 'on' ||
    before === 'and' ||
    before === 'the' ||
    before === '&' ||
    inComplement(words, i)
  );
}

/** Further words of the part after "of" or "for" ("Treatment of Prisoners of *War*", "Study of *Modern* Conflict"). */
function inComplement(words: ArticleWords, i: number): boolean {
  for (let k = i - 1; k > i - 7; k--) {
    const word = words.word(k);
    if (word === 'of' || word === 'for') return !isTitle(words.word(i));
    if (!words.isCapital(k) && word !== 'and' && word !== '&' && word !== 'the') return false;
  }
  return false;
}

function determined(words: ArticleWords, first: number): boolean {
  const before = words.lower(first - 1);
  return before === 'the' || words.isPossessive(first - 1);
}

/** Places that are given names as well ("Jordan", "Virginia"), with a surname behind them. */
const GIVEN_PLACES = new Set(
  'Jordan Chad Georgia Virginia Israel Paris Sydney Florence Milan Carolina Austin Dallas Houston Orlando Vienna'.split(
    ' ',
  ),
);

function firstNamePlace(words: ArticleWords, first: number, end: number): boolean {
  return end - first > 1 && GIVEN_PLACES.has(words.word(first)) && !isHead(words.word(end - 1));
}

/** "Boston Herons", "Etisal Egypt": a place with a plural, or a name with a country behind it. */
function isTeam(words: ArticleWords, first: number, end: number): boolean {
  if (PLAIN_WORDS.has(words.word(first))) return false;
  if (end - first === 2 && COUNTRY_OF_NAME.has(words.word(end - 1))) return true;
  const place = Math.max(1, listedEntry(words, first, end));
  return (
    PLACES.has(words.phrase(first, first + place)) &&
    first + place < end &&
    /[a-z]{2}s$/.test(words.word(end - 1))
  );
}

function guessKind(words: ArticleWords, first: number, end: number): NameKind {
  const last = words.word(end - 1);
  const size = end - first;
  const given = isGivenName(words.word(first)) || GIVEN_PLACES.has(words.word(first));
  if (SHIP.has(words.word(first))) return 'thing';
  if (size > 1 && !given && PLACES.has(words.word(first)) && !THING_HEADS.has(last))
    return isTeam(words, first, end) ? 'organization' : 'thing';
  if (size === 2 && !given && PLACES.has(last) && !COUNTRY_OF_NAME.has(last)) return 'place';
  const headed = (THING_HEADS.has(last) || BODY_HEADS.has(last)) && !SURNAME_WORDS.has(last);
  if (size > 1 && given && !headed) return size <= 5 ? 'person' : 'unknown';
  if (size > 1 && isTeam(words, first, end)) return 'organization';
  if (size > 1 && PLACE_FIRST.has(words.word(first))) return 'place';
  if (size > 1 && COUNTRY_OF_NAME.has(last) && !given) return 'place';
  if (THING_HEADS.has(last)) return size > 1 && PLACE_HEADS.has(last) ? 'place' : 'thing';
  if (size > 1 && words.isQuote(first + 1)) return 'person';
  for (let i = first; i < end; i++)
    if (PLAIN_WORDS.has(words.word(i)) && !isGivenName(words.word(i)))
      return size === 1 ? 'thing' : 'unknown';
  return 'unknown';
}

/** Makes a candidate for a body in small letters ("Russian defence ministry"). */
export function smallBodyCandidate(
  words: ArticleWords,
  run: NameRun,
  first: number,
  end: number,
  country: string | null,
): NameCandidate {
  const c = candidate(words, run, first, end, 'organization', false);
  c.country = country;
  return c;
}

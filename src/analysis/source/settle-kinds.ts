import type { ArticleWords } from './article-words';
import type { NameCandidate, NameKind } from './candidate';
import { BODY_HEADS } from './lexicon/bodies';
import { isGivenName } from './lexicon/given-names';
import {
  GROUPS,
  LOCATIVES,
  PLACE_FOLLOWERS,
  PLAIN_WORDS,
  SURNAME_WORDS,
  THING_ACRONYMS,
  THING_HEADS,
} from './lexicon/ordinary-words';
import { COUNTRY_OF_ADJECTIVE, PLACES } from './lexicon/places';
import { CAPITAL_TITLES } from './lexicon/roles';
import { isTitle } from './title-parse';
import { nameParts } from './person-name';
import { SmallWords } from './small-words';

interface Votes {
  all: number;
  person: number;
  place: number;
  speaks: number;
  /** Occurrences after any preposition that a place may follow. */
  placeLike: number;
  /** Occurrences whose capital is the name's own. */
  sure: number;
  the: number;
  /** Occurrences beside a word for a ship. */
  ship: number;
  /** Signs that it employs people or has shares. */
  body: number;
}

/** Decides what each unknown name is from all its occurrences together. Mutates `kind` of the candidates. */
export function settleKinds(words: ArticleWords, candidates: readonly NameCandidate[]): void {
  const votes = countVotes(words, candidates);
  const small = new SmallWords(words, candidates);
  // Whole names first: a lone "Black" is somebody's only when "Conrad Black" was found to be a person.
  for (const lone of [false, true]) {
    const people = personParts(candidates);
    for (const c of candidates) {
      const vote = votes.get(c.name);
      if (vote && (c.end - c.first === 1) === lone) settleOne(words, c, vote, people, small);
    }
  }
}

function settleOne(
  words: ArticleWords,
  c: NameCandidate,
  vote: Votes,
  people: ReadonlySet<string>,
  small: SmallWords,
): void {
  const bare = c.titleFirst === c.first && c.apposition === null;
  if (vote.ship > 0 && bare && (c.kind === 'person' || c.kind === 'organization' || c.kind === 'unknown'))
    c.kind = 'thing';
  else if (c.kind === 'thing') c.kind = settleThing(words, c, vote, people);
  else if (c.kind === 'unknown') c.kind = settle(words, c, vote, people, small);
  else if (c.kind === 'place' && people.has(c.name) && !isLocated(words, c)) c.kind = 'person';
  else if (c.kind === 'person' && c.titleFirst === c.first && vote.place > vote.person + vote.speaks)
    c.kind = 'place';
}

function countVotes(words: ArticleWords, candidates: readonly NameCandidate[]): Map<string, Votes> {
  const votes = new Map<string, Votes>();
  for (const c of candidates) {
    let vote = votes.get(c.name);
    if (!vote)
      votes.set(
        c.name,
        (vote = { all: 0, person: 0, place: 0, speaks: 0, placeLike: 0, sure: 0, the: 0, ship: 0, body: 0 }),
      );
    if (c.kind === 'person' && (c.titleFirst < c.first || c.apposition)) vote.person += 2;
    vote.all++;
    if (c.speaks) vote.speaks += 2;
    if (!c.doubtful) vote.sure++;
    if (isLocated(words, c)) vote.place++;
    if (PLACE_FOLLOWERS.has(words.lower(c.end))) vote.place += 3;
    if (
      LOCATIVES.has(words.lower(c.first - 1)) ||
      (words.word(c.end) === ',' && PLACES.has(words.word(c.end + 1)))
    )
      vote.placeLike++;
    if (words.lower(c.first - 1) === 'the') vote.the++;
    if (isShip(words, c)) vote.ship++;
    if (hasStaff(words, c)) vote.body++;
  }
  return votes;
}

const SHIPS =
  /^(?:ferry|barge|ship|boat|vessel|tanker|trawler|freighter|yacht|liner|steamer|tug|tugboat|frigate|destroyer|cruiser|submarine|carrier|schooner|hulled|wooden-hulled|lifeboat|catamaran|icebreaker|warship|dinghy)$/;

/** Whether the words beside a name say that it is a ship's: "the ferry Anna Lind", "aboard the Silverwing". */
function isShip(words: ArticleWords, c: NameCandidate): boolean {
  const at = words.isQuote(c.first - 1) ? c.first - 2 : c.first - 1;
  const before = words.lower(at);
  if (SHIPS.test(before)) return true;
  if (before !== 'the') return false;
  const third = words.lower(at - 1);
  return /^(?:aboard|boarded|onboard)$/.test(third) || (third === ',' && SHIPS.test(words.lower(at - 2)));
}

const OWNED =
  /^(?:shares?|stock|shareholders|employees|executives|staff|workers|headquarters|factory|factories|plants?|customers|profits?|sales|revenues?|earnings|boss|ceo|chief|chairman|chairwoman|chair|board|spokesman|spokeswoman|spokesperson|owner|fleet|products?|stores|subsidiary|newsroom|website)$/;

/** Whether a name employs people or has shares: "Norvik's shares", "Norvik's chief executive", "shares of Norvik". */
function hasStaff(words: ArticleWords, c: NameCandidate): boolean {
  if (words.isPossessive(c.end) && OWNED.test(words.lower(c.end + 1)) && !words.isPossessive(c.end + 2))
    return true;
  const before = words.lower(c.first - 1);
  if (
    /^(?:shares|stock|company|firm|shareholders|employees)$/.test(words.lower(c.first - 2)) &&
    /^(?:of|in|at)$/.test(before)
  )
    return true;
  if (/^(?:shares|stock)$/.test(words.lower(c.end)) || words.word(c.end) === 'Chief') return true;
  return /^(?:buy|buys|bought|acquire|acquires|acquired|buying|acquiring)$/.test(before);
}

function isLocated(words: ArticleWords, c: NameCandidate): boolean {
  const before = words.lower(c.first - 1);
  return (
    LOCATIVES.has(before) && before !== 'of' && before !== 'from' && before !== 'to' && before !== 'between'
  );
}

/** First and last names of the people that are sure, to know them when they stand alone. */
function personParts(candidates: readonly NameCandidate[]): Set<string> {
  const parts = new Set<string>();
  for (const c of candidates) {
    if (c.kind !== 'person') continue;
    const names = nameParts(c.name);
    const last = names.at(-1);
    if (last !== undefined) parts.add(last);
    if (names.length > 1 && names[0] !== undefined && names[0].length > 2) parts.add(names[0]);
  }
  return parts;
}

/** Ordinary words, heads of names and stripped openers that may be a surname or a paper ("Young said", "the Hill reported"). */
function settleThing(
  words: ArticleWords,
  c: NameCandidate,
  vote: Votes,
  people: ReadonlySet<string>,
): NameKind {
  if (people.has(c.name) && (c.speaks || words.isPossessive(c.end))) return 'person';
  const group = GROUPS.has(c.name) || COUNTRY_OF_ADJECTIVE.has(c.name);
  const named = c.speaks || (vote.speaks > 0 && words.lower(c.first - 1) === 'the');
  if (!named || group || vote.the === 0 || vote.sure === 0 || c.end - c.first > 1) return 'thing';
  return isTitle(c.name) ? 'thing' : 'organization';
}

function settle(
  words: ArticleWords,
  c: NameCandidate,
  vote: Votes,
  people: ReadonlySet<string>,
  small: SmallWords,
): NameKind {
  if (vote.body > 0 && !people.has(c.name)) return 'organization';
  if (people.has(c.name) || (c.speaks && people.has(asSurname(c.name)))) return 'person';
  if (vote.person > 0 && vote.person >= vote.place) return 'person';
  if (PLACES.has(c.name)) return 'place';
  const size = c.end - c.first;
  if (vote.place > vote.speaks) return 'place';
  if (size === 1 && BODY_HEADS.has(c.name)) return settleThing(words, c, vote, people);
  const proper =
    vote.sure > 0 ||
    (vote.speaks > 0 && size === 1 && isLoneSpeaker(c, vote, words, small)) ||
    (size > 1 && vote.speaks > 0);
  if (!proper || vote.speaks === 0) return settleSilent(c, vote, people, words, small);
  if (/^[\p{Lu}\p{N}.&-]+$/u.test(c.name) || vote.the > 0) return 'organization';
  return looksPersonal(c, words) ? 'person' : 'organization';
}

/** A single word at the start of a sentence: a name only if nothing says that it is a word. */
function isLoneSpeaker(c: NameCandidate, vote: Votes, words: ArticleWords, small: SmallWords): boolean {
  if (
    c.name.endsWith('s') ||
    ENGLISH_ENDING.test(c.name) ||
    c.name.endsWith('ly') ||
    small.has(c.name.toLowerCase())
  )
    return false;
  if (words.word(c.end) === ':') return c.speaks;
  if (/^(?:from|of|for|to|in|with)$/.test(words.lower(c.end))) return false;
  return c.given || vote.all > 1 || /^(?:said|says|told|added|who)$/.test(words.lower(c.end));
}

/** A name that nobody says to speak: a person by shape, a body by capitals and "the". */
function settleSilent(
  c: NameCandidate,
  vote: Votes,
  people: ReadonlySet<string>,
  words: ArticleWords,
  small: SmallWords,
): NameKind {
  if (hasSurname(c, people)) return 'person';
  const size = c.end - c.first;
  if (size === 1) return vote.the > 0 && vote.sure > 0 && isAcronym(c.name) ? 'organization' : 'thing';
  const shape =
    nameParts(c.name).length < 4 &&
    vote.the === 0 &&
    vote.sure > 0 &&
    vote.placeLike === 0 &&
    hasLetters(c.name);
  if (!shape || !looksPersonal(c, words)) return 'thing';
  const english = nameParts(c.name).some(
    (part) => ENGLISH_ENDING.test(part) || small.has(part.toLowerCase()),
  );
  return english ? 'thing' : 'person';
}

/** Endings of English words that hardly any surname has. */
const ENGLISH_ENDING =
  /(?:tion|sion|ment|ness|ship|ity|ism|ology|graphy|ball|book|ware|ance|ence|ency|ancy|tory|tary|less|ful|able|ible|ward|wards|ical|ional|tive|ous|ing|ings|ers|ors|ics|ies)$/;

/** "MARLOW" as a surname is written in running text. */
function asSurname(name: string): string {
  return name.length > 3 ? name.charAt(0) + name.slice(1).toLowerCase() : name;
}

function isAcronym(name: string): boolean {
  return /^\p{Lu}{3,6}$/u.test(name) && !THING_ACRONYMS.has(name);
}

/** Words written as people's names are: a capital, small letters, no digits, nothing in capitals but initials. */
function hasLetters(name: string): boolean {
  return (
    name.length < 60 &&
    name
      .split(' ')
      .every(
        (part) =>
          /^[\p{L}'.-]+$/u.test(part) && (/\p{Ll}/u.test(part) || /^\p{Lu}\.?(?:\p{Lu}\.?)?$/u.test(part)),
      )
  );
}

/** A longer form of a person who is known by surname ("Mr Marlow" makes "Tarik Marlow" a person). */
function hasSurname(c: NameCandidate, people: ReadonlySet<string>): boolean {
  const names = nameParts(c.name);
  return names.length > 1 && names.length < 5 && people.has(names.at(-1) ?? '');
}

function looksPersonal(c: NameCandidate, words: ArticleWords): boolean {
  const parts = nameParts(c.name);
  if (parts.length > 4) return false;
  const surname = c.end - c.first === 2 && SURNAME_WORDS.has(words.word(c.end - 1));
  for (let i = c.first; i < (surname ? c.end - 1 : c.end); i++) {
    const word = words.word(i);
    if (
      (PLAIN_WORDS.has(word) || BODY_HEADS.has(word) || THING_HEADS.has(word) || CAPITAL_TITLES.has(word)) &&
      !isGivenName(word)
    )
      return false;
    if (/^(?:of|for|&|and)$/.test(word)) return false;
  }
  return true;
}

import type { ArticleWords } from './article-words';
import { BODY_FORMS, BODY_HEADS, SUBJECT_WORDS } from './lexicon/bodies';
import { CALENDAR_WORDS, SENTENCE_OPENERS } from './lexicon/ordinary-words';
import { COUNTRY_OF_ADJECTIVE, PLACES } from './lexicon/places';
import { ABBREVIATED_TITLES, CAPITAL_TITLES, LONG_TITLES } from './lexicon/roles';
import { isGivenName } from './lexicon/given-names';

/** A run of capitalised words that may be or hold a name; tokens `[first, end)`. */
export interface NameRun {
  readonly first: number;
  readonly end: number;
  readonly sentence: number;
  /** Whether its first word's capital may be the sentence's and not the name's. */
  readonly initial: boolean;
  /** Whether the sentence is a heading in title case or capitals, where capitals tell nothing. */
  readonly titleCase: boolean;
}

/** No name is longer; longer runs are lists or noise, and cutting them keeps the work linear. */
const LONGEST_RUN = 16;
const PARTICLES = new Set(
  'de la van von der den bin ibn bint el al da dos do du di del della le ter ten zu abu und y e'.split(' '),
);
const OF_HEADS = new Set(
  'Bank House Republic Lords Commons Director Chief University Court College Church Bishop Archbishop Duke Prince King Queen Doctors'.split(
    ' ',
  ),
);
const TITLES_OF = LONG_TITLES.filter((title) => title.includes(' of ')).map((title) => ({
  title,
  start: title.slice(0, title.indexOf(' ')),
  length: title.split(' ').length,
}));

/** Full stops that may stand in a listed name as tokens of their own. */
const FULL_STOPS = 2;

/** The longest multi-word entry of the gazetteers, in words. */
const LONGEST_ENTRY = 6;

/** Finds every run of capitalised words. Linear in the number of tokens. */
export function scanNameRuns(words: ArticleWords): NameRun[] {
  const runs: NameRun[] = [];
  words.text.sentences.forEach((sentence, index) => {
    const titleCase = isTitleCase(words, sentence.firstToken, sentence.endToken);
    let i = sentence.firstToken;
    while (i < sentence.endToken) {
      if (!words.isCapital(i) || isCalendar(words, i) || isAttribute(words, i)) {
        i++;
        continue;
      }
      const initial = startsSentence(words, i, sentence.firstToken);
      const end = runEnd(words, i, sentence.endToken);
      runs.push({ first: i, end, sentence: index, initial, titleCase });
      i = end;
    }
  });
  return runs;
}

/** Small words that headings in title case leave small. */
const HEADING_SMALL = new Set(
  'a an the of and or in on at to for by with as from is nor but vs via per de la'.split(' '),
);

/** Whether the words of a sentence without a full stop are nearly all capitalised, as in headings of American papers. */
function isTitleCase(words: ArticleWords, first: number, end: number): boolean {
  if (end - first > 40 || end - first < 3 || endsWithStop(words, end)) return false;
  let capitals = 0;
  let small = 0;
  for (let i = first; i < end; i++) {
    if (!words.isWord(i)) continue;
    if (words.isCapital(i)) capitals++;
    else if (!HEADING_SMALL.has(words.word(i))) small++;
  }
  return capitals >= 3 && small * 8 <= capitals;
}

function endsWithStop(words: ArticleWords, end: number): boolean {
  let last = end - 1;
  while (words.isQuote(last)) last--;
  const code = words.text.prose.charCodeAt(words.end(last) - 1);
  return code === 46 || ((code === 33 || code === 63) && words.end(last) - words.start(last) === 1);
}

/** First word of the sentence, or of a quotation, or after a colon, dash or bullet. */
function startsSentence(words: ArticleWords, i: number, first: number): boolean {
  if (i === first) return true;
  const before = words.word(i - 1);
  if (words.isQuote(i - 1)) return words.isCapital(i);
  if (before === ':' || before === '•' || before === '*' || before === '(' || before === '…') return true;
  return (before === '-' || before === '–' || before === '—') && i - 1 === first;
}

function isCalendar(words: ArticleWords, i: number): boolean {
  const word = words.word(i);
  if (word === 'I' || word.startsWith("I'")) return true;
  if (!CALENDAR_WORDS.has(word)) return false;
  const givenName =
    word === 'April' || word === 'June' || word === 'May' || word === 'Jan' || word === 'August';
  if (!givenName || !words.isCapital(i + 1) || CALENDAR_WORDS.has(words.word(i + 1))) return true;
  return !isGivenName(word) || SENTENCE_OPENERS.has(words.lower(i + 1));
}

/** "Geneva-based", "Russian-led", "D-Ohio", "Don't": capitalised, but no part of the name behind it. */
function isAttribute(words: ArticleWords, i: number): boolean {
  const length = words.end(i) - words.start(i);
  if (length > 30) return false;
  const word = words.word(i);
  return ATTRIBUTE.test(word) || /^[DRI]-/.test(word) || word.includes("n't");
}

const ATTRIBUTE =
  /-(?:based|born|led|backed|owned|run|style|made|held|controlled|speaking|trained|installed)$/;

function runEnd(words: ArticleWords, first: number, limit: number): number {
  const stop = Math.min(limit, first + LONGEST_RUN);
  const listed = listedEntry(words, first, stop);
  let end = first + Math.max(1, listed);
  for (;;) {
    const next = nextPart(words, first, end, stop);
    if (next === end) return end;
    end = next;
  }
}

/** The end of the run if it goes on after `end`, else `end`. */
function nextPart(words: ArticleWords, first: number, end: number, stop: number): number {
  if (end >= stop || !words.joined(end - 1)) return end;
  if (words.isCapital(end) && !isCalendar(words, end) && !isAttribute(words, end)) return end + 1;
  const next = words.word(end);
  if (next === '.') return isAbbreviation(words, end - 1) && follows(words, end + 1, stop) ? end + 2 : end;
  if (words.isPossessive(end) && words.end(end) - words.start(end) === 1)
    return follows(words, end + 1, stop) && BODY_HEADS.has(words.word(end + 1)) ? end + 2 : end;
  if (next === '&') return follows(words, end + 1, stop) ? end + 2 : end;
  if (words.isQuote(end)) return nickname(words, end, stop);
  if (PARTICLES.has(next)) {
    const after = PARTICLES.has(words.word(end + 1)) ? end + 2 : end + 1;
    return follows(words, after, stop) && COUNTRY_OF_ADJECTIVE.get(words.word(end - 1)) === undefined
      ? after + 1
      : end;
  }
  if (next === 'of' || next === 'for' || next === 'on') return afterPreposition(words, first, end, stop);
  if (next === 'and') return afterAnd(words, first, end, stop);
  return end;
}

function isAbbreviation(words: ArticleWords, i: number): boolean {
  return words.end(i) - words.start(i) === 1 || ABBREVIATED_TITLES.has(words.word(i));
}

/** `Joseph “Joe” Marlow`: a capitalised word in quotation marks inside a name. */
function nickname(words: ArticleWords, quote: number, stop: number): number {
  const inside = words.isCapital(quote + 1) && words.isQuote(quote + 2) && quote + 3 < stop;
  const tight = words.start(quote) > words.end(quote - 1);
  return inside && tight && words.isCapital(quote + 3) ? quote + 4 : quote;
}

/** Whether a name may go on with token `i`. */
function follows(words: ArticleWords, i: number, stop: number): boolean {
  return i < stop && words.isCapital(i) && !isCalendar(words, i) && words.joined(i - 1);
}

function afterPreposition(words: ArticleWords, first: number, end: number, stop: number): number {
  const preposition = words.word(end);
  const after = words.word(end + 1) === 'the' ? end + 2 : end + 1;
  if (!follows(words, after, stop)) return end;
  if (preposition === 'of') {
    const length = longTitle(words, end - 1) || longTitle(words, end - 2);
    if (length > 0) return Math.min(stop, after + 1);
    if (OF_HEADS.has(words.word(end - 1)) && !CAPITAL_TITLES.has(words.word(end - 1))) return after + 1;
  }
  if (preposition === 'on') return /^(?:Com|Coun|Conf)/.test(words.word(end - 1)) ? after + 1 : end;
  return holdsHead(words, first, end) ? after + 1 : end;
}

function longTitle(words: ArticleWords, i: number): number {
  const word = words.word(i);
  for (const { title, start, length } of TITLES_OF)
    if (word === start && words.phrase(i, i + length) === title) return length;
  return 0;
}

function holdsHead(words: ArticleWords, first: number, end: number): boolean {
  for (let i = first; i < end; i++)
    if (BODY_HEADS.has(words.word(i)) || (OF_HEADS.has(words.word(i)) && !CAPITAL_TITLES.has(words.word(i))))
      return true;
  return false;
}

/** "and" goes on inside a department's name ("Health and Human Services", "Food and Drug Administration"). */
function afterAnd(words: ArticleWords, first: number, end: number, stop: number): number {
  if (!follows(words, end + 1, stop)) return end;
  const before = words.word(end - 1);
  const after = words.word(end + 1);
  if (SUBJECT_WORDS.has(before) && SUBJECT_WORDS.has(after)) {
    if (holdsHead(words, first, end)) return end + 2;
    for (let i = end + 2; i < Math.min(stop, end + 5) && words.isCapital(i); i++)
      if (BODY_HEADS.has(words.word(i))) return i + 1;
  }
  return end;
}

/** Length in tokens of the longest listed place or body that starts at `first`, 0 when none of two words or more does. */
export function listedEntry(words: ArticleWords, first: number, stop: number): number {
  const listed = LISTED_STARTS.get(words.word(first));
  if (listed === undefined) return 0;
  for (let length = Math.min(listed.longest, stop - first); length > 1; length--) {
    const last = first + length - 1;
    if (!words.isPossessive(last) && !listed.lastWords.has(words.word(last))) continue;
    if (words.word(last) === '.') continue;
    const phrase = words.phrase(first, first + length);
    if (PLACES.has(phrase) || BODY_FORMS.has(phrase)) return length;
  }
  return 0;
}

/** What is known of the listed names of several words that begin with some word. */
interface ListedStart {
  /** The most tokens that one of them may have. */
  longest: number;
  readonly lastWords: Set<string>;
}

/** The first words of listed names of several words. */
const LISTED_STARTS: ReadonlyMap<string, ListedStart> = (() => {
  const starts = new Map<string, ListedStart>();
  for (const entry of [...PLACES.keys(), ...BODY_FORMS.keys()]) {
    const parts = entry.split(' ');
    const [start = ''] = parts;
    if (parts.length < 2) continue;
    const known = starts.get(start) ?? { longest: 0, lastWords: new Set() };
    known.longest = Math.max(known.longest, Math.min(LONGEST_ENTRY, parts.length + FULL_STOPS));
    known.lastWords.add(parts.at(-1) ?? '');
    starts.set(start, known);
  }
  return starts;
})();

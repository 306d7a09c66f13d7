import type { ArticleWords } from './article-words';
import type { NameCandidate } from './candidate';
import { BODY_HEADS, SMALL_BODY_HEADS, SMALL_BODY_MODIFIERS, SMALL_BODY_PAIRS } from './lexicon/bodies';
import { CALENDAR_WORDS, SENTENCE_OPENERS, THING_HEADS } from './lexicon/ordinary-words';
import { COUNTRY_OF_CAPITAL, COUNTRY_OF_NAME, countryOf } from './lexicon/places';
import { FEMALE_ROLES, MALE_ROLES, ROLES, ROLE_MODIFIERS } from './lexicon/roles';
import { INVERTED_VERBS, SPEECH_VERBS, VERB_LEADS } from './lexicon/speech-verbs';

/** Most words of a title to the left, and of a role in apposition. */
const LONGEST_TITLE = 10;
const LONGEST_APPOSITION = 16;

/**
 * The end of a body in small letters that a country begins ("Russian *defence ministry*", "Ukraine's
 * *ministry of defence*"), or 0.
 */
export function smallBodyEnd(words: ArticleWords, afterCountry: number): number {
  let i = words.isPossessive(afterCountry) ? afterCountry + 1 : afterCountry;
  for (const limit = i + 6; i < limit && words.isWord(i) && words.joined(i - 1); i++) {
    const word = words.lower(i);
    if (SMALL_BODY_PAIRS.get(word)?.has(words.lower(i + 1))) return i + 2;
    if (SMALL_BODY_HEADS.has(word) && !isModifierHere(words, i)) return complementEnd(words, i);
    if (!SMALL_BODY_MODIFIERS.has(word)) return 0;
  }
  return 0;
}

/** "the Russian military commission", "a German police officer": the head only qualifies the next word. */
function isModifierHere(words: ArticleWords, i: number): boolean {
  if (!words.isWord(i + 1) || !words.joined(i)) return false;
  const next = words.lower(i + 1);
  if (SMALL_BODY_HEADS.has(next) || SMALL_BODY_MODIFIERS.has(next) || ROLES.has(next))
    return next !== 'of' && next !== 'and';
  const word = words.lower(i);
  return (
    (word === 'military' ||
      word === 'police' ||
      word === 'army' ||
      word === 'navy' ||
      word === 'government') &&
    isThing(words, i + 1)
  );
}

/** Whether the word after "military" or "police" continues the noun phrase; verbs, prepositions and adverbs do not. */
function isThing(words: ArticleWords, i: number): boolean {
  const word = words.lower(i);
  if (SPEECH_VERBS.has(word) || VERB_LEADS.has(word)) return false;
  return !/^(?:in|on|at|to|for|from|with|by|of|and|or|but|as|than|that|which|who|whose|because|after|before|during|against|over|under|into|about|while|when|where|if|since|until|is|be|been|.*ed|.*ly)$/.test(
    word,
  );
}

function complementEnd(words: ArticleWords, head: number): number {
  const word = words.lower(head);
  if (words.lower(head + 1) !== 'of' || !/^(?:ministry|department|directorate|committee|bureau)$/.test(word))
    return head + 1;
  let i = head + 2;
  while (i < head + 6 && SMALL_BODY_MODIFIERS.has(words.lower(i)) && words.lower(i) !== 'of') i++;
  while (words.lower(i - 1) === 'and') i--;
  return i > head + 2 ? i : head + 1;
}

/** Sets what the words around a candidate say about it: titles, roles in apposition, verbs of speech, sex. */
export function readContext(words: ArticleWords, c: NameCandidate): void {
  readLeftTitle(words, c);
  readApposition(words, c);
  readAcronym(words, c);
  c.speaks = isSubjectOfSpeech(words, c) || followsSpeech(words, c);
}

/** Reads a title in small letters, or one that starts left of the run: "regional governor", "Belgorod Gov.". */
function readLeftTitle(words: ArticleWords, c: NameCandidate): void {
  const left = c.titleFirst - 1;
  if (c.kind === 'place' || c.kind === 'country' || c.kind === 'thing') return;
  const comma = words.word(left) === ',' ? left - 1 : left;
  const direct = comma === left && isRoleWord(words, left) && words.joined(left);
  if (!direct && c.titleFirst === c.first) {
    readBodyTitle(words, c);
    return;
  }
  let first = c.titleFirst;
  let i = first - 1;
  for (const limit = first - LONGEST_TITLE; i >= Math.max(0, limit); i--) {
    if (!continuesTitle(words, i, first)) break;
    if (words.word(i) !== '-' && words.word(i) !== ',') first = i;
  }
  if (first === c.titleFirst && !direct) return;
  if (c.titleFirst === c.first) c.titleEnd = c.first;
  c.titleFirst = first;
  c.titleEnd = c.first;
  noteRole(words, c, first, c.first);
}

function isRoleWord(words: ArticleWords, i: number): boolean {
  if (!words.isWord(i)) return words.word(i) === '.' && isRoleWord(words, i - 1) && words.isCapital(i - 1);
  const word = words.lower(i);
  return ROLES.has(word) || ROLES.has(word.slice(word.lastIndexOf('-') + 1));
}

/** Whether the word at `i`, just left of a title's first word so far, is still part of the title. */
function continuesTitle(words: ArticleWords, i: number, first: number): boolean {
  if (!words.joined(i)) return false;
  const word = words.lower(i);
  if (word === 'and' || word === 'of' || word === 'for') return false;
  if (words.isPossessive(i)) return words.isCapital(i - 1);
  if (words.word(i) === '.')
    return (
      words.isCapital(i - 1) &&
      words.end(i - 1) === words.start(i) &&
      words.end(i - 1) - words.start(i - 1) < 5
    );
  if (!words.isWord(i)) return false;
  if (word === 'the' || word === 'a' || word === 'an' || word === 'said' || word === 'says') return false;
  if (isRoleWord(words, i) || ROLE_MODIFIERS.has(word) || word.startsWith('ex-') || word.endsWith('-based'))
    return true;
  return words.isCapital(i) && first - i < LONGEST_TITLE && !SPEECH_VERBS.has(word) && !isOpener(words, i);
}

/** Words that no title begins with, and the calendar. */
function isOpener(words: ArticleWords, i: number): boolean {
  return SENTENCE_OPENERS.has(words.lower(i)) || CALENDAR_WORDS.has(words.word(i));
}

/** The kind of body before its name: "Russian state news agency RIA Novosti". */
function readBodyTitle(words: ArticleWords, c: NameCandidate): void {
  const head = words.lower(c.first - 1);
  if (head.endsWith('-based')) {
    c.titleFirst = c.first - 1;
    c.titleEnd = c.first;
    return;
  }
  if (
    !/^(?:agency|broadcaster|newspaper|daily|channel|website|network|magazine|tabloid|station|company|group|giant|firm|maker|manufacturer|operator|carrier|airline|bank|retailer|charity|party|watchdog|weekly|outlet|site)$/.test(
      head,
    )
  )
    return;
  if (c.kind === 'unknown') c.kind = 'organization';
  let first = c.first - 1;
  for (let i = first - 1; i >= c.first - 6 && i >= 0 && words.joined(i) && words.isWord(i); i--) {
    const word = words.lower(i);
    if (
      !words.isCapital(i) &&
      !ROLE_MODIFIERS.has(word) &&
      !/^(?:news|private|public|independent|local|daily|energy|oil|gas|insurance|mobile|international|global|aid|owned)$/.test(
        word,
      )
    )
      break;
    first = i;
  }
  c.titleFirst = first;
  c.titleEnd = c.first;
  c.country ??= countryOf(words.word(first));
}

/** "Andrii Yusov, a spokesman for …," / "Olena Marchuk, the president's wife". */
function readApposition(words: ArticleWords, c: NameCandidate): void {
  if ((c.kind !== 'person' && c.kind !== 'unknown') || isHeaded(c) || isPlaced(words, c)) return;
  let i = c.end;
  if (words.word(i) !== ',') return;
  i++;
  if (c.kind === 'unknown' && isAge(words, i)) c.kind = 'person';
  if (isAge(words, i)) i += 2;
  if (words.lower(i).endsWith('ed') && !ROLE_MODIFIERS.has(words.lower(i))) return;
  const from = i;
  let role = -1;
  for (let k = i; k < i + 9 && k < words.count && (words.isWord(k) || words.isPossessive(k)); k++) {
    if (role < 0 && isRoleWord(words, k) && words.isCapital(k) && words.isCapital(k + 1)) return;
    if (isRoleWord(words, k) && !AMBIGUOUS_ROLES.has(words.lower(k)) && endsPhrase(words, k + 1)) role = k;
    else if (role >= 0) break;
    const word = words.lower(k);
    if (word === 'who' || word === 'which' || word === 'and' || (SPEECH_VERBS.has(word) && role < 0)) break;
  }
  if (role < 0) return;
  let end = role + 1;
  while (
    end < from + LONGEST_APPOSITION &&
    end < words.count &&
    (words.isWord(end) || words.isPossessive(end)) &&
    words.joined(end - 1)
  ) {
    if (SPEECH_VERBS.has(words.lower(end)) || words.lower(end) === 'who') break;
    end++;
  }
  while (end > role + 1 && /^(?:from|of|for|at|in|and|with|to|on|the|a)$/.test(words.lower(end - 1))) end--;
  c.apposition = [from, end];
  if (c.kind === 'unknown') c.kind = 'person';
  noteRole(words, c, from, end);
}

/** Roles that are ordinary nouns and adjectives as often. */
const AMBIGUOUS_ROLES = new Set(
  'center centre guard forward model star count major private general corporal chair page receiver operator'.split(
    ' ',
  ),
);

/** Whether a name ends in the head noun of a body or thing and so is no person's. */
function isHeaded(c: NameCandidate): boolean {
  const last = c.name.slice(c.name.lastIndexOf(' ') + 1);
  return c.kind === 'unknown' && last !== c.name && (BODY_HEADS.has(last) || THING_HEADS.has(last));
}

function isPlaced(words: ArticleWords, c: NameCandidate): boolean {
  return (
    c.titleFirst === c.first && /^(?:in|at|near|outside|around|across|inside)$/.test(words.lower(c.first - 1))
  );
}

/** Whether a role word is the head of its phrase and not the first part of another ("a major port"). */
function endsPhrase(words: ArticleWords, i: number): boolean {
  if (!words.isWord(i) || words.isCapital(i)) return true;
  const word = words.lower(i);
  if (isRoleWord(words, i) || isReporting(words, i)) return true;
  return /^(?:of|for|in|at|with|to|on|from|and|who|near|at|by|whose|but|as|or|also|based)$/.test(word);
}

function isAge(words: ArticleWords, i: number): boolean {
  const digit = words.text.prose.charCodeAt(words.start(i)) - 48;
  return digit >= 0 && digit <= 9 && /^\d{1,3}$/.test(words.word(i)) && words.word(i + 1) === ',';
}

function noteRole(words: ArticleWords, c: NameCandidate, first: number, end: number): void {
  for (let i = first; i < end; i++) {
    const word = words.lower(i);
    if (c.kind === 'unknown' && !isHeaded(c) && isRoleWord(words, i) && !/^\p{Lu}{1,4}$/u.test(c.name))
      c.kind = 'person';
    if (MALE_ROLES.has(word) && !words.isPossessive(i + 1)) c.sex ??= 'm';
    if (FEMALE_ROLES.has(word) && !words.isPossessive(i + 1)) c.sex ??= 'f';
    c.country ??= countryOf(words.word(i)) ?? (i + 1 < end ? countryOf(words.phrase(i, i + 2)) : null);
  }
}

/** "Nordic Contact Group (NCG)". */
function readAcronym(words: ArticleWords, c: NameCandidate): void {
  const [open, close] = [c.end, c.end + 2];
  if (words.word(open) !== '(' || words.word(close) !== ')' || c.end - c.first < 2) return;
  const word = words.word(open + 1);
  if (!/^\p{Lu}[\p{Lu}\p{N}&.-]{1,9}$/u.test(word)) return;
  c.acronym = [open + 1, close];
  if (c.kind === 'unknown' || c.kind === 'thing') c.kind = 'organization';
}

/** Whether a verb of speech follows, with adverbs, auxiliaries, an age or a short apposition between. */
function isSubjectOfSpeech(words: ArticleWords, c: NameCandidate): boolean {
  if (isObject(words, c)) return false;
  let i = c.acronym ? c.acronym[1] + 1 : c.end;
  if (words.isPossessive(i)) return false;
  if (c.apposition) i = c.apposition[1];
  if (words.word(i) === ',') i = afterComma(words, i + 1);
  if (
    words.word(i - 1) === ',' &&
    i > c.end + 1 &&
    /^\p{L}|^\d/u.test(words.word(i)) &&
    !isReporting(words, i)
  )
    i = afterComma(words, i);
  if (words.word(i) === ':' && isLabel(words, c)) return true;
  for (let k = i; k < i + 4 && words.isWord(k); k++) {
    const word = words.lower(k);
    if (SPEECH_VERBS.has(word)) return true;
    if (!VERB_LEADS.has(word) && !word.endsWith('ly')) return false;
  }
  return false;
}

/** Whether it stands behind a preposition: in "the governor of Norvik said" it is not Norvik that speaks. */
function isObject(words: ArticleWords, c: NameCandidate): boolean {
  let i = c.titleFirst - 1;
  if (words.lower(i) === 'the') i--;
  return (
    /^(?:of|for|in|at|near|from|with|by|on|against|around|outside|inside|across|off|into|over|between|through|within|to|toward|towards)$/.test(
      words.lower(i),
    ) && words.joined(i)
  );
}

function isReporting(words: ArticleWords, i: number): boolean {
  return SPEECH_VERBS.has(words.lower(i)) || VERB_LEADS.has(words.lower(i));
}

/** "MARLOW: I never said that": a speaker's label in a transcript. */
function isLabel(words: ArticleWords, c: NameCandidate): boolean {
  const before = words.start(c.titleFirst) - 1;
  const atLineStart = before < 0 || words.text.prose.charCodeAt(before) === 10;
  return atLineStart && c.end - c.first < 4 && c.name === c.name.toUpperCase() && c.name.length > 2;
}

/** Skips "34," and other short insertions up to the next comma; stays when none closes soon. */
function afterComma(words: ArticleWords, i: number): number {
  for (let k = i; k < i + 14 && k < words.count; k++) if (words.word(k) === ',') return k + 1;
  return i;
}

/** "…," said Olha Marchenko; according to the Interior Ministry. */
function followsSpeech(words: ArticleWords, c: NameCandidate): boolean {
  let i = c.titleFirst - 1;
  if (words.lower(i) === 'the') i--;
  const word = words.lower(i);
  if (word === 'to') return words.lower(i - 1) === 'according';
  if (word === 'citing' || word === 'cited' || word === 'quoting' || word === 'quoted') return true;
  if (!INVERTED_VERBS.has(word)) return false;
  const before = words.word(i - 1);
  return before === ',' || words.isQuote(i - 1) || before === '-' || before === '—';
}

/** Whether a place speaks for its government here: only countries and capitals do. */
export function isGovernment(name: string): boolean {
  return COUNTRY_OF_NAME.has(name) || COUNTRY_OF_CAPITAL.has(name);
}

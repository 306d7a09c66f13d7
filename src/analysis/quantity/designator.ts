import { Gap, type Atoms } from './atoms';
import { Role } from './lexicon';
import { isPhoneNumber } from './phone';

/**
 * Whether the digits at atom `i` are part of a name ("Il-76", "F-16s", "Mk41", "Flight 370", "Section 427", "9/11"), a phone
 * number, a web address or the like, and so count nothing.
 */
export function isDesignator(a: Atoms, i: number): boolean {
  return (
    gluedToLetters(a, i) ||
    inAddress(a, i) ||
    chained(a, i) ||
    labelled(a, i) ||
    isPhoneNumber(a, i) ||
    isSaying(a, i) ||
    isAirliner(a, i)
  );
}

/** "Mk41", "G7", "S-300", "F-16s", "COVID-19", "i7": letters before the digits without a space. */
function gluedToLetters(a: Atoms, i: number): boolean {
  const joined = a.isHyphen(i - 1) && a.glued(i) && a.glued(i - 1) ? i - 2 : a.glued(i) ? i - 1 : -1;
  if (joined < 0 || !a.isWord(joined)) return false;
  if (joined === i - 1) return !isMoneyLetters(a.text(joined));
  // "mid-1990s", "pre-2014", "late-20s": a prefix in lower case does not make a name.
  const text = a.text(joined);
  const first = a.capital(joined);
  if (first) return !isNumberWord(a, joined) && a.lex(joined) !== 'magnitude';
  return /^(?:i|e|k|b|v|h|mp)$/.test(text);
}

function isMoneyLetters(text: string): boolean {
  return /^(?:US|USD|EUR|GBP|Rs|RM|CHF|CAD|AUD|NOK|SEK|DKK|HKD|JPY|CNY|RMB|KES)$/.test(text);
}

function isNumberWord(a: Atoms, i: number): boolean {
  const e = a.entry(i);
  return e.cardinal >= 0 || e.scale > 0 || e.ordinal > 0;
}

/** Digits followed by letters that are no unit, scale or ordinal: "737F", "7B", "3D". */
export function hasLetterTail(a: Atoms, next: number): boolean {
  return a.isWord(next) && a.glued(next);
}

/** Inside a web address, a mail address, a path, a hashtag or a handle. */
function inAddress(a: Atoms, i: number): boolean {
  const before = a.symbol(i - 1);
  if (!a.glued(i)) return false;
  if (before === 35 || before === 64 || before === 95 || before === 61 || before === 92) return true;
  if (before === 47 && a.isWord(i - 2) && a.glued(i - 1)) return true;
  return before === 46 && a.isWord(i - 2) && a.glued(i - 1) && a.length(i - 2) > 1 && !a.capital(i - 2)
    ? a.glued(i - 2)
    : false;
}

/** Three or more digit groups joined by hyphens, dots or slashes: phone numbers, versions, IP addresses, serials. */
function chained(a: Atoms, i: number): boolean {
  let links = 0;
  for (let at = i; links < 2 && isJoint(a, at + 1) && a.isDigits(at + 2) && a.glued(at + 2); at += 2) links++;
  for (let at = i; links < 2 && isJoint(a, at - 1) && a.glued(at) && a.isDigits(at - 2); at -= 2) links++;
  if (links >= 2) return true;
  // "(555) 123-4567"
  return (
    a.is(i - 1, ')') &&
    a.isDigits(i - 2) &&
    a.is(i - 3, '(') &&
    a.isHyphen(i + 1) &&
    a.glued(i + 1) &&
    a.isDigits(i + 2)
  );
}

function isJoint(a: Atoms, i: number): boolean {
  if (!a.glued(i)) return false;
  const c = a.symbol(i);
  return a.isDash(i) || c === 46 || c === 47;
}

/** "Flight 370", "Boeing 737", "Section 427", "No. 10 Downing Street", "iPhone 15". */
function labelled(a: Atoms, i: number): boolean {
  if (a.gap[i] === Gap.Break) return false;
  const dotted = a.is(i - 1, '.') && a.glued(i - 1);
  const at = dotted ? i - 2 : i - 1;
  if (!a.isWord(at) || (a.entry(at).role & Role.Label) === 0) return false;
  // "An 8.2-magnitude quake", "An 18-year-old" are no Antonov.
  if (!dotted && a.lex(at) === 'an' && /^(?:8|1[18]$)/.test(a.text(i))) return false;
  // "No. 5", "no. 14" name; "no 5" counts nothing of the sort.
  if (a.lex(at) === 'no') return dotted;
  return a.capital(at) || LOWER_LABELS.has(a.lex(at));
}

const LOWER_LABELS = new Set([
  'flight',
  'route',
  'section',
  'channel',
  'article',
  'chapter',
  'page',
  'pp',
  'paragraph',
  'version',
  'room',
  'gate',
  'nr',
  'nrs',
  'rule',
  'table',
  'figure',
  'boeing',
  'airbus',
  'iphone',
  'clause',
  'verse',
]);

/** "9/11", "24/7", "Catch-22", "7-Eleven", "50/50". */
function isSaying(a: Atoms, i: number): boolean {
  const text = a.text(i);
  if (a.is(i + 1, '/') && a.glued(i + 1)) {
    const other = a.text(i + 2);
    return (
      (text === '9' && other === '11') || (text === '24' && other === '7') || (text === '7' && other === '7')
    );
  }
  if (a.is(i - 1, '/') && a.glued(i) && a.glued(i - 1)) {
    const other = a.text(i - 2);
    return (text === '11' && other === '9') || (text === '7' && (other === '24' || other === '7'));
  }
  return text === '7' && a.isHyphen(i + 1) && a.text(i + 2) === 'Eleven';
}

/** "a 757 jet", "the 787 Dreamliner". */
function isAirliner(a: Atoms, i: number): boolean {
  return (
    /^7[0-8]7$/.test(a.text(i)) &&
    /^(?:s|jet|jets|jetliner|plane|planes|airliner|airliners|aircraft|Max|MAX|Dreamliner|Dreamliners)$/.test(
      a.text(i + 1),
    )
  );
}

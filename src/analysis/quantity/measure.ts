import { Gap, type Atoms } from './atoms';
import { CURRENCY_CODES, CURRENCY_OWNERS, CURRENCY_SYMBOLS, DOLLAR_PREFIXES } from './currencies';
import { UNIT_SYMBOLS, unitById, type Unit } from './units';

/** A unit read from atoms up to `next` (exclusive). */
export interface UnitMatch {
  readonly unit: Unit;
  readonly next: number;
}

/** Symbols that are words or initials too: they need a digit right before them, or a measure beside them. */
const RISKY_SYMBOLS = new Set([
  'in',
  'm',
  's',
  't',
  'h',
  'l',
  'L',
  'g',
  'J',
  'V',
  'W',
  'ct',
  'min',
  'mo',
  'Ma',
  'Pa',
  'kn',
  'dm',
  'mb',
]);

/**
 * Reads the unit that starts at atom `i`, after a number that ends at `i - 1` (a hyphen between them already skipped).
 * @param digits whether the number is written in digits: only then are symbols ("km") units
 */
export function readUnit(a: Atoms, i: number, digits: boolean): UnitMatch | null {
  if (!a.follows(i)) return null;
  const bracket = '([{<'.indexOf(a.prose.charAt(a.start[i] ?? 0));
  if (bracket >= 0 && a.symbol(i) && digits && a.symbol(i + 2) === ')]}>'.charCodeAt(bracket)) {
    const inner = symbolUnit(a, i + 1);
    return inner ? { unit: inner, next: i + 3 } : null;
  }
  if (a.is(i, '%')) return match('percent', i + 1);
  if (a.is(i, '°') || a.is(i, '˚') || a.is(i, 'º')) return readDegrees(a, i + 1);
  if (
    a.is(i, '"') &&
    digits &&
    a.gap[i] === Gap.Space &&
    /^(long|wide|thick|tall|deep|high)$/.test(a.text(i + 1))
  )
    return match('inch', i + 1);
  if (!a.isWord(i)) return null;
  return readComposed(a, i) ?? readSimple(a, i, digits);
}

function match(id: string, next: number): UnitMatch | null {
  const unit = unitById(id);
  return unit ? { unit, next } : null;
}

const POWERS: Readonly<Record<string, string>> = {
  square: 'square',
  sq: 'square',
  cubic: 'cubic',
  cu: 'cubic',
};
const PERCENT_WORDS = new Set(['per', 'percentage', 'basis', 'metric', 'long', 'short', 'nautical', 'light']);

/** Units of more than one word: "square miles", "sq. km", "per cent", "percentage points", "metric tons", "nautical miles". */
function readComposed(a: Atoms, i: number): UnitMatch | null {
  const word = a.text(i).toLowerCase();
  const power = POWERS[word];
  if (power) {
    let at = i + 1;
    if (a.is(at, '.')) at++;
    if (a.isHyphen(at)) at++;
    const base = a.follows(at) ? (a.entry(at).unit ?? symbolUnit(a, at)) : null;
    return base?.kind === 'distance' ? match(`${power} ${base.id}`, at + 1) : null;
  }
  if (!PERCENT_WORDS.has(word) || !a.follows(i + 1)) return null;
  const at = a.isHyphen(i + 1) ? i + 2 : i + 1;
  const follower = a.text(at).toLowerCase();
  if (word === 'per') return follower === 'cent' ? match('percent', at + 1) : null;
  if (word === 'percentage' && /^points?$/.test(follower)) return match('percentage point', at + 1);
  if (word === 'basis' && /^points?$/.test(follower)) return match('basis point', at + 1);
  if (word === 'light' && /^years?$/.test(follower)) return match('light year', at + 1);
  if (word === 'nautical' && /^miles?$/.test(follower)) return match('nautical mile', at + 1);
  if (word === 'metric' && /^(?:tons?|tonnes?)$/.test(follower)) return match('tonne', at + 1);
  if ((word === 'long' || word === 'short') && /^tons?$/.test(follower)) return match('ton', at + 1);
  return null;
}

function symbolUnit(a: Atoms, i: number): Unit | null {
  return a.isWord(i) && a.length(i) <= 5 ? (UNIT_SYMBOLS.get(a.text(i)) ?? null) : null;
}

function readSimple(a: Atoms, i: number, digits: boolean): UnitMatch | null {
  const named = a.entry(i).unit;
  const symbol = digits ? symbolUnit(a, i) : null;
  if (a.glued(i + 1) && a.isDigits(i + 1) && !/^[23]$/.test(a.text(i + 1))) return null;
  const unit = symbol && riskyIsFine(a, i) ? symbol : named && !(symbol && !riskyIsFine(a, i)) ? named : null;
  if (!unit) return readScaleWord(a, i, digits);
  if (unit.id === 'degree') return readDegrees(a, a.is(i + 1, '.') && a.length(i) === 3 ? i + 2 : i + 1);
  if (unit.kind === 'distance') return withPower(a, unit, i) ?? withRate(a, unit, i);
  if (unit.kind === 'power') return withHours(a, unit, i);
  if (unit.id === 'pound' && a.isHyphen(i + 1) && /^f(?:ee|oo)t$/.test(a.text(i + 2)))
    return match('pound-foot', i + 3);
  return { unit, next: i + 1 };
}

/** "30 Celsius", "20C", "68F": a temperature without the word degree. */
function readScaleWord(a: Atoms, i: number, digits: boolean): UnitMatch | null {
  const scale = temperatureScale(a, i);
  if (!scale) return null;
  if (a.length(i) === 1) {
    const capital = a.capital(i);
    return digits && capital && a.glued(i) && !a.glued(i + 1) && isWeather(a, i) ? match(scale, i + 1) : null;
  }
  return match(scale, i + 1);
}

/** "highs of 68F", "to 20C", "-5C": not "the 13F filing". */
function isWeather(a: Atoms, i: number): boolean {
  const before = a.isDash(i - 2) ? i - 3 : i - 2;
  if (a.isDash(i - 2) && a.glued(i - 1)) return true;
  return (
    /^(?:of|to|at|around|about|reached|reaching|hit|hitting|above|below|near|over|under|by|from|and|minus|was|is|nearly|almost|topped|exceeded)$/.test(
      a.lex(before),
    ) || a.is(before, '(')
  );
}

function riskyIsFine(a: Atoms, i: number): boolean {
  const text = a.text(i);
  if (!RISKY_SYMBOLS.has(text)) return true;
  if (a.isWord(i + 1) && a.glued(i + 1)) return false;
  if (text === 'in') return inchLike(a, i);
  // "9.58s" are seconds, "in her 40s" and "the 90s" are not.
  if (text === 's' && !a.text(i - 1).includes('.')) return false;
  if (a.glued(i) || (a.isHyphen(i - 1) && a.glued(i)))
    return !(a.isHyphen(i + 1) && a.glued(i + 1) && a.isDigits(i + 2));
  if (text === 's' || text === 'h' || text === 'W' || text === 'V' || text === 'J') return false;
  return true;
}

const DIMENSIONS = /^(?:long|wide|thick|tall|deep|high|across|diameter|rain|snow)$/;

/** "in" is an inch before a word of dimension, a closing bracket or after feet; else it is the preposition. */
function inchLike(a: Atoms, i: number): boolean {
  if (DIMENSIONS.test(a.text(i + 1)) || (a.lex(i + 1) === 'of' && DIMENSIONS.test(a.text(i + 2))))
    return true;
  if (a.lex(i + 1) === 'more' || a.lex(i - 2) === 'ft' || a.lex(i - 2) === 'feet' || a.text(i - 2) === 'ft')
    return true;
  return a.is(i + 1, ')') || a.is(i + 1, '.') || i + 1 >= a.count;
}

function withPower(a: Atoms, unit: Unit, i: number): UnitMatch | null {
  const next = a.text(i + 1);
  if (!a.follows(i + 1)) return null;
  const written: Readonly<Record<string, string>> = {
    squared: 'square',
    cubed: 'cubic',
    '²': 'square',
    '³': 'cubic',
  };
  const power = written[next];
  if (power) return match(`${power} ${unit.id}`, i + 2);
  if (a.glued(i + 1) && (next === '2' || next === '3'))
    return match(`${next === '2' ? 'square' : 'cubic'} ${unit.id}`, i + 2);
  if (next === '^' && (a.text(i + 2) === '2' || a.text(i + 2) === '3'))
    return match(`${a.text(i + 2) === '2' ? 'square' : 'cubic'} ${unit.id}`, i + 3);
  return null;
}

const PER = new Set(['per', 'a', 'an', 'every', 'each']);

/** "kilometres per hour", "miles an hour", "km/h"; the distance itself where no time follows. */
function withRate(a: Atoms, unit: Unit, i: number): UnitMatch {
  const at = i + 1;
  const slash = a.is(at, '/') && a.glued(at);
  const hyphen = a.isHyphen(at) && a.glued(at) ? 1 : 0;
  if (a.follows(at) && (slash || PER.has(a.lex(at + hyphen)))) {
    let under = at + hyphen + 1;
    if (a.isHyphen(under)) under++;
    const time = a.entry(under).unit ?? symbolUnit(a, under);
    if (time?.kind === 'duration' && time.factor <= 3600 && (slash || a.lex(at + hyphen) !== 'each')) {
      const speed = match(`${unit.id} per ${time.id}`, under + 1);
      if (speed) return speed;
    }
  }
  return { unit, next: at };
}

function withHours(a: Atoms, unit: Unit, i: number): UnitMatch {
  const at = a.isHyphen(i + 1) ? i + 2 : i + 1;
  if (a.entry(at).unit?.id === 'hour' && a.isWord(at)) {
    const energy = match(`${unit.id} hour`, at + 1);
    if (energy) return energy;
  }
  return { unit, next: i + 1 };
}

function temperatureScale(a: Atoms, i: number): string | null {
  if (!a.isWord(i)) return null;
  switch (a.text(i).toLowerCase()) {
    case 'c':
    case 'celsius':
    case 'celcius':
    case 'centigrade':
    case 'centigrate':
      return 'degree Celsius';
    case 'f':
    case 'fahrenheit':
    case 'farenheit':
      return 'degree Fahrenheit';
    case 'kelvin':
    case 'kelvins':
      return 'kelvin';
    default:
      return null;
  }
}

function readDegrees(a: Atoms, i: number): UnitMatch | null {
  if (/^(?:angle|angles|north|south|east|west|N|S|E|W|latitude|longitude)$/.test(a.text(i)) && a.follows(i))
    return match('degree of arc', i);
  const scale = a.follows(i) ? temperatureScale(a, i) : null;
  if (scale && !(a.length(i) === 1 && a.isHyphen(i + 1))) return match(scale, i + 1);
  return match('degree', i);
}

/** A currency read before or after an amount. */
export interface Currency {
  readonly code: string;
  readonly first: number;
  readonly next: number;
}

/** Reads the currency that ends right before atom `i`: "$", "US$", "C $", "USD", "Rs.". */
export function currencyBefore(a: Atoms, i: number): Currency | null {
  const at = i - 1;
  if (at < 0 || !a.follows(i)) return null;
  const symbol = CURRENCY_SYMBOLS.get(a.prose.charAt(a.start[at] ?? 0));
  if (symbol !== undefined && a.symbol(at)) {
    const owned = symbol === 'USD' ? dollarPrefix(a, at) : null;
    return owned ?? { code: symbol, first: at, next: i };
  }
  const dotted = a.is(at, '.') && a.glued(at) ? at - 1 : at;
  if (!a.isWord(dotted)) return null;
  const text = a.text(dotted);
  const code = codeAt(a, dotted);
  if (code !== undefined && (dotted === at || text === 'Rs')) return { code, first: dotted, next: i };
  return null;
}

function dollarPrefix(a: Atoms, at: number): Currency | null {
  if (!a.follows(at) || at === 0) return null;
  let first = at - 1;
  let name = a.text(first).toLowerCase();
  if (a.is(first, '.') || (a.isWord(first) && a.is(first - 1, '.') && a.glued(first))) {
    // "U.S. $", "u.s $"
    if (a.is(first, '.')) first--;
    if (!a.is(first - 1, '.') || !a.isWord(first - 2)) return null;
    name = `${a.text(first - 2)}.${a.text(first)}`.toLowerCase();
    first -= 2;
  }
  const code = DOLLAR_PREFIXES.get(name);
  if (code === undefined) return null;
  const glued = a.glued(at);
  if (
    !glued &&
    (name === 'a' || name === 's' || name === 'r' || name === 'j' || name === 'can' || name === 'us')
  ) {
    if (name !== 'us') return null;
  }
  return { code, first, next: at + 1 };
}

/** Reads the currency that starts at atom `i`, after an amount: "dollars", "US dollars", "euro", "pence", "USD", "€". */
export function currencyAfter(a: Atoms, i: number, scaledAmount: boolean): Currency | null {
  if (!a.follows(i)) return null;
  const symbol = CURRENCY_SYMBOLS.get(a.prose.charAt(a.start[i] ?? 0));
  if (symbol !== undefined && a.symbol(i))
    return a.isDigits(i + 1) ? null : { code: symbol, first: i, next: i + 1 };
  if (!a.isWord(i)) return null;
  const code = codeAt(a, i);
  if (code !== undefined) return { code, first: i, next: i + 1 };
  const family = a.entry(i).currency;
  if (family !== null && nounOfMoney(a, i, family)) return { code: family, first: i, next: i + 1 };
  if (isPound(a, i)) {
    if (a.text(i + 1) === 'sterling') return { code: 'GBP', first: i, next: i + 2 };
    return scaledAmount || moneyNear(a, i) ? { code: 'GBP', first: i, next: i + 1 } : null;
  }
  return ownedCurrency(a, i);
}

/** Codes that no English word hides may be in lower case. */
const LOWER_CODES = /^(?:usd|eur|gbp|jpy|cny|rmb|chf|aud|cad|nzd|hkd|sek|nok|dkk|inr|rub|btc)$/;

function codeAt(a: Atoms, i: number): string | undefined {
  const text = a.text(i);
  return CURRENCY_CODES.get(LOWER_CODES.test(text) ? text.toUpperCase() : text);
}

/** "won" is a verb and "mark" a name far more often than they are money. */
function nounOfMoney(a: Atoms, i: number, family: string): boolean {
  if (family === 'KRW' || family === 'ZAR') return a.entry(i - 1).scale > 1 || a.entry(i - 2).scale > 1;
  if (family === 'DEM') return a.text(i) !== 'mark' && a.entry(i - 1).scale > 1;
  return true;
}

function isPound(a: Atoms, i: number): boolean {
  const text = a.text(i).toLowerCase();
  return text === 'pound' || text === 'pounds';
}

const MONEY_VERBS = new Set([
  'fined',
  'paid',
  'cost',
  'costs',
  'costing',
  'worth',
  'owed',
  'earned',
  'spent',
  'pay',
  'price',
  'stole',
]);

/** Whether one of the six words before a number of pounds speaks of money. */
function moneyNear(a: Atoms, i: number): boolean {
  for (let at = i - 1; at > i - 8 && at >= 0; at--) {
    if (a.isWord(at) && MONEY_VERBS.has(a.text(at))) return true;
    if (!a.follows(at)) return false;
  }
  return false;
}

/** "US dollars", "Swiss francs", "Hong Kong dollars", "U.S. dollars". */
function ownedCurrency(a: Atoms, i: number): Currency | null {
  for (let at = i + 1; at <= i + 4 && a.follows(at); at++) {
    const family = a.entry(at).currency ?? (isPound(a, at) ? 'pound' : null);
    if (family === null) continue;
    if (a.is(i + 1, '.')) return dotted(a, i, at, family);
    const owner = a.text(at - 1).toLowerCase();
    const code = CURRENCY_OWNERS.get(owner)?.[family];
    return code !== undefined && at - i <= 2 ? { code, first: i, next: at + 1 } : null;
  }
  return null;
}

function dotted(a: Atoms, i: number, at: number, family: string): Currency | null {
  const letters = a.prose.slice(a.start[i], a.start[at]).toLowerCase().replace(/\s+$/, '');
  return letters === 'u.s.' && family === 'USD' ? { code: 'USD', first: i, next: at + 1 } : null;
}

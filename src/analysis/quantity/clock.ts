import { Gap, type Atoms } from './atoms';
import { pad } from './calendar';
import { partOfDay } from './clock-words';

/** A time of day (or a clip's length) read from atoms `[first, next)`. */
export interface ClockMatch {
  readonly first: number;
  readonly next: number;
  /** "HH:MM" for a time of day, seconds for a duration. */
  readonly value: string | number;
  readonly zone?: string;
  /** The words before the zone end here: the number without its zone. */
  readonly kind: 'time' | 'duration';
}

const ZONES = new Set(
  'GMT UTC BST EST EDT ET CST CDT CT MST MDT MT PST PDT PT AST ADT AKST AKDT HST NST CET CEST EET EEST WET WEST MSK IST PKT JST KST HKT SGT AEST AEDT ACST AWST NZST NZDT WIB WITA WIT SAST EAT CAT WAT IRST TRT UAE ICT Z'.split(
    ' ',
  ),
);

/** Reads the time of day that starts at digits atom `i`: "11:15 a.m. local time", "11am", "0815 GMT", "14.30", "7 o'clock". */
export function readClock(a: Atoms, i: number): ClockMatch | null {
  if (!a.isDigits(i)) return null;
  const text = a.text(i);
  let hours: number;
  let minutes = 0;
  let next = i + 1;
  let explicit = false;
  const dotted = /^(\d{1,2})\.(\d\d)$/.exec(text);
  if (/^\d{1,2}$/.test(text) && a.is(i + 1, ':') && a.glued(i + 1) && a.isDigits(i + 2) && a.glued(i + 2)) {
    if (!/^\d\d$/.test(a.text(i + 2)) && !/^\d\d\.\d+$/.test(a.text(i + 2))) return null;
    return readColon(a, i);
  } else if (dotted) {
    hours = Number(dotted[1]);
    minutes = Number(dotted[2]);
  } else if (/^\d{1,2}$/.test(text)) {
    hours = Number(text);
  } else if (/^(?:[01]\d|2[0-3])[0-5]\d$/.test(text)) {
    const zone = zoneAt(a, i + 1);
    const hoursWord =
      /^(?:hrs|hours)$/.test(a.text(i + 1)) &&
      (text.startsWith('0') || /^(?:at|around|by|about)$/.test(a.lex(i - 1)));
    if (!zone && !hoursWord && !isRestated(a, i + 1)) return null;
    return clock(a, i, hoursWord ? i + 2 : i + 1, Number(text.slice(0, 2)), Number(text.slice(2)));
  } else return null;
  const half = halfOfDay(a, next);
  if (half) {
    if (hours < 1 || hours > 12 || minutes > 59)
      return hours === 0 || hours > 23 || minutes > 59 ? null : clock(a, i, half.next, hours, minutes);
    hours = (hours % 12) + (half.pm ? 12 : 0);
    next = half.next;
    explicit = true;
  } else if (/^o['’]clock$/.test(a.text(next)) && a.follows(next)) {
    next++;
    explicit = hours >= 1 && hours <= 12;
  } else if (dotted || text.length <= 2) {
    const zone = zoneAt(a, next);
    explicit =
      zone !== null &&
      zone.zone.length >= 3 &&
      hours < 24 &&
      minutes < 60 &&
      (dotted !== null || zone.zone === 'GMT' || zone.zone === 'UTC');
  }
  const part = half || hours < 1 || hours > 12 || minutes > 59 ? null : partOfDay(a, next);
  if (part) {
    const late = part.late || (part.night && hours >= 6);
    return clock(a, i, part.next, (hours % 12) + (late ? 12 : 0), minutes);
  }
  return explicit ? clock(a, i, next, hours, minutes) : null;
}

/** "1412 (1112 GMT)": four digits that a time with its zone follows in brackets. */
function isRestated(a: Atoms, i: number): boolean {
  return a.is(i, '(') && a.isDigits(i + 1) && a.length(i + 1) === 4 && zoneAt(a, i + 2) !== null;
}

const CLIP_WORDS = new Set([
  'duration',
  'length',
  'runtime',
  'time',
  'video',
  'audio',
  'clip',
  'listen',
  'watch',
  'in',
  'lasting',
  'lasts',
  'ran',
]);

/** "11:15", "14:30:05": a time of day, or a running time where a word of length stands before it. */
function readColon(a: Atoms, i: number): ClockMatch | null {
  const hours = Number(a.text(i));
  const minutes = Number(a.text(i + 2));
  let next = i + 3;
  let seconds = -1;
  if (a.is(next, ':') && a.glued(next) && a.isDigits(next + 1) && a.glued(next + 1)) {
    seconds = Number(a.text(next + 1));
    next += 2;
  }
  const half = halfOfDay(a, next);
  if (half && hours >= 1 && hours <= 12 && minutes < 60)
    return clock(a, i, half.next, (hours % 12) + (half.pm ? 12 : 0), minutes);
  const at = a.lex(i - 1) === 'of' || a.is(i - 1, ':') ? i - 2 : i - 1;
  const before = a.lex(at);
  if (CLIP_WORDS.has(before) || a.text(i + 2).length > 2 || (seconds >= 0 && hours > 23)) {
    if (before === 'in' && seconds < 0 && minutes < 60 && a.text(i + 2).length === 2 && hours > 20)
      return null;
    const length = seconds >= 0 ? hours * 3600 + minutes * 60 + seconds : hours * 60 + minutes;
    return { first: i, next, value: length, kind: 'duration' };
  }
  if (hours > 24 || minutes > 59 || isVerse(a, i)) return null;
  return clock(a, i, next, hours, minutes);
}

/** "John 3:16" and results such as "won 21:15" are no times of day. */
function isVerse(a: Atoms, i: number): boolean {
  return a.isWord(i - 1) && (a.entry(i - 1).role & 4) !== 0 && a.capital(i - 1);
}

function clock(a: Atoms, first: number, next: number, hours: number, minutes: number): ClockMatch {
  const zone = zoneAt(a, next);
  return {
    first,
    next: zone?.next ?? next,
    value: `${pad(hours % 24)}:${pad(minutes)}`,
    kind: 'time',
    ...(zone ? { zone: zone.zone } : {}),
  };
}

/** "am", "a.m.", "PM", "a.m" after an hour. */
function halfOfDay(a: Atoms, i: number): { pm: boolean; next: number } | null {
  if (!a.isWord(i) || a.gap[i] === Gap.Break) return null;
  const text = a.text(i).toLowerCase();
  if (text === 'am' || text === 'pm') {
    // "2 pm" is a time; "it is 3 am I right" is not worth the doubt.
    return { pm: text === 'pm', next: i + 1 };
  }
  if ((text === 'a' || text === 'p') && a.is(i + 1, '.') && a.glued(i + 1)) {
    const m = a.isWord(i + 2) && a.text(i + 2).toLowerCase() === 'm' && a.gap[i + 2] !== Gap.Break;
    if (!m) return null;
    const dot = a.is(i + 3, '.') && a.glued(i + 3);
    return { pm: text === 'p', next: dot ? i + 4 : i + 3 };
  }
  return null;
}

/** "GMT", "EST", "local time", "Moscow time", "GMT+3", "UTC-5" at atom `i`. */
function zoneAt(a: Atoms, i: number): { zone: string; next: number } | null {
  if (!a.isWord(i) || !a.follows(i)) return null;
  const text = a.text(i);
  if (ZONES.has(text)) {
    const sign = a.symbol(i + 1);
    if (
      (sign === 43 || a.isDash(i + 1)) &&
      a.glued(i + 1) &&
      a.isDigits(i + 2) &&
      a.glued(i + 2) &&
      a.length(i + 2) <= 2
    )
      return { zone: `${sign === 43 ? '+' : '-'}${pad(Number(a.text(i + 2)))}:00`, next: i + 3 };
    return { zone: text === 'Z' ? 'UTC' : text, next: i + 1 };
  }
  if (text === 'local' || text === 'Local')
    return { zone: 'local', next: a.lex(i + 1) === 'time' || a.text(i + 1) === 'time' ? i + 2 : i + 1 };
  const place =
    a.capital(i) && a.text(i + 1) === 'time'
      ? 1
      : a.capital(i) && a.capital(i + 1) && a.text(i + 2) === 'time'
        ? 2
        : 0;
  if (place === 0) return null;
  const named = a.prose.slice(a.start[i], a.end[i + place - 1]);
  return { zone: NAMED_ZONES[named] ?? `${named} time`, next: i + place + 1 };
}

/** American names of zones as their letters without the season. */
const NAMED_ZONES: Readonly<Record<string, string>> = {
  Eastern: 'ET',
  Central: 'CT',
  Mountain: 'MT',
  Pacific: 'PT',
  'Eastern Standard': 'EST',
  'Eastern Daylight': 'EDT',
  'Pacific Standard': 'PST',
  'Pacific Daylight': 'PDT',
};

/** "noon" and "midnight". */
export function readNoon(a: Atoms, i: number): ClockMatch | null {
  const lex = a.lex(i);
  if (lex !== 'noon' && lex !== 'midnight') return null;
  const zone = zoneAt(a, i + 1);
  return {
    first: i,
    next: zone?.next ?? i + 1,
    value: lex === 'noon' ? '12:00' : '00:00',
    kind: 'time',
    ...(zone ? { zone: zone.zone } : {}),
  };
}

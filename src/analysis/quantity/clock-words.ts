import type { Atoms } from './atoms';
import { pad } from './calendar';
import type { ClockMatch } from './clock';

/** Minutes that people say before "past" and "to". */
const SPOKEN_MINUTES = new Set([5, 10, 20, 25]);

/**
 * Reads a time of day in words that starts at atom `i`: "six o'clock", "six in the evening", "half past six", "a quarter to nine", "ten past four",
 * "twenty minutes to five". Without "in the evening" or the like the morning's hour is given, as for "7 o'clock".
 */
export function readSpokenClock(a: Atoms, i: number): ClockMatch | null {
  const from = a.lex(i) === 'a' && a.entry(i + 1).part === 4 ? i + 1 : i;
  const minutes = spokenMinutes(a, from);
  if (minutes === null) return oClock(a, i);
  const hour = hourAt(a, minutes.next);
  if (hour === null) return null;
  const total = (hour * 60 + minutes.shift + 720) % 720;
  const next = isOClock(a, minutes.next + 1) ? minutes.next + 2 : minutes.next + 1;
  return spoken(a, i, next, Math.floor(total / 60), total % 60);
}

function oClock(a: Atoms, i: number): ClockMatch | null {
  const hour = a.isWord(i) ? hourAt(a, i) : null;
  if (hour === null) return null;
  if (isOClock(a, i + 1)) return spoken(a, i, i + 2, hour % 12, 0);
  return partOfDay(a, i + 1) ? spoken(a, i, i + 1, hour % 12, 0) : null;
}

/** How far "half past", "quarter to" or "ten past" moves the hour that follows at `next`. */
function spokenMinutes(a: Atoms, i: number): { shift: number; next: number } | null {
  const { part, cardinal } = a.entry(i);
  const hyphenated = cardinal === 20 && a.isHyphen(i + 1) && a.entry(i + 2).cardinal === 5;
  const at = hyphenated ? i + 3 : i + 1;
  const worded = a.lex(at) === 'minutes';
  const side = a.lex(worded ? at + 1 : at);
  const next = at + (worded ? 2 : 1);
  if (!a.follows(next)) return null;
  if (part === 2) return side === 'past' && !worded ? { shift: 30, next } : null;
  const minutes = part === 4 ? 15 : hyphenated ? 25 : cardinal;
  if (part !== 4 && !(SPOKEN_MINUTES.has(minutes) || (worded && minutes > 0 && minutes < 30))) return null;
  if (side === 'past') return { shift: minutes, next };
  // "ten to twelve people" is a range.
  return side === 'to' && (part === 4 || worded) ? { shift: -minutes, next } : null;
}

/** An hour of the clock in words or digits, or null. */
function hourAt(a: Atoms, i: number): number | null {
  const value = a.isDigits(i) && a.length(i) <= 2 ? Number(a.text(i)) : a.entry(i).cardinal;
  return Number.isInteger(value) && value >= 1 && value <= 12 ? value : null;
}

function isOClock(a: Atoms, i: number): boolean {
  return a.follows(i) && /^o['’]clock$/.test(a.text(i));
}

function spoken(a: Atoms, first: number, from: number, hour: number, minute: number): ClockMatch {
  const part = partOfDay(a, from);
  const late = part !== null && (part.late || (part.night && hour >= 6));
  return {
    first,
    next: part?.next ?? from,
    value: `${pad((hour % 12) + (late ? 12 : 0))}:${pad(minute)}`,
    kind: 'time',
  };
}

/** "in the morning", "in the evening", "at night" behind an hour: whether it is one of the second twelve. */
export function partOfDay(a: Atoms, i: number): { late: boolean; night: boolean; next: number } | null {
  const at =
    a.lex(i) === 'in' && a.lex(i + 1) === 'the'
      ? i + 2
      : a.lex(i) === 'at' && a.text(i + 1) === 'night'
        ? i + 1
        : -1;
  if (at < 0 || !a.follows(at) || !a.follows(i)) return null;
  const word = a.text(at);
  if (!/^(?:morning|afternoon|evening|night)$/.test(word)) return null;
  return { late: word === 'afternoon' || word === 'evening', night: word === 'night', next: at + 1 };
}

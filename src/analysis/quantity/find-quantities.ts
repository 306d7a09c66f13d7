import type { ArticleText } from '../../text';
import type { Modifier, Quantity, QuantityKind } from '../model';
import { Atoms } from './atoms';
import { readClock, readNoon } from './clock';
import { readDate } from './date';
import { readDateline } from './dateline';
import { hasLetterTail, isDesignator } from './designator';
import { Role } from './lexicon';
import { currencyAfter, currencyBefore, readUnit } from './measure';
import { modifierAfter, modifierBefore } from './modifier';
import { readNumber, type Num } from './number';
import { linkRestatements } from './restate';
import { thingAfter, thingBefore } from './thing';

/** What the caller knows about an article beyond its words. */
export interface QuantityOptions {
  /** ISO day of the article, instead of the one it gives itself; null for none. */
  readonly dateline?: string | null;
}

/** A quantity while it is read: spans in atoms. */
export interface Draft {
  first: number;
  next: number;
  kind: QuantityKind;
  value: number | string | null;
  low?: number;
  high?: number;
  unit: string | null;
  modifier: Modifier | null;
  thing: { start: number; end: number } | null;
  zone?: string;
  wordless?: boolean;
  part?: string;
}

/**
 * Finds every quantity of an article, in order, without overlaps. Never throws; linear in the length.
 * @returns spans in the file's offsets; relative dates are resolved against `options.dateline` or the article's own date
 */
export function findQuantities(text: ArticleText, options: QuantityOptions = {}): Quantity[] {
  const dateline = options.dateline === undefined ? (readDateline(text)?.date ?? null) : options.dateline;
  const a = Atoms.of(text.prose);
  const drafts: Draft[] = [];
  for (let i = 0; i < a.count;) {
    const draft = mayStart(a, i) ? readQuantity(a, i, dateline) : null;
    const previous = drafts[drafts.length - 1];
    if (draft && draft.first >= (previous?.next ?? 0)) {
      drafts.push(draft);
      i = Math.max(draft.next, i + 1);
    } else i++;
  }
  return linkRestatements(
    a,
    drafts.map((draft) => finish(a, draft)),
  );
}

function mayStart(a: Atoms, i: number): boolean {
  const kind = a.kind[i];
  if (kind === 1) return true;
  if (kind === 0) return (a.entry(i).role & Role.Trigger) !== 0;
  const c = a.symbol(i);
  return c === 46
    ? a.isDigits(i + 1) && a.glued(i + 1) && !a.glued(i)
    : (c >= 0xbc && c <= 0xbe) || (c >= 0x2150 && c <= 0x215e);
}

function finish(a: Atoms, d: Draft): Quantity {
  const start = a.start[d.first] ?? 0;
  const end = a.end[d.next - 1] ?? start;
  return {
    start,
    end,
    text: a.prose.slice(start, end),
    kind: d.kind,
    value: d.value,
    ...(d.low === undefined ? {} : { low: d.low }),
    ...(d.high === undefined ? {} : { high: d.high }),
    unit: d.unit,
    modifier: d.modifier,
    thing: d.thing === null ? null : a.prose.slice(d.thing.start, d.thing.end).replace(/\s+/g, ' '),
    thingSpan: d.thing,
    ...(d.zone === undefined ? {} : { zone: d.zone }),
    ...(d.wordless ? { wordless: true } : {}),
    ...(d.part === undefined ? {} : { part: d.part }),
  };
}

function readQuantity(a: Atoms, i: number, dateline: string | null): Draft | null {
  const date = readDate(a, i, dateline);
  if (date)
    return {
      ...blankDraft(date.first, date.next),
      kind: 'date',
      value: date.value,
      wordless: date.wordless,
      ...(date.part === undefined ? {} : { part: date.part }),
    };
  const clock = readClock(a, i) ?? readNoon(a, i);
  if (clock)
    return {
      ...blankDraft(clock.first, clock.next),
      kind: clock.kind,
      value: clock.value,
      unit: clock.kind === 'duration' ? 'second' : null,
      modifier: modifierBefore(a, clock.first),
      ...(clock.zone === undefined ? {} : { zone: clock.zone }),
    };
  if (a.isDigits(i) && isDesignator(a, i)) return null;
  return readNone(a, i) ?? readOrdinal(a, i) ?? readAmount(a, i);
}

function blankDraft(first: number, next: number): Draft {
  return { first, next, kind: 'count', value: null, unit: null, modifier: null, thing: null };
}

const CASUALTIES = new Set([
  'casualties',
  'injuries',
  'deaths',
  'fatalities',
  'survivors',
  'victims',
  'casualty',
]);

/** "no casualties" counts zero. */
function readNone(a: Atoms, i: number): Draft | null {
  if (a.lex(i) !== 'no') return null;
  for (let at = i + 1; at < i + 4 && a.isWord(at) && a.follows(at); at++) {
    if (CASUALTIES.has(a.lex(at)))
      return {
        ...blankDraft(i, at + 1),
        value: 0,
        wordless: true,
        thing: { start: a.start[i + 1] ?? 0, end: a.end[at] ?? 0 },
      };
  }
  return null;
}

/** "700th", "49th", "second", "twenty-fifth". */
function readOrdinal(a: Atoms, i: number): Draft | null {
  let value: number;
  let next = i + 1;
  if (a.isDigits(i)) {
    if (!a.isWord(next) || !a.glued(next) || !/^(?:st|nd|rd|th)$/i.test(a.text(next))) return null;
    value = Number(a.text(i).replace(/,/g, ''));
    next++;
  } else {
    const e = a.entry(i);
    if (e.ordinal > 0 && !e.plural) value = e.ordinal;
    else if (e.cardinal >= 20 && (a.isHyphen(i + 1) || a.entry(i + 1).ordinal > 0)) {
      const at = a.isHyphen(i + 1) ? i + 2 : i + 1;
      if (a.entry(at).ordinal < 1 || a.entry(at).ordinal > 9) return null;
      value = e.cardinal + a.entry(at).ordinal;
      next = at + 1;
    } else return null;
    if (!isRank(a, i, next, value)) return null;
  }
  if (nameFollows(a, i, next)) return null;
  return { ...blankDraft(i, next), kind: 'ordinal', value, thing: thingAfter(a, next, true) };
}

/** "42nd Street", "Second Amendment", "First Lady": a capital after it makes a name. */
function nameFollows(a: Atoms, i: number, next: number): boolean {
  return (
    a.capital(next) &&
    a.follows(next) &&
    (a.isDigits(i) || (a.capital(i) && a.gap[i] !== 2 && !a.is(i - 1, '.')))
  );
}

/** "first" counts where a determiner or a noun makes it an adjective; as an adverb ("first reported") it does not. */
function isRank(a: Atoms, i: number, next: number, value: number): boolean {
  if (a.isHyphen(i - 1) && a.glued(i)) return false;
  if (value > 3) return true;
  const before = a.lex(i - 1);
  const determined =
    /^(?:the|a|an|its|his|her|their|our|my|your|this|that|every|each)$/.test(before) ||
    /['’]s?$/.test(a.text(i - 1));
  if (value === 1)
    return (
      determined &&
      a.isWord(next) &&
      !/^(?:few|lady|responders?|place)$/.test(a.text(next)) &&
      (a.entry(next).role & Role.Verb) === 0 &&
      !a.text(next).endsWith('ed')
    );
  return (
    determined ||
    a.isHyphen(next) ||
    (a.isWord(next) && !a.capital(next) && (a.entry(next).role & Role.Stop) === 0)
  );
}

const PRONOUN_BEFORE = new Set([
  'no',
  'the',
  'this',
  'that',
  'which',
  'any',
  'each',
  'every',
  'another',
  'some',
  'only',
  'such',
  'other',
]);

/** "one" that stands for a noun or means "someone". */
function isPronoun(a: Atoms, num: Num): boolean {
  const i = num.first;
  if (num.next !== i + 1 || a.lex(i) !== 'one') return false;
  const before = a.lex(i - 1);
  if (
    before !== '' &&
    PRONOUN_BEFORE.has(before) &&
    !(before === 'only' || before === 'the' || before === 'some')
  )
    return true;
  const after = i + 1;
  if (!a.isWord(after) || !a.follows(after))
    return (
      !a.isHyphen(after) && !/^(?:to|by|at|and|least|only|was|is|were|about|than|just)$/.test(a.lex(i - 1))
    );
  if (a.lex(after) === 'another' || a.lex(after) === 'day') return a.lex(after) === 'another';
  if (a.lex(after) === 'of') return false;
  if (
    before === 'the' ||
    (a.isWord(i - 1) && before === '' && /(?:est|ed|er|ing|ous|al|ful|ive)$/.test(a.text(i - 1)))
  )
    return true;
  return (a.entry(after).role & (Role.Stop | Role.Verb)) !== 0 && (a.entry(after).role & Role.Fate) === 0;
}

function readAmount(a: Atoms, i: number): Draft | null {
  const num = readNumber(a, i);
  if (!num || isPronoun(a, num)) return null;
  if (!num.digits && a.isHyphen(i - 1) && a.glued(i)) return null;
  const prefix = currencyBefore(a, num.first);
  const base = prefix ? readMoneyPrefix(a, num, prefix.first, prefix.code) : readMeasure(a, num);
  if (!base) return null;
  const ranged = readRange(a, base, num);
  const after = modifierAfter(a, ranged.next);
  const draft = {
    ...ranged,
    modifier: ranged.modifier ?? after?.modifier ?? modifierBefore(a, ranged.first),
  };
  if (after && after.next > draft.next) draft.next = after.next;
  if (draft.kind === 'count') {
    draft.thing = thingAfter(a, draft.next, draft.value === 1) ?? thingBefore(a, draft.first);
  } else
    draft.thing =
      draft.kind === 'age' || draft.kind === 'percent' || draft.kind === 'ratio'
        ? null
        : thingAfter(a, draft.next, true);
  return draft;
}

function bounds(num: Num): Partial<Draft> {
  return num.value === null && num.low !== undefined && num.high !== undefined
    ? { low: num.low, high: num.high }
    : {};
}

const MONEY_SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mm: 1e6, b: 1e9, t: 1e12, tr: 1e12 };

function readMoneyPrefix(a: Atoms, num: Num, first: number, code: string): Draft {
  let { next, value } = num;
  const letter = a.isWord(next) && a.glued(next) ? MONEY_SCALES[a.text(next).toLowerCase()] : undefined;
  if (letter !== undefined && num.scale === 1 && value !== null) {
    value = Number((value * letter).toPrecision(14));
    next++;
  }
  let unit = code;
  const named = currencyAfter(a, next, true);
  if (named && (named.code === code || (code === 'USD' && named.code.endsWith('D')))) {
    unit = named.code;
    next = named.next;
  }
  return { ...blankDraft(first, next), kind: 'money', value, unit, ...bounds(num) };
}

function readMeasure(a: Atoms, num: Num): Draft | null {
  const { next } = num;
  const draft = (end: number, kind: QuantityKind, unit: string | null, value = num.value): Draft => ({
    ...blankDraft(num.first, end),
    kind,
    value,
    unit,
    ...bounds(num),
  });
  const letters = a.isWord(next) && a.glued(next) ? a.text(next) : '';
  if (letters !== '' && num.digits && num.value !== null) {
    const glued = gluedLetters(a, num, letters);
    if (glued) return glued;
  }
  const hyphen = a.isHyphen(next) && a.glued(next) === a.glued(next + 1) ? 1 : 0;
  const ofForm = a.lex(next) === 'of' && num.value === null ? 1 : 0;
  const money = currencyAfter(a, next + hyphen + ofForm, num.scale > 1);
  if (money) return draft(money.next, 'money', money.code);
  const unit = readUnit(a, next + hyphen + ofForm, num.digits);
  if (unit) return withAge(a, draft(unit.next, unit.unit.kind, unit.unit.id));
  if (letters !== '' && hasLetterTail(a, next)) return null;
  if (a.lex(next) === 'in' && num.value !== null) {
    const ratio = readRatio(a, num);
    if (ratio) return ratio;
  }
  if (num.fraction && num.value !== null && num.value < 1) return draft(next, 'ratio', null);
  return draft(next, 'count', null);
}

/** "35m", "10k", "2.5bn" (a lexicon scale already), "1.5M people". */
function gluedLetters(a: Atoms, num: Num, letters: string): Draft | null {
  const next = num.next + 1;
  if (letters === 'k' || letters === 'K' || letters === 'M' || letters === 'B' || letters === 'b') {
    const scale = MONEY_SCALES[letters.toLowerCase()] ?? 1;
    const value = Number(((num.value ?? 0) * scale).toPrecision(14));
    const money = currencyAfter(a, next, true);
    return {
      ...blankDraft(num.first, money?.next ?? next),
      value,
      kind: money ? 'money' : 'count',
      unit: money?.code ?? null,
    };
  }
  if (letters === 'p')
    return { ...blankDraft(num.first, next), value: num.value, kind: 'money', unit: 'penny' };
  return null;
}

/** "5-year-old", "45 years old", "three years of age". */
function withAge(a: Atoms, d: Draft): Draft {
  if (d.kind !== 'duration') return d;
  const at = a.isHyphen(d.next) ? d.next + 1 : d.next;
  if (/^olds?$/.test(a.text(at)) && a.follows(at)) return { ...d, kind: 'age', next: at + 1 };
  if (a.lex(d.next) === 'of' && a.text(d.next + 1) === 'age') return { ...d, kind: 'age', next: d.next + 2 };
  return d;
}

/** "two in five", "one out of three". */
function readRatio(a: Atoms, num: Num): Draft | null {
  const second = readNumber(a, num.next + 1);
  if (second === null || num.value === null) return null;
  const under = second.value ?? 0;
  if (under <= num.value || second.scale > 1 || under > 1000 || (under > 12 && under % 5 !== 0)) return null;
  if (a.entry(second.next).unit && a.isWord(second.next)) return null;
  return { ...blankDraft(num.first, second.next), kind: 'ratio', value: num.value / under };
}

/** "15,000 to 24,000", "3–4 days", "$10 to $15 million", "between 44 and 50 mg". */
function readRange(a: Atoms, low: Draft, num: Num): Draft {
  if (low.value === null || typeof low.value !== 'number') return low;
  const at = low.next;
  const between = a.lex(low.first - 1) === 'between';
  const hyphen = a.isHyphen(at);
  const joint =
    a.isDash(at) && a.glued(at) === a.glued(at + 1)
      ? 1
      : a.lex(at) === 'to' || (between && a.lex(at) === 'and')
        ? 1
        : 0;
  if (joint === 0 || !a.follows(at) || !a.follows(at + 1) || a.lex(low.first - 1) === 'from') return low;
  const symbol = currencySymbolAt(a, at + 1);
  const second = readNumber(a, at + 1 + symbol);
  if (second === null || (a.isDigits(second.first) && isDesignator(a, second.first) && !hyphen)) return low;
  const prefix = currencyBefore(a, second.first);
  const high = prefix ? readMoneyPrefix(a, second, prefix.first, prefix.code) : readMeasure(a, second);
  if (!high || typeof high.value !== 'number') return low;
  const inherits = num.scale === 1 && second.scale > 1 && low.value < high.value / second.scale;
  const value = inherits ? low.value * second.scale : low.value;
  const unit = high.unit ?? low.unit;
  const kind = high.kind === 'count' ? low.kind : high.kind;
  if (value >= high.value) return low;
  if (low.unit !== null && high.unit !== null && low.unit !== high.unit) return low;
  if (low.kind !== 'count' && low.kind !== kind) return low;
  return {
    ...low,
    next: high.next,
    value: null,
    low: value,
    high: high.value,
    unit,
    kind,
    modifier: 'between',
  };
}

function currencySymbolAt(a: Atoms, i: number): number {
  return a.symbol(i) !== 0 && currencyBefore(a, i + 1) ? 1 : 0;
}

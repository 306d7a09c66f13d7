import type { QuantityKind } from '../model';
import { aged, agesOrDecade, withAge } from './age';
import { Gap, type Atoms } from './atoms';
import { hasLetterTail } from './designator';
import { blankDraft, tidy, type Draft } from './draft';
import { Role } from './lexicon';
import { currencyAfter, currencyBefore, readUnit, type UnitMatch } from './measure';
import { modifierAfter, modifierBefore, soFar } from './modifier';
import { gluedDegrees, magnitude } from './nature';
import { readExact, readNumber } from './number';
import type { Num } from './number-words';
import { isPronoun } from './pronoun';
import { bothBounds, readRange } from './range';
import { readRatio, readScore } from './score';
import { thingAfter, thingBefore } from './thing';
import { convert } from './units';

/** Reads the amount that starts at atom `i`: a count, money, a measure, a percentage, a ratio, a range or a score. */
export function readAmount(a: Atoms, i: number): Draft | null {
  const num = readSigned(a, i);
  if (!num || isPronoun(a, num)) return null;
  if (!num.digits && a.isHyphen(num.first - 1) && a.glued(num.first)) return null;
  const result = num.value !== null && num.value >= 0 ? (readScore(a, num) ?? readRatio(a, num)) : null;
  if (result) return { ...result, modifier: modifierBefore(a, result.first) };
  const base = readEnd(a, num);
  if (!base) return null;
  if (isName(a, num, base)) return null;
  const draft = complete(a, readRange(a, base, num, readEnd));
  const bounded = bothBounds(a, draft, readEnd);
  return bounded === draft ? draft : complete(a, bounded);
}

/** "SportsCenter 5's", "AM 570": a bare number after a name, with nothing to count behind it. */
function isName(a: Atoms, num: Num, base: Draft): boolean {
  const i = num.first;
  if (base.kind !== 'count' || !num.digits || num.next !== i + 1 || a.length(i) > 3) return false;
  if (!a.capital(i - 1) || a.gap[i] !== Gap.Space || a.entry(i - 1).role !== 0 || a.entry(i - 1).weekday > 0)
    return false;
  if (a.gap[i - 1] === Gap.Break || a.is(i - 2, '.') || a.isDash(num.next) || a.is(num.next, '%'))
    return false;
  return thingAfter(a, num.next, false) === null;
}

/** "-5", "minus 20", "negative one" or a number without a sign. */
function readSigned(a: Atoms, i: number): Num | null {
  const sign =
    a.lex(i) === 'minus' ||
    a.lex(i) === 'negative' ||
    (a.symbol(i) !== 0 && (a.isHyphen(i) || a.symbol(i) === 0x2212));
  if (!sign) return readNumber(a, i);
  if (!a.follows(i + 1) || (!a.isWord(i) && (!a.glued(i + 1) || !a.isDigits(i + 1)))) return null;
  // "plus or minus four points", "a negative one"
  if (a.lex(i - 1) === 'or' && a.lex(i - 2) === 'plus') return readNumber(a, i + 1);
  if (a.lex(i) === 'negative' && /^(?:a|an|the)$/.test(a.lex(i - 1))) return null;
  const num = readExact(a, i + 1);
  return num && { ...num, first: i, value: -num.value };
}

function readEnd(a: Atoms, num: Num, money: string | null = null): Draft | null {
  const prefix = currencyBefore(a, num.first);
  if (prefix) return moneyAfterSymbol(a, num, prefix.first, prefix.code);
  const letter =
    money !== null &&
    a.isWord(num.next) &&
    a.glued(num.next) &&
    a.text(num.next).toLowerCase() in MONEY_SCALES;
  return letter ? moneyAfterSymbol(a, num, num.first, money) : readMeasure(a, num);
}

function complete(a: Atoms, ranged: Draft): Draft {
  const after = modifierAfter(a, ranged.next);
  const before = modifierBefore(a, ranged.first);
  const around = before === 'more-than' && isSpread(a, ranged) ? null : before;
  const modifier = ranged.modifier ?? after?.modifier ?? around ?? soFar(a, ranged);
  const draft = { ...ranged, modifier, next: Math.max(ranged.next, after?.next ?? 0) };
  if (draft.kind === 'percent' || draft.kind === 'ratio' || draft.kind === 'age') return draft;
  const from = afterBracket(a, draft.next);
  const singular = draft.kind !== 'count' || draft.value === 1;
  const thing =
    thingAfter(a, from, singular) ?? (draft.kind === 'count' ? thingBefore(a, draft.first) : null);
  return { ...draft, thing };
}

/** "$160 million over eight years": the time something takes, not more than it. */
function isSpread(a: Atoms, d: Draft): boolean {
  if (d.kind !== 'duration' || a.lex(d.first - 1) !== 'over') return false;
  return !/^(?:for|just|well|lasted|took|spent|after|been|is|was|of|served|a|little|waited|now)$/i.test(
    a.text(d.first - 2),
  );
}

/** "1,500-kilometre (930-mile) front line": what is measured stands after the bracket. */
function afterBracket(a: Atoms, next: number): number {
  if (!a.is(next, '(') || !a.follows(next)) return next;
  for (let i = next + 1; i < next + 10; i++)
    if (a.is(i, ')')) return a.isDigits(next + 1) || a.entry(next + 1).role ? i + 1 : next;
  return next;
}

function bounds(num: Num): Partial<Draft> {
  return num.value === null && num.low !== undefined && num.high !== undefined
    ? { low: num.low, high: num.high }
    : {};
}

const MONEY_SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mm: 1e6, b: 1e9, t: 1e12, tr: 1e12 };

function moneyAfterSymbol(a: Atoms, num: Num, first: number, code: string): Draft {
  let { next, value } = num;
  const near =
    a.isWord(next) &&
    (a.glued(next) || (a.gap[next] === Gap.Space && a.length(next) > 1 && a.text(next) === 'MM'));
  const scale = near ? MONEY_SCALES[a.text(next).toLowerCase()] : undefined;
  if (scale !== undefined && num.scale === 1 && value !== null) {
    value = tidy(value * scale);
    next++;
  }
  let unit = code;
  const named = currencyAfter(a, next, true);
  if (named && (named.code === code || (code === 'USD' && named.code.endsWith('D')))) {
    unit = named.code;
    next = named.next;
  }
  const minus =
    (a.isHyphen(first - 1) || a.symbol(first - 1) === 0x2212) &&
    a.glued(first) &&
    !a.glued(first - 1) &&
    value !== null;
  return {
    ...blankDraft(minus ? first - 1 : first, next),
    kind: 'money',
    value: minus && value !== null ? -value : value,
    unit,
    ...bounds(num),
    ...perUnit(a, next),
  };
}

/** "a share", "per barrel", "an hour" after money. */
function perUnit(a: Atoms, next: number): { per?: string } {
  const hyphen = a.isHyphen(next) && a.glued(next) ? 1 : 0;
  const lex = a.lex(next + hyphen);
  if (lex !== 'per' && lex !== 'a' && lex !== 'an' && !(a.is(next, '/') && a.glued(next))) return {};
  const at = next + hyphen + 1 + (a.isHyphen(next + hyphen + 1) ? 1 : 0);
  if (!a.isWord(at) || !a.follows(at)) return {};
  const unit = a.entry(at).unit;
  if (lex === 'per' || a.is(next, '/') || unit !== null || a.text(at) === 'share' || a.text(at) === 'head')
    return { per: unit?.id ?? a.text(at).toLowerCase() };
  return {};
}

function readMeasure(a: Atoms, num: Num): Draft | null {
  const { next } = num;
  const draft = (end: number, kind: QuantityKind, unit: string | null): Draft => ({
    ...blankDraft(num.first, end),
    kind,
    value: num.value,
    unit,
    ...bounds(num),
  });
  const letters = a.isWord(next) && a.glued(next) ? a.text(next) : '';
  if (letters !== '' && num.digits && num.value !== null) {
    if (
      a.glued(next + 1) &&
      a.isDigits(next + 1) &&
      !(/^(?:km|m|cm|mm|ft)$/.test(letters) && /^[23]$/.test(a.text(next + 1)))
    )
      return null;
    const glued = gluedLetters(a, num, letters) ?? gluedDegrees(a, num, letters);
    if (glued) return glued;
  }
  const hyphen = a.isHyphen(next) && a.glued(next) === a.glued(next + 1) ? 1 : 0;
  const of = a.lex(next) === 'of' && num.value === null ? 1 : 0;
  const money = currencyAfter(a, next + hyphen + of, num.scale > 1);
  if (money)
    return withCents(a, {
      ...millionsAfter(a, draft(money.next, 'money', money.code)),
      ...perUnit(a, money.next),
    });
  if (isYearNoun(a, num)) return { ...draft(next, 'date', null), value: a.text(num.first) };
  const unit = readUnit(a, next + hyphen + of, num.digits);
  if (unit) return withInches(a, withAge(a, draft(unit.next, unit.unit.kind, unit.unit.id)));
  const part = num.fraction && num.value !== null && num.value < 1 ? partOfUnit(a, next) : null;
  if (part) return draft(part.next, part.unit.kind, part.unit.id);
  if (letters !== '' && hasLetterTail(a, next)) return null;
  if (num.fraction && num.value !== null && num.value < 1) return draft(next, 'ratio', null);
  return (
    aged(a, draft(next, 'count', null)) ??
    magnitude(a, draft(next, 'count', null)) ??
    draft(next, 'count', null)
  );
}

/** "a quarter of a percentage point", "three quarters of a mile": what stands behind the fraction is its unit. */
function partOfUnit(a: Atoms, next: number): UnitMatch | null {
  const article = a.lex(next + 1) === 'a' || a.lex(next + 1) === 'an';
  return a.lex(next) === 'of' && article && a.follows(next) ? readUnit(a, next + 2, false) : null;
}

/** "75 USD million": the scale behind the code. */
function millionsAfter(a: Atoms, d: Draft): Draft {
  const { scale, plural } = a.entry(d.next);
  if (scale < 1e6 || plural || typeof d.value !== 'number' || !a.follows(d.next) || d.unit?.length !== 3)
    return d;
  return { ...d, value: tidy(d.value * scale), next: d.next + 1 };
}

/** "pivotal 2024 year": a year that happens to stand before the word. */
function isYearNoun(a: Atoms, num: Num): boolean {
  return (
    /^(?:19|20)\d\d$/.test(a.text(num.first)) &&
    a.isDigits(num.first) &&
    a.text(num.next) === 'year' &&
    a.gap[num.next] === Gap.Space
  );
}

/** "10k", "1.5M people", "50p"; "2.5bn" is read with the number. */
function gluedLetters(a: Atoms, num: Num, letters: string): Draft | null {
  const next = num.next + 1;
  if (letters === 's') return agesOrDecade(a, num);
  if (letters === 'p')
    return { ...blankDraft(num.first, next), value: num.value, kind: 'money', unit: 'penny' };
  const million = letters === 'm' && a.isWord(next) && a.gap[next] === Gap.Space && countsMillions(a, next);
  if (!/^[kKMBb]$/.test(letters) && !million) return null;
  // Baseball's bases: "1B Name", "3B/2B".
  if (letters === 'B' && a.length(num.first) === 1 && (a.capital(next) || a.is(next, '/'))) return null;
  const scale = MONEY_SCALES[letters.toLowerCase()] ?? 1;
  const value = tidy((num.value ?? 0) * scale);
  const money = currencyAfter(a, next, true);
  if (money) return { ...blankDraft(num.first, money.next), value, kind: 'money', unit: money.code };
  const unit = a.gap[next] === Gap.Space ? readUnit(a, next, false) : null;
  if (unit) return { ...blankDraft(num.first, unit.next), value, kind: unit.unit.kind, unit: unit.unit.id };
  return { ...blankDraft(num.first, next), value, kind: 'count' };
}

/** "10m people": millions, where what follows can be counted by the million; else "m" is metres. */
function countsMillions(a: Atoms, i: number): boolean {
  const e = a.entry(i);
  return (
    (e.role & Role.Head) !== 0 ||
    e.currency !== null ||
    /^(?:users|viewers|customers|households|homes|jobs|voters|tonnes|barrels|doses|copies|refugees|vehicles|cars|residents|followers|views|shares|units|subscribers)$/.test(
      a.text(i),
    )
  );
}

/** "3 dollars 50 cents", "thirteen dollars and forty-five cents". */
function withCents(a: Atoms, d: Draft): Draft {
  if (d.unit?.length !== 3 || typeof d.value !== 'number') return d;
  const at = a.lex(d.next) === 'and' ? d.next + 1 : d.next;
  const second = a.follows(at) ? readExact(a, at) : null;
  if (!second || second.value >= 100 || second.scale > 1) return d;
  const cents = currencyAfter(a, second.next, false);
  if (!cents || (cents.code !== 'cent' && cents.code !== 'penny')) return d;
  return { ...d, value: tidy(d.value + second.value / 100), next: cents.next };
}

/** Units written in two steps: "5 feet 2 inches", "6-foot-4", "12 stone 4 pounds", "7 pounds 3 ounces". */
const SMALLER: Readonly<Record<string, string>> = { foot: 'inch', stone: 'pound', pound: 'ounce' };

function withInches(a: Atoms, d: Draft): Draft {
  const smaller = SMALLER[d.unit ?? ''];
  if (smaller === undefined || d.unit === null || typeof d.value !== 'number') return d;
  const hyphen = a.isHyphen(d.next) && a.glued(d.next) ? 1 : 0;
  const at = d.next + hyphen + (a.lex(d.next) === 'and' ? 1 : 0);
  if (!a.follows(at)) return d;
  const second = a.isDigits(at) || a.entry(at).cardinal >= 0 ? readExact(a, at) : null;
  if (!second || second.value >= 16) return d;
  const unit = readUnit(a, second.next + (a.isHyphen(second.next) ? 1 : 0), second.digits);
  const named = unit?.unit.id === smaller;
  const elided = hyphen === 1 && d.unit === 'foot' && unit === null && a.isDigits(at) && second.value < 12;
  if (!named && !elided) return d;
  const extra = convert(second.value, smaller, d.unit);
  if (extra === null) return d;
  return { ...d, value: tidy(d.value + extra), next: named ? unit.next : second.next };
}

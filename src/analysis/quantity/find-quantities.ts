import type { ArticleText } from '../../text';
import type { Quantity } from '../model';
import { readAmount } from './amount';
import { AtomKind, Atoms, Gap } from './atoms';
import { readClock, readNoon } from './clock';
import { readSpokenClock } from './clock-words';
import { readDate } from './date';
import { readDateline } from './dateline';
import { isDesignator } from './designator';
import { blankDraft, type Draft } from './draft';
import { Role } from './lexicon';
import { modifierBefore } from './modifier';
import { readOrdinal } from './ordinal';
import { linkRestatements } from './restate';
import { readPair, readSingle } from './single';
import { readZero } from './zero';
import { fateOf } from './fate';

/** What the caller knows about an article beyond its words. */
export interface QuantityOptions {
  /** ISO day of the article, instead of the one it gives itself; null for none. */
  readonly dateline?: string | null;
}

/**
 * Finds every quantity of an article, in order, without overlaps. Never throws; linear in the length.
 * @returns spans in the file's offsets; relative dates are resolved against `options.dateline` or the article's own date
 */
export function findQuantities(text: ArticleText, options: QuantityOptions = {}): Quantity[] {
  const dateline = options.dateline === undefined ? (readDateline(text)?.date ?? null) : options.dateline;
  const atoms = Atoms.of(text.prose);
  const found: Quantity[] = [];
  let free = 0;
  for (let i = 0; i < atoms.count;) {
    if (!mayStart(atoms, i)) {
      i++;
      continue;
    }
    if (isAddress(atoms, i)) {
      i = addressEnd(atoms, i);
      continue;
    }
    const draft = readQuantity(atoms, i, dateline);
    if (draft && draft.first >= free) {
      found.push(finish(atoms, draft));
      free = Math.max(draft.next, i + 1);
      i = free;
    } else i++;
  }
  return linkRestatements(text.prose, found);
}

/** The start of a web address; what is glued to it is no prose. */
function isAddress(a: Atoms, i: number): boolean {
  const known = a.entry(i).role & Role.Address;
  return known !== 0 && a.glued(i + 1) && (a.is(i + 1, ':') || a.is(i + 1, '.'));
}

function addressEnd(a: Atoms, i: number): number {
  let end = i + 1;
  while (end < a.count && a.glued(end)) end++;
  return end;
}

/** Whether a quantity can start at atom `i`; currency signs are found from the number that follows them. */
function mayStart(a: Atoms, i: number): boolean {
  const kind = a.kind[i];
  if (kind === AtomKind.Digits) return true;
  if (kind === AtomKind.Word) {
    const { role, word } = a.entry(i);
    if ((role & (Role.Trigger | Role.Address)) === 0) return false;
    return (word !== 'a' && word !== 'an') || articleCounts(a, i + 1);
  }
  const c = a.symbol(i);
  if (c === 46) return a.isDigits(i + 1) && a.glued(i + 1) && !a.glued(i);
  if (c === 45 || c === 0x2212)
    return a.isDigits(i + 1) && a.glued(i + 1) && !a.glued(i) && !a.isDigits(i - 1);
  return (c >= 0xbc && c <= 0xbe) || (c >= 0x2150 && c <= 0x215e);
}

/** Whether "a" may open an amount: most articles do not, and this is asked of every one of them. */
function articleCounts(a: Atoms, i: number): boolean {
  const e = a.entry(i);
  return (
    e.scale > 0 ||
    e.part > 0 ||
    e.unit !== null ||
    e.word === 'few' ||
    e.word === 'couple' ||
    e.word === 'pair'
  );
}

function readQuantity(a: Atoms, i: number, dateline: string | null): Draft | null {
  const time = readTime(a, i, dateline);
  if (time) return time;
  const digits = a.isDigits(i) ? i : a.isDigits(i + 1) && a.glued(i + 1) ? i + 1 : -1;
  if (digits >= 0 && (isDesignator(a, digits) || isListMark(a, i))) return null;
  if (isNamePart(a, i)) return null;
  return readZero(a, i) ?? readOrdinal(a, i) ?? readPair(a, i) ?? readAmount(a, i) ?? readSingle(a, i);
}

/** "9. HOW CASINOS …": the number of a list's item. */
function isListMark(a: Atoms, i: number): boolean {
  if (a.gap[i] !== Gap.Break || a.length(i) > 2) return false;
  return (a.is(i + 1, '.') || a.is(i + 1, ')')) && a.glued(i + 1) && a.follows(i + 2) && !a.isDigits(i + 2);
}

/** "Gang of Eight", "Group of Seven": a number word in a name. */
function isNamePart(a: Atoms, i: number): boolean {
  return a.capital(i) && a.entry(i).cardinal >= 0 && a.lex(i - 1) === 'of' && a.capital(i - 2);
}

function readTime(a: Atoms, i: number, dateline: string | null): Draft | null {
  const date = readDate(a, i, dateline);
  if (date) {
    const { first, next, value, wordless, part } = date;
    return {
      ...blankDraft(first, next),
      kind: 'date',
      value,
      wordless,
      ...(part === undefined ? {} : { part }),
    };
  }
  const clock = readClock(a, i) ?? readNoon(a, i) ?? readSpokenClock(a, i);
  if (!clock) return null;
  const { first, next, value, kind, zone } = clock;
  const unit = kind === 'duration' ? 'second' : null;
  const modifier = modifierBefore(a, first);
  return { ...blankDraft(first, next), kind, value, unit, modifier, ...(zone === undefined ? {} : { zone }) };
}

function finish(a: Atoms, d: Draft): Quantity {
  const start = a.start[d.first] ?? 0;
  const end = a.end[d.next - 1] ?? start;
  const fate = d.kind === 'count' ? fateOf(a, d) : null;
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
    ...(d.per === undefined ? {} : { per: d.per }),
    ...(fate === null ? {} : { fate }),
  };
}

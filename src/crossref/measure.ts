import type { Modifier, Quantity, QuantityKind } from '../analysis';
import { convert } from '../analysis/quantity';
import { isExchanged } from './exchange';

/**
 * A quantity made comparable: its value in a base unit of its dimension, how exact its words are, and how they bound it.
 */
export interface Measure {
  /** What may be compared with what: "count", "length", "money", "time", "date", … */
  readonly dimension: string;
  /** In the base unit (metre, second, kilogram …); minutes after midnight for times; null where the words have no one value. */
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  /** Half the step that the value is rounded to: 50 for "1,500". */
  readonly slack: number;
  readonly modifier: Modifier | null;
  readonly unit: string | null;
  /** Whether it is counted in dozens. */
  readonly dozens?: boolean;
  /** For times: minutes after midnight as they are told, and whether by the clock of a named zone, of none, or of the world or the place. */
  readonly clock?: { readonly minutes: number; readonly zone: 'named' | 'none' | 'other' };
  /** For times: the place whose time it is, where its distance from UTC is not known: "Valdoran time". */
  readonly place?: string;
}

/** The unit in which each kind is compared. */
const BASE_UNIT: Readonly<Partial<Record<QuantityKind, string>>> = {
  distance: 'metre',
  area: 'square metre',
  mass: 'kilogram',
  volume: 'litre',
  speed: 'metre per second',
  duration: 'second',
  age: 'second',
  temperature: 'degree Celsius',
  power: 'watt',
  energy: 'joule',
  data: 'byte',
  pressure: 'pascal',
};

/** Minutes a time zone is ahead of UTC. Abbreviations as news in English uses them. */
const ZONES: Readonly<Record<string, number>> = {
  gmt: 0,
  utc: 0,
  z: 0,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  bst: 60,
  cet: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  ist: 330,
  jst: 540,
  aest: 600,
};

const DAY = 1440;

/** Minutes ahead of UTC for a zone as `Quantity.zone` gives it; undefined for "local" and what is not known. */
export function zoneOffset(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  const m = /^([+-])(\d\d):?(\d\d)$/u.exec(zone);
  if (m !== null) return (m[1] === '-' ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3]));
  return ZONES[zone.toLowerCase()];
}

/** Minutes after midnight of "HH:MM"; NaN for anything else. */
export function minutesOf(time: string): number {
  const m = /^(\d{1,2}):(\d\d)/u.exec(time);
  return m === null ? NaN : Number(m[1]) * 60 + Number(m[2]);
}

/**
 * Makes a quantity comparable.
 * @param localOffset minutes that local time is ahead of UTC where the story tells it; times are then counted in UTC
 */
export function measureOf(q: Quantity, localOffset: number | undefined): Measure | undefined {
  if (q.kind === 'time') return timeMeasure(q, localOffset);
  if (q.kind === 'date') return undefined;
  if (q.kind === 'score') return scoreMeasure(String(q.value), q.modifier);
  if (q.kind === 'count' && q.thing === null && BARE.test(q.text)) return scoreMeasure(q.text, null);
  const toBase = (x: number): number => {
    const base = BASE_UNIT[q.kind];
    return q.unit === null || base === undefined ? x : (convert(x, q.unit, base) ?? x);
  };
  const number = typeof q.value === 'number' ? q.value : null;
  if (number === null && q.low === undefined && q.high === undefined) return undefined;
  const value = number === null ? null : toBase(number);
  const low = q.low === undefined ? (value ?? -Infinity) : toBase(q.low);
  const high = q.high === undefined ? (value ?? Infinity) : toBase(q.high);
  const slack = number === null ? 0 : toBase(number + roundingStep(number, q.text) / 2) - toBase(number) || 0;
  const measure = { dimension: dimensionOf(q), value, low, high, slack, modifier: q.modifier, unit: q.unit };
  return /\bdozen\b/iu.test(q.text) ? { ...measure, dozens: true } : measure;
}

/** Kinds that may be compared share a dimension; money of currencies whose worth is not known only within its currency. */
function dimensionOf(q: Quantity): string {
  switch (q.kind) {
    case 'money':
      return q.unit !== null && isExchanged(q.unit) ? 'money' : `money ${q.unit ?? ''}`;
    case 'count':
    case 'magnitude':
      return 'count';
    case 'other':
      return `other ${q.unit ?? ''}`;
    default:
      return q.kind;
  }
}

function timeMeasure(q: Quantity, localOffset: number | undefined): Measure | undefined {
  const minutes = typeof q.value === 'string' ? minutesOf(q.value) : NaN;
  if (Number.isNaN(minutes)) return undefined;
  const offset = zoneOffset(q.zone) ?? localOffset;
  const value = offset === undefined ? minutes : (minutes - offset + 2 * DAY) % DAY;
  const rounded = minutes % 60 === 0 ? 30 : minutes % 30 === 0 ? 15 : minutes % 5 === 0 ? 3 : 0;
  return {
    dimension: 'time',
    value,
    low: value,
    high: value,
    slack: rounded,
    modifier: q.modifier,
    unit: offset === undefined ? 'local' : 'UTC',
    clock: { minutes, zone: clockZone(q.zone) },
    ...(zoneOffset(q.zone) === undefined && q.zone?.endsWith(' time') === true ? { place: q.zone } : {}),
  };
}

function clockZone(zone: string | undefined): 'named' | 'none' | 'other' {
  if (zone === undefined) return 'none';
  return /^(?:local|gmt|utc|z)$/iu.test(zone) ? 'other' : 'named';
}

/** What the larger side of a score counts for, so that a score is one number. */
const SIDE = 1e5;

/** Two numbers that count nothing are a result or a record, also where no word says so: "at 9-14". */
const BARE = /^\d{1,3}-\d{1,3}$/u;

/** A result is the same whoever is named first: "134 to 63", "63-134". */
function scoreMeasure(text: string, modifier: Modifier | null): Measure | undefined {
  const m = /^(\d+)-(\d+)$/u.exec(text);
  if (m === null) return undefined;
  const sides = [Number(m[1]), Number(m[2])];
  const value = Math.max(...sides) * SIDE + Math.min(...sides);
  return { dimension: 'score', value, low: value, high: value, slack: 0, modifier, unit: null };
}

/** The step a number is rounded to, by its trailing zeros or its decimals: 100 for 1,500, 0.1 for 6.6, 1 for 7. */
function roundingStep(value: number, text: string): number {
  const decimals = /\d\.(\d+)/u.exec(text);
  if (decimals !== null) {
    const scale = Math.abs(value) / Number(/\d[\d,]*\.\d+/u.exec(text)?.[0].replace(/,/gu, '') ?? value) || 1;
    return scale * 10 ** -(decimals[1] ?? '').length;
  }
  let step = 1;
  while (value !== 0 && value % (step * 10) === 0) step *= 10;
  return value !== 0 && value % (step * 5) === 0 && step === 1 ? 5 : step;
}

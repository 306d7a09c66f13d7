import type { Quantity, QuantityKind, Source, StatementType } from '../analysis';
import type { Message } from '../crossref';
import { message } from './message';
import { unitWords } from './unit-words';

const KINDS: Record<QuantityKind, string> = {
  count: 'Count',
  money: 'Money',
  percent: 'Percentage',
  ratio: 'Ratio',
  score: 'Score',
  ordinal: 'Ordinal',
  age: 'Age',
  duration: 'Duration',
  date: 'Date',
  time: 'Time',
  distance: 'Distance',
  area: 'Area',
  volume: 'Volume',
  mass: 'Weight',
  speed: 'Speed',
  temperature: 'Temperature',
  magnitude: 'Magnitude',
  power: 'Power',
  energy: 'Energy',
  data: 'Data',
  pressure: 'Pressure',
  other: 'Number',
};

const STATEMENT_TYPES: Record<StatementType, string> = {
  direct: 'Direct quotation',
  indirect: 'Indirect quotation',
  mixed: 'Partly quoted',
  nonclaim: 'Not claimed',
};

const SOURCE_TYPES: Record<Source['type'], string> = {
  person: 'Person',
  organization: 'Organisation',
  place: 'Place',
  unnamed: 'Unnamed source',
};

/** What a quantity is: "Count". */
export function quantityKind(quantity: Quantity): Message {
  return message(KINDS[quantity.kind]);
}

/** What a statement is: "Direct quotation". */
export function statementType(type: StatementType): Message {
  return message(STATEMENT_TYPES[type]);
}

/** What a source is: "Person". */
export function sourceType(source: Source): Message {
  return message(SOURCE_TYPES[source.type]);
}

/** A number as people write it: grouped digits, at most four decimals. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const [whole = '0', decimals] = String(Math.round(value * 1e4) / 1e4).split('.');
  const grouped = whole.includes('e') ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

const SIGNS: Partial<Record<NonNullable<Quantity['modifier']>, string>> = {
  'at-least': '≥ ',
  'more-than': '> ',
  'at-most': '≤ ',
  'less-than': '< ',
  about: '≈ ',
  nearly: '≲ ',
};

/** The codes of ISO 4217. */
const CURRENCY = /^[A-Z]{3}$/;

/** The cents of an amount of money have two digits: "7.20". */
function withCents(words: string): string {
  return words.replace(/\.\d$/, '$&0');
}

/** An amount in plain writing: "1,500 kilometres", "7.20 USD", "11:15 GMT", "15,000–24,000", "32%". */
export function plainAmount(value: number | string, high: number | null, unit: string): string {
  const number = (n: number): string => (CURRENCY.test(unit) ? withCents(plainNumber(n)) : plainNumber(n));
  const words = typeof value === 'number' ? number(value) : value;
  const range = high === null ? words : `${words}–${number(high)}`;
  if (unit === 'percent') return `${range}%`;
  // A time of day is no number of its zone: "11:15 local".
  const tail = unitWords(unit, typeof value === 'string' || (value === 1 && high === null));
  return tail === '' ? range : `${range} ${tail}`;
}

/**
 * A quantity's value in plain writing, with the sign of its bound: "≥ 40"; null where it has none that people would read more easily
 * than the words: an ordinal, a day whose year or week nobody knows.
 */
export function plainValue(quantity: Quantity): string | null {
  const { kind, value, low, high, unit, zone } = quantity;
  if (kind === 'ordinal' || (kind === 'date' && String(value).startsWith('-'))) return null;
  const tail = zone ?? unit ?? '';
  if (value === null) return low === undefined || high === undefined ? null : plainAmount(low, high, tail);
  const sign = quantity.modifier === null ? '' : (SIGNS[quantity.modifier] ?? '');
  return `${sign}${plainAmount(value, null, tail)}`;
}

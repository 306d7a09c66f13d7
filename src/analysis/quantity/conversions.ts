import type { Quantity } from '../model';
import { convert } from './units';
import { inOtherZones } from './zones';

/** One line of a hover: the same amount in another unit, or the same time in another zone. */
export interface Conversion {
  readonly value: number | string;
  readonly high?: number;
  /** Canonical unit, or the zone for a time of day. */
  readonly unit: string;
  /** Whether the article itself says so ("(930-mile)"), or it was worked out here. */
  readonly from: 'article' | 'computed';
}

/** Units shown for each unit: metric beside imperial and the other way round. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  millimetre: ['inch'],
  centimetre: ['inch'],
  metre: ['foot'],
  kilometre: ['mile'],
  inch: ['centimetre'],
  foot: ['metre'],
  yard: ['metre'],
  mile: ['kilometre'],
  'nautical mile': ['kilometre', 'mile'],
  'square metre': ['square foot'],
  'square foot': ['square metre'],
  'square kilometre': ['square mile'],
  'square mile': ['square kilometre'],
  acre: ['hectare'],
  hectare: ['acre'],
  litre: ['gallon'],
  gallon: ['litre'],
  barrel: ['litre'],
  'cubic metre': ['cubic foot'],
  'cubic foot': ['cubic metre'],
  gram: ['ounce'],
  kilogram: ['pound'],
  pound: ['kilogram'],
  ounce: ['gram'],
  stone: ['kilogram', 'pound'],
  ton: ['tonne'],
  tonne: ['ton'],
  'kilometre per hour': ['mile per hour'],
  'mile per hour': ['kilometre per hour'],
  'metre per second': ['kilometre per hour', 'mile per hour'],
  knot: ['kilometre per hour', 'mile per hour'],
  'degree Celsius': ['degree Fahrenheit'],
  'degree Fahrenheit': ['degree Celsius'],
  horsepower: ['kilowatt'],
};

/** Rounds to as many significant digits as a reader wants to see. */
function round(value: number): number {
  return Number(value.toPrecision(Math.abs(value) >= 1000 ? 4 : 3));
}

/**
 * What a hover shows beside a quantity: its restatements in the article, then conversions worked out here.
 * @param all the article's quantities, as `findQuantities` returned them
 */
export function conversionsOf(quantity: Quantity, all: readonly Quantity[]): Conversion[] {
  const shown = fromArticle(quantity, all);
  const seen = new Set(shown.map((c) => c.unit));
  for (const conversion of [...computed(quantity), ...otherClocks(quantity, all)])
    if (!seen.has(conversion.unit)) shown.push(conversion);
  return shown;
}

function fromArticle(quantity: Quantity, all: readonly Quantity[]): Conversion[] {
  const index = all.findIndex((q) => q.start === quantity.start && q.end === quantity.end);
  const head = quantity.restates ?? index;
  if (head < 0) return [];
  return all.flatMap((q, i) => {
    if (i === index || (i !== head && q.restates !== head)) return [];
    const unit = q.kind === 'time' ? (q.zone ?? 'local') : q.unit;
    const value = q.value ?? q.low;
    if (unit === null || value === undefined) return [];
    return [
      {
        value,
        ...(q.value === null && q.high !== undefined ? { high: q.high } : {}),
        unit,
        from: 'article' as const,
      },
    ];
  });
}

function otherClocks(quantity: Quantity, all: readonly Quantity[]): Conversion[] {
  return inOtherZones(quantity, all).map(({ value, zone }) => ({ value, unit: zone, from: 'computed' }));
}

function computed(quantity: Quantity): Conversion[] {
  const { unit } = quantity;
  const value = typeof quantity.value === 'number' ? quantity.value : quantity.low;
  if (unit === null || value === undefined) return [];
  return (SHOWN[unit] ?? []).flatMap((to) => {
    const converted = convert(value, unit, to);
    if (converted === null) return [];
    const high =
      quantity.value === null && quantity.high !== undefined ? convert(quantity.high, unit, to) : null;
    return [
      {
        value: round(converted),
        ...(high === null ? {} : { high: round(high) }),
        unit: to,
        from: 'computed' as const,
      },
    ];
  });
}

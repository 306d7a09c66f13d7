import type { QuantityKind } from '../model';

/** A unit of measure: one unit is `factor` times the base unit of its kind, shifted by `offset` (temperatures only). */
export interface Unit {
  /** Canonical name as in `Quantity.unit`: "kilometre", "square mile", "degree Celsius". */
  readonly id: string;
  readonly kind: QuantityKind;
  readonly factor: number;
  readonly offset: number;
}

/** `id`, kind, size in the kind's base unit, then every word that names it (plural in -s is added); symbols as written after a number. */
type Row = readonly [id: string, kind: QuantityKind, factor: number, words: string, symbols?: string];

const LENGTH = 'distance';
const MASS = 'mass';
const TIME = 'duration';

/** Base units: metre, square metre, cubic metre, kilogram, second, metre per second, kelvin, watt, joule, byte, pascal. */
const ROWS: readonly Row[] = [
  ['nanometre', LENGTH, 1e-9, 'nanometre nanometer', 'nm'],
  ['micrometre', LENGTH, 1e-6, 'micrometre micrometer micron', 'μm µm'],
  ['picometre', LENGTH, 1e-12, 'picometre picometer'],
  ['millimetre', LENGTH, 1e-3, 'millimetre millimeter', 'mm'],
  ['centimetre', LENGTH, 1e-2, 'centimetre centimeter', 'cm cms'],
  ['decimetre', LENGTH, 1e-1, 'decimetre decimeter', 'dm'],
  ['metre', LENGTH, 1, 'metre meter', 'm'],
  ['kilometre', LENGTH, 1e3, 'kilometre kilometer', 'km kms'],
  ['inch', LENGTH, 0.0254, 'inch inches', 'in'],
  ['foot', LENGTH, 0.3048, 'foot feet', 'ft'],
  ['yard', LENGTH, 0.9144, 'yard', 'yd yds'],
  ['mile', LENGTH, 1609.344, 'mile', 'mi'],
  ['nautical mile', LENGTH, 1852, '', 'nmi'],
  ['furlong', LENGTH, 201.168, 'furlong'],
  ['fathom', LENGTH, 1.8288, 'fathom'],
  ['light year', LENGTH, 9.4607304725808e15, 'light-year'],
  ['acre', 'area', 4046.8564224, 'acre'],
  ['hectare', 'area', 1e4, 'hectare', 'ha'],
  ['millilitre', 'volume', 1e-6, 'millilitre milliliter', 'ml mL'],
  ['centilitre', 'volume', 1e-5, 'centilitre centiliter', 'cl'],
  ['litre', 'volume', 1e-3, 'litre liter', 'l L'],
  ['gallon', 'volume', 0.003785411784, 'gallon', 'gal gals'],
  ['barrel', 'volume', 0.158987294928, 'barrel', 'bbl'],
  ['pint', 'volume', 0.000473176473, 'pint'],
  ['quart', 'volume', 0.000946352946, 'quart'],
  ['bushel', 'volume', 0.03523907016688, 'bushel'],
  ['tablespoon', 'volume', 1.478676478125e-5, 'tablespoon', 'tbsp'],
  ['teaspoon', 'volume', 4.92892159375e-6, 'teaspoon', 'tsp'],
  ['cup', 'volume', 0.0002365882365, 'cup'],
  ['microgram', MASS, 1e-9, 'microgram microgramme', 'μg µg mcg'],
  ['milligram', MASS, 1e-6, 'milligram milligramme', 'mg'],
  ['gram', MASS, 1e-3, 'gram gramme', 'g gm'],
  ['kilogram', MASS, 1, 'kilogram kilogramme kilo', 'kg kgs'],
  ['tonne', MASS, 1e3, 'tonne', 't'],
  ['ton', MASS, 907.18474, 'ton'],
  ['kiloton', MASS, 1e6, 'kiloton kilotonne', 'kt'],
  ['megaton', MASS, 1e9, 'megaton megatonne', 'Mt'],
  ['pound', MASS, 0.45359237, 'pound', 'lb lbs'],
  ['ounce', MASS, 0.028349523125, 'ounce', 'oz'],
  ['stone', MASS, 6.35029318, 'stone'],
  ['carat', MASS, 2e-4, 'carat', 'ct'],
  ['dram', MASS, 0.0017718451953125, 'dram drachm'],
  ['millisecond', TIME, 1e-3, 'millisecond', 'ms'],
  ['second', TIME, 1, 'second sec secs', 's'],
  ['minute', TIME, 60, 'minute min mins'],
  ['hour', TIME, 3600, 'hour hr hrs', 'h'],
  ['day', TIME, 86400, 'day'],
  ['night', TIME, 86400, 'night'],
  ['week', TIME, 604800, 'week wk wks'],
  ['fortnight', TIME, 1209600, 'fortnight'],
  ['month', TIME, 2629746, 'month mo mos'],
  ['year', TIME, 31556952, 'year yr yrs'],
  ['decade', TIME, 315569520, 'decade'],
  ['century', TIME, 3155695200, 'century centuries'],
  ['millennium', TIME, 31556952000, 'millennium millennia'],
  ['gigayear', TIME, 31556952e9, 'gigaannum', 'Ga'],
  ['megayear', TIME, 31556952e6, 'megaannum', 'Ma'],
  ['kilometre per hour', 'speed', 1 / 3.6, '', 'kph kmph kmh'],
  ['mile per hour', 'speed', 0.44704, '', 'mph'],
  ['metre per second', 'speed', 1, ''],
  ['knot', 'speed', 1852 / 3600, 'knot', 'kt kts kn'],
  ['watt', 'power', 1, 'watt', 'W'],
  ['kilowatt', 'power', 1e3, 'kilowatt', 'kW'],
  ['megawatt', 'power', 1e6, 'megawatt', 'MW'],
  ['gigawatt', 'power', 1e9, 'gigawatt', 'GW'],
  ['terawatt', 'power', 1e12, 'terawatt', 'TW'],
  ['horsepower', 'power', 745.6998715822702, 'horsepower', 'hp bhp'],
  ['joule', 'energy', 1, 'joule', 'J'],
  ['calorie', 'energy', 4.184, 'calorie', 'cal'],
  ['kilocalorie', 'energy', 4184, 'kilocalorie', 'kcal'],
  ['watt hour', 'energy', 3600, '', 'Wh'],
  ['kilowatt hour', 'energy', 3.6e6, '', 'kWh'],
  ['megawatt hour', 'energy', 3.6e9, '', 'MWh'],
  ['gigawatt hour', 'energy', 3.6e12, '', 'GWh'],
  ['terawatt hour', 'energy', 3.6e15, '', 'TWh'],
  ['electronvolt', 'energy', 1.602176634e-19, 'electronvolt', 'eV'],
  ['teraelectronvolt', 'energy', 1.602176634e-7, '', 'TeV'],
  ['bit', 'data', 0.125, 'bit'],
  ['byte', 'data', 1, 'byte'],
  ['kilobyte', 'data', 1e3, 'kilobyte', 'KB kB'],
  ['kibibyte', 'data', 1024, 'kibibyte', 'KiB'],
  ['megabit', 'data', 1.25e5, 'megabit', 'Mb mb Mbit'],
  ['megabyte', 'data', 1e6, 'megabyte', 'MB'],
  ['gigabit', 'data', 1.25e8, 'gigabit', 'Gb Gbit'],
  ['gigabyte', 'data', 1e9, 'gigabyte', 'GB'],
  ['terabyte', 'data', 1e12, 'terabyte', 'TB'],
  ['petabyte', 'data', 1e15, 'petabyte', 'PB'],
  ['exabyte', 'data', 1e18, 'exabyte', 'EB'],
  ['megabit per second', 'other', 1, '', 'Mbps'],
  ['gigabit per second', 'other', 1000, '', 'Gbps'],
  ['pascal', 'pressure', 1, 'pascal', 'Pa'],
  ['hectopascal', 'pressure', 100, 'hectopascal', 'hPa'],
  ['kilopascal', 'pressure', 1e3, 'kilopascal', 'kPa'],
  ['millibar', 'pressure', 100, 'millibar', 'mb mbar'],
  ['psi', 'pressure', 6894.757293168, 'psi'],
  ['hertz', 'other', 1, 'hertz', 'Hz'],
  ['kilohertz', 'other', 1e3, 'kilohertz', 'kHz'],
  ['megahertz', 'other', 1e6, 'megahertz', 'MHz'],
  ['gigahertz', 'other', 1e9, 'gigahertz', 'GHz'],
  ['volt', 'other', 1, 'volt', 'V'],
  ['milliampere hour', 'other', 1e-3, '', 'mAh'],
  ['megapixel', 'other', 1e6, 'megapixel', 'MP'],
  ['newton metre', 'other', 1, '', 'Nm'],
  ['pound-foot', 'other', 1.35581794833, ''],
  ['kilovolt', 'other', 1e3, 'kilovolt', 'kV'],
  ['decibel', 'other', 1, 'decibel', 'dB'],
  ['radian', 'other', 1, 'radian', 'rad'],
  ['degree of arc', 'other', 1, ''],
  ['becquerel', 'other', 1, 'becquerel', 'Bq'],
  ['sievert', 'other', 1, 'sievert', 'Sv'],
  ['millisievert', 'other', 1e-3, 'millisievert', 'mSv'],
  ['milligray', 'other', 1e-3, 'milligray', 'mGy'],
  ['percent', 'percent', 1, 'percent percents percentage', 'pct pc'],
  ['percentage point', 'percent', 1, ''],
  ['basis point', 'percent', 0.01, '', 'bps'],
  ['magnitude', 'magnitude', 1, ''],
  ['degree', 'temperature', 1, 'degree deg degs'],
];

const TEMPERATURES: readonly Unit[] = [
  { id: 'degree Celsius', kind: 'temperature', factor: 1, offset: 273.15 },
  { id: 'degree Fahrenheit', kind: 'temperature', factor: 5 / 9, offset: 459.67 * (5 / 9) },
  { id: 'kelvin', kind: 'temperature', factor: 1, offset: 0 },
];

const byId = new Map<string, Unit>();
/** Lower-case words that name a unit in running text. */
export const UNIT_WORDS: ReadonlyMap<string, Unit> = fill((r) => r[3], true);
/** Case-sensitive symbols that may follow a number. */
export const UNIT_SYMBOLS: ReadonlyMap<string, Unit> = fill((r) => r[4] ?? '', false);
for (const unit of TEMPERATURES) byId.set(unit.id, unit);

function fill(names: (row: Row) => string, plural: boolean): Map<string, Unit> {
  const map = new Map<string, Unit>();
  for (const row of ROWS) {
    const [id, kind, factor] = row;
    const unit = byId.get(id) ?? { id, kind, factor, offset: 0 };
    byId.set(id, unit);
    for (const name of names(row).split(' ')) {
      if (!name) continue;
      if (!map.has(name)) map.set(name, unit);
      if (plural && !name.endsWith('s')) map.set(`${name}s`, unit);
    }
  }
  return map;
}

/** The unit with a canonical name; composed ones ("square kilometre", "metre per second") are made on first use. */
export function unitById(id: string): Unit | undefined {
  const known = byId.get(id);
  if (known) return known;
  const made = compose(id);
  if (made) byId.set(id, made);
  return made;
}

function compose(id: string): Unit | undefined {
  const power = /^(square|cubic) (.+)$/.exec(id);
  if (power?.[2]) {
    const base = byId.get(power[2]);
    if (base?.kind !== 'distance') return undefined;
    const square = power[1] === 'square';
    return { id, kind: square ? 'area' : 'volume', factor: base.factor ** (square ? 2 : 3), offset: 0 };
  }
  const [over, under] = id.split(' per ');
  if (over === undefined || under === undefined) return undefined;
  const distance = unitById(over);
  const time = byId.get(under);
  if (distance?.kind !== 'distance' || time?.kind !== 'duration') return undefined;
  return { id, kind: 'speed', factor: distance.factor / time.factor, offset: 0 };
}

/** Converts a value between two units of one kind; null where the kinds differ or either unit is unknown. */
export function convert(value: number, from: string, to: string): number | null {
  const a = unitById(from);
  const b = unitById(to);
  if (a === undefined || b === undefined) return null;
  // What is gathered under "other" has no base unit in common.
  if (a.kind !== b.kind || (a.kind === 'other' && from !== to)) return null;
  return (value * a.factor + a.offset - b.offset) / b.factor;
}

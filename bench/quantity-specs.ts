import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readArticleText } from '../src/text';
import { findQuantities } from '../src/analysis/quantity';
import type { Quantity } from '../src/analysis/model';

/** Where the shared corpora lie: beside the repository, never in it. */
export const SHARED = path.resolve(import.meta.dirname, '../../shared');

/** One expectation of a spec: what a case's text holds. */
export interface Expected {
  readonly text: string;
  /** Offsets in the input, `end` exclusive; null where the spec names none. */
  readonly start: number | null;
  readonly end: number | null;
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  /** Our canonical unit, or null where the spec has none. */
  readonly unit: string | null;
}

export interface SpecCase {
  readonly model: string;
  readonly input: string;
  readonly expected: readonly Expected[];
  /** Whether Recognizers-Text itself leaves the case out in JavaScript. */
  readonly notInJavaScript: boolean;
  /** The class that keeps the case out of the score, or null. */
  readonly excluded: string | null;
}

interface RawResult {
  readonly Text: string;
  readonly Start?: number;
  readonly End?: number;
  readonly Resolution?: {
    readonly value?: string | null;
    readonly unit?: string;
    readonly isoCurrency?: string;
    readonly subtype?: string;
  };
}

interface RawCase {
  readonly Input: string;
  readonly NotSupported?: string;
  readonly Results?: readonly RawResult[];
}

export const MODELS = [
  'Number',
  'NumberRange',
  'Ordinal',
  'Percent',
  'Currency',
  'Dimension',
  'Age',
  'Temperature',
] as const;

/** Classes of cases that news never writes, or that our spans state otherwise; each with the reason shown in the report. */
export const EXCLUSIONS: readonly {
  readonly name: string;
  readonly reason: string;
  readonly test: (c: { model: string; input: string; results: readonly RawResult[] }) => boolean;
}[] = [
  {
    name: 'computing notation',
    reason:
      'exponents and powers of calculators (1e10, 1.1^23), G for 10^9, brace typos: no newspaper prints them',
    test: ({ input, results }) =>
      results.some((r) => r.Resolution?.subtype === 'power') || /\d ?G\b|\{kg\)/.test(input),
  },
  {
    name: 'arithmetic read aloud',
    reason:
      'improper fractions of compound numbers ("ninety-five hundred fifths", "one over twenty", "a hundred trillionths"): dictation of sums',
    test: ({ input, results }) =>
      results.some((r) => r.Resolution?.subtype === 'fraction') &&
      /\bover\b|hundred(?:th|.*fif)ths?\b|trillionth|twent(?:y|ieth).*(?:fi|thi|fir)|thirt(?:y|ieth)[ -].*fifths|hundred.*fifth|thirtieth|thousand.*fifths/i.test(
        input,
      ),
  },
  {
    name: 'continental marks',
    reason: 'decimal comma or grouping point ("5,00", "1.111,11", "22,240,260"): English news writes 5.00',
    test: ({ input }) => /\b\d,\d{1,2}(?!\d)(?!,\d)|\d\.\d{3},\d|nr\. \d/.test(input),
  },
  {
    name: 'addresses and serials',
    reason: 'IP and phone numbers, serial names (SCP-173): the issue wants them refused as designators',
    test: ({ input }) => /\d\.\d+\.\d|SCP-\d+|phone/.test(input),
  },
  {
    name: 'ordinal without a number',
    reason: 'next, last, previous, current count nothing that two articles could contradict by a number',
    test: ({ model, results }) =>
      model === 'Ordinal' && results.some((r) => /\b(?:next|last|previous|current)\b/i.test(r.Text)),
  },
  {
    name: 'spaced signs and letters',
    reason:
      'a minus sign or a scale letter with a space ("- 20", "2.33 k"): in news a spaced hyphen is a dash',
    test: ({ input }) => /(?:^|\s)- +\d|\d +[kM](?:$|\W)/.test(input),
  },
  {
    name: 'spoken prices',
    reason:
      'cents without the word ("dollars forty five", "100 and fifty", "15 USD 50"), MUSD, mao: not written in English news',
    test: ({ model, input }) =>
      model === 'Currency' &&
      /dollars? (?:and )?(?:forty five|one and|two and|\d+\b(?! cents))|\d and fifty|USD \d|M(?:USD|EUR|GBP|AUD)|\bmao\b|\$ 30 cent/.test(
        input,
      ),
  },
  {
    name: 'rare scripts',
    reason: 'currency names in other scripts (ரூ) and lower-case sub-units before the amount (sen 100,000)',
    test: ({ input }) => /ரூ|\bsen \d/.test(input),
  },
  {
    name: 'percent of a number',
    reason: '"percent of 10" read as 10 %: in news "percent of" is followed by what the share is of',
    test: ({ model, input }) => model === 'Percent' && /^per ?cents? of /.test(input),
  },
  {
    name: 'range read whole',
    reason:
      'Recognizers keeps only the upper end of "eight to 10 feet", "40 - 50 years old"; we give the range',
    test: ({ input }) => /eight to 10 feet|40 - 50 years/.test(input),
  },
  {
    name: 'contrived symbols',
    reason:
      '"2 pm is 2 picometer" (an hour in news), "1 $10 dollars bill", "3 USD50", angles and turns as measures',
    test: ({ input }) => /2 picometer|^1 \$ ?10|3 USD50|\bturns?\b|^10 \$ 30|dollar 22\.5/.test(input),
  },
  {
    name: 'dates as loose numbers',
    reason: 'the Number model splits a date ("5/17/2018") into three numbers; we read the date',
    test: ({ model, input }) => model === 'Number' && /\d\/\d+\/\d/.test(input),
  },
  {
    name: 'bare fragments',
    reason:
      'denominators alone ("two millionth", "a trillionth", "fifty-four hundredths"), spelled digits ("three-nought-four"), numbered exercises',
    test: ({ input }) =>
      /^ ?(?:two|100) millionths?$|nought-four|a (?:hundred )?trillionth$|four hundredths|two dozens$|nrs\. \d/.test(
        input,
      ),
  },
];

/** Units that Recognizers names, as ours. */
const UNIT_NAMES: Readonly<Record<string, string>> = {
  Dollar: 'USD',
  'United States dollar': 'USD',
  Pound: 'GBP',
  'British pound': 'GBP',
  Cent: 'cent',
  Pence: 'penny',
  Penny: 'penny',
  Franc: 'CHF',
  Euro: 'EUR',
  Bitcoin: 'BTC',
  Satoshi: 'satoshi',
  'Finnish markka': 'FIM',
  Peseta: 'ESP',
  'Netherlands guilder': 'NLG',
  Rupee: 'INR',
  C: 'degree Celsius',
  F: 'degree Fahrenheit',
  Degree: 'degree',
  Age: 'year',
  Ton: 'ton',
  'Metric ton': 'tonne',
};

function readCases(file: string): RawCase[] {
  return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as RawCase[];
}

/** Whether the shared corpora are there. */
export function hasShared(): boolean {
  return existsSync(path.join(SHARED, 'corpora/recognizers'));
}

/** The English specs of Recognizers-Text, all models of {@link MODELS}. */
export function recognizerCases(): SpecCase[] {
  return MODELS.flatMap((model) => {
    const folder = ['Number', 'NumberRange', 'Ordinal', 'Percent'].includes(model)
      ? 'Number'
      : 'NumberWithUnit';
    const file = path.join(SHARED, `corpora/recognizers/${folder}/English/${model}Model.json`);
    return readCases(file).map((raw) => specCase(model, raw));
  });
}

function specCase(model: string, raw: RawCase): SpecCase {
  const results = raw.Results ?? [];
  const excluded = EXCLUSIONS.find((e) => e.test({ model, input: raw.Input, results }))?.name ?? null;
  return {
    model,
    input: raw.Input,
    notInJavaScript: /javascript/i.test(raw.NotSupported ?? ''),
    excluded,
    expected: results.flatMap((r) => expectation(model, r)),
  };
}

/** A result with a value; units without a number ("dollar", "percent") are no quantities and are left out. */
function expectation(model: string, r: RawResult): Expected[] {
  const resolution = r.Resolution ?? {};
  const raw = resolution.value;
  if (raw === null || raw === undefined || raw === 'null') return [];
  const written = raw;
  const at = { text: r.Text, start: r.Start ?? null, end: r.End === undefined ? null : r.End + 1 };
  if (model === 'NumberRange') {
    const m = /^[[(](-?[\d.]*),(-?[\d.]*)[\])]$/.exec(written);
    const bound = (s: string | undefined): number | undefined => (s ? Number(s) : undefined);
    const low = bound(m?.[1]);
    const high = bound(m?.[2]);
    return [
      {
        ...at,
        value: null,
        unit: null,
        ...(low === undefined ? {} : { low }),
        ...(high === undefined ? {} : { high }),
      },
    ];
  }
  const { isoCurrency, unit } = resolution;
  return [
    {
      ...at,
      value: Number(written.replace('%', '')),
      unit: isoCurrency ?? (unit === undefined ? null : unitName(unit, model)),
    },
  ];
}

function unitName(unit: string, model: string): string {
  if (model === 'Dimension' && unit === 'Pound') return 'pound';
  return UNIT_NAMES[unit] ?? unit.toLowerCase().replace(/meter/g, 'metre').replace(/liter/g, 'litre');
}

/** What the scanner finds in a spec's sentence. */
export function found(input: string): Quantity[] {
  return findQuantities(readArticleText(input, 'plain'), { dateline: null });
}

const KINDS: Readonly<Record<string, (q: Quantity) => boolean>> = {
  Number: (q) => q.unit === null && ['count', 'ratio', 'score'].includes(q.kind) && !q.wordless,
  NumberRange: (q) => q.kind !== 'ordinal' && !q.wordless,
  Ordinal: (q) => q.kind === 'ordinal',
  Percent: (q) => q.unit === 'percent',
  Currency: (q) => q.kind === 'money',
  Dimension: (q) =>
    ['distance', 'area', 'volume', 'mass', 'speed', 'data', 'power', 'energy', 'pressure', 'other'].includes(
      q.kind,
    ),
  Age: (q) => q.kind === 'age',
  Temperature: (q) => q.kind === 'temperature',
};

/** What is wrong with our reading of a case; empty where it is right. */
export function faults(c: SpecCase): string[] {
  const mine = found(c.input);
  const out: string[] = [];
  const used = new Set<Quantity>();
  for (const e of c.expected) {
    const hit = mine.find((q) => !used.has(q) && agrees(c.model, q, e));
    if (hit) used.add(hit);
    else out.push(`missing ${e.text} = ${e.value ?? `${e.low ?? ''}..${e.high ?? ''}`} ${e.unit ?? ''}`);
  }
  const ofModel = KINDS[c.model];
  if (c.model === 'NumberRange') return out;
  for (const q of mine)
    if (ofModel?.(q) && !used.has(q)) out.push(`extra ${q.text} = ${q.value ?? ''} ${q.unit ?? ''}`);
  return out;
}

function agrees(model: string, q: Quantity, e: Expected): boolean {
  if (e.start !== null && e.end !== null && !spanAgrees(model, q, e.start, e.end)) return false;
  if (e.start === null && !q.text.toLowerCase().includes(e.text.toLowerCase())) return false;
  if (model === 'NumberRange') return boundsAgree(q, e);
  if (typeof q.value !== 'number' || e.value === null) return false;
  if (Math.abs(q.value - e.value) > 1e-9 * Math.max(1, Math.abs(e.value)) + 1e-12) return false;
  return e.unit === null || q.unit === e.unit || (e.unit === 'ton' && q.unit === 'tonne');
}

/** A number's span is exact, or the number with its unit; a measure's span is exact. */
function spanAgrees(model: string, q: Quantity, start: number, end: number): boolean {
  if (model === 'NumberRange') return q.start < end && start < q.end;
  if (q.start === start && q.end === end) return true;
  return model === 'Number' && q.unit !== null && q.start <= start && end <= q.end;
}

function boundsAgree(q: Quantity, e: Expected): boolean {
  if (q.low !== undefined || q.high !== undefined) return q.low === e.low && q.high === e.high;
  const lower = q.modifier === 'more-than' || q.modifier === 'at-least';
  const upper = q.modifier === 'less-than' || q.modifier === 'at-most';
  if (e.low !== undefined && e.high === undefined) return lower && q.value === e.low;
  if (e.high !== undefined && e.low === undefined) return upper && q.value === e.high;
  return e.low === e.high && q.value === e.low;
}

/** A case of quantulum3's own tests. */
export interface QuantulumCase {
  readonly input: string;
  readonly expected: readonly { value: number; unit: string; surface: string; uncertainty: number | null }[];
  readonly excluded: string | null;
}

/** Classes of quantulum3 cases that are no news, with the reason. */
export const QUANTULUM_EXCLUSIONS: readonly {
  readonly name: string;
  readonly reason: string;
  readonly test: RegExp;
}[] = [
  {
    name: 'laboratory notation',
    reason:
      'powers of ten, inverse and compound SI units of physics papers (4e14 s-1, W/min, J/m^2, fb−1, Js, cds, kibibyte), division by zero, "absolute zero"',
    test: /\de-?\d|\d[x×]\d|[sb][-−]1\b|J\/m|W\/min|\bJs\b|cds\b|absolute zero|1\/0/,
  },
  {
    name: 'contrived symbols',
    reason: 'pm and am as picometre and attometre: hours of the day in news',
    test: /size of [\d.]+ [ap]m/,
  },
  {
    name: 'names and serials as numbers',
    reason: 'counts "SCP 06F6", "South 32 Ltd", "English 101", "i7 860": the issue wants names refused',
    test: /SCP|South 32|English 101|i7 860/,
  },
  {
    name: 'words for sets and spans',
    reason: "a gross, a baker's dozen, gigaannum, 66 Ma, tpd: trade jargon",
    test: /baker|gigaannum|\bMa ago|\btpd\b/,
  },
  {
    name: 'changes as ranges',
    reason:
      '"rose from $350 to $680", "reduced from 44 to 50" joined to one range: two facts for a reader of news',
    test: /rose from|reduced from/,
  },
  {
    name: 'accounting brackets and glyph salad',
    reason: '"($99.99)" as a negative amount, "$99.99)(" and "245 23 yen": no newspaper sentence',
    test: /\(\$-?99|\)\(|245 23/,
  },
];

/** quantulum3's cases. */
export function quantulumCases(): QuantulumCase[] {
  const raw = JSON.parse(readFileSync(path.join(SHARED, 'corpora/quantulum3/quantities.json'), 'utf8')) as {
    req: string;
    res: { value: number; unit: string; surface: string; uncertainty?: number | null }[];
  }[];
  return raw.map(({ req, res }) => ({
    input: req,
    expected: res.map((r) => ({
      value: r.value,
      unit: r.unit,
      surface: r.surface,
      uncertainty: r.uncertainty ?? null,
    })),
    excluded: QUANTULUM_EXCLUSIONS.find((e) => e.test.test(req))?.name ?? null,
  }));
}

const QUANTULUM_UNITS: Readonly<Record<string, string>> = {
  dollar: 'USD',
  euro: 'EUR',
  'pound sterling': 'GBP',
  percentage: 'percent',
  'pound-mass': 'pound',
  'degree fahrenheit': 'degree Fahrenheit',
  'cubic centimetre': 'millilitre',
  yen: 'JPY',
};

/** Units of quantulum3 that are plain numbers to us. */
const COUNTED_UNITS: Readonly<Record<string, number>> = { dozen: 12, 'count per week': 1 };

/** What is wrong with our reading of a quantulum3 case. Dates, ordinals and wordless amounts are not in its scheme. */
export function quantulumFaults(c: QuantulumCase): string[] {
  const mine = found(c.input);
  const used = new Set<Quantity>();
  const out: string[] = [];
  for (const e of c.expected) {
    const hit = mine.find((q) => !used.has(q) && quantulumAgrees(q, e));
    if (hit) used.add(hit);
    else out.push(`missing ${e.surface} = ${e.value} ${e.unit}`);
  }
  for (const q of mine)
    if (!used.has(q) && !['date', 'time', 'ordinal'].includes(q.kind) && !q.wordless && q.value !== null)
      out.push(`extra ${q.text} = ${q.value} ${q.unit ?? ''}`);
  return out;
}

function quantulumAgrees(q: Quantity, expected: QuantulumCase['expected'][number]): boolean {
  const counted = COUNTED_UNITS[expected.unit];
  const e =
    counted === undefined
      ? expected
      : { ...expected, value: expected.value * counted, unit: 'dimensionless' };
  if (!wordsOverlap(q.text, e.surface)) return false;
  const wanted =
    e.unit === 'dimensionless'
      ? null
      : (QUANTULUM_UNITS[e.unit.split(' per ')[0] ?? ''] ?? QUANTULUM_UNITS[e.unit] ?? e.unit);
  const unit = q.kind === 'date' ? null : q.unit;
  if (wanted !== unit && !(wanted !== null && q.per !== undefined && wanted === unit)) return false;
  if (q.low !== undefined && q.high !== undefined && e.uncertainty !== null)
    return Math.abs((q.low + q.high) / 2 - e.value) < 1e-9 * Math.abs(e.value) + 1e-12;
  const value = q.kind === 'date' ? Number.parseInt(String(q.value).replace('x', '0')) : q.value;
  return typeof value === 'number' && Math.abs(value - e.value) <= 1e-9 * Math.abs(e.value) + 1e-12;
}

function wordsOverlap(mine: string, surface: string): boolean {
  const [x, y] = [mine.toLowerCase(), surface.toLowerCase()];
  return x.includes(y) || y.includes(x);
}

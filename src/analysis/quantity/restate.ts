import type { Quantity } from '../model';
import { convert } from './units';

/** How far two statements of one measure may differ by rounding ("10 km (six miles)"). */
const ROUNDING = 0.12;

/** Links quantities in brackets to the one before them that they restate in another unit, currency or zone. */
export function linkRestatements(prose: string, found: readonly Quantity[]): Quantity[] {
  const linked: Quantity[] = [];
  found.forEach((q, i) => {
    const target = restated(prose, q, linked[i - 1]);
    linked.push(target ? { ...q, restates: linked[i - 1]?.restates ?? i - 1 } : q);
  });
  return linked;
}

/** Whether `q` restates the quantity before it. */
function restated(prose: string, q: Quantity, before: Quantity | undefined): boolean {
  if (!before) return false;
  const between = prose.slice(before.end, q.start);
  if (between.length > 40) return false;
  const opens =
    /^[^()[\]]{0,24}[([]\s*(?:about|around|roughly|nearly|approximately|some|or|more than|almost|over)?\s*$/.test(
      between,
    );
  const listed = /^\s*[,;/]\s*(?:or\s+)?$/.test(between) && q.kind === before.kind && q.kind === 'time';
  const or = /^,?\s+or\s+(?:about\s+)?$/.test(between) && q.kind !== 'money' && q.kind !== 'time';
  if (!opens && !listed && !or) return false;
  return sameMeasure(before, q);
}

function sameMeasure(x: Quantity, y: Quantity): boolean {
  if (x.kind !== y.kind) return false;
  if (x.kind === 'time') return x.zone !== y.zone;
  if (x.kind === 'money') return x.unit !== y.unit;
  if (x.unit === null || y.unit === null || x.unit === y.unit) return false;
  const from = numeric(x);
  const to = numeric(y);
  if (from === null || to === null) return false;
  const converted = convert(from, x.unit, y.unit);
  if (converted === null) return false;
  return Math.abs(converted - to) <= Math.max(ROUNDING * Math.abs(to), x.kind === 'temperature' ? 2 : 0.5);
}

function numeric(q: Quantity): number | null {
  if (typeof q.value === 'number') return q.value;
  return q.high ?? null;
}

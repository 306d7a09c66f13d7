import type { Quantity } from '../model';

/** Minutes east of UTC of zone names that mean one offset in news. Names that mean several ("IST", "CST" in Asia) are left out. */
const OFFSETS: Readonly<Record<string, number>> = {
  GMT: 0,
  UTC: 0,
  BST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  HST: -600,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
};

const DAY = 1440;

/** One time of day in another zone. */
export interface ZonedTime {
  /** "HH:MM". */
  readonly value: string;
  readonly zone: string;
}

/**
 * A time of day in the other zones that an article names. What a zone without a fixed offset ("local") means is learnt from a time
 * that the article gives in both ("11:15 a.m. local time (0815 GMT)"); a time without a zone is local.
 * @param all the article's quantities, as `findQuantities` returned them
 */
export function inOtherZones(quantity: Quantity, all: readonly Quantity[]): ZonedTime[] {
  const minutes = minutesOf(quantity);
  if (minutes === null) return [];
  const times = all.filter((q) => q.kind === 'time');
  const offsets = learnOffsets(times, all);
  const own = quantity.zone ?? 'local';
  const from = offsets.get(own);
  if (from === undefined) return [];
  const zones = [...new Set(times.flatMap((q) => q.zone ?? []))].filter((zone) => zone !== own);
  return zones.flatMap((zone) => {
    const to = offsets.get(zone);
    return to === undefined ? [] : [{ value: clock(minutes + to - from), zone }];
  });
}

/** What each zone named in the article is, as far as names and restated times tell. */
function learnOffsets(times: readonly Quantity[], all: readonly Quantity[]): Map<string, number> {
  const known = new Map(Object.entries(OFFSETS));
  for (const { zone } of times) {
    const given = zone === undefined ? null : /^([+-])(\d{2}):(\d{2})$/.exec(zone);
    if (zone !== undefined && given !== null)
      known.set(zone, (given[1] === '-' ? -1 : 1) * (Number(given[2]) * 60 + Number(given[3])));
  }
  for (const time of times) {
    const head = time.restates === undefined ? undefined : all[time.restates];
    if (head !== undefined) learn(known, head, time);
  }
  return known;
}

/** Two clocks of one moment: where one's zone is known, so is the other's. Differences are taken between -12 and +14 hours. */
function learn(known: Map<string, number>, a: Quantity, b: Quantity): void {
  const [at, other] = [minutesOf(a), minutesOf(b)];
  if (at === null || other === null) return;
  const [zone, otherZone] = [a.zone ?? 'local', b.zone ?? 'local'];
  const [offset, otherOffset] = [known.get(zone), known.get(otherZone)];
  if (offset === undefined && otherOffset !== undefined) known.set(zone, wrap(otherOffset + at - other));
  if (otherOffset === undefined && offset !== undefined) known.set(otherZone, wrap(offset + other - at));
}

function wrap(minutes: number): number {
  const turned = ((minutes % DAY) + DAY) % DAY;
  return turned > 14 * 60 ? turned - DAY : turned;
}

function minutesOf({ kind, value }: Quantity): number | null {
  const parts = kind === 'time' && typeof value === 'string' ? /^(\d{2}):(\d{2})$/.exec(value) : null;
  return parts === null ? null : Number(parts[1]) * 60 + Number(parts[2]);
}

function clock(minutes: number): string {
  const turned = ((minutes % DAY) + DAY) % DAY;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(turned / 60))}:${two(turned % 60)}`;
}

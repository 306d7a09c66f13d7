import type { Dictionary } from './dictionary';
import type { ArticleFeatures } from './features';

/** An article as the split sees it. */
export interface Member {
  readonly features: ArticleFeatures;
  /** ISO date of publication, where known. */
  readonly date: string | undefined;
}

/** A part smaller than this is no event of its own: it stays with the part it is closest to. */
const SMALLEST_PART = 3;
/** Parts are two events where articles are less similar across than this, … */
const ACROSS = 0.075;
/** … or than this where the openings have no number in common, … */
const ACROSS_OTHER_NUMBERS = 0.1;
/** … and than this share of their similarity within. */
const ACROSS_TO_WITHIN = 0.42;
/** Datelines further apart than this many days speak against one event. */
const FAR_DAYS = 21;
const FAR_FACTOR = 0.6;

/**
 * Splits articles on one subject into events. Words that all of them share are what the subject is; what tells its events
 * apart are the words that some share and others lack. So terms are weighted by their rarity *inside* the set, articles
 * joined by average-link clustering, and the last join undone where the two sides are far less alike than each within
 * itself. Repeated on the parts. The result does not depend on the order of `members`.
 *
 * @param members articles on one subject, in a fixed order
 * @returns indices into `members`, one array an event, each ascending
 */
export function splitIntoEvents(members: readonly Member[], dictionary: Dictionary): number[][] {
  const done: number[][] = [];
  const open: number[][] = [members.map((_, i) => i)];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const halves = part.length < 2 ? undefined : divide(part, members, dictionary);
    if (halves === undefined) done.push(part.sort((a, b) => a - b));
    else open.push(...halves);
  }
  return done.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

function divide(
  part: readonly number[],
  members: readonly Member[],
  dictionary: Dictionary,
): number[][] | undefined {
  const similarity = similarities(
    part.map((i) => members[i]).filter((m) => m !== undefined),
    dictionary,
  );
  const stray: number[] = [];
  let inside = part.map((_, i) => i);
  while (inside.length >= 2 * SMALLEST_PART) {
    const [left, right] = lastJoin(similarity, inside);
    const [small, large] = left.length < right.length ? [left, right] : [right, left];
    if (small.length < SMALLEST_PART) {
      stray.push(...small);
      inside = large;
      continue;
    }
    const across = meanBetween(similarity, left, right);
    const limit = shareLeadNumber(part, members, left, right) ? ACROSS : ACROSS_OTHER_NUMBERS;
    if (across >= limit || across >= ACROSS_TO_WITHIN * meanWithin(similarity, left, right)) return undefined;
    for (const one of stray) {
      const closer =
        meanBetween(similarity, [one], left) >= meanBetween(similarity, [one], right) ? left : right;
      closer.push(one);
    }
    return [left, right].map((side) => side.map((i) => part[i] ?? 0));
  }
  return undefined;
}

/** A number in the openings of this share of both sides is what one event is told by. */
const COMMON_NUMBER = 0.2;

function shareLeadNumber(
  part: readonly number[],
  members: readonly Member[],
  left: readonly number[],
  right: readonly number[],
): boolean {
  const common = (side: readonly number[]): Set<number> => {
    const counts = new Map<number, number>();
    for (const i of side) {
      for (const n of members[part[i] ?? -1]?.features.leadNumbers ?? [])
        counts.set(n, (counts.get(n) ?? 0) + 1);
    }
    return new Set([...counts].filter(([, c]) => c >= COMMON_NUMBER * side.length).map(([n]) => n));
  };
  const [a, b] = [common(left), common(right)];
  return a.size === 0 || b.size === 0 || [...a].some((n) => b.has(n));
}

/** Cosine similarities with terms weighted by rarity in news and inside the set; names and numbers count double. */
function similarities(members: readonly Member[], dictionary: Dictionary): Float64Array[] {
  const holders = new Map<number, { member: number; count: number; telling: boolean }[]>();
  members.forEach(({ features }, member) => {
    features.terms.forEach((term, i) => {
      const entry = { member, count: features.counts[i] ?? 1, telling: features.telling[i] === 1 };
      const list = holders.get(term);
      if (list === undefined) holders.set(term, [entry]);
      else list.push(entry);
    });
  });
  const n = members.length;
  const dots = members.map(() => new Float64Array(n));
  const norms = new Float64Array(n);
  for (const [term, list] of holders) {
    if (list.length < 2) continue;
    const rarity = Math.log2((n + 1) / (list.length + 0.5)) * dictionary.bits(term);
    for (const a of list) {
      const wa = rarity * Math.min(2, Math.sqrt(a.count));
      norms[a.member] = (norms[a.member] ?? 0) + wa * wa;
      const row = dots[a.member];
      if (row === undefined) continue;
      for (const b of list)
        row[b.member] = (row[b.member] ?? 0) + wa * rarity * Math.min(2, Math.sqrt(b.count));
    }
  }
  dots.forEach((row, a) => {
    for (let b = 0; b < n; b++) {
      const norm = Math.sqrt((norms[a] ?? 0) * (norms[b] ?? 0));
      row[b] = norm === 0 ? 0 : ((row[b] ?? 0) / norm) * dateFactor(members[a]?.date, members[b]?.date);
    }
  });
  return dots;
}

function dateFactor(a: string | undefined, b: string | undefined): number {
  return a !== undefined && b !== undefined && daysApart(a, b) > FAR_DAYS ? FAR_FACTOR : 1;
}

/** Average-link clustering down to two clusters: their members. Quadratic in space, cubic in the worst case; sets are small. */
function lastJoin(similarity: readonly Float64Array[], members: readonly number[]): [number[], number[]] {
  const clusters = similarity.map((_, i) => [i]);
  const rows = similarity.map((row) => Float64Array.from(row));
  const alive = [...members].sort((a, b) => a - b);
  while (alive.length > 2) {
    const [a, b] = closest(rows, alive);
    const ca = clusters[a] ?? [];
    const cb = clusters[b] ?? [];
    for (const k of alive) {
      if (k === a || k === b) continue;
      const joined =
        (ca.length * (rows[a]?.[k] ?? 0) + cb.length * (rows[b]?.[k] ?? 0)) / (ca.length + cb.length);
      const rowA = rows[a];
      const rowK = rows[k];
      if (rowA !== undefined) rowA[k] = joined;
      if (rowK !== undefined) rowK[a] = joined;
    }
    ca.push(...cb);
    alive.splice(alive.indexOf(b), 1);
  }
  return [clusters[alive[0] ?? -1] ?? [], clusters[alive[1] ?? -1] ?? []];
}

function closest(rows: readonly Float64Array[], alive: readonly number[]): [number, number] {
  let best = -1;
  let pair: [number, number] = [alive[0] ?? 0, alive[1] ?? 0];
  alive.forEach((a, i) => {
    const row = rows[a];
    for (let j = i + 1; row !== undefined && j < alive.length; j++) {
      const value = row[alive[j] ?? 0] ?? 0;
      if (value > best + 1e-9) {
        best = value;
        pair = [a, alive[j] ?? 0];
      }
    }
  });
  return pair;
}

function meanBetween(s: readonly Float64Array[], left: readonly number[], right: readonly number[]): number {
  let sum = 0;
  for (const a of left) for (const b of right) sum += s[a]?.[b] ?? 0;
  return sum / (left.length * right.length);
}

function meanWithin(s: readonly Float64Array[], ...parts: readonly number[][]): number {
  let sum = 0;
  let pairs = 0;
  for (const part of parts) {
    for (const a of part) for (const b of part) if (a < b) sum += s[a]?.[b] ?? 0;
    pairs += (part.length * (part.length - 1)) / 2;
  }
  return pairs === 0 ? 0 : sum / pairs;
}

/** Days between two ISO dates, without sign. */
function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

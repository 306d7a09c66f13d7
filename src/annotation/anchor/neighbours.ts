import type { Annotation } from '../model';
import type { Located } from './locate';
import { lowerBound } from './postings';
import type { Prepared } from './prepared';
import type { AnchorResult } from './result';

/** Neighbours asked, and how much nearer the chosen place must be than the next one. */
const NEIGHBOURS = 7;
const FEWEST = 3;
const TIMES_NEARER = 4;
const CLOSE = 200;

/**
 * Decides between equally good places by how far the annotations around moved: the median shift of the nearest ones that were
 * found. Places that stay in doubt stay `ambiguous`.
 */
export function settleTies(
  annotations: readonly Annotation[],
  located: readonly Located[],
  text: Prepared,
): AnchorResult[] {
  const sure = annotations
    .map((annotation, i) => ({ at: annotation.selector?.at?.start, span: located[i]?.result.span ?? null }))
    .flatMap(({ at, span }) => (at === undefined || span === null ? [] : [{ at, shift: span.start - at }]))
    .sort((a, b) => a.at - b.at);
  const places = sure.map(({ at }) => at);
  return located.map(({ result, tied }, i) => {
    const at = annotations[i]?.selector?.at?.start;
    if (tied.length === 0 || at === undefined) return result;
    const middle = lowerBound(places, at);
    const around = sure.slice(Math.max(0, middle - NEIGHBOURS), middle + NEIGHBOURS);
    const near = around.sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at)).slice(0, NEIGHBOURS);
    if (near.length < FEWEST) return result;
    return settle(result, at + median(near.map(({ shift }) => shift)), at, text.source.length);
  });
}

function settle(result: AnchorResult, expected: number, at: number, length: number): AnchorResult {
  const byDistance = [...result.candidates].sort(
    (a, b) => Math.abs(a.start - expected) - Math.abs(b.start - expected),
  );
  const [best, next] = byDistance;
  if (best === undefined || expected < 0 || expected > length) return result;
  const distance = Math.abs(best.start - expected);
  const lead = next === undefined ? Infinity : Math.abs(next.start - expected);
  if (distance > CLOSE || lead < TIMES_NEARER * Math.max(distance, 2)) return result;
  const status = best.start === at ? 'exact' : 'moved';
  return { ...result, status, span: best, candidates: byDistance };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

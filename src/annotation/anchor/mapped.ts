import type { Alignment } from './align';
import type { TokenRange } from './prepared';
import type { Words } from './tokens';

/** What the diff says about some tokens of the base. */
export interface Mapped {
  /** All tokens are there, side by side. */
  readonly whole: boolean;
  /** Where they are now, with what was put between them; null where none is left and nothing stands in their place. */
  readonly window: TokenRange | null;
  /** Share of their letters that is still there, from 0 to 1. */
  readonly survives: number;
}

/** Finds where base tokens are now. */
export function mapTokens(base: Words, now: Words, alignment: Alignment, tokens: TokenRange): Mapped {
  const { toNow } = alignment;
  let [kept, total, first, last] = [0, 0, -1, -1];
  let whole = true;
  for (let t = tokens.first; t < tokens.end; t++) {
    const size = (base.end[t] ?? 0) - (base.start[t] ?? 0);
    total += size;
    const to = toNow[t] ?? -1;
    if (to < 0 || (last >= 0 && to !== last + 1)) whole = false;
    if (to < 0 || to < last) continue;
    kept += size;
    if (first < 0) first = to;
    last = to;
  }
  if (kept === 0) return { whole: false, window: slot(base, now, alignment, tokens), survives: 0 };
  if (whole) return { whole, window: { first, end: last + 1 }, survives: 1 };
  const window = { first: growBack(alignment, tokens, first), end: growOn(now, alignment, tokens, last + 1) };
  return { whole, window, survives: kept / total };
}

/** What replaced the tokens, where the words on both sides of them are still neighbours of it. */
function slot(base: Words, now: Words, { toNow }: Alignment, tokens: TokenRange): TokenRange | null {
  const before = tokens.first === 0 ? -1 : (toNow[tokens.first - 1] ?? -1);
  const after = tokens.end === base.count ? now.count : (toNow[tokens.end] ?? -1);
  if ((before < 0 && tokens.first > 0) || after < 0 || after <= before + 1) return null;
  const length = after - before - 1;
  return length <= 3 * (tokens.end - tokens.first) + 3 ? { first: before + 1, end: after } : null;
}

/** Takes in new words at the start that stand for the lost first words of the span. */
function growBack({ toNow, toBase }: Alignment, tokens: TokenRange, first: number): number {
  let lost = tokens.first;
  while (lost < tokens.end && (toNow[lost] ?? -1) < 0) lost++;
  let room = 2 * (lost - tokens.first);
  let start = first;
  while (room-- > 0 && start > 0 && (toBase[start - 1] ?? 0) < 0) start--;
  return start;
}

function growOn(now: Words, { toNow, toBase }: Alignment, tokens: TokenRange, end: number): number {
  let lost = tokens.end;
  while (lost > tokens.first && (toNow[lost - 1] ?? -1) < 0) lost--;
  let room = 2 * (tokens.end - lost);
  let stop = end;
  while (room-- > 0 && stop < now.count && (toBase[stop] ?? 0) < 0) stop++;
  return stop;
}

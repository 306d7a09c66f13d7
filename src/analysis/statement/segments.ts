import type { TokenRange } from './cue-window';

/**
 * Reads segments off a decoder's mask.
 * @param inside the bit of the segment's inside column; the bits of its first and last token are the next two
 * @param offset the token that the mask begins with
 */
export function segmentsOf(mask: Uint8Array, count: number, inside: number, offset: number): TokenRange[] {
  const found: TokenRange[] = [];
  let first = -1;
  for (let t = 0; t < count; t++) {
    const bits = mask[t] ?? 0;
    if (bits & (inside << 1)) first = t;
    if (bits & (inside << 2) && first >= 0) {
      found.push({ first: offset + first, end: offset + t + 1 });
      first = -1;
    }
  }
  return found;
}

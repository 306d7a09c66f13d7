import { hash1, hash2, hash3 } from './feature-hash';
import type { WordColumns } from './word-columns';
import { hashWord, Shape } from './word-columns';

const PRONOUNS = new Set(
  ['he', 'she', 'they', 'it', 'we', 'i', 'you', 'who'].map((w) => hashWord(w, 0, w.length)),
);

/** How many features {@link cueFeatures} writes for a token. */
export const CUE_FEATURES = 47;

/**
 * Writes the features by which a token is told to be part of a cue.
 * @param first where the token's sentence (or piece of one) begins
 * @param end where it ends; context outside is not looked at
 */
export function cueFeatures(c: WordColumns, t: number, first: number, end: number, out: Int32Array): void {
  const at = (column: Int32Array, i: number): number => (i < first ? -1 : i >= end ? -2 : (column[i] ?? -3));
  const w0 = at(c.word, t);
  const w1 = at(c.word, t + 1);
  const w2 = at(c.word, t + 2);
  const p1 = at(c.word, t - 1);
  const p2 = at(c.word, t - 2);
  const k0 = at(c.cluster, t);
  const k1 = at(c.cluster, t + 1);
  const k2 = at(c.cluster, t + 2);
  const k3 = at(c.cluster, t + 3);
  const j1 = at(c.cluster, t - 1);
  const j2 = at(c.cluster, t - 2);
  const j3 = at(c.cluster, t - 3);
  const c0 = at(c.class, t);
  const c1 = at(c.class, t + 1);
  const c2 = at(c.class, t + 2);
  const b1 = at(c.class, t - 1);
  const b2 = at(c.class, t - 2);
  const s0 = at(c.shape, t);
  const q0 = at(c.quoted, t);
  const marks = nextMark(c, t, end) * 8 + lastMark(c, t, first);
  const position = bucket(t - first) * 8 + bucket(end - 1 - t);
  let n = 0;
  out[n++] = hash1(1, w0);
  out[n++] = hash1(2, w1);
  out[n++] = hash1(3, p1);
  out[n++] = hash1(4, w2);
  out[n++] = hash1(5, p2);
  out[n++] = hash2(6, p1, w0);
  out[n++] = hash2(7, w0, w1);
  out[n++] = hash3(8, p2, p1, w0);
  out[n++] = hash3(9, w0, w1, w2);
  out[n++] = hash3(10, p1, w0, w1);
  out[n++] = hash2(11, w0, k1);
  out[n++] = hash2(12, w0, j1);
  out[n++] = hash2(13, k0, w1);
  out[n++] = hash2(14, p1, k0);
  out[n++] = hash1(15, k0);
  out[n++] = hash2(16, j1, k0);
  out[n++] = hash2(17, k0, k1);
  out[n++] = hash3(18, j1, k0, k1);
  out[n++] = hash3(19, j2, j1, k0);
  out[n++] = hash3(20, k0, k1, k2);
  out[n++] = hash2(21, j2, j1);
  out[n++] = hash2(22, k1, k2);
  out[n++] = hash1(23, j3);
  out[n++] = hash1(24, k3);
  out[n++] = hash1(25, at(c.suffix3, t));
  out[n++] = hash1(26, at(c.suffix2, t));
  out[n++] = hash1(27, at(c.prefix4, t));
  out[n++] = hash2(28, at(c.suffix2, t), at(c.prefix4, t));
  out[n++] = hash3(29, s0, at(c.shape, t - 1), at(c.shape, t + 1));
  out[n++] = hash2(30, at(c.suffix2, t - 1), w0);
  out[n++] = hash2(31, w0, at(c.suffix2, t + 1));
  out[n++] = hash2(32, w0, q0);
  out[n++] = hash2(33, w0, marks);
  out[n++] = hash2(34, k0, marks * 2 + q0);
  out[n++] = hash1(35, marks * 2 + q0);
  out[n++] = hash2(36, k0, position);
  out[n++] = hash3(37, c0, c1, c2);
  out[n++] = hash3(38, b2, b1, c0);
  out[n++] = hash3(39, b1, c0, c1);
  out[n++] = hash3(40, hash2(99, b2, b1), c0, hash2(98, c1, c2));
  out[n++] = hash2(41, p1, w1);
  out[n++] = hash3(42, w0, b1, c1);
  out[n++] = hash2(43, at(c.prefix4, t), hash2(97, j1, k1));
  out[n++] = hash2(44, at(c.suffix3, t), hash2(96, b1, c1));
  const subject = subjectBefore(c, t, first);
  out[n++] = hash2(45, w0, subject);
  out[n++] = hash3(46, k0, subject, c1);
  out[n] = hash3(47, w0, w1, subject);
}

/** The class and distance of the nearest name or pronoun in the same clause, up to eight tokens before; 0 for none. */
function subjectBefore(c: WordColumns, t: number, first: number): number {
  for (let i = 1; i <= 8 && t - i >= first; i++) {
    const shape = c.shape[t - i] ?? 0;
    if (shape === Shape.Punctuation || shape === Shape.Quote) return 1;
    if (shape !== Shape.Lower || PRONOUNS.has(c.word[t - i] ?? 0))
      return 2 + bucket(i) + 8 * (c.class[t - i] ?? 0);
  }
  return 0;
}

/** 0 for none within five tokens, else how near and of which sort the next quotation mark is. */
function nextMark(c: WordColumns, t: number, end: number): number {
  for (let i = 1; i <= 5 && t + i < end; i++) {
    const mark = c.mark[t + i] ?? 0;
    if (mark !== 0) return i === 1 ? mark : mark + 2;
  }
  return 0;
}

function lastMark(c: WordColumns, t: number, first: number): number {
  for (let i = 1; i <= 5 && t - i >= first; i++) {
    const mark = c.mark[t - i] ?? 0;
    if (mark !== 0) return i === 1 ? mark : mark + 2;
  }
  return 0;
}

/** A distance as 0, 1, 2, 3–4, 5–8, 9–16, 17–32, more: eight values. */
export function bucket(distance: number): number {
  return distance < 3 ? Math.max(0, distance) : Math.min(7, 33 - Math.clz32(distance - 1));
}

import { bucket } from './cue-features';
import type { TokenRange } from './cue-window';
import { hash2, hash3 } from './feature-hash';
import type { WordColumns } from './word-columns';
import { hashWord } from './word-columns';

/** How many features {@link RoleFeatures.write} writes for a token. */
export const ROLE_FEATURES = 55;

/** Where cues were found: for each token 1 inside a cue, 2 at a cue's first token, else 0. */
export type CueColumn = Int32Array;

/** Lays cues out as a column. */
export function cueColumn(count: number, cues: readonly TokenRange[]): CueColumn {
  const column = new Int32Array(count);
  for (const cue of cues) {
    for (let t = cue.first; t < cue.end; t++) if (column[t] !== 2) column[t] = 1;
    column[cue.first] = 2;
  }
  return column;
}

const COMMA = hashWord(',', 0, 1);

/** Features that tell a cue's source and content from the other words of its window. */
export class RoleFeatures {
  private between = new Int32Array(0);

  constructor(
    private readonly c: WordColumns,
    private readonly cues: CueColumn,
  ) {}

  /** Writes `ROLE_FEATURES` rows for every token of the window outside the cue, zeros for the cue's own. */
  write(window: TokenRange, cue: TokenRange, out: Int32Array): void {
    const { first: cueFirst, end: cueEnd } = cue;
    const size = window.end - window.first;
    if (this.between.length < size) this.between = new Int32Array(size * 2);
    this.countBetween(window, cueFirst, cueEnd);
    const c = this.c;
    const at = (column: Int32Array, i: number): number =>
      i < window.first ? -1 : i >= window.end ? -2 : (column[i] ?? -3);
    const cueWord = at(c.word, cueFirst);
    const cueLast = at(c.word, cueEnd - 1);
    const cueCluster = at(c.cluster, cueFirst);
    const cueClass = at(c.class, cueEnd - 1);
    const wordBefore = at(c.word, cueFirst - 1);
    const wordAfter = at(c.word, cueEnd);
    const around = hash2(0, at(c.class, cueFirst - 1), at(c.class, cueEnd));
    const cueSentence = at(c.sentence, cueFirst);
    let opening = 0;
    let sentenceFirst = window.first;
    let clause = 0;
    let n = 0;
    for (let t = window.first; t < window.end; t++) {
      if (t > window.first && at(c.sentence, t) !== at(c.sentence, t - 1)) sentenceFirst = t;
      if (t === sentenceFirst || at(c.word, t - 1) === COMMA) clause = at(c.word, t);
      if (t === sentenceFirst) opening = hash2(0, at(c.class, t), at(c.mark, t));
      if (t >= cueFirst && t < cueEnd) {
        out.fill(0, n, n + ROLE_FEATURES);
        n += ROLE_FEATURES;
        continue;
      }
      const side = t < cueFirst ? 0 : 1;
      const distance = side === 0 ? cueFirst - 1 - t : t - cueEnd;
      const sentence = Math.max(-2, Math.min(2, at(c.sentence, t) - cueSentence));
      const quoted = at(c.quoted, t);
      const x1 = side + 2 * (sentence + 2) + 16 * quoted;
      const x2 = side + 2 * (distance < 4 ? distance : 2 + bucket(distance)) + 64 * quoted;
      const x3 = (this.between[t - window.first] ?? 0) * 32 + x1;
      const w0 = at(c.word, t);
      const w1 = at(c.word, t + 1);
      const p1 = at(c.word, t - 1);
      const k0 = at(c.cluster, t);
      const k1 = at(c.cluster, t + 1);
      const j1 = at(c.cluster, t - 1);
      const c0 = at(c.class, t);
      const c1 = at(c.class, t + 1);
      const b1 = at(c.class, t - 1);
      const marks = at(c.mark, t - 1) + 4 * at(c.mark, t) + 16 * at(c.mark, t + 1);
      const shapes = at(c.shape, t - 1) + 8 * at(c.shape, t) + 64 * at(c.shape, t + 1);
      const cue0 = at(this.cues, t) + 4 * at(this.cues, t - 1) + 16 * at(this.cues, t + 1);
      const ends = at(c.sentence, t) === at(c.sentence, t + 1) ? 0 : 1;
      out[n++] = hash2(101, side, w0);
      out[n++] = hash3(102, side, p1, w0);
      out[n++] = hash3(103, side, w0, w1);
      out[n++] = hash2(104, x1, w1);
      out[n++] = hash2(105, x1, p1);
      out[n++] = hash3(106, x1, j1, k0);
      out[n++] = hash3(107, x1, k0, k1);
      out[n++] = hash3(108, hash2(0, x1, j1), k0, k1);
      out[n++] = hash2(109, x2, w0);
      out[n++] = hash2(110, x2, k0);
      out[n++] = hash2(111, x2, k1);
      out[n++] = hash2(112, x2, j1);
      out[n++] = hash2(113, x3, w0);
      out[n++] = hash2(114, x3, k0);
      out[n++] = hash2(115, x3, j1);
      out[n++] = hash2(116, x3, k1);
      out[n++] = hash3(117, x3, b1, c0);
      out[n++] = hash3(118, x3, c0, c1);
      out[n++] = hash3(119, side, cueWord, w0);
      out[n++] = hash2(120, x2, cueWord);
      out[n++] = hash2(121, x3, cueWord);
      out[n++] = hash3(122, x2, cueWord, c0);
      out[n++] = hash3(123, x1, cueWord, w1);
      out[n++] = hash3(124, x1, cueWord, p1);
      out[n++] = hash3(125, x1, cueLast, w0);
      out[n++] = hash2(126, x3, cueLast);
      out[n++] = hash3(127, x3, cueCluster, c0);
      out[n++] = hash3(128, x3, x2, sentence);
      out[n++] = hash2(129, x3, shapes);
      out[n++] = hash2(130, x2, shapes);
      out[n++] = hash2(131, x1, marks);
      out[n++] = hash3(132, x3, marks, cueClass);
      out[n++] = hash3(133, x3, bucket(t - sentenceFirst), sentence);
      out[n++] = hash3(134, x3, ends, c0);
      out[n++] = hash2(135, x2, wordBefore);
      out[n++] = hash2(136, x2, wordAfter);
      out[n++] = hash2(137, x3, wordAfter);
      out[n++] = hash2(138, x3, around);
      out[n++] = hash2(139, x3, opening);
      out[n++] = hash3(140, side, at(c.suffix3, t), b1);
      out[n++] = hash3(141, side, at(c.suffix2, t - 1), c0);
      out[n++] = hash2(142, x3, cue0);
      out[n++] = hash3(143, side, cue0, w0);
      out[n++] = hash3(144, x1, w1, at(c.word, t + 2));
      out[n++] = hash3(145, x1, p1, at(c.word, t - 2));
      out[n++] = hash2(146, x1, hash3(0, at(c.class, t - 2), b1, hash3(0, c0, c1, at(c.class, t + 2))));
      out[n++] = hash3(147, ends, x3, bucket(t - window.first));
      out[n++] = hash3(148, x2, b1, c0);
      out[n++] = hash3(149, x2, c0, c1);
      out[n++] = hash2(150, x3, hash3(0, b1, c0, c1));
      out[n++] = hash3(151, x1, at(c.cluster, t + 2), k1);
      out[n++] = hash3(152, x1, at(c.cluster, t - 2), j1);
      out[n++] = hash2(153, x3, clause);
      out[n++] = hash3(154, x1, clause, cueWord);
      out[n++] = hash3(155, x1, w1, cueLast);
    }
  }

  /** What stands between each token and the cue: commas, quotation marks, other cues, each up to a few. */
  private countBetween(window: TokenRange, cueFirst: number, cueEnd: number): void {
    for (const direction of [-1, 1]) {
      let commas = 0;
      let marks = 0;
      let cues = 0;
      const from = direction < 0 ? cueFirst - 1 : cueEnd;
      for (let t = from; t >= window.first && t < window.end; t += direction) {
        this.between[t - window.first] =
          Math.min(commas, 3) + 4 * Math.min(marks, 3) + 16 * Math.min(cues, 2);
        if (this.c.word[t] === COMMA) commas++;
        if (this.c.mark[t] !== 0) marks++;
        if (this.cues[t] === 2) cues++;
      }
    }
  }
}

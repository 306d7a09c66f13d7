import { FeatureTemplates, STEP } from './feature-hash';
import type { PackedWeights } from './packed-weights';
import { TokenValues } from './token-values';
import type { WordColumns } from './word-columns';
import { Shape } from './word-columns';

/** Places of what is known of a token. */
const enum V {
  None,
  Word,
  Cluster,
  Class,
  Kin,
  Shape,
  Suffix2,
  Prefix4,
  Quoted,
  MarksQuoted,
  Position,
  Subject,
  Count,
}

/** Chosen from 60 by leaving out, one after the other, those without which articles kept from training were read no worse. */
const TEMPLATES = new FeatureTemplates([
  [V.Word],
  [V.Word + STEP],
  [V.Word - STEP],
  [V.Word - 2 * STEP],
  [V.Word, V.Word + STEP],
  [V.Word, V.Cluster + STEP],
  [V.Cluster, V.Word + STEP],
  [V.Word - STEP, V.Cluster],
  [V.Cluster],
  [V.Cluster - STEP, V.Cluster],
  [V.Cluster, V.Cluster + STEP],
  [V.Cluster - 2 * STEP, V.Cluster - STEP],
  [V.Cluster + STEP, V.Cluster + 2 * STEP],
  [V.Cluster - 3 * STEP],
  [V.Suffix2],
  [V.Prefix4],
  [V.Shape, V.Shape - STEP, V.Shape + STEP],
  [V.Suffix2 - STEP, V.Word],
  [V.Word, V.Suffix2 + STEP],
  [V.Word, V.Quoted],
  [V.Cluster, V.MarksQuoted],
  [V.MarksQuoted],
  [V.Cluster, V.Position],
  [V.Class, V.Class + STEP, V.Class + 2 * STEP],
  [V.Class - 2 * STEP, V.Class - STEP, V.Class],
  [V.Word - STEP, V.Word + STEP],
  [V.Kin],
  [V.Kin - STEP],
  [V.Kin, V.Kin + STEP],
  [V.Kin, V.Word - STEP],
  [V.Kin, V.Word + STEP],
  [V.Kin, V.Suffix2],
  [V.Kin - 2 * STEP, V.Kin - STEP],
  [V.Kin, V.Subject],
  [V.Kin, V.MarksQuoted],
  [V.Word, V.Subject],
]);

/** How many features a token has. */
export const CUE_FEATURES = TEMPLATES.count;

/** Features by which a token is told to be part of a cue. */
export class CueFeatures {
  private readonly values = new TokenValues(V.Count);

  /**
   * Scores the tokens `[first, end)` of a sentence, or of a piece of one; context outside is not looked at.
   * @param out is given three scores a token
   */
  score(c: WordColumns, first: number, end: number, weights: PackedWeights, out: Float32Array): void {
    this.enter(c, first, end);
    weights.score(TEMPLATES, this.values, end - first, out);
  }

  /** Writes the rows of these tokens instead, `CUE_FEATURES` a token, to learn from. */
  write(c: WordColumns, first: number, end: number, out: Int32Array): void {
    this.enter(c, first, end);
    TEMPLATES.rows(this.values, end - first, out);
  }

  private enter(c: WordColumns, first: number, end: number): void {
    const { values } = this;
    values.begin(end - first);
    values.copy(V.Word, c.word, first, end);
    values.copy(V.Cluster, c.cluster, first, end);
    values.copy(V.Class, c.class, first, end);
    values.copy(V.Kin, c.kin, first, end);
    values.copy(V.Shape, c.shape, first, end);
    values.copy(V.Suffix2, c.suffix2, first, end);
    values.copy(V.Prefix4, c.prefix4, first, end);
    values.copy(V.Quoted, c.quoted, first, end);
    const marks = values.at(V.MarksQuoted) - first;
    const position = values.at(V.Position) - first;
    const subject = values.at(V.Subject) - first;
    for (let t = first; t < end; t++) {
      values.data[marks + t] = (nextMark(c, t, end) * 8 + lastMark(c, t, first)) * 2 + (c.quoted[t] ?? 0);
      values.data[position + t] = bucket(t - first) * 8 + bucket(end - 1 - t);
      values.data[subject + t] = subjectBefore(c, t, first);
    }
  }
}

/** How far back a subject is looked for. */
const SUBJECT_REACH = 8;

/** The class and distance of the nearest name or pronoun in the same clause, up to eight tokens before; 0 for none. */
function subjectBefore(c: WordColumns, t: number, first: number): number {
  const anchor = t === 0 ? -1 : (c.anchor[t - 1] ?? -1);
  if (anchor < first || t - anchor > SUBJECT_REACH) return 0;
  const shape = c.shape[anchor] ?? 0;
  if (shape === Shape.Punctuation || shape === Shape.Quote) return 1;
  return 2 + bucket(t - anchor) + 8 * (c.class[anchor] ?? 0);
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

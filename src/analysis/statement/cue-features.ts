import { FeatureTemplates } from './feature-hash';
import type { WordColumns } from './word-columns';
import { Shape } from './word-columns';

/** Places of what is known of a token and its neighbours: `Word1` is the word behind, `WordM1` the one before. */
const enum V {
  None,
  WordM2,
  WordM1,
  Word,
  Word1,
  ClusterM3,
  ClusterM2,
  ClusterM1,
  Cluster,
  Cluster1,
  Cluster2,
  ClassM2,
  ClassM1,
  Class,
  Class1,
  Class2,
  KinM2,
  KinM1,
  Kin,
  Kin1,
  ShapeM1,
  Shape,
  Shape1,
  Suffix2M1,
  Suffix2,
  Suffix2_1,
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
  [V.Word1],
  [V.WordM1],
  [V.WordM2],
  [V.Word, V.Word1],
  [V.Word, V.Cluster1],
  [V.Cluster, V.Word1],
  [V.WordM1, V.Cluster],
  [V.Cluster],
  [V.ClusterM1, V.Cluster],
  [V.Cluster, V.Cluster1],
  [V.ClusterM2, V.ClusterM1],
  [V.Cluster1, V.Cluster2],
  [V.ClusterM3],
  [V.Suffix2],
  [V.Prefix4],
  [V.Shape, V.ShapeM1, V.Shape1],
  [V.Suffix2M1, V.Word],
  [V.Word, V.Suffix2_1],
  [V.Word, V.Quoted],
  [V.Cluster, V.MarksQuoted],
  [V.MarksQuoted],
  [V.Cluster, V.Position],
  [V.Class, V.Class1, V.Class2],
  [V.ClassM2, V.ClassM1, V.Class],
  [V.WordM1, V.Word1],
  [V.Kin],
  [V.KinM1],
  [V.Kin, V.Kin1],
  [V.Kin, V.WordM1],
  [V.Kin, V.Word1],
  [V.Kin, V.Suffix2],
  [V.KinM2, V.KinM1],
  [V.Kin, V.Subject],
  [V.Kin, V.MarksQuoted],
  [V.Word, V.Subject],
]);

/** How many features {@link CueFeatures.write} writes for a token. */
export const CUE_FEATURES = TEMPLATES.count;

/** Features by which a token is told to be part of a cue. */
export class CueFeatures {
  private readonly values = new Int32Array(V.Count);

  /**
   * Writes the rows of token `t`.
   * @param first where the token's sentence (or piece of one) begins
   * @param end where it ends; context outside is not looked at
   */
  write(c: WordColumns, t: number, first: number, end: number, out: Int32Array, to: number): void {
    const v = this.values;
    around(c.word, t, first, end, -2, 1, v, V.WordM2);
    around(c.cluster, t, first, end, -3, 2, v, V.ClusterM3);
    around(c.class, t, first, end, -2, 2, v, V.ClassM2);
    around(c.kin, t, first, end, -2, 1, v, V.KinM2);
    around(c.shape, t, first, end, -1, 1, v, V.ShapeM1);
    around(c.suffix2, t, first, end, -1, 1, v, V.Suffix2M1);
    v[V.Prefix4] = c.prefix4[t] ?? 0;
    const quoted = c.quoted[t] ?? 0;
    v[V.Quoted] = quoted;
    v[V.MarksQuoted] = (nextMark(c, t, end) * 8 + lastMark(c, t, first)) * 2 + quoted;
    v[V.Position] = bucket(t - first) * 8 + bucket(end - 1 - t);
    v[V.Subject] = subjectBefore(c, t, first);
    TEMPLATES.rows(v, out, to);
  }
}

/** Copies what a column holds at some tokens around `t`; -1 stands for one before the sentence, -2 for one behind it. */
function around(
  column: Int32Array,
  t: number,
  first: number,
  end: number,
  from: number,
  last: number,
  out: Int32Array,
  to: number,
): void {
  if (t + from >= first && t + last < end)
    for (let i = t + from; i <= t + last; i++) out[to++] = column[i] ?? 0;
  else
    for (let i = t + from; i <= t + last; i++) out[to++] = i < first ? -1 : i >= end ? -2 : (column[i] ?? 0);
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

import { bucket } from './cue-features';
import type { TokenRange } from './cue-window';
import { FeatureTemplates, mix } from './feature-hash';
import { SentenceRest } from './sentence-rest';
import type { WordColumns } from './word-columns';
import { COMMA } from './word-columns';

/**
 * Places of what is known of a token beside a cue. `Near`, `Far` and `Path` say where it stands: side and sentence, distance, what
 * is between; `Rest` what follows it in its sentence, `Verbs` how many verbs there are between and behind.
 */
const enum V {
  None,
  Side,
  Near,
  Far,
  Path,
  Sentence,
  WordM1,
  Word,
  Word1,
  Word2,
  ClusterM2,
  ClusterM1,
  Cluster,
  Cluster1,
  ClassM1,
  Class,
  KinM1,
  Kin,
  Kin1,
  Marks,
  Shapes,
  Cues,
  Ends,
  Opening,
  Clause,
  FromSentence,
  SideSuffix3,
  Rest,
  NearRest,
  NearVerbs,
  CueWord,
  CueLast,
  CueClass,
  CueKin,
  BeforeCue,
  BehindCue,
  Count,
}

/** Chosen from 80 by leaving out, one after the other, those without which articles kept from training were read no worse. */
const TEMPLATES = new FeatureTemplates([
  [V.Side, V.WordM1, V.Word],
  [V.Near, V.Word1],
  [V.Near, V.WordM1],
  [V.Near, V.Cluster, V.Cluster1],
  [V.Far, V.Cluster],
  [V.Path, V.Word],
  [V.Path, V.Cluster],
  [V.Path, V.ClusterM1],
  [V.Path, V.Cluster1],
  [V.Far, V.CueWord],
  [V.Path, V.CueWord],
  [V.Near, V.CueWord, V.Word1],
  [V.Near, V.CueWord, V.WordM1],
  [V.Path, V.Far, V.Sentence],
  [V.Path, V.Shapes],
  [V.Far, V.Shapes],
  [V.Near, V.Marks],
  [V.Path, V.Marks, V.CueClass],
  [V.Path, V.FromSentence, V.Sentence],
  [V.Path, V.Ends, V.Class],
  [V.Far, V.BeforeCue],
  [V.Path, V.BehindCue],
  [V.Path, V.Opening],
  [V.SideSuffix3, V.ClassM1],
  [V.Path, V.Cues],
  [V.Near, V.Word1, V.Word2],
  [V.Far, V.ClassM1, V.Class],
  [V.Near, V.ClusterM2, V.ClusterM1],
  [V.Path, V.Kin],
  [V.Path, V.Kin1],
  [V.Near, V.KinM1, V.Kin],
  [V.Near, V.CueKin, V.Kin],
  [V.Path, V.CueKin],
  [V.NearRest, V.CueWord],
  [V.NearRest, V.BehindCue],
  [V.NearRest, V.Word],
  [V.NearVerbs, V.Word1],
  [V.NearVerbs, V.Rest],
  [V.NearVerbs, V.BehindCue],
  [V.Near, V.BehindCue, V.Word1],
  [V.Path, V.Clause],
  [V.Near, V.Word1, V.CueLast],
]);

/** How many features {@link RoleFeatures.write} writes for a token. */
export const ROLE_FEATURES = TEMPLATES.count;

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

/** The counts of commas, marks and cues, and where the one of verbs begins. */
const BETWEEN = 63;
const VERBS_SHIFT = 6;

/** Features that tell a cue's source and content from the other words of its window. */
export class RoleFeatures {
  private readonly values = new Int32Array(V.Count);
  private readonly rest: SentenceRest;
  /** For each token of the window what stands between it and the cue: commas, marks and cues in the low bits, verbs above. */
  private between = new Int32Array(0);

  constructor(
    private readonly c: WordColumns,
    private readonly cues: CueColumn,
  ) {
    this.rest = new SentenceRest(c, cues);
  }

  /** Writes `ROLE_FEATURES` rows for every token of the window outside the cue, zeros for the cue's own. */
  write(window: TokenRange, cue: TokenRange, out: Int32Array): void {
    const { c, values: v } = this;
    const size = window.end - window.first;
    if (this.between.length < size) this.between = new Int32Array(size * 2);
    this.countBetween(window, cue.first - 1, -1);
    this.countBetween(window, cue.end, 1);
    this.writeCue(window, cue);
    let sentenceFirst = window.first;
    for (let t = window.first, n = 0; t < window.end; t++, n += ROLE_FEATURES) {
      if (t > window.first && c.sentence[t] !== c.sentence[t - 1]) sentenceFirst = t;
      if (t === sentenceFirst) v[V.Opening] = mix(c.class[t] ?? 0, c.mark[t] ?? 0);
      if (t === sentenceFirst || c.word[t - 1] === COMMA) v[V.Clause] = c.word[t] ?? 0;
      if (t >= cue.first && t < cue.end) {
        out.fill(0, n, n + ROLE_FEATURES);
        continue;
      }
      v[V.FromSentence] = bucket(t - sentenceFirst);
      this.writePlace(t, window, cue);
      this.writeToken(t, window);
      TEMPLATES.rows(v, out, n);
    }
  }

  private writeCue(window: TokenRange, cue: TokenRange): void {
    const { c, values: v } = this;
    v[V.CueWord] = c.word[cue.first] ?? 0;
    v[V.CueLast] = c.word[cue.end - 1] ?? 0;
    v[V.CueClass] = c.class[cue.end - 1] ?? 0;
    v[V.CueKin] = c.kin[cue.end - 1] ?? 0;
    v[V.BeforeCue] = cue.first > window.first ? (c.word[cue.first - 1] ?? 0) : -1;
    v[V.BehindCue] = cue.end < window.end ? (c.word[cue.end] ?? 0) : -2;
  }

  /** Where the token stands beside the cue. */
  private writePlace(t: number, window: TokenRange, cue: TokenRange): void {
    const { c, values: v, rest } = this;
    const side = t < cue.first ? 0 : 1;
    const distance = side === 0 ? cue.first - 1 - t : t - cue.end;
    const sentence = Math.max(-2, Math.min(2, (c.sentence[t] ?? 0) - (c.sentence[cue.first] ?? 0)));
    const quoted = c.quoted[t] ?? 0;
    const near = side + 2 * (sentence + 2) + 16 * quoted;
    const between = this.between[t - window.first] ?? 0;
    v[V.Side] = side;
    v[V.Sentence] = sentence;
    v[V.Near] = near;
    v[V.Far] = side + 2 * (distance < 4 ? distance : 2 + bucket(distance)) + 64 * quoted;
    v[V.Path] = (between & BETWEEN) * 32 + near;
    v[V.Rest] = rest.marks[t] ?? 0;
    v[V.NearRest] = near * 32 + (rest.marks[t] ?? 0);
    v[V.NearVerbs] = near * 16 + (rest.verbs[t] ?? 0) * 3 + (between >> VERBS_SHIFT);
  }

  /** The token and its neighbours in the window; -1 before it, -2 behind it. */
  private writeToken(t: number, { first, end }: TokenRange): void {
    const { c, cues, values: v } = this;
    const before = t > first;
    const behind = t + 1 < end;
    v[V.WordM1] = before ? (c.word[t - 1] ?? 0) : -1;
    v[V.Word] = c.word[t] ?? 0;
    v[V.Word1] = behind ? (c.word[t + 1] ?? 0) : -2;
    v[V.Word2] = t + 2 < end ? (c.word[t + 2] ?? 0) : -2;
    v[V.ClusterM2] = t - 2 >= first ? (c.cluster[t - 2] ?? 0) : -1;
    v[V.ClusterM1] = before ? (c.cluster[t - 1] ?? 0) : -1;
    v[V.Cluster] = c.cluster[t] ?? 0;
    v[V.Cluster1] = behind ? (c.cluster[t + 1] ?? 0) : -2;
    v[V.ClassM1] = before ? (c.class[t - 1] ?? 0) : -1;
    v[V.Class] = c.class[t] ?? 0;
    v[V.KinM1] = before ? (c.kin[t - 1] ?? 0) : -1;
    v[V.Kin] = c.kin[t] ?? 0;
    v[V.Kin1] = behind ? (c.kin[t + 1] ?? 0) : -2;
    v[V.Marks] = trio(c.mark, t, before, behind, 3, 4);
    v[V.Shapes] = trio(c.shape, t, before, behind, 8, 16);
    v[V.Cues] =
      (cues[t] ?? 0) + 4 * (before ? (cues[t - 1] ?? 0) : 3) + 16 * (behind ? (cues[t + 1] ?? 0) : 3);
    v[V.Ends] = behind && c.sentence[t] === c.sentence[t + 1] ? 0 : 1;
    v[V.SideSuffix3] = (c.suffix3[t] ?? 0) ^ (v[V.Side] ?? 0);
  }

  /** Counts, from the cue outwards, what stands between each token and the cue, each sort up to a few. */
  private countBetween(window: TokenRange, from: number, direction: 1 | -1): void {
    const { c, cues, rest } = this;
    let commas = 0;
    let marks = 0;
    let others = 0;
    let verbs = 0;
    for (let t = from; t >= window.first && t < window.end; t += direction) {
      this.between[t - window.first] =
        Math.min(commas, 3) +
        4 * Math.min(marks, 3) +
        16 * Math.min(others, 2) +
        (Math.min(verbs, 2) << VERBS_SHIFT);
      if (c.word[t] === COMMA) commas++;
      if (c.mark[t] !== 0) marks++;
      if (cues[t] === 2) others++;
      if (rest.isVerb(t)) verbs++;
    }
  }
}

/** Values at a token and both its neighbours in one number; `outside` where there is none. */
function trio(
  column: Int32Array,
  t: number,
  before: boolean,
  behind: boolean,
  outside: number,
  base: number,
): number {
  return (
    (before ? (column[t - 1] ?? 0) : outside) +
    base * (column[t] ?? 0) +
    base * base * (behind ? (column[t + 1] ?? 0) : outside)
  );
}

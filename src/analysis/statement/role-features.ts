import { bucket } from './cue-features';
import type { TokenRange } from './cue-window';
import { FeatureTemplates, mix, STEP } from './feature-hash';
import type { PackedWeights } from './packed-weights';
import { SentenceRest } from './sentence-rest';
import { TokenValues } from './token-values';
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
  Word,
  Cluster,
  Class,
  Kin,
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
  [V.Side, V.Word - STEP, V.Word],
  [V.Near, V.Word + STEP],
  [V.Near, V.Word - STEP],
  [V.Near, V.Cluster, V.Cluster + STEP],
  [V.Far, V.Cluster],
  [V.Path, V.Word],
  [V.Path, V.Cluster],
  [V.Path, V.Cluster - STEP],
  [V.Path, V.Cluster + STEP],
  [V.Far, V.CueWord],
  [V.Path, V.CueWord],
  [V.Near, V.CueWord, V.Word + STEP],
  [V.Near, V.CueWord, V.Word - STEP],
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
  [V.SideSuffix3, V.Class - STEP],
  [V.Path, V.Cues],
  [V.Near, V.Word + STEP, V.Word + 2 * STEP],
  [V.Far, V.Class - STEP, V.Class],
  [V.Near, V.Cluster - 2 * STEP, V.Cluster - STEP],
  [V.Path, V.Kin],
  [V.Path, V.Kin + STEP],
  [V.Near, V.Kin - STEP, V.Kin],
  [V.Near, V.CueKin, V.Kin],
  [V.Path, V.CueKin],
  [V.NearRest, V.CueWord],
  [V.NearRest, V.BehindCue],
  [V.NearRest, V.Word],
  [V.NearVerbs, V.Word + STEP],
  [V.NearVerbs, V.Rest],
  [V.NearVerbs, V.BehindCue],
  [V.Near, V.BehindCue, V.Word + STEP],
  [V.Path, V.Clause],
  [V.Near, V.Word + STEP, V.CueLast],
]);

/** How many features {@link RoleFeatures.write} writes for a token. */
export const ROLE_FEATURES = TEMPLATES.count;

/** Where cues were found: for each token 1 inside a cue, 2 at a cue's first token, else 0. */
export type CueColumn = Uint8Array;

/** Lays cues out as a column. */
export function cueColumn(count: number, cues: readonly TokenRange[]): CueColumn {
  const column = new Uint8Array(count);
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
  private readonly values = new TokenValues(V.Count);
  private readonly rest: SentenceRest;
  /** For each token of the window what stands between it and the cue: commas, marks and cues in the low bits, verbs above. */
  private between = new Int32Array(0);

  constructor(
    private readonly c: WordColumns,
    private readonly cues: CueColumn,
  ) {
    this.rest = new SentenceRest(c, cues);
  }

  /**
   * Scores every token of a cue's window; what the cue's own are given means nothing.
   * @param out is given six scores a token
   */
  score(window: TokenRange, cue: TokenRange, weights: PackedWeights, out: Float32Array): void {
    this.enter(window, cue);
    weights.score(TEMPLATES, this.values, window.end - window.first, out);
  }

  /** Writes `ROLE_FEATURES` rows for every token of the window instead, to learn from. */
  write(window: TokenRange, cue: TokenRange, out: Int32Array): void {
    this.enter(window, cue);
    TEMPLATES.rows(this.values, window.end - window.first, out);
  }

  private enter(window: TokenRange, cue: TokenRange): void {
    const { c, values } = this;
    const { first, end } = window;
    if (this.between.length < end - first) this.between = new Int32Array((end - first) * 2);
    this.countBetween(window, cue.first - 1, -1);
    this.countBetween(window, cue.end, 1);
    values.begin(end - first);
    values.copy(V.Word, c.word, first, end);
    values.copy(V.Cluster, c.cluster, first, end);
    values.copy(V.Class, c.class, first, end);
    values.copy(V.Kin, c.kin, first, end);
    this.writeCue(window, cue);
    this.writePlaces(window, cue);
    this.writeNeighbours(window);
    this.writeClauses(window);
  }

  private writeCue(window: TokenRange, cue: TokenRange): void {
    const { c, values } = this;
    values.fill(V.CueWord, c.word[cue.first] ?? 0);
    values.fill(V.CueLast, c.word[cue.end - 1] ?? 0);
    values.fill(V.CueClass, c.class[cue.end - 1] ?? 0);
    values.fill(V.CueKin, c.kin[cue.end - 1] ?? 0);
    values.fill(V.BeforeCue, cue.first > window.first ? (c.word[cue.first - 1] ?? 0) : -1);
    values.fill(V.BehindCue, cue.end < window.end ? (c.word[cue.end] ?? 0) : -2);
  }

  /** Where the tokens stand beside the cue. */
  private writePlaces({ first, end }: TokenRange, cue: TokenRange): void {
    const { c, values, rest, between } = this;
    const { data } = values;
    const [sides, nears, fars] = [values.at(V.Side), values.at(V.Near), values.at(V.Far)];
    const [paths, sentences, suffixes] = [values.at(V.Path), values.at(V.Sentence), values.at(V.SideSuffix3)];
    const [rests, nearRests, nearVerbs] = [values.at(V.Rest), values.at(V.NearRest), values.at(V.NearVerbs)];
    const cueSentence = c.sentence[cue.first] ?? 0;
    for (let t = first, i = 0; t < end; t++, i++) {
      const side = t < cue.first ? 0 : 1;
      const distance = side === 0 ? cue.first - 1 - t : t - cue.end;
      const sentence = Math.max(-2, Math.min(2, (c.sentence[t] ?? 0) - cueSentence));
      const quoted = c.quoted[t] ?? 0;
      const near = side + 2 * (sentence + 2) + 16 * quoted;
      const there = between[i] ?? 0;
      const marks = rest.marks[t] ?? 0;
      data[sides + i] = side;
      data[sentences + i] = sentence;
      data[nears + i] = near;
      data[fars + i] = side + 2 * (distance < 4 ? distance : 2 + bucket(distance)) + 64 * quoted;
      data[paths + i] = (there & BETWEEN) * 32 + near;
      data[suffixes + i] = (c.suffix3[t] ?? 0) ^ side;
      data[rests + i] = marks;
      data[nearRests + i] = near * 32 + marks;
      data[nearVerbs + i] = near * 16 + (rest.verbs[t] ?? 0) * 3 + (there >> VERBS_SHIFT);
    }
  }

  /** What is written at the tokens and beside them. */
  private writeNeighbours({ first, end }: TokenRange): void {
    const { c, cues, values } = this;
    const { data } = values;
    const [marks, shapes, known, ends] = [
      values.at(V.Marks),
      values.at(V.Shapes),
      values.at(V.Cues),
      values.at(V.Ends),
    ];
    for (let t = first, i = 0; t < end; t++, i++) {
      const before = t > first;
      const behind = t + 1 < end;
      data[marks + i] = trio(c.mark, t, before, behind, 3, 4);
      data[shapes + i] = trio(c.shape, t, before, behind, 8, 16);
      data[known + i] =
        (cues[t] ?? 0) + 4 * (before ? (cues[t - 1] ?? 0) : 3) + 16 * (behind ? (cues[t + 1] ?? 0) : 3);
      data[ends + i] = behind && c.sentence[t] === c.sentence[t + 1] ? 0 : 1;
    }
  }

  /** How the tokens' sentences and clauses begin, and how far away. */
  private writeClauses({ first, end }: TokenRange): void {
    const { c, values } = this;
    const { data } = values;
    const [openings, clauses, distances] = [
      values.at(V.Opening),
      values.at(V.Clause),
      values.at(V.FromSentence),
    ];
    let sentenceFirst = first;
    let opening = 0;
    let clause = 0;
    for (let t = first, i = 0; t < end; t++, i++) {
      if (t > first && c.sentence[t] !== c.sentence[t - 1]) sentenceFirst = t;
      if (t === sentenceFirst) opening = mix(c.class[t] ?? 0, c.mark[t] ?? 0);
      if (t === sentenceFirst || c.word[t - 1] === COMMA) clause = c.word[t] ?? 0;
      data[openings + i] = opening;
      data[clauses + i] = clause;
      data[distances + i] = bucket(t - sentenceFirst);
    }
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
  column: Uint8Array,
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

import type { ArticleText } from '../../text';
import type { ContentEvidence } from './content-evidence';
import { Found } from './content-evidence';
import { bucket } from './cue-features';
import type { TokenRange } from './cue-window';
import { FeatureTemplates } from './feature-hash';
import { quotedParagraphs } from './quoted-paragraphs';
import type { WordColumns } from './word-columns';
import { COMMA } from './word-columns';

/** Places of what is known of a token: its words and classes, and what the two taggers before found there. */
const enum V {
  None,
  WordM2,
  WordM1,
  Word,
  Word1,
  Cluster,
  Cluster1,
  Cluster2,
  ClassM1,
  Class,
  Class1,
  KinM1,
  Kin,
  Kin1,
  Suffix2,
  Suffix3,
  ShapeM1,
  Shape,
  Shape1,
  Quoted,
  Marks,
  Position,
  Paragraph,
  Between,
  InCueM1,
  InCue,
  InCue1,
  AsCueM1,
  AsCue,
  AsCue1,
  CueBefore,
  FoundM1,
  Found,
  Found1,
  CoverFirst,
  CoverLast,
  Inside,
  First,
  Last,
  Source,
  Unsure,
  Count,
}

/** Chosen from 106 by leaving out those without which articles kept from training were read no worse. */
const TEMPLATES = new FeatureTemplates([
  [V.WordM2],
  [V.Word1],
  [V.WordM1, V.Word],
  [V.Cluster1, V.Cluster2],
  [V.Class, V.Class1, V.ClassM1],
  [V.KinM1],
  [V.Kin, V.Kin1],
  [V.Suffix2],
  [V.Suffix3],
  [V.ShapeM1, V.Shape, V.Shape1],
  [V.Marks],
  [V.Position, V.Quoted, V.Marks],
  [V.AsCue, V.AsCue1, V.AsCueM1],
  [V.InCue, V.InCueM1, V.InCue1],
  [V.Found, V.Cluster],
  [V.Found, V.Marks],
  [V.Found, V.WordM1],
  [V.Found, V.Word1],
  [V.Position, V.Found],
  [V.Paragraph, V.Found, V.Quoted],
  [V.CoverFirst, V.Found],
  [V.CoverLast, V.Word1],
  [V.CueBefore, V.Found],
  [V.CueBefore, V.Between],
  [V.CueBefore, V.Inside, V.First],
  [V.Inside, V.First],
  [V.Inside, V.Last],
  [V.Inside, V.Found],
  [V.Inside, V.Marks],
  [V.Inside, V.CueBefore],
  [V.First, V.FoundM1, V.Found],
  [V.Last, V.Found, V.Found1],
  [V.Source, V.Found],
  [V.Unsure, V.Word1],
  [V.Unsure, V.Marks],
  [V.Unsure, V.Inside],
]);

/** How many features {@link ContentFeatures.write} writes for a token. */
export const CONTENT_FEATURES = TEMPLATES.count;

/** How far back the strongest cue is looked for, and how strong it must be. */
const CUE_REACH = 6;
const LEAST_CUE = 2;

/** Stand for what is known of a token before or behind the piece. */
const OUTSIDE_FOUND = 255;
const OUTSIDE_STEP = 9;

/** Features that tell what is said from the other words of a paragraph. */
export class ContentFeatures {
  private readonly values = new Int32Array(V.Count);
  private readonly paragraphs: Int32Array;
  private piece: TokenRange = { first: 0, end: 0 };
  private sentenceFirst = 0;
  private sentenceEnd = 0;
  private commas = 0;
  private marks = 0;
  /** Where the last cue before the token begins in the piece, and the next one behind it; -1 for none. */
  private cueBefore = -1;
  private cueBehind: Int32Array = new Int32Array(0);

  constructor(
    private readonly text: ArticleText,
    private readonly c: WordColumns,
    private readonly evidence: ContentEvidence,
  ) {
    this.paragraphs = quotedParagraphs(text, c);
  }

  /** Begins a piece of the article; its tokens are then to be written in order. */
  enter(piece: TokenRange): void {
    this.piece = piece;
    this.sentenceFirst = this.sentenceEnd = piece.first;
    this.commas = this.marks = 0;
    this.cueBefore = -1;
    const size = piece.end - piece.first;
    if (this.cueBehind.length < size) this.cueBehind = new Int32Array(size * 2);
    let next = -1;
    for (let t = piece.end - 1; t >= piece.first; t--) {
      this.cueBehind[t - piece.first] = next;
      if (this.isCueFirst(t)) next = t;
    }
  }

  /** Writes the rows of the piece's next token. */
  write(t: number, out: Int32Array, to: number): void {
    const { c } = this;
    if (t >= this.sentenceEnd) this.enterSentence(t);
    else if (this.isCueLast(t - 1)) this.commas = this.marks = 0;
    if (this.isCueLast(t - 1)) this.cueBefore = t - 1;
    this.writeWords(t);
    this.writePlace(t);
    this.writeEvidence(t);
    if (c.word[t] === COMMA) this.commas++;
    if (c.mark[t] !== 0) this.marks++;
    TEMPLATES.rows(this.values, out, to);
  }

  private enterSentence(t: number): void {
    this.commas = this.marks = 0;
    this.sentenceFirst = t;
    this.sentenceEnd = this.text.sentences[this.c.sentence[t] ?? 0]?.endToken ?? t + 1;
  }

  private writeWords(t: number): void {
    const { c, values: v } = this;
    const { first, end } = this.piece;
    const before = t > first;
    const behind = t + 1 < end;
    v[V.WordM2] = t - 2 >= first ? (c.word[t - 2] ?? 0) : -1;
    v[V.WordM1] = before ? (c.word[t - 1] ?? 0) : -1;
    v[V.Word] = c.word[t] ?? 0;
    v[V.Word1] = behind ? (c.word[t + 1] ?? 0) : -2;
    v[V.Cluster] = c.cluster[t] ?? 0;
    v[V.Cluster1] = behind ? (c.cluster[t + 1] ?? 0) : -2;
    v[V.Cluster2] = t + 2 < end ? (c.cluster[t + 2] ?? 0) : -2;
    v[V.ClassM1] = before ? (c.class[t - 1] ?? 0) : -1;
    v[V.Class] = c.class[t] ?? 0;
    v[V.Class1] = behind ? (c.class[t + 1] ?? 0) : -2;
    v[V.KinM1] = before ? (c.kin[t - 1] ?? 0) : -1;
    v[V.Kin] = c.kin[t] ?? 0;
    v[V.Kin1] = behind ? (c.kin[t + 1] ?? 0) : -2;
    v[V.Suffix2] = c.suffix2[t] ?? 0;
    v[V.Suffix3] = c.suffix3[t] ?? 0;
    v[V.ShapeM1] = before ? (c.shape[t - 1] ?? 0) : -1;
    v[V.Shape] = c.shape[t] ?? 0;
    v[V.Shape1] = behind ? (c.shape[t + 1] ?? 0) : -2;
    v[V.Quoted] = c.quoted[t] ?? 0;
    v[V.Marks] =
      (before ? (c.mark[t - 1] ?? 0) : 3) + 4 * (c.mark[t] ?? 0) + 16 * (behind ? (c.mark[t + 1] ?? 0) : 3);
  }

  /** Where the token stands in its sentence, and what is between it and the cue before it. */
  private writePlace(t: number): void {
    const { values: v } = this;
    const behind = this.cueBehind[t - this.piece.first] ?? -1;
    v[V.Position] = bucket(t - this.sentenceFirst) * 8 + bucket(this.sentenceEnd - 1 - t);
    v[V.Paragraph] = this.paragraphs[t] ?? 0;
    v[V.Between] =
      Math.min(this.commas, 3) +
      4 * Math.min(this.marks, 3) +
      16 * this.where(this.cueBefore) +
      64 * this.where(behind);
  }

  /** 0 for no cue, 1 for one in another sentence, 2 for one in the token's own. */
  private where(cue: number): number {
    return cue < 0 ? 0 : cue >= this.sentenceFirst && cue < this.sentenceEnd ? 2 : 1;
  }

  private writeEvidence(t: number): void {
    const { evidence: e, values: v } = this;
    const before = t > this.piece.first;
    const behind = t + 1 < this.piece.end;
    v[V.InCueM1] = before ? (e.inCue[t - 1] ?? 0) : OUTSIDE_STEP;
    v[V.InCue] = e.inCue[t] ?? 0;
    v[V.InCue1] = behind ? (e.inCue[t + 1] ?? 0) : OUTSIDE_STEP;
    v[V.AsCueM1] = before ? (e.asCue[t - 1] ?? 0) : OUTSIDE_STEP;
    v[V.AsCue] = e.asCue[t] ?? 0;
    v[V.AsCue1] = behind ? (e.asCue[t + 1] ?? 0) : OUTSIDE_STEP;
    v[V.CueBefore] = this.strongestCue(t);
    v[V.FoundM1] = before ? (e.found[t - 1] ?? 0) : OUTSIDE_FOUND;
    v[V.Found] = e.found[t] ?? 0;
    v[V.Found1] = behind ? (e.found[t + 1] ?? 0) : OUTSIDE_FOUND;
    v[V.CoverFirst] = e.coverFirst[t] ?? 0;
    v[V.CoverLast] = e.coverLast[t] ?? 0;
    v[V.Inside] = e.inside[t] ?? 0;
    v[V.First] = e.first[t] ?? 0;
    v[V.Last] = e.last[t] ?? 0;
    v[V.Source] = e.source[t] ?? 0;
    v[V.Unsure] = e.unsure[t] ?? 0;
  }

  /** The strongest likely cue a few tokens before, and how near it is. */
  private strongestCue(t: number): number {
    const { asCue } = this.evidence;
    let most = 0;
    for (let i = 1; i <= CUE_REACH && t - i >= this.sentenceFirst; i++) {
      const step = asCue[t - i] ?? 0;
      if (step >= LEAST_CUE) most = Math.max(most, step * 8 + 7 - Math.min(i, 4));
    }
    return most;
  }

  private isCueFirst(t: number): boolean {
    return this.isCue(t) && !this.isCue(t - 1);
  }

  private isCueLast(t: number): boolean {
    return this.isCue(t) && !this.isCue(t + 1);
  }

  private isCue(t: number): boolean {
    return t >= this.piece.first && t < this.piece.end && ((this.evidence.found[t] ?? 0) & Found.Cue) !== 0;
  }
}

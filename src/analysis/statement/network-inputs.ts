import type { ArticleText } from '../../text';
import type { ContentEvidence } from './content-evidence';
import { Found } from './content-evidence';
import { bucket } from './cue-features';
import type { TokenRange } from './cue-window';
import { PROPERTIES } from './network-weights';
import { quotedParagraphs } from './quoted-paragraphs';
import { TokenValues } from './token-values';
import type { WordColumns } from './word-columns';
import { COMMA } from './word-columns';

/** Properties of a token: its words and classes, and what the two taggers before found there. */
const enum V {
  None,
  Word,
  Cluster,
  Class,
  Kin,
  Suffix2,
  Suffix3,
  Shape,
  Quoted,
  Marks,
  Position,
  Paragraph,
  Between,
  InCue,
  AsCue,
  CueBefore,
  Found,
  CoverFirst,
  CoverLast,
  Inside,
  First,
  Last,
  Source,
  Unsure,
}

/** How far back the strongest cue is looked for, and how strong it must be. */
const CUE_REACH = 6;
const LEAST_CUE = 2;

/** What the network is told of the tokens of a piece. */
export class NetworkInputs {
  private readonly values = new TokenValues(1 + PROPERTIES);
  private readonly paragraphs: Uint8Array;
  private piece: TokenRange = { first: 0, end: 0 };
  private sentenceFirst = 0;
  private sentenceEnd = 0;
  /** Where the next cue behind each token of the piece begins; -1 for none. */
  private cueBehind: Int32Array = new Int32Array(0);

  constructor(
    private readonly text: ArticleText,
    private readonly c: WordColumns,
    private readonly evidence: ContentEvidence,
  ) {
    this.paragraphs = quotedParagraphs(text, c);
  }

  /** The properties of a piece's tokens, at the places from 1 on; they stay until the next piece is read. */
  read(piece: TokenRange): TokenValues {
    this.piece = piece;
    this.values.begin(piece.end - piece.first);
    this.findCuesBehind();
    this.copyColumns();
    this.writePlaces();
    return this.values;
  }

  private findCuesBehind(): void {
    const { first, end } = this.piece;
    if (this.cueBehind.length < end - first) this.cueBehind = new Int32Array((end - first) * 2);
    let next = -1;
    for (let t = end - 1; t >= first; t--) {
      this.cueBehind[t - first] = next;
      if (this.isCueFirst(t)) next = t;
    }
  }

  /** What is written, and what the taggers before found there. */
  private copyColumns(): void {
    const { c, evidence: e, values } = this;
    const { first, end } = this.piece;
    values.copy(V.Word, c.word, first, end);
    values.copy(V.Cluster, c.cluster, first, end);
    values.copy(V.Class, c.class, first, end);
    values.copy(V.Kin, c.kin, first, end);
    values.copy(V.Suffix2, c.suffix2, first, end);
    values.copy(V.Suffix3, c.suffix3, first, end);
    values.copy(V.Shape, c.shape, first, end);
    values.copy(V.Quoted, c.quoted, first, end);
    values.copy(V.Paragraph, this.paragraphs, first, end);
    values.copy(V.InCue, e.inCue, first, end);
    values.copy(V.AsCue, e.asCue, first, end);
    values.copy(V.Found, e.found, first, end);
    values.copy(V.CoverFirst, e.coverFirst, first, end);
    values.copy(V.CoverLast, e.coverLast, first, end);
    values.copy(V.Inside, e.inside, first, end);
    values.copy(V.First, e.first, first, end);
    values.copy(V.Last, e.last, first, end);
    values.copy(V.Source, e.source, first, end);
    values.copy(V.Unsure, e.unsure, first, end);
  }

  /** Where the tokens stand in their sentences, and what is between them and the cues beside them. */
  private writePlaces(): void {
    const { c, values } = this;
    const { data } = values;
    const { first, end } = this.piece;
    const [marksAt, positions, betweens, cues] = [
      values.at(V.Marks),
      values.at(V.Position),
      values.at(V.Between),
      values.at(V.CueBefore),
    ];
    let commas = 0;
    let marks = 0;
    let cueBefore = -1;
    this.sentenceEnd = first;
    for (let t = first, i = 0; t < end; t++, i++) {
      const behindCue = this.isCueLast(t - 1);
      if (behindCue) cueBefore = t - 1;
      if (behindCue || t >= this.sentenceEnd) commas = marks = 0;
      if (t >= this.sentenceEnd) {
        this.sentenceFirst = t;
        this.sentenceEnd = this.text.sentences[c.sentence[t] ?? 0]?.endToken ?? t + 1;
      }
      data[marksAt + i] =
        (t > first ? (c.mark[t - 1] ?? 0) : 3) +
        4 * (c.mark[t] ?? 0) +
        16 * (t + 1 < end ? (c.mark[t + 1] ?? 0) : 3);
      data[positions + i] = bucket(t - this.sentenceFirst) * 8 + bucket(this.sentenceEnd - 1 - t);
      data[betweens + i] =
        Math.min(commas, 3) +
        4 * Math.min(marks, 3) +
        16 * this.where(cueBefore) +
        64 * this.where(this.cueBehind[i] ?? -1);
      data[cues + i] = this.strongestCue(t);
      if (c.word[t] === COMMA) commas++;
      if (c.mark[t] !== 0) marks++;
    }
  }

  /** 0 for no cue, 1 for one in another sentence, 2 for one in the token's own. */
  private where(cue: number): number {
    return cue < 0 ? 0 : cue >= this.sentenceFirst && cue < this.sentenceEnd ? 2 : 1;
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

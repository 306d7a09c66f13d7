import { mix } from './feature-hash';
import type { TokenRange } from './cue-window';
import type { WordColumns } from './word-columns';

/** What the tagger of roles found for a cue. */
export interface RoleReading {
  readonly cue: TokenRange;
  readonly source: TokenRange | null;
  readonly content: readonly TokenRange[];
  /** Whether the cue was sure enough to be taken; others wait for evidence that something is said beside them. */
  readonly sure: boolean;
  /** Whether the cue holds a verb of speech. */
  readonly speech: boolean;
  /** How sure the cue is, 0 to 7. */
  readonly strength: number;
}

/** Bits of {@link ContentEvidence.found}. */
export const Found = {
  Content: 1,
  Source: 2,
  Cue: 4,
  First: 8,
  Last: 16,
} as const;

/**
 * What both taggers let expect of each token, as columns of small numbers: how much it looks like a cue, and how much like a part of
 * a content of the cues whose windows it stands in.
 */
export class ContentEvidence {
  /** Cue scores in eight steps: of standing inside one, and of being one alone. */
  readonly inCue: Uint8Array;
  readonly asCue: Uint8Array;
  /** What sure cues found: the bits of {@link Found}. */
  readonly found: Uint8Array;
  /** The first and the last word of the sure cue whose content covers the token, with the cue's side; 0 for none. */
  readonly coverFirst: Int32Array;
  readonly coverLast: Int32Array;
  /** The best score, over all cues, of being inside a content, its first, its last token, and inside a source. */
  readonly inside: Uint8Array;
  readonly first: Uint8Array;
  readonly last: Uint8Array;
  readonly source: Uint8Array;
  /** Whether a content of an unsure cue covers the token: how sure the cue is, and whether the content begins or ends here. */
  readonly unsure: Uint8Array;

  constructor(readonly columns: WordColumns) {
    const n = columns.count;
    this.inCue = new Uint8Array(n);
    this.asCue = new Uint8Array(n);
    this.found = new Uint8Array(n);
    this.coverFirst = new Int32Array(n);
    this.coverLast = new Int32Array(n);
    this.inside = new Uint8Array(n);
    this.first = new Uint8Array(n);
    this.last = new Uint8Array(n);
    this.source = new Uint8Array(n);
    this.unsure = new Uint8Array(n);
  }

  /** Takes in a token's cue scores: inside, first and last token of a cue. */
  addCueScores(t: number, inside: number, first: number, last: number): void {
    this.inCue[t] = cueStep(inside);
    this.asCue[t] = cueStep(inside + first + last);
  }

  /** How sure a cue is. */
  strength(cue: TokenRange): number {
    let most = 0;
    for (let t = cue.first; t < cue.end; t++) most = Math.max(most, this.asCue[t] ?? 0);
    return most;
  }

  /** Whether a sure cue's content covers a token. */
  isInContent(t: number): boolean {
    return ((this.found[t] ?? 0) & Found.Content) !== 0;
  }

  /** Whether a content of any cue covers a token. */
  isRead(t: number): boolean {
    return this.isInContent(t) || this.unsure[t] !== 0;
  }

  /** Takes in a token's role scores, six from `at` on. */
  addRoleScores(t: number, sure: boolean, scores: Float32Array, at: number): void {
    raise(this.source, t, sure, scores[at] ?? 0);
    raise(this.inside, t, sure, scores[at + 3] ?? 0);
    raise(this.first, t, sure, scores[at + 4] ?? 0);
    raise(this.last, t, sure, scores[at + 5] ?? 0);
  }

  /** Takes in the roles that were read for a cue. */
  addReading({ cue, source, content, sure, strength }: RoleReading): void {
    if (!sure) {
      for (const range of content) this.addUnsure(range, strength);
      return;
    }
    for (let t = cue.first; t < cue.end; t++) this.found[t] = (this.found[t] ?? 0) | Found.Cue;
    if (source !== null)
      for (let t = source.first; t < source.end; t++) this.found[t] = (this.found[t] ?? 0) | Found.Source;
    for (const range of content) this.addFound(cue, range);
  }

  private addFound(cue: TokenRange, { first, end }: TokenRange): void {
    const side = first < cue.first ? 2 : 1;
    const coverFirst = mix(this.columns.word[cue.first] ?? 0, side);
    const coverLast = mix(this.columns.word[cue.end - 1] ?? 0, side);
    for (let t = first; t < end; t++) {
      const edges = (t === first ? Found.First : 0) | (t === end - 1 ? Found.Last : 0);
      this.found[t] = (this.found[t] ?? 0) | Found.Content | edges;
      this.coverFirst[t] = coverFirst;
      this.coverLast[t] = coverLast;
    }
  }

  private addUnsure({ first, end }: TokenRange, strength: number): void {
    for (let t = first; t < end; t++) {
      const edges = (t === first ? 1 : 0) + (t === end - 1 ? 2 : 0);
      this.unsure[t] = Math.max(this.unsure[t] ?? 0, (1 + Math.min(3, strength >> 1)) * 4 + edges);
    }
  }
}

/** Scores of the sure cues count more than any of the others. */
const SURE = 8;

function raise(column: Uint8Array, t: number, sure: boolean, score: number): void {
  const step = (sure ? SURE : 0) + 1 + roleStep(score);
  if (step > (column[t] ?? 0)) column[t] = step;
}

function cueStep(score: number): number {
  if (score < -1.2) return score < -4 ? (score < -6 ? 0 : 1) : score < -2.5 ? 2 : 3;
  return score < 1.5 ? (score < 0 ? 4 : 5) : score < 3 ? 6 : 7;
}

function roleStep(score: number): number {
  if (score < 0) return score < -75 ? (score < -150 ? 0 : 1) : score < -30 ? 2 : 3;
  return score < 75 ? (score < 30 ? 4 : 5) : score < 150 ? 6 : 7;
}

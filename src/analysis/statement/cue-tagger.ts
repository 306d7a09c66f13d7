import type { ContentEvidence } from './content-evidence';
import { CueFeatures } from './cue-features';
import { AUXILIARY_HASHES, SPEECH_HASHES } from './cue-lexicon';
import type { TokenRange } from './cue-window';
import type { StatementModel } from './model-file';
import type { Paragraph } from './paragraphs';
import { RunDecoder } from './run-decoder';
import { CUE_AUTOMATON } from './segment-automaton';
import { segmentsOf } from './segments';
import type { WordColumns } from './word-columns';
import { hashWord } from './word-columns';

/** The cues of an article: those that are taken, and those that may be some. */
export interface FoundCues {
  readonly sure: readonly TokenRange[];
  readonly unsure: readonly TokenRange[];
}

/** A sentence longer than this is read in pieces. */
export const LONGEST_PIECE = 300;

/** What is added to the score of a cue's first token to find those that may be one. */
const UNSURE_BIAS = 3;

const AS = hashWord('as', 0, 2);

/** Tags the cues of each sentence. */
export class CueTagger {
  private readonly features = new CueFeatures();
  private readonly decoder = new RunDecoder();
  private readonly scores = new Float32Array(LONGEST_PIECE * CUE_AUTOMATON.columns);
  private readonly mask = new Uint8Array(LONGEST_PIECE);

  /** How many tokens were scored so far. */
  scored = 0;

  constructor(private readonly model: StatementModel) {}

  /**
   * Finds the cues of paragraphs, in their order.
   * @param evidence is given the scores of every token
   */
  find(paragraphs: readonly Paragraph[], columns: WordColumns, evidence: ContentEvidence): FoundCues {
    const found = { sure: [], unsure: [] };
    for (const { firstToken, endToken } of paragraphs.flatMap((p) => p.sentences)) {
      for (let first = firstToken; first < endToken; first += LONGEST_PIECE)
        this.findInPiece(columns, { first, end: Math.min(endToken, first + LONGEST_PIECE) }, evidence, found);
    }
    return found;
  }

  private findInPiece(
    columns: WordColumns,
    piece: TokenRange,
    evidence: ContentEvidence,
    found: { readonly sure: TokenRange[]; readonly unsure: TokenRange[] },
  ): void {
    const { scores, mask } = this;
    const { first } = piece;
    const count = piece.end - first;
    const best = this.score(columns, piece, evidence);
    this.decoder.decode(scores, count, mask);
    const sure = joinCues(columns, segmentsOf(mask, count, 1, first));
    found.sure.push(...sure);
    if (best + UNSURE_BIAS <= 0) return;
    for (let i = 1; i < count * CUE_AUTOMATON.columns; i += CUE_AUTOMATON.columns)
      scores[i] = (scores[i] ?? 0) + UNSURE_BIAS;
    this.decoder.decode(scores, count, mask);
    for (const cue of segmentsOf(mask, count, 1, first))
      if (!sure.some((s) => s.first < cue.end && cue.first < s.end)) found.unsure.push(cue);
  }

  /** Scores the tokens of a piece; returns the best score of a cue's first token. */
  private score(columns: WordColumns, { first, end }: TokenRange, evidence: ContentEvidence): number {
    const { scores, model } = this;
    this.features.score(columns, first, end, model.cues, scores);
    let best = -Infinity;
    for (let t = first, at = 0; t < end; t++, at += CUE_AUTOMATON.columns) {
      const inside = scores[at] ?? 0;
      const begins =
        (scores[at + 1] ?? 0) + (beginsSpeech(columns, t, end) ? model.speechBias : model.otherBias);
      scores[at + 1] = begins;
      evidence.addCueScores(t, inside, begins, scores[at + 2] ?? 0);
      best = Math.max(best, inside + begins);
    }
    this.scored += end - first;
    return best;
  }
}

/** Joins cues with nothing but "as" between them: "was quoted as saying" is one. */
function joinCues(columns: WordColumns, cues: readonly TokenRange[]): TokenRange[] {
  const joined: TokenRange[] = [];
  for (const cue of cues) {
    const last = joined.at(-1);
    if (last?.end === cue.first - 1 && columns.word[last.end] === AS)
      joined[joined.length - 1] = { first: last.first, end: cue.end };
    else joined.push(cue);
  }
  return joined;
}

/** Whether a speech verb stands at `t`, or behind auxiliaries, "not" and adverbs that begin there ("could not confirm"). */
function beginsSpeech(columns: WordColumns, t: number, end: number): boolean {
  for (let i = t; i < Math.min(end, t + 4); i++) {
    const word = columns.word[i] ?? 0;
    if (SPEECH_HASHES.has(word)) return true;
    if (!AUXILIARY_HASHES.has(word)) return false;
  }
  return false;
}

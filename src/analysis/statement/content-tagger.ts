import type { ArticleText } from '../../text';
import type { ContentEvidence } from './content-evidence';
import { ContentFeatures } from './content-features';
import type { TokenRange } from './cue-window';
import type { PackedWeights } from './packed-weights';
import { RunDecoder } from './run-decoder';
import { CUE_AUTOMATON } from './segment-automaton';
import { segmentsOf } from './segments';
import type { WordColumns } from './word-columns';

/** A paragraph longer than this is read in pieces, between sentences where it can be. */
const LONGEST_PIECE = 400;

/** Columns of the content scores: inside a content, its first token, its last. */
export const CONTENT_AUTOMATON = CUE_AUTOMATON;

/** The column of a content's first token, and what is added to its score: what is missed is missed whole. */
const FIRST = 1;
const FIRST_BIAS = 40;

/** The paragraphs of an article, or pieces of them, in tokens. */
export function contentPieces(text: ArticleText): TokenRange[] {
  const pieces: TokenRange[] = [];
  let block = -1;
  for (const sentence of text.sentences) {
    const last = pieces.at(-1);
    if (last && sentence.block === block && sentence.endToken - last.first <= LONGEST_PIECE)
      pieces[pieces.length - 1] = { first: last.first, end: sentence.endToken };
    else
      for (let t = sentence.firstToken; t < sentence.endToken; t += LONGEST_PIECE)
        pieces.push({
          first: t,
          end: Math.min(sentence.endToken, t + LONGEST_PIECE),
        });
    block = sentence.block;
  }
  return pieces;
}

/** Whether a content was read somewhere in a piece, of whichever cue: what is found elsewhere would be nobody's. */
export function isEvident(evidence: ContentEvidence, { first, end }: TokenRange): boolean {
  for (let t = first; t < end; t++) if (evidence.isRead(t)) return true;
  return false;
}

/** The sentences of a piece from the first in which a content was read to the last; null for none. */
function evidentSentences(
  { sentence }: WordColumns,
  evidence: ContentEvidence,
  { first, end }: TokenRange,
): TokenRange | null {
  let from = first;
  while (from < end && !evidence.isRead(from)) from++;
  if (from === end) return null;
  let to = end;
  while (!evidence.isRead(to - 1)) to--;
  while (from > first && sentence[from - 1] === sentence[from]) from--;
  while (to < end && sentence[to] === sentence[to - 1]) to++;
  return { first: from, end: to };
}

/** Tags what is said, whoever says it, once the cues and their roles were read. */
export class ContentTagger {
  private readonly decoder = new RunDecoder();
  private scores = new Float32Array(1 << 11);
  private mask = new Uint8Array(1 << 9);

  /** How many tokens were scored so far. */
  scored = 0;

  constructor(private readonly weights: PackedWeights) {}

  /** The contents in the order of the text, none in two paragraphs. */
  find(text: ArticleText, columns: WordColumns, evidence: ContentEvidence): TokenRange[] {
    const features = new ContentFeatures(text, columns, evidence);
    return contentPieces(text)
      .map((piece) => evidentSentences(columns, evidence, piece))
      .flatMap((piece) => (piece === null ? [] : this.inPiece(features, piece)));
  }

  private inPiece(features: ContentFeatures, piece: TokenRange): TokenRange[] {
    const { columns } = CONTENT_AUTOMATON;
    const count = piece.end - piece.first;
    if (this.mask.length < count) {
      this.mask = new Uint8Array(count * 2);
      this.scores = new Float32Array(count * 2 * columns);
    }
    this.scored += count;
    features.score(piece, this.weights, this.scores);
    for (let i = FIRST; i < count * columns; i += columns)
      this.scores[i] = (this.scores[i] ?? 0) + FIRST_BIAS;
    this.decoder.decode(this.scores, count, this.mask);
    return segmentsOf(this.mask, count, 1, piece.first);
  }
}

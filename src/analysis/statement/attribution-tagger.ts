import type { ArticleText } from '../../text';
import type { AttributionNetwork } from './attribution-network';
import type { ContentEvidence } from './content-evidence';
import type { TokenRange } from './cue-window';
import { NetworkInputs } from './network-inputs';
import { MOST_TOKENS } from './network-memory';
import { KINDS } from './network-weights';
import { meets } from './ordered-ranges';
import type { Paragraph } from './paragraphs';
import { RunDecoder } from './run-decoder';
import { segmentsOf } from './segments';
import type { WordColumns } from './word-columns';

/** What is labelled, in the order of the network's scores. */
const CONTENT = 0;
const CUE = 2;

/** Columns of each kind's scores, of which the second is that of a segment's first token. */
const COLUMNS = 3;
const FIRST = 1;

/**
 * What is added to the scores of first tokens: contents and cues that are more likely there than a threshold of one half says, for what is missed is
 * missed whole; and cues of which only one can be that of a content.
 */
const CONTENT_BIAS = 0.7;
const CUE_BIAS = 0.5;
const POSSIBLE_BIAS = 4;

/** What was found when an article was read once more, each in the order of the text. */
export interface Reread {
  /** What is said, whoever says it, none in two paragraphs. */
  readonly contents: readonly TokenRange[];
  /** Those of the contents that were found without any bias. */
  readonly sureContents: ReadonlySet<TokenRange>;
  readonly cues: readonly TokenRange[];
  /** What may be a cue where something is said beside it. */
  readonly possibleCues: readonly TokenRange[];
}

/** A paragraph, or pieces of it between sentences where it can be, in tokens. */
export function piecesOf({ sentences }: Paragraph): TokenRange[] {
  const pieces: TokenRange[] = [];
  for (const sentence of sentences) {
    const last = pieces.at(-1);
    if (last && sentence.endToken - last.first <= MOST_TOKENS)
      pieces[pieces.length - 1] = { first: last.first, end: sentence.endToken };
    else
      for (let t = sentence.firstToken; t < sentence.endToken; t += MOST_TOKENS)
        pieces.push({ first: t, end: Math.min(sentence.endToken, t + MOST_TOKENS) });
  }
  return pieces;
}

/** Whether a content was read somewhere in a piece, of whichever cue: what is found elsewhere would be nobody's. */
export function isEvident(evidence: ContentEvidence, { first, end }: TokenRange): boolean {
  for (let t = first; t < end; t++) if (evidence.isRead(t)) return true;
  return false;
}

/** Tags contents and cues once more, knowing what the taggers of cues and roles found in the whole paragraph. */
export class AttributionTagger {
  private readonly decoder = new RunDecoder();
  private readonly scores = Array.from({ length: KINDS }, () => new Float32Array(COLUMNS * MOST_TOKENS));
  private readonly mask = new Uint8Array(MOST_TOKENS);

  /** How many tokens were scored so far. */
  scored = 0;

  constructor(private readonly network: AttributionNetwork) {}

  /** Reads those of the paragraphs in which somebody may speak. */
  find(
    text: ArticleText,
    paragraphs: readonly Paragraph[],
    columns: WordColumns,
    evidence: ContentEvidence,
  ): Reread {
    const inputs = new NetworkInputs(text, columns, evidence);
    const contents: TokenRange[] = [];
    const sureContents = new Set<TokenRange>();
    const cues: TokenRange[] = [];
    const possibleCues: TokenRange[] = [];
    for (const piece of paragraphs.flatMap(piecesOf)) {
      if (!isEvident(evidence, piece)) continue;
      const count = piece.end - piece.first;
      this.network.score(inputs.read(piece), count, this.scores);
      this.scored += count;
      const sure = this.runs(CONTENT, piece, 0);
      const found = this.runs(CONTENT, piece, CONTENT_BIAS);
      for (const range of found) if (sure.some((s) => meets(s, range))) sureContents.add(range);
      contents.push(...found);
      cues.push(...this.runs(CUE, piece, CUE_BIAS));
      possibleCues.push(...this.runs(CUE, piece, POSSIBLE_BIAS));
    }
    return { contents, sureContents, cues, possibleCues };
  }

  /** The best runs of a kind once `bias` more is added to the scores of first tokens. */
  private runs(kind: number, { first, end }: TokenRange, bias: number): TokenRange[] {
    const scores = this.scores[kind] ?? new Float32Array(0);
    const count = end - first;
    const raise = (by: number): void => {
      for (let i = FIRST; i < count * COLUMNS; i += COLUMNS) scores[i] = (scores[i] ?? 0) + by;
    };
    raise(bias);
    this.decoder.decode(scores, count, this.mask);
    raise(-bias);
    return segmentsOf(this.mask, count, 1, first);
  }
}

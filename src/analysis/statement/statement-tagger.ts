import type { ArticleText } from '../../text';
import { CUE_FEATURES, cueFeatures } from './cue-features';
import type { TokenRange } from './cue-window';
import { cueWindow } from './cue-window';
import type { StatementModel } from './model-file';
import { cueColumn, ROLE_FEATURES, RoleFeatures } from './role-features';
import { CUE_AUTOMATON, NO_BARRIER, ROLE_AUTOMATON } from './segment-automaton';
import { SegmentDecoder } from './segment-decoder';
import { segmentsOf } from './segments';
import type { WordColumns } from './word-columns';

/** An attribution as the model reads it, in tokens. */
export interface TaggedStatement {
  readonly cue: TokenRange;
  readonly source: TokenRange | null;
  readonly content: readonly TokenRange[];
}

/** A sentence longer than this is read in pieces. */
export const LONGEST_PIECE = 300;

/** Tokens of windows that may be read for each token of the article; ordinary news needs two to four. */
const WINDOW_BUDGET = 16;

/** Tags statements by the trained model: first the cues, then for each cue its source and content. */
export class StatementTagger {
  private readonly cueDecoder = new SegmentDecoder(CUE_AUTOMATON);
  private readonly roleDecoder = new SegmentDecoder(ROLE_AUTOMATON);
  private rows = new Int32Array(1 << 15);
  private scores = new Float32Array(1 << 12);
  private mask = new Uint8Array(1 << 10);

  /** How many tokens were scored so far, by either tagger: the work that grows with the text. */
  scored = 0;

  constructor(private readonly model: StatementModel) {}

  /** The attributions in the order of their cues; linear in the length of the text. */
  tag(text: ArticleText, columns: WordColumns): TaggedStatement[] {
    const cues = this.cues(text, columns);
    const features = new RoleFeatures(columns, cueColumn(columns.count, cues));
    let budget = WINDOW_BUDGET * columns.count + 1000;
    const tagged: TaggedStatement[] = [];
    for (const cue of cues) {
      const window = cueWindow(text, columns, cue);
      budget -= window.end - window.first;
      if (budget < 0) break;
      tagged.push(this.roles(features, window, cue));
    }
    return tagged;
  }

  private cues(text: ArticleText, columns: WordColumns): TokenRange[] {
    const found: TokenRange[] = [];
    for (const sentence of text.sentences) {
      for (let first = sentence.firstToken; first < sentence.endToken; first += LONGEST_PIECE)
        this.cuesOfPiece(columns, first, Math.min(sentence.endToken, first + LONGEST_PIECE), found);
    }
    return found;
  }

  private cuesOfPiece(columns: WordColumns, first: number, end: number, found: TokenRange[]): void {
    const count = end - first;
    this.reserve(CUE_FEATURES, count * CUE_AUTOMATON.columns, count);
    const { rows, scores, mask } = this;
    this.scored += count;
    for (let t = first; t < end; t++) {
      cueFeatures(columns, t, first, end, rows);
      this.model.cues.score(rows, 0, CUE_FEATURES, scores, (t - first) * CUE_AUTOMATON.columns);
      scores[(t - first) * CUE_AUTOMATON.columns + 1] =
        (scores[(t - first) * CUE_AUTOMATON.columns + 1] ?? 0) + this.model.cueBias;
    }
    this.cueDecoder.decode(scores, count, NO_BARRIER, mask);
    found.push(...segmentsOf(mask, count, 1, first));
  }

  private roles(features: RoleFeatures, window: TokenRange, cue: TokenRange): TaggedStatement {
    const count = window.end - window.first;
    const { columns } = ROLE_AUTOMATON;
    this.reserve(count * ROLE_FEATURES, count * columns, count);
    const { rows, scores, mask } = this;
    this.scored += count;
    features.write(window, cue, rows);
    const barrier = { first: cue.first - window.first, end: cue.end - window.first };
    for (let t = 0; t < count; t++) {
      if (t >= barrier.first && t < barrier.end) {
        scores.fill(0, t * columns, (t + 1) * columns);
        continue;
      }
      this.model.roles.score(rows, t * ROLE_FEATURES, (t + 1) * ROLE_FEATURES, scores, t * columns);
      scores[t * columns + 1] = (scores[t * columns + 1] ?? 0) + this.model.sourceBias;
      scores[t * columns + 4] = (scores[t * columns + 4] ?? 0) + this.model.contentBias;
    }
    this.roleDecoder.decode(scores, count, barrier, mask);
    const [source = null] = segmentsOf(mask, count, 1, window.first);
    return { cue, source, content: segmentsOf(mask, count, 8, window.first) };
  }

  private reserve(rows: number, scores: number, count: number): void {
    if (this.rows.length < rows) this.rows = new Int32Array(rows * 2);
    if (this.scores.length < scores) this.scores = new Float32Array(scores * 2);
    if (this.mask.length < count) this.mask = new Uint8Array(count * 2);
  }
}

import type { ArticleText } from '../../text';
import { CUE_FEATURES, CueFeatures } from './cue-features';
import { AUXILIARY_HASHES, SPEECH_HASHES } from './cue-lexicon';
import type { TokenRange } from './cue-window';
import { CueWindows } from './cue-window';
import type { StatementModel } from './model-file';
import { cueColumn, ROLE_FEATURES, RoleFeatures } from './role-features';
import type { Barrier } from './segment-automaton';
import { CUE_AUTOMATON, NO_BARRIER, ROLE_AUTOMATON } from './segment-automaton';
import { SegmentDecoder } from './segment-decoder';
import { segmentsOf } from './segments';
import type { WordColumns } from './word-columns';
import { hashWord } from './word-columns';

/** An attribution as the model reads it, in tokens. */
export interface TaggedStatement {
  readonly cue: TokenRange;
  readonly source: TokenRange | null;
  readonly content: readonly TokenRange[];
}

/** A sentence longer than this is read in pieces. */
export const LONGEST_PIECE = 300;

/** Tokens of windows that may be read for each token of the article; ordinary news needs one or two. */
const WINDOW_BUDGET = 6;

const AS = hashWord('as', 0, 2);

/** What a content's first token is given, one after the other, to find a content of a speech verb that seems to have none. */
const DISCOUNTS = [25, 25, 50];

/** Tags statements by the trained model: first the cues, then for each cue its source and content. */
export class StatementTagger {
  private readonly cueFeatures = new CueFeatures();
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
    const windows = new CueWindows(text, columns);
    let budget = WINDOW_BUDGET * columns.count + 1000;
    const tagged: TaggedStatement[] = [];
    for (const cue of cues) {
      const window = windows.around(cue);
      budget -= window.end - window.first;
      if (budget < 0) break;
      tagged.push(this.roles(features, window, cue, reportsSpeech(columns, cue)));
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
      this.cueFeatures.write(columns, t, first, end, rows, 0);
      this.model.cues.score(rows, 0, CUE_FEATURES, scores, (t - first) * CUE_AUTOMATON.columns);
      const bias = beginsSpeech(columns, t, end) ? this.model.speechBias : this.model.otherBias;
      scores[(t - first) * CUE_AUTOMATON.columns + 1] =
        (scores[(t - first) * CUE_AUTOMATON.columns + 1] ?? 0) + bias;
    }
    this.cueDecoder.decode(scores, count, NO_BARRIER, mask);
    found.push(...joinCues(columns, segmentsOf(mask, count, 1, first)));
  }

  private roles(
    features: RoleFeatures,
    window: TokenRange,
    cue: TokenRange,
    reportsSpeech: boolean,
  ): TaggedStatement {
    const count = window.end - window.first;
    const { columns } = ROLE_AUTOMATON;
    this.reserve(count * ROLE_FEATURES, count * columns, count);
    const { rows, scores, mask } = this;
    this.scored += count;
    features.write(window, cue, rows);
    const barrier = {
      first: cue.first - window.first,
      end: cue.end - window.first,
    };
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
    if (reportsSpeech) this.insist(count, barrier);
    const [source = null] = segmentsOf(mask, count, 1, window.first);
    return { cue, source, content: segmentsOf(mask, count, 8, window.first) };
  }

  /** Whoever speaks says something: where the best roles have no content, one is looked for at a growing discount. */
  private insist(count: number, barrier: Barrier): void {
    const { columns } = ROLE_AUTOMATON;
    for (const discount of DISCOUNTS) {
      if (this.mask.subarray(0, count).some((bits) => (bits & 8) !== 0)) return;
      for (let t = 0; t < count; t++) {
        if (t >= barrier.first && t < barrier.end) continue;
        this.scores[t * columns + 4] = (this.scores[t * columns + 4] ?? 0) + discount;
      }
      this.roleDecoder.decode(this.scores, count, barrier, this.mask);
    }
  }

  private reserve(rows: number, scores: number, count: number): void {
    if (this.rows.length < rows) this.rows = new Int32Array(rows * 2);
    if (this.scores.length < scores) this.scores = new Float32Array(scores * 2);
    if (this.mask.length < count) this.mask = new Uint8Array(count * 2);
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

function reportsSpeech(columns: WordColumns, cue: TokenRange): boolean {
  for (let t = cue.first; t < cue.end; t++) if (SPEECH_HASHES.has(columns.word[t] ?? 0)) return true;
  return false;
}

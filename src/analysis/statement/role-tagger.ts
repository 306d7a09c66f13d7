import type { ContentEvidence, RoleReading } from './content-evidence';
import { SPEECH_HASHES } from './cue-lexicon';
import type { TokenRange } from './cue-window';
import type { StatementModel } from './model-file';
import { RoleDecoder } from './role-decoder';
import type { RoleFeatures } from './role-features';
import type { Barrier } from './segment-automaton';
import { ROLE_AUTOMATON } from './segment-automaton';
import { segmentsOf } from './segments';
import type { WordColumns } from './word-columns';

/** What a content's first token is given, one after the other, to find a content of a speech verb that seems to have none. */
const DISCOUNTS = [25, 25, 50];

/** Tags the source and the content of one cue after the other. */
export class RoleTagger {
  private readonly decoder = new RoleDecoder();
  private scores = new Float32Array(0);
  private mask = new Uint8Array(0);

  /** How many tokens were scored so far. */
  scored = 0;

  constructor(private readonly model: StatementModel) {}

  /**
   * Reads the roles of a cue.
   * @param evidence is given the scores of the window's tokens and what was read
   */
  read(
    features: RoleFeatures,
    window: TokenRange,
    cue: TokenRange,
    sure: boolean,
    evidence: ContentEvidence,
  ): RoleReading {
    const count = window.end - window.first;
    const barrier = { first: cue.first - window.first, end: cue.end - window.first };
    this.reserve(count);
    features.score(window, cue, this.model.roles, this.scores);
    this.weigh(window, barrier, sure, evidence);
    const { mask } = this;
    this.decoder.decode(this.scores, count, barrier, mask);
    const speech = reportsSpeech(evidence.columns, cue);
    if (sure && speech) this.insist(count, barrier);
    const [source = null] = segmentsOf(mask, count, 1, window.first);
    const content = segmentsOf(mask, count, 8, window.first);
    const reading = { cue, source, content, sure, speech, strength: evidence.strength(cue) };
    evidence.addReading(reading);
    return reading;
  }

  /** Adds the biases to the scores. */
  private weigh(window: TokenRange, barrier: Barrier, sure: boolean, evidence: ContentEvidence): void {
    const { columns } = ROLE_AUTOMATON;
    const { scores, model } = this;
    const count = window.end - window.first;
    for (let t = 0, at = 0; t < count; t++, at += columns) {
      if (t >= barrier.first && t < barrier.end) {
        scores.fill(0, at, at + columns);
        continue;
      }
      scores[at + 1] = (scores[at + 1] ?? 0) + model.sourceBias;
      scores[at + 4] = (scores[at + 4] ?? 0) + model.contentBias;
      evidence.addRoleScores(window.first + t, sure, scores, at);
    }
    this.scored += count;
  }

  /** Whoever speaks says something: where the best roles have no content, one is looked for at a growing discount. */
  private insist(count: number, barrier: Barrier): void {
    const { columns } = ROLE_AUTOMATON;
    for (const discount of DISCOUNTS) {
      if (this.hasContent(count)) return;
      for (let t = 0; t < count; t++) {
        if (t >= barrier.first && t < barrier.end) continue;
        this.scores[t * columns + 4] = (this.scores[t * columns + 4] ?? 0) + discount;
      }
      this.decoder.decode(this.scores, count, barrier, this.mask);
    }
  }

  private hasContent(count: number): boolean {
    for (let t = 0; t < count; t++) if (((this.mask[t] ?? 0) & 8) !== 0) return true;
    return false;
  }

  private reserve(count: number): void {
    if (this.mask.length >= count) return;
    this.scores = new Float32Array(count * 2 * ROLE_AUTOMATON.columns);
    this.mask = new Uint8Array(count * 2);
  }
}

function reportsSpeech(columns: WordColumns, cue: TokenRange): boolean {
  for (let t = cue.first; t < cue.end; t++) if (SPEECH_HASHES.has(columns.word[t] ?? 0)) return true;
  return false;
}

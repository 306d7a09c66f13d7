import type { Arc, Barrier, SegmentAutomaton } from './segment-automaton';
import { arcSet } from './segment-automaton';

const NEVER = -1e30;

/** Finds the best segmentation by dynamic programming (Viterbi); one decoder serves many texts in turn. */
export class SegmentDecoder {
  private back = new Uint8Array(0);
  private now: Float64Array;
  private next: Float64Array;

  constructor(private readonly automaton: SegmentAutomaton) {
    this.now = new Float64Array(automaton.states);
    this.next = new Float64Array(automaton.states);
  }

  /**
   * @param scores `automaton.columns` scores a token
   * @param mask is given, for each token, the bits of the columns that hold for it on the best path
   * @returns the best path's score
   */
  decode(scores: Float32Array, count: number, barrier: Barrier, mask: Uint8Array): number {
    const { automaton } = this;
    const { columns } = automaton;
    const needed = count * automaton.states;
    if (this.back.length < needed) this.back = new Uint8Array(needed * 2);
    this.now.fill(NEVER);
    this.now[0] = 0;
    for (let t = 0; t < count; t++) {
      this.next.fill(NEVER);
      const arcs = automaton.arcs[arcSet(t, barrier)];
      for (let a = 0; a < arcs.length; a++) {
        const arc = arcs[a];
        if (arc === undefined) continue;
        const score = (this.now[arc.from] ?? NEVER) + arcScore(arc, scores, t * columns, columns);
        if (score <= (this.next[arc.to] ?? NEVER)) continue;
        this.next[arc.to] = score;
        this.back[t * automaton.states + arc.to] = a;
      }
      [this.now, this.next] = [this.next, this.now];
    }
    return this.trace(scores, count, barrier, mask);
  }

  private trace(scores: Float32Array, count: number, barrier: Barrier, mask: Uint8Array): number {
    const { automaton } = this;
    let best = NEVER;
    let state = 0;
    for (let s = 0; s < automaton.states; s++) {
      const leaves = automaton.leavesAtEnd[s] ?? -1;
      const score =
        (this.now[s] ?? NEVER) + (leaves < 0 ? 0 : (scores[(count - 1) * automaton.columns + leaves] ?? 0));
      if (score > best) [best, state] = [score, s];
    }
    mask.fill(0, 0, count);
    const leaves = automaton.leavesAtEnd[state] ?? -1;
    if (count > 0 && leaves >= 0) mask[count - 1] = 1 << leaves;
    for (let t = count - 1; t >= 0; t--) {
      const arc = automaton.arcs[arcSet(t, barrier)][this.back[t * automaton.states + state] ?? 0];
      if (arc === undefined) break;
      if (arc.inside >= 0) mask[t] = (mask[t] ?? 0) | (1 << arc.inside);
      if (arc.enters >= 0) mask[t] = (mask[t] ?? 0) | (1 << arc.enters);
      if (arc.leaves >= 0 && t > 0) mask[t - 1] = (mask[t - 1] ?? 0) | (1 << arc.leaves);
      state = arc.from;
    }
    return best;
  }
}

function arcScore(arc: Arc, scores: Float32Array, at: number, columns: number): number {
  let score = 0;
  if (arc.leaves >= 0 && at > 0) score += scores[at - columns + arc.leaves] ?? 0;
  if (arc.enters >= 0) score += scores[at + arc.enters] ?? 0;
  if (arc.inside >= 0) score += scores[at + arc.inside] ?? 0;
  return score;
}

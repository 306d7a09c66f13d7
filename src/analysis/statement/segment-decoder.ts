import type { Barrier, SegmentAutomaton } from './segment-automaton';
import { arcSet } from './segment-automaton';

const NEVER = -1e30;

/** Numbers an arc takes up where arcs are laid out flat. */
const FIELDS = 5;

/** Finds the best segmentation by dynamic programming (Viterbi); one decoder serves many texts in turn. */
export class SegmentDecoder {
  private back = new Uint8Array(0);
  private now: Float64Array;
  private next: Float64Array;
  /** The arcs of each set, flat: from, to, and the columns they collect, the last (which holds 0) for none. */
  private readonly flat: readonly Int32Array[];
  /** The scores of a token and the one before it, and a 0 behind each. */
  private readonly here: Float64Array;
  private readonly before: Float64Array;

  constructor(private readonly automaton: SegmentAutomaton) {
    const { states, columns, arcs } = automaton;
    this.now = new Float64Array(states);
    this.next = new Float64Array(states);
    this.here = new Float64Array(columns + 1);
    this.before = new Float64Array(columns + 1);
    const column = (c: number): number => (c < 0 ? columns : c);
    this.flat = arcs.map((set) =>
      Int32Array.from(
        set.flatMap(({ from, to, leaves, enters, inside }) => [
          from,
          to,
          column(leaves),
          column(enters),
          column(inside),
        ]),
      ),
    );
  }

  /**
   * @param scores `automaton.columns` scores a token
   * @param mask is given, for each token, the bits of the columns that hold for it on the best path
   * @returns the best path's score
   */
  decode(scores: Float32Array, count: number, barrier: Barrier, mask: Uint8Array): number {
    const { automaton, here, before } = this;
    const { columns, states } = automaton;
    const needed = count * states;
    if (this.back.length < needed) this.back = new Uint8Array(needed * 2);
    this.now.fill(NEVER);
    this.now[0] = 0;
    here.fill(0);
    for (let t = 0; t < count; t++) {
      before.set(here);
      for (let c = 0; c < columns; c++) here[c] = scores[t * columns + c] ?? 0;
      this.step(this.flat[arcSet(t, barrier)], t * states);
    }
    return this.trace(scores, count, barrier, mask);
  }

  /** Follows every arc into one token. */
  private step(arcs: Int32Array | undefined, back: number): void {
    if (arcs === undefined) return;
    const { here, before, now, next } = this;
    next.fill(NEVER);
    for (let i = 0, a = 0; i < arcs.length; i += FIELDS, a++) {
      const to = arcs[i + 1] ?? 0;
      const score =
        (now[arcs[i] ?? 0] ?? NEVER) +
        (before[arcs[i + 2] ?? 0] ?? 0) +
        (here[arcs[i + 3] ?? 0] ?? 0) +
        (here[arcs[i + 4] ?? 0] ?? 0);
      if (score <= (next[to] ?? NEVER)) continue;
      next[to] = score;
      this.back[back + to] = a;
    }
    this.now = next;
    this.next = now;
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

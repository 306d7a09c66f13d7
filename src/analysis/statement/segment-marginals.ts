import type { Arc, Barrier, SegmentAutomaton } from './segment-automaton';
import { arcSet } from './segment-automaton';

/** How probable each column is at each token, over all segmentations (forward–backward, each step scaled to sum 1). */
export class SegmentMarginals {
  private alpha = new Float64Array(0);
  private beta = new Float64Array(0);
  private factor = new Float64Array(0);

  constructor(private readonly automaton: SegmentAutomaton) {}

  /**
   * @param scores `automaton.columns` scores a token
   * @param out is given as many probabilities
   */
  compute(scores: Float32Array, count: number, barrier: Barrier, out: Float32Array): void {
    const { states, columns } = this.automaton;
    if (this.alpha.length < (count + 1) * states) {
      this.alpha = new Float64Array((count + 1) * states * 2);
      this.beta = new Float64Array((count + 1) * states * 2);
      this.factor = new Float64Array((count + 1) * columns * 2);
    }
    for (let i = 0; i < count * columns; i++)
      this.factor[i] = Math.exp(Math.max(-60, Math.min(60, scores[i] ?? 0)));
    this.forward(count, barrier);
    this.backward(count, barrier);
    out.fill(0, 0, count * columns);
    for (let t = 0; t < count; t++) this.collect(t, barrier, out);
    this.collectEnd(count, out);
  }

  private forward(count: number, barrier: Barrier): void {
    const { states, arcs } = this.automaton;
    this.alpha.fill(0, 0, (count + 1) * states);
    this.alpha[0] = 1;
    for (let t = 0; t < count; t++) {
      const to = (t + 1) * states;
      for (const arc of arcs[arcSet(t, barrier)])
        this.alpha[to + arc.to] =
          (this.alpha[to + arc.to] ?? 0) + (this.alpha[t * states + arc.from] ?? 0) * this.weight(arc, t);
      scale(this.alpha, to, states);
    }
  }

  private backward(count: number, barrier: Barrier): void {
    const { states, columns, arcs, leavesAtEnd } = this.automaton;
    this.beta.fill(0, 0, (count + 1) * states);
    for (let s = 0; s < states; s++) {
      const leaves = leavesAtEnd[s] ?? -1;
      this.beta[count * states + s] = leaves < 0 ? 1 : (this.factor[(count - 1) * columns + leaves] ?? 1);
    }
    for (let t = count - 1; t >= 0; t--) {
      const from = t * states;
      for (const arc of arcs[arcSet(t, barrier)])
        this.beta[from + arc.from] =
          (this.beta[from + arc.from] ?? 0) + (this.beta[from + states + arc.to] ?? 0) * this.weight(arc, t);
      scale(this.beta, from, states);
    }
  }

  private collect(t: number, barrier: Barrier, out: Float32Array): void {
    const { states, columns } = this.automaton;
    const arcs = this.automaton.arcs[arcSet(t, barrier)];
    let total = 0;
    for (const arc of arcs) total += this.through(arc, t, states);
    if (total <= 0) return;
    for (const arc of arcs) {
      const p = this.through(arc, t, states) / total;
      if (arc.leaves >= 0 && t > 0)
        out[(t - 1) * columns + arc.leaves] = (out[(t - 1) * columns + arc.leaves] ?? 0) + p;
      if (arc.enters >= 0) out[t * columns + arc.enters] = (out[t * columns + arc.enters] ?? 0) + p;
      if (arc.inside >= 0) out[t * columns + arc.inside] = (out[t * columns + arc.inside] ?? 0) + p;
    }
  }

  private collectEnd(count: number, out: Float32Array): void {
    const { states, columns, leavesAtEnd } = this.automaton;
    let total = 0;
    for (let s = 0; s < states; s++)
      total += (this.alpha[count * states + s] ?? 0) * (this.beta[count * states + s] ?? 0);
    for (let s = 0; s < states && total > 0; s++) {
      const leaves = leavesAtEnd[s] ?? -1;
      if (leaves < 0) continue;
      const p = ((this.alpha[count * states + s] ?? 0) * (this.beta[count * states + s] ?? 0)) / total;
      out[(count - 1) * columns + leaves] = (out[(count - 1) * columns + leaves] ?? 0) + p;
    }
  }

  private through(arc: Arc, t: number, states: number): number {
    return (
      (this.alpha[t * states + arc.from] ?? 0) *
      this.weight(arc, t) *
      (this.beta[(t + 1) * states + arc.to] ?? 0)
    );
  }

  private weight(arc: Arc, t: number): number {
    const { columns } = this.automaton;
    let w = 1;
    if (arc.leaves >= 0 && t > 0) w *= this.factor[(t - 1) * columns + arc.leaves] ?? 1;
    if (arc.enters >= 0) w *= this.factor[t * columns + arc.enters] ?? 1;
    if (arc.inside >= 0) w *= this.factor[t * columns + arc.inside] ?? 1;
    return w;
  }
}

function scale(values: Float64Array, at: number, count: number): void {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[at + i] ?? 0;
  if (sum > 0) for (let i = 0; i < count; i++) values[at + i] = (values[at + i] ?? 0) / sum;
}

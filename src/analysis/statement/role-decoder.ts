import type { Barrier } from './segment-automaton';

const NEVER = -1e30;

/** Columns of a token's scores, and bits of its mask: inside, first and last token of a source, then of a content. */
const COLUMNS = 6;
const SOURCE_FIRST = 1;
const SOURCE_LAST = 2;
const CONTENT_INSIDE = 3;
const CONTENT_FIRST = 4;
const CONTENT_LAST = 5;

/**
 * Where a path may be: outside with nothing read that counts, with a content read on this side of the cue, with the source, with both;
 * inside a source (without and with such a content before it); inside a content (without and with a source before it).
 */
const OPEN = 0;
const SAID = 1;
const NAMED = 2;
const BOTH = 3;
const SOURCE = 4;
const SOURCE_SAID = 5;
const CONTENT = 6;
const CONTENT_NAMED = 7;
const STATES = 8;

/**
 * The best source and contents of a cue, by dynamic programming (Viterbi): what {@link SegmentDecoder} finds with the automaton of
 * roles, several times faster, since only the states and steps that there are are gone through.
 */
export class RoleDecoder {
  /** For each token and state the state before, on the best path. */
  private back = new Uint8Array(0);
  private readonly now = new Float64Array(STATES);

  /**
   * @param scores six scores a token
   * @param barrier the cue
   * @param mask is given, for each token, the bits of the columns that hold for it on the best path
   */
  decode(scores: Float32Array, count: number, barrier: Barrier, mask: Uint8Array): void {
    if (this.back.length < count * STATES) this.back = new Uint8Array(count * STATES * 2);
    const { now } = this;
    now.fill(NEVER);
    now[OPEN] = 0;
    const first = Math.min(barrier.first, count);
    const end = Math.min(barrier.end, count);
    this.follow(scores, 0, first);
    if (first < end) this.close(scores, first);
    for (let t = first + 1; t < end; t++) {
      this.back[t * STATES + OPEN] = OPEN;
      this.back[t * STATES + NAMED] = NAMED;
    }
    this.follow(scores, end, count);
    this.trace(scores, count, mask);
  }

  /** Goes over tokens outside the cue. */
  private follow(scores: Float32Array, from: number, to: number): void {
    const { now, back } = this;
    const open = now[OPEN] ?? NEVER;
    let said = now[SAID] ?? NEVER;
    let named = now[NAMED] ?? NEVER;
    let both = now[BOTH] ?? NEVER;
    let source = now[SOURCE] ?? NEVER;
    let sourceSaid = now[SOURCE_SAID] ?? NEVER;
    let content = now[CONTENT] ?? NEVER;
    let contentNamed = now[CONTENT_NAMED] ?? NEVER;
    let sourceEnds = from === 0 ? 0 : (scores[(from - 1) * COLUMNS + SOURCE_LAST] ?? 0);
    let contentEnds = from === 0 ? 0 : (scores[(from - 1) * COLUMNS + CONTENT_LAST] ?? 0);
    for (let t = from, at = from * COLUMNS, b = from * STATES; t < to; t++, at += COLUMNS, b += STATES) {
      const sourceHere = scores[at] ?? 0;
      const sourceBegins = scores[at + SOURCE_FIRST] ?? 0;
      const contentHere = scores[at + CONTENT_INSIDE] ?? 0;
      const contentBegins = scores[at + CONTENT_FIRST] ?? 0;
      const leftSource = source + sourceEnds;
      const leftSourceSaid = sourceSaid + sourceEnds;
      const leftContent = content + contentEnds;
      const leftContentNamed = contentNamed + contentEnds;

      let best = open + sourceBegins + sourceHere;
      let step = OPEN;
      if (source + sourceHere > best) {
        best = source + sourceHere;
        step = SOURCE;
      }
      const nextSource = best;
      back[b + SOURCE] = step;

      best = said + sourceBegins + sourceHere;
      step = SAID;
      if (sourceSaid + sourceHere > best) {
        best = sourceSaid + sourceHere;
        step = SOURCE_SAID;
      }
      if (leftContent + sourceBegins + sourceHere > best) {
        best = leftContent + sourceBegins + sourceHere;
        step = CONTENT;
      }
      const nextSourceSaid = best;
      back[b + SOURCE_SAID] = step;

      best = open + contentBegins + contentHere;
      step = OPEN;
      if (content + contentHere > best) {
        best = content + contentHere;
        step = CONTENT;
      }
      const nextContent = best;
      back[b + CONTENT] = step;

      best = named + contentBegins + contentHere;
      step = NAMED;
      if (leftSource + contentBegins + contentHere > best) {
        best = leftSource + contentBegins + contentHere;
        step = SOURCE;
      }
      if (contentNamed + contentHere > best) {
        best = contentNamed + contentHere;
        step = CONTENT_NAMED;
      }
      contentNamed = best;
      back[b + CONTENT_NAMED] = step;

      back[b + OPEN] = OPEN;
      back[b + SAID] = leftContent > said ? CONTENT : SAID;
      if (leftContent > said) said = leftContent;
      back[b + NAMED] = leftSource > named ? SOURCE : NAMED;
      if (leftSource > named) named = leftSource;
      step = BOTH;
      if (leftSourceSaid > both) {
        both = leftSourceSaid;
        step = SOURCE_SAID;
      }
      if (leftContentNamed > both) {
        both = leftContentNamed;
        step = CONTENT_NAMED;
      }
      back[b + BOTH] = step;

      source = nextSource;
      sourceSaid = nextSourceSaid;
      content = nextContent;
      sourceEnds = scores[at + SOURCE_LAST] ?? 0;
      contentEnds = scores[at + CONTENT_LAST] ?? 0;
    }
    now.set([open, said, named, both, source, sourceSaid, content, contentNamed]);
  }

  /** Steps onto the cue: what was open ends before it, and a content may follow behind it again. */
  private close(scores: Float32Array, t: number): void {
    const { now, back } = this;
    this.addEnds(scores, t - 1);
    back[t * STATES + OPEN] = this.best([OPEN, SAID, CONTENT]);
    back[t * STATES + NAMED] = this.best([NAMED, BOTH, SOURCE, SOURCE_SAID, CONTENT_NAMED]);
    const open = now[back[t * STATES + OPEN] ?? 0] ?? NEVER;
    const named = now[back[t * STATES + NAMED] ?? 0] ?? NEVER;
    now.fill(NEVER);
    now[OPEN] = open;
    now[NAMED] = named;
  }

  /** Adds to what is still inside a source or content at token `t` that it ends there. */
  private addEnds(scores: Float32Array, t: number): void {
    if (t < 0) return;
    const { now } = this;
    const sourceEnds = scores[t * COLUMNS + SOURCE_LAST] ?? 0;
    const contentEnds = scores[t * COLUMNS + CONTENT_LAST] ?? 0;
    for (let s = SOURCE; s < STATES; s++)
      now[s] = (now[s] ?? NEVER) + (s < CONTENT ? sourceEnds : contentEnds);
  }

  /** The best of some states, of equal ones the first. */
  private best(states: readonly number[]): number {
    const { now } = this;
    return states.reduce((best, s) => ((now[s] ?? NEVER) > (now[best] ?? NEVER) ? s : best));
  }

  private trace(scores: Float32Array, count: number, mask: Uint8Array): void {
    mask.fill(0, 0, count);
    this.addEnds(scores, count - 1);
    let state = this.best([OPEN, SAID, NAMED, BOTH, SOURCE, SOURCE_SAID, CONTENT, CONTENT_NAMED]);
    if (count > 0) mask[count - 1] = lastBit(state);
    for (let t = count - 1; t >= 0; t--) {
      const from = this.back[t * STATES + state] ?? OPEN;
      if (state >= SOURCE) {
        const inside = state < CONTENT ? 1 : 1 << CONTENT_INSIDE;
        mask[t] = (mask[t] ?? 0) | (from === state ? inside : inside | (inside << 1));
      }
      if (from !== state && t > 0) mask[t - 1] = (mask[t - 1] ?? 0) | lastBit(from);
      state = from;
    }
  }
}

/** The bit of a segment's last token, in a state inside it; 0 outside. */
function lastBit(state: number): number {
  return state < SOURCE ? 0 : state < CONTENT ? 1 << SOURCE_LAST : 1 << CONTENT_LAST;
}

/** One step between two tokens: the columns of score that it collects, -1 for none. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  /** Column of the token before, where a segment ends there. */
  readonly leaves: number;
  /** Column of this token, where a segment begins here. */
  readonly enters: number;
  /** Column of this token, where it stands inside a segment. */
  readonly inside: number;
}

/** Which segmentations are allowed, as a finite automaton over the tokens. State 0 is where it begins. */
export interface SegmentAutomaton {
  readonly states: number;
  readonly columns: number;
  /** The arcs into an ordinary token, into the first token of a barrier, and into its further tokens. */
  readonly arcs: readonly [ordinary: readonly Arc[], barrierFirst: readonly Arc[], barrier: readonly Arc[]];
  /** For each state the column that the last token of the text collects when it ends there, -1 for none. */
  readonly leavesAtEnd: readonly number[];
}

/** A stretch that no segment may enter or cross: the cue, when its source and content are looked for. */
export interface Barrier {
  readonly first: number;
  readonly end: number;
}

export const NO_BARRIER: Barrier = { first: -1, end: -1 };

/** Which of {@link SegmentAutomaton.arcs} lead into token `t`. */
export function arcSet(t: number, barrier: Barrier): 0 | 1 | 2 {
  return t < barrier.first || t >= barrier.end ? 0 : t === barrier.first ? 1 : 2;
}

/** Columns of the cue scores: inside a cue, its first token, its last. */
export const CUE_AUTOMATON: SegmentAutomaton = {
  states: 2,
  columns: 3,
  arcs: [
    [
      { from: 0, to: 0, leaves: -1, enters: -1, inside: -1 },
      { from: 1, to: 0, leaves: 2, enters: -1, inside: -1 },
      { from: 0, to: 1, leaves: -1, enters: 1, inside: 0 },
      { from: 1, to: 1, leaves: -1, enters: -1, inside: 0 },
      { from: 1, to: 1, leaves: 2, enters: 1, inside: 0 },
    ],
    [],
    [],
  ],
  leavesAtEnd: [-1, 2],
};

const SOURCE = 1;
const CONTENT = 2;
const SOURCE_SPENT = 2;
const CONTENT_SPENT = 1;

/** Columns of the role scores: inside, first and last token of a source, then of a content. */
export const ROLE_AUTOMATON: SegmentAutomaton = {
  states: 12,
  columns: 6,
  arcs: [roleArcs(), closingArcs((spent) => spent & SOURCE_SPENT), closingArcs((spent) => spent)],
  leavesAtEnd: Array.from({ length: 12 }, (_, state) => leaving(state >> 2)),
};

function leaving(label: number): number {
  return label === SOURCE ? 2 : label === CONTENT ? 5 : -1;
}

/**
 * A state is label * 4 + what is spent: at most one source in all, and one content on each side of the cue.
 */
function roleArcs(): Arc[] {
  const arcs: Arc[] = [];
  for (let state = 0; state < 12; state++) {
    const label = state >> 2;
    const spent = state & 3;
    if (label === SOURCE && !(spent & SOURCE_SPENT)) continue;
    if (label === CONTENT && !(spent & CONTENT_SPENT)) continue;
    const leaves = leaving(label);
    arcs.push({ from: state, to: spent, leaves, enters: -1, inside: -1 });
    if (label === SOURCE) arcs.push({ from: state, to: state, leaves: -1, enters: -1, inside: 0 });
    if (label === CONTENT) arcs.push({ from: state, to: state, leaves: -1, enters: -1, inside: 3 });
    if (!(spent & SOURCE_SPENT))
      arcs.push({ from: state, to: SOURCE * 4 + (spent | SOURCE_SPENT), leaves, enters: 1, inside: 0 });
    if (!(spent & CONTENT_SPENT))
      arcs.push({ from: state, to: CONTENT * 4 + (spent | CONTENT_SPENT), leaves, enters: 4, inside: 3 });
  }
  return arcs;
}

function closingArcs(keep: (spent: number) => number): Arc[] {
  return Array.from({ length: 12 }, (_, state) => ({
    from: state,
    to: keep(state & 3),
    leaves: leaving(state >> 2),
    enters: -1,
    inside: -1,
  }));
}

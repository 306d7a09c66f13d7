import type { NetworkArithmetic } from './network-arithmetic';
import {
  CELL_SHIFT,
  GATE_SHIFT,
  LEAK,
  LET_SHIFT,
  NEW_SHIFT,
  PlainArithmetic,
  SUM_SHIFT,
} from './network-arithmetic';
import type { NetworkLayout } from './network-memory';
import {
  CELL_BITS,
  CELL_STEP,
  GATE_RANGE,
  GATE_STEP,
  RECURRENT_SIZE,
  ROW_STEP,
  SCORE_STEP,
  WORD_STEP,
} from './network-memory';
import { CELLS, GATES, PROPERTIES, WIDTH } from './network-weights';
import type { LoadedPrograms, Run } from './wasm-engine';
import { loadPrograms } from './wasm-engine';
import type { Code, Program } from './wasm-module';
import {
  add,
  addShorts,
  addVectors,
  below,
  dot,
  get,
  I32,
  int,
  least,
  less,
  load,
  loadSigned16,
  loadSplat,
  loadVector,
  most,
  mostShorts,
  repeat,
  select,
  set,
  shiftedRight,
  shiftLeft,
  shiftShorts,
  shiftSigned,
  splat,
  store16,
  storeVector,
  subtract,
  times,
  V128,
} from './wasm-module';

/** Bytes of a vector, and of the weights of two inputs to four outputs. */
const VECTOR = 16;

const forward = (local: number, bytes: number): Code => set(local, add(get(local), int(bytes)));
const plus = (local: number, value: Code): Code => set(local, addVectors(get(local), value));

/** Adds to a local vector what some inputs give to four outputs. */
function addProducts(sum: number, from: number, weights: number, inputs: number): Code {
  return Array.from({ length: inputs / 2 }, (_, i) =>
    plus(sum, dot(loadSplat(get(from), 4 * i), loadVector(get(weights), VECTOR * i))),
  ).flat();
}

/** `embed`, of tokens from the place of their rows to `end`. */
function embedProgram(): Program {
  const [rows, end, out, row] = [0, 1, 2, 3];
  const sums = [4, 5, 6, 7];
  const body: Code = [
    ...sums.flatMap((sum) => set(sum, splat(int(0)))),
    ...Array.from({ length: PROPERTIES }, (_, p): Code => [
      ...set(row, load(get(rows), 4 * p)),
      ...sums.flatMap((sum, i) => set(sum, addShorts(get(sum), loadVector(get(row), VECTOR * i)))),
    ]).flat(),
    ...sums.flatMap((sum, i) =>
      storeVector(get(out), mostShorts(get(sum), shiftShorts(get(sum), LEAK)), VECTOR * i),
    ),
    ...forward(rows, ROW_STEP),
    ...forward(out, WORD_STEP),
  ];
  return {
    parameters: 3,
    locals: [I32, ...sums.map(() => V128)],
    body: repeat(body, below(get(rows), get(end))),
  };
}

/** `openGates`, of tokens from the place of their numbers to `end`. */
function gatesProgram(at: NetworkLayout): Program {
  const [from, end, out, weights, bias, sum] = [0, 1, 2, 3, 4, 5];
  const group: Code = [
    ...set(sum, loadVector(get(bias))),
    ...addProducts(sum, from, weights, WIDTH),
    ...storeVector(get(out), get(sum)),
    ...forward(weights, (VECTOR * WIDTH) / 2),
    ...forward(bias, VECTOR),
    ...forward(out, VECTOR),
  ];
  const body: Code = [
    ...set(weights, int(at.input)),
    ...set(bias, int(at.inputBias)),
    ...repeat(group, below(get(bias), int(at.inputBias + 4 * 2 * GATES))),
    ...forward(from, WORD_STEP),
  ];
  return { parameters: 3, locals: [I32, I32, V128], body: repeat(body, below(get(from), get(end))) };
}

/** Numbers of the parameters and locals of `run`. */
const enum L {
  Tokens,
  Gates,
  GateStep,
  Cells,
  CellStep,
  Before,
  Weights,
  Weight,
  Gate,
  Scratch,
  Sum,
  Kept,
  Fresh,
  Cell,
}

/** Of four sums at once: where in its table a gate's value stands, in bytes behind the table's beginning. */
function places(sum: Code): Code {
  const place = shiftSigned(sum, GATE_SHIFT);
  const bounded = most(least(place, splat(int(GATE_RANGE - 1))), splat(int(-GATE_RANGE)));
  return shiftLeft(addVectors(bounded, splat(int(GATE_RANGE))), 1);
}

/** `run`, in either direction: steps are below 0 for the one backward. */
function runProgram(at: NetworkLayout): Program {
  const SCRATCH_END = at.scratch + 4 * GATES;
  const told = (shift: number): Code => shiftSigned(get(L.Sum), shift);
  const groups = (value: Code, end: number): Code =>
    repeat(
      [
        ...set(L.Sum, splat(int(0))),
        ...addProducts(L.Sum, L.Before, L.Weight, CELLS),
        ...storeVector(get(L.Scratch), value),
        ...forward(L.Weight, (VECTOR * CELLS) / 2),
        ...forward(L.Gate, VECTOR),
        ...forward(L.Scratch, VECTOR),
      ],
      below(get(L.Scratch), int(end)),
    );
  const range = int(GATE_RANGE);
  const cell: Code = [
    ...set(L.Kept, load(get(L.Scratch))),
    ...set(L.Kept, loadSigned16(get(L.Kept), at.sigmoid)),
    ...set(L.Fresh, loadSigned16(load(get(L.Scratch), 4 * CELLS), at.sigmoid)),
    ...set(L.Fresh, shiftedRight(times(load(get(L.Scratch), 8 * CELLS), get(L.Fresh)), LET_SHIFT)),
    ...set(L.Fresh, shiftedRight(add(load(get(L.Gate), 8 * CELLS), get(L.Fresh)), GATE_SHIFT)),
    ...set(L.Fresh, select(get(L.Fresh), int(GATE_RANGE - 1), less(get(L.Fresh), range))),
    ...set(L.Fresh, select(int(-GATE_RANGE), get(L.Fresh), less(get(L.Fresh), int(-GATE_RANGE)))),
    ...set(L.Fresh, add(get(L.Fresh), range)),
    ...set(L.Fresh, loadSigned16(add(get(L.Fresh), get(L.Fresh)), at.tanh)),
    ...set(
      L.Fresh,
      add(
        times(get(L.Kept), loadSigned16(get(L.Weight))),
        times(subtract(int(1 << CELL_BITS), get(L.Kept)), get(L.Fresh)),
      ),
    ),
    ...store16(get(L.Cell), shiftedRight(add(get(L.Fresh), int(1 << (CELL_BITS - 1))), CELL_SHIFT)),
    ...forward(L.Scratch, 4),
    ...forward(L.Gate, 4),
    ...forward(L.Weight, 2),
    ...forward(L.Cell, 2),
  ];
  const token: Code = [
    ...set(L.Weight, get(L.Weights)),
    ...set(L.Gate, get(L.Gates)),
    ...set(L.Scratch, int(at.scratch)),
    ...groups(places(addVectors(loadVector(get(L.Gate)), told(SUM_SHIFT))), at.scratch + 8 * CELLS),
    ...groups(told(SUM_SHIFT + NEW_SHIFT), SCRATCH_END),
    ...set(L.Gate, get(L.Gates)),
    ...set(L.Scratch, int(at.scratch)),
    // From here on the place of the cells before.
    ...set(L.Weight, get(L.Before)),
    ...set(L.Cell, get(L.Cells)),
    ...repeat(cell, below(get(L.Scratch), int(at.scratch + 4 * CELLS))),
    ...set(L.Before, get(L.Cells)),
    ...set(L.Cells, add(get(L.Cells), get(L.CellStep))),
    ...set(L.Gates, add(get(L.Gates), get(L.GateStep))),
    ...set(L.Tokens, subtract(get(L.Tokens), int(1))),
  ];
  return {
    parameters: 7,
    locals: [I32, I32, I32, V128, I32, I32, I32],
    body: repeat(token, get(L.Tokens)),
  };
}

/** `score`, of tokens from the place of their numbers to `end`. */
function scoreProgram(at: NetworkLayout): Program {
  const [words, end, cells, out, ofCells, ofWords, bias, sum] = [0, 1, 2, 3, 4, 5, 6, 7];
  const group: Code = [
    ...set(sum, splat(int(0))),
    ...addProducts(sum, cells, ofCells, 2 * CELLS),
    ...set(sum, addVectors(shiftSigned(get(sum), SUM_SHIFT), loadVector(get(bias)))),
    ...addProducts(sum, words, ofWords, WIDTH),
    ...storeVector(get(out), get(sum)),
    ...forward(ofCells, VECTOR * CELLS),
    ...forward(ofWords, (VECTOR * WIDTH) / 2),
    ...forward(bias, VECTOR),
    ...forward(out, VECTOR),
  ];
  const body: Code = [
    ...set(ofCells, int(at.outputCells)),
    ...set(ofWords, int(at.outputWords)),
    ...set(bias, int(at.outputBias)),
    ...repeat(group, below(get(bias), int(at.outputBias + SCORE_STEP))),
    ...forward(words, WORD_STEP),
    ...forward(cells, CELL_STEP),
  ];
  return {
    parameters: 4,
    locals: [I32, I32, I32, V128],
    body: repeat(body, below(get(words), get(end))),
  };
}

/** The steps by instructions that work on four or eight numbers at once. */
class KernelArithmetic implements NetworkArithmetic {
  constructor(
    private readonly at: NetworkLayout,
    private readonly programs: readonly [embed: Run, gates: Run, run: Run, score: Run],
  ) {}

  embed(tokens: number): void {
    const { at, programs } = this;
    programs[0](at.rows, at.rows + tokens * ROW_STEP, at.words);
  }

  openGates(tokens: number): void {
    const { at, programs } = this;
    programs[1](at.words, at.words + tokens * WORD_STEP, at.gates);
  }

  run(tokens: number, backward: boolean): void {
    const { at, programs } = this;
    const side = backward ? 1 : 0;
    const step = backward ? -1 : 1;
    const first = backward ? tokens - 1 : 0;
    programs[2](
      tokens,
      at.gates + first * GATE_STEP + side * 4 * GATES,
      step * GATE_STEP,
      at.cells + first * CELL_STEP + side * 2 * CELLS,
      step * CELL_STEP,
      at.zeros,
      at.recurrent + side * RECURRENT_SIZE,
    );
  }

  score(tokens: number): void {
    const { at, programs } = this;
    programs[3](at.words, at.words + tokens * WORD_STEP, at.cells, at.scores);
  }
}

/** A memory that is laid out, empty, and who works on it. */
export interface NetworkMachine {
  readonly buffer: ArrayBuffer;
  readonly arithmetic: NetworkArithmetic;
}

/** The fast machine, or null where the engine cannot run it. */
export function fastMachine(at: NetworkLayout): NetworkMachine | null {
  const loaded = loadPrograms(at.size, [embedProgram(), gatesProgram(at), runProgram(at), scoreProgram(at)]);
  return loaded && machineOf(at, loaded);
}

function machineOf(at: NetworkLayout, { buffer, runs }: LoadedPrograms): NetworkMachine | null {
  const [embed, gates, run, score] = runs;
  if (!embed || !gates || !run || !score) return null;
  return { buffer, arithmetic: new KernelArithmetic(at, [embed, gates, run, score]) };
}

/** A machine of plain code: the same to the last bit. */
export function plainMachine(at: NetworkLayout): NetworkMachine {
  const buffer = new ArrayBuffer(at.size);
  return { buffer, arithmetic: new PlainArithmetic(buffer, at) };
}

import type { FeatureTemplates } from './feature-hash';
import { FIRST, MIX, REMIX, SECOND, THIRD } from './feature-hash';
import { SLOT_BITS, SQUARES } from './row-slots';
import type { TokenValues } from './token-values';
import type { Run } from './wasm-engine';
import { loadPrograms } from './wasm-engine';
import type { Code, Program } from './wasm-module';
import {
  add,
  addVectors,
  and,
  below,
  equal,
  get,
  highHalf,
  I32,
  int,
  lane,
  load,
  load16,
  loadHalf,
  loadVector,
  lowHalf,
  multiply,
  repeat,
  select,
  set,
  shiftRight,
  splat,
  storeVector,
  V128,
  xor,
} from './wasm-module';

/**
 * Where things stand in memory, in bytes: a slot of zeros; the templates, 16 bytes each; what is known of the tokens; the sums, 8 (of
 * three columns 4) integers a token; the table of slots.
 */
const ZEROS = 0;
const TEMPLATES = 64;
const VALUES = 2048;
const SUMS = 3 << 16;
const TABLE = 4 << 16;

/** So many tokens at once and so many templates; longer stretches are left to plain code. */
const MOST_TOKENS = 1024;
const MOST_TEMPLATES = (VALUES - TEMPLATES) / 16;
const MOST_VALUES = (SUMS - VALUES) / 4 - 4;

/** Numbers of the program's parameters and locals. */
const enum L {
  Template,
  End,
  Length,
  Sums,
  First,
  Second,
  Third,
  Salt,
  Token,
  Sum,
  Row,
  Slots,
  Tags,
  Slot,
  Entry,
}

const LOCALS = [I32, I32, I32, V128, I32, I32, V128, V128, V128, I32, V128];

/** Sets `L.Row` to the rows of four tokens' features, in the high bits: what `rowOf` does for one. */
function setRows(): Code {
  const product = (column: number, factor: number): Code =>
    multiply(loadVector(add(get(column), get(L.Token))), splat(int(factor)));
  const folded = (bits: number): Code => xor(get(L.Row), shiftRight(get(L.Row), bits));
  return [
    ...set(
      L.Row,
      addVectors(
        addVectors(product(L.First, FIRST), product(L.Second, SECOND)),
        addVectors(product(L.Third, THIRD), get(L.Salt)),
      ),
    ),
    ...set(L.Row, multiply(folded(16), splat(int(MIX)))),
    ...set(L.Row, multiply(folded(15), splat(int(REMIX)))),
    ...set(L.Row, folded(16)),
  ];
}

/** Adds the weights of one of the four rows, if its slot holds them and not another's, to the sums of its token. */
function addWeights(i: number, wide: boolean): Code {
  const at = i * (wide ? 32 : 16);
  const raise = (offset: number, by: Code): Code =>
    storeVector(get(L.Sum), addVectors(loadVector(get(L.Sum), offset), by), offset);
  const isItsOwn = equal(load16(get(L.Slot), TABLE + (wide ? 12 : 6)), lane(get(L.Tags), i));
  return [
    ...set(L.Slot, lane(get(L.Slots), i)),
    ...set(L.Slot, select(add(get(L.Slot), int(TABLE)), int(ZEROS), isItsOwn)),
    ...(wide
      ? [
          ...set(L.Entry, loadVector(get(L.Slot))),
          ...raise(at, lowHalf(get(L.Entry))),
          ...raise(at + 16, highHalf(get(L.Entry))),
        ]
      : raise(at, lowHalf(loadHalf(get(L.Slot))))),
  ];
}

/** Works off every template for all tokens, four at a time. */
function program(wide: boolean): Program {
  const slotBytes = wide ? 4 : 3;
  const tokens: Code = [
    ...setRows(),
    ...set(
      L.Slots,
      and(shiftRight(get(L.Row), 8 - slotBytes), splat(int(((1 << SLOT_BITS) - 1) << slotBytes))),
    ),
    ...set(L.Tags, shiftRight(get(L.Row), 8 + SLOT_BITS)),
    ...[0, 1, 2, 3].flatMap((i) => addWeights(i, wide)),
    ...set(L.Token, add(get(L.Token), int(16))),
    ...set(L.Sum, add(get(L.Sum), int(wide ? 128 : 64))),
  ];
  const templates: Code = [
    ...set(L.First, load(get(L.Template))),
    ...set(L.Second, load(get(L.Template), 4)),
    ...set(L.Third, load(get(L.Template), 8)),
    ...set(L.Salt, splat(load(get(L.Template), 12))),
    ...set(L.Token, int(0)),
    ...set(L.Sum, get(L.Sums)),
    ...repeat(tokens, below(get(L.Token), get(L.Length))),
    ...set(L.Template, add(get(L.Template), int(16))),
  ];
  return { parameters: 4, locals: LOCALS, body: repeat(templates, below(get(L.Template), get(L.End))) };
}

/** Scores features four tokens at a time, by instructions that the language itself has none for. */
export class FeatureKernel {
  private readonly memory: Int32Array;
  /** The sums of the last call, `step` integers a token; those behind the columns mean nothing. */
  readonly sums: Int32Array;

  constructor(
    private readonly run: Run,
    buffer: ArrayBuffer,
    readonly step: number,
  ) {
    this.memory = new Int32Array(buffer);
    this.sums = new Int32Array(buffer, SUMS, MOST_TOKENS * step);
  }

  /**
   * Adds up the weights of the features of a stretch's tokens.
   * @returns false where the stretch is too long
   */
  add(templates: FeatureTemplates, values: TokenValues, tokens: number): boolean {
    const { memory } = this;
    if (tokens > MOST_TOKENS || templates.count > MOST_TEMPLATES || values.length > MOST_VALUES) return false;
    templates.place(values, VALUES, memory, TEMPLATES >> 2);
    memory.set(values.data.subarray(0, values.length), VALUES >> 2);
    this.sums.fill(0, 0, tokens * this.step);
    this.run(TEMPLATES, TEMPLATES + 16 * templates.count, 4 * tokens, SUMS);
    return true;
  }
}

/**
 * Makes a kernel for a table of weights.
 * @param columns three or six
 * @param words the slots, as `PackedWeights` has them
 * @returns null where the engine has no WebAssembly, or none with vectors
 */
export function createFeatureKernel(columns: number, words: Int32Array): FeatureKernel | null {
  const wide = columns > 3;
  const slotBytes = wide ? 16 : 8;
  const loaded = loadPrograms(TABLE + (slotBytes << SLOT_BITS), [program(wide)]);
  const [run] = loaded?.runs ?? [];
  if (loaded === null || run === undefined) return null;
  fillTable(new Int16Array(loaded.buffer, TABLE), words, wide);
  return new FeatureKernel(run, loaded.buffer, wide ? 8 : 4);
}

/** Lays out the slots: the weights of the columns, 16 bits each, and the high bits of the row. */
function fillTable(table: Int16Array, words: Int32Array, wide: boolean): void {
  const step = wide ? 8 : 4;
  for (let slot = 0, at = 0; slot < 1 << SLOT_BITS; slot++, at += step) {
    const word = words[wide ? slot * 2 : slot] ?? 0;
    table[at] = SQUARES[(word >>> 8) & 0xff] ?? 0;
    table[at + 1] = SQUARES[(word >>> 16) & 0xff] ?? 0;
    table[at + 2] = SQUARES[word >>> 24] ?? 0;
    if (wide) {
      const next = words[slot * 2 + 1] ?? 0;
      table[at + 3] = SQUARES[(next >>> 8) & 0xff] ?? 0;
      table[at + 4] = SQUARES[(next >>> 16) & 0xff] ?? 0;
      table[at + 5] = SQUARES[next >>> 24] ?? 0;
    }
    table[at + (wide ? 6 : 3)] = word & 0xff;
  }
}

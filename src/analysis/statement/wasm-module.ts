/**
 * As much of WebAssembly's binary format as {@link FeatureKernel} and the network need: expressions are the bytes they are compiled to, so that a
 * program is put together by calling functions. (WebAssembly Core Specification 2.0, chapter 5.)
 */
export type Code = readonly number[];

/** Kinds of values: an integer of 32 bits, and a vector of four of them. */
export const I32 = 0x7f;
export const V128 = 0x7b;

/** A number that is not negative, in the variable length that the format writes numbers in. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** The same for any integer of 32 bits. */
function signed(value: number): number[] {
  return value >= -64 && value < 64 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}

const operation =
  (...opcode: Code) =>
  (...operands: readonly Code[]): Code => [...operands.flat(), ...opcode];

/** An operation on vectors, with what it is told beside its operands (a lane, or where memory is read). */
const vector =
  (opcode: number, ...told: Code) =>
  (...operands: readonly Code[]): Code => [...operands.flat(), 0xfd, ...unsigned(opcode), ...told];

export const int = (value: number): Code => [0x41, ...signed(value | 0)];
export const get = (local: number): Code => [0x20, local];
export const set = (local: number, value: Code): Code => [...value, 0x21, local];

export const add = operation(0x6a);
export const subtract = operation(0x6b);
export const times = operation(0x6c);
/** Keeps the sign. */
export const shiftedRight = (value: Code, bits: number): Code => operation(0x75)(value, int(bits));
export const equal = operation(0x46);
export const below = operation(0x49);
export const less = operation(0x48);
/** The first where the third is not 0, else the second. */
export const select = operation(0x1b);
export const load = (at: Code, offset = 0): Code => [...at, 0x28, 2, ...unsigned(offset)];
export const load16 = (at: Code, offset = 0): Code => [...at, 0x2f, 1, ...unsigned(offset)];

export const loadSigned16 = (at: Code, offset = 0): Code => [...at, 0x2e, 1, ...unsigned(offset)];
export const store16 = (at: Code, value: Code): Code => [...at, ...value, 0x3b, 1, 0];

export const loadVector = (at: Code, offset = 0): Code => vector(0x00, 0, ...unsigned(offset))(at);
/** Reads 64 bits into a vector, zeros behind them. */
export const loadHalf = (at: Code): Code => vector(0x5d, 0, 0)(at);
/** Reads 32 bits into each quarter of a vector. */
export const loadSplat = (at: Code, offset = 0): Code => vector(0x09, 2, ...unsigned(offset))(at);
export const storeVector = (at: Code, value: Code, offset = 0): Code =>
  vector(0x0b, 0, ...unsigned(offset))(at, value);
/** A vector of four times the same integer. */
export const splat = vector(0x11);
export const lane = (value: Code, i: number): Code => vector(0x1b, i)(value);
export const and = vector(0x4e);
export const xor = vector(0x51);
export const addVectors = vector(0xae);
export const multiply = vector(0xb5);
/** Multiplies eight integers of 16 bits with eight others, and adds up each two products that lie side by side. */
export const dot = vector(0xba);
export const most = vector(0xb8);
export const least = vector(0xb6);
export const shiftLeft = (value: Code, bits: number): Code => vector(0xab)(value, int(bits));
/** Keeps the sign. */
export const shiftSigned = (value: Code, bits: number): Code => vector(0xac)(value, int(bits));
/** The same for eight integers of 16 bits: sum, greater one, shift to the right. */
export const addShorts = vector(0x8e);
export const mostShorts = vector(0x98);
export const shiftShorts = (value: Code, bits: number): Code => vector(0x8c)(value, int(bits));
export const shiftRight = (value: Code, bits: number): Code => vector(0xad)(value, int(bits));
/** The first and the last four of eight integers of 16 bits. */
export const lowHalf = vector(0xa7);
export const highHalf = vector(0xa8);

/** Does something again and again for as long as a condition holds behind it. */
export const repeat = (body: Code, condition: Code): Code => [
  0x03,
  0x40,
  ...body,
  ...condition,
  0x0d,
  0,
  0x0b,
];

/** A function of integers that returns nothing. */
export interface Program {
  readonly parameters: number;
  /** The kinds of its further locals, which are numbered behind the parameters. */
  readonly locals: readonly number[];
  readonly body: Code;
}

const withLength = (bytes: Code): Code => [...unsigned(bytes.length), ...bytes];
const list = (...items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const section = (id: number, content: Code): Code => [id, ...withLength(content)];
const named = (text: string): Code => withLength(Array.from(text, (c) => c.charCodeAt(0)));

/** The bytes of a module that exports a program as `run` and takes its memory in as `env.memory`. */
export function wasmModule({ parameters, locals, body }: Program): Uint8Array<ArrayBuffer> {
  const type = [0x60, ...list(...Array.from({ length: parameters }, () => [I32])), ...list()];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(type)),
    ...section(2, list([...named('env'), ...named('memory'), 2, 0, 1])),
    ...section(3, list([0])),
    ...section(7, list([...named('run'), 0, 0])),
    ...section(10, list(withLength([...list(...locals.map((kind) => [1, kind])), ...body, 0x0b]))),
  ]);
}

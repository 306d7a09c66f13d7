import type { Program } from './wasm-module';
import { wasmModule } from './wasm-module';

/** What is used of the engine's WebAssembly, which is no part of the language and may be missing. */
interface Engine {
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}
declare const WebAssembly: Engine | undefined;

const PAGE = 1 << 16;

/** A program that is ready to run. */
export type Run = (...parameters: readonly number[]) => void;

/** Programs that work on one memory. */
export interface LoadedPrograms {
  readonly buffer: ArrayBuffer;
  readonly runs: readonly Run[];
}

/**
 * Loads programs.
 * @param bytes the size of their memory, which is all zeros
 * @returns null where the engine has no WebAssembly, none with vectors, or refuses to compile
 */
export function loadPrograms(bytes: number, programs: readonly Program[]): LoadedPrograms | null {
  if (typeof WebAssembly === 'undefined') return null;
  const { Memory, Module, Instance } = WebAssembly;
  try {
    const memory = new Memory({ initial: Math.ceil(bytes / PAGE) });
    const runs = programs
      .map((program) => new Instance(new Module(wasmModule(program)), { env: { memory } }).exports.run)
      .filter(isRun);
    return runs.length === programs.length ? { buffer: memory.buffer, runs } : null;
  } catch {
    // Vectors, memory or compiling may be refused; plain code does the same.
    return null;
  }
}

function isRun(value: unknown): value is Run {
  return typeof value === 'function';
}

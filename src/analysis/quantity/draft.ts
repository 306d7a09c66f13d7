import type { Span } from '../../text';
import type { Modifier, QuantityKind } from '../model';

/** A quantity while it is read; `first` and `next` are atoms, `[first, next)`. */
export interface Draft {
  first: number;
  next: number;
  kind: QuantityKind;
  value: number | string | null;
  low?: number;
  high?: number;
  unit: string | null;
  modifier: Modifier | null;
  thing: Span | null;
  zone?: string;
  wordless?: boolean;
  part?: string;
  per?: string;
}

export function blankDraft(first: number, next: number): Draft {
  return { first, next, kind: 'count', value: null, unit: null, modifier: null, thing: null };
}

/** Twelve or so significant digits, so that 5.13 × 1e9 is 5130000000 and 0.1 + 0.2 is 0.3. */
export function tidy(value: number): number {
  return Number.isInteger(value) || Math.abs(value) >= 1e15 ? value : Number(value.toPrecision(14));
}

import type { Status } from '../annotation';
import { byCodeUnit } from './fields';
import { inline } from './scalar';
import { isMap, sameValue } from './tree';
import type { Value, ValueMap } from './tree';

/** A field's value, or undefined where it is not there. */
export type Side = Value | undefined;

/** What a rule makes of three values; `conflict` where both sides changed it differently. */
export interface Outcome {
  readonly value: Side;
  readonly conflict: boolean;
}

/** The side that changed wins; two different changes are a conflict. */
export function threeWay(base: Side, ours: Side, theirs: Side): Outcome {
  if (sameValue(ours, theirs) || sameValue(theirs, base)) return { value: ours, conflict: false };
  return { value: sameValue(ours, base) ? theirs : undefined, conflict: !sameValue(ours, base) };
}

/** The greater of two numbers or texts (times, versions). */
export function larger(ours: Side, theirs: Side): Outcome {
  if (ours === undefined || theirs === undefined) return { value: ours ?? theirs, conflict: false };
  const bigger =
    typeof ours === 'number' && typeof theirs === 'number' ? ours > theirs : textOf(ours) > textOf(theirs);
  return { value: bigger ? ours : theirs, conflict: false };
}

/** Lists as sets: what either side added is added, what either side took away goes. */
export function mergeSets(base: Side, ours: Side, theirs: Side): Outcome {
  const [b, o, t] = [base, ours, theirs].map(itemsOf);
  const all = new Map([...(b ?? []), ...(o ?? []), ...(t ?? [])]);
  const kept = [...all].filter(([key]) => {
    const wasThere = b?.has(key) === true;
    return wasThere ? o?.has(key) === true && t?.has(key) === true : true;
  });
  // An order that does not depend on the side: as in the base, then what is new by its text.
  const order = [...(b?.keys() ?? [])];
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  kept.sort(([x], [y]) => rank(x) - rank(y) || byCodeUnit(x, y));
  const value = kept.map(([, item]) => item);
  const unchanged = [ours, theirs].find((side) => sameValue(side, value));
  return { value: value.length === 0 ? undefined : (unchanged ?? value), conflict: false };
}

function itemsOf(side: Side): Map<string, Value> {
  const items: readonly Value[] = Array.isArray(side) ? side : [];
  return new Map(items.map((item) => [inline(item), item]));
}

/** Until a person decides, the state that asks for more work holds. */
const CAUTION: readonly Status[] = [
  'disputed',
  'incorrect',
  'needs-source',
  'checking',
  'unchecked',
  'corrected',
  'opinion',
  'verified',
];

/** Which of two values stands in the field until a person decides; the same whichever side is called ours. */
export function provisional(field: string, ours: Side, theirs: Side): Side {
  if (ours === undefined || theirs === undefined) return ours ?? theirs;
  if (field === 'status') return CAUTION.find((status) => status === ours || status === theirs) ?? ours;
  return textOf(ours) > textOf(theirs) ? ours : theirs;
}

/** Records of conflicts: the open ones of both sides, without those that a side settled, and the new ones. */
export function mergeRecords(
  base: ValueMap,
  ours: ValueMap,
  theirs: ValueMap,
  added: ReadonlyMap<string, readonly string[]>,
): ValueMap {
  const result = new Map<string, Value>();
  for (const field of [...new Set([...ours.keys(), ...theirs.keys(), ...added.keys()])].sort(byCodeUnit)) {
    const settled = base.has(field) && !(ours.has(field) && theirs.has(field));
    const { value } = mergeSets(undefined, ours.get(field), theirs.get(field));
    const open: readonly Value[] = settled || !Array.isArray(value) ? [] : value;
    const values = new Set([...open, ...(added.get(field) ?? [])].map(textOf));
    if (values.size > 0) result.set(field, [...values].sort(byCodeUnit));
  }
  return result;
}

/** A value as a person reads it in a record of a conflict. */
export function textOf(side: Side): string {
  if (side === undefined) return '';
  return typeof side === 'string' ? side : inline(side);
}

export function mapOf(side: Side): ValueMap {
  return isMap(side) ? side : new Map<string, Value>();
}

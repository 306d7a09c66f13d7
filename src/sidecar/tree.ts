import type { Span } from '../text';

/** A YAML value without its looks. Maps are real `Map`s, so a key such as `__proto__` is only a key. */
export type Value = string | number | boolean | null | readonly Value[] | ValueMap;
export type ValueMap = ReadonlyMap<string, Value>;

/** A scalar with its place. `source` is what is written there where the scalar is plain (`012`, `no`). */
export interface ScalarNode extends Span {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly source?: string;
}

/** One key with its value; `start` and `end` are the key's. */
export interface Pair extends Span {
  readonly key: string;
  readonly value: Node;
}

export interface MapNode extends Span {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
}

export interface SeqNode extends Span {
  readonly kind: 'seq';
  readonly items: readonly Node[];
}

/** A YAML node with its place in the file: `end` is where its own text ends, without a comment after it. */
export type Node = ScalarNode | MapNode | SeqNode;

/** The value of a node. Of keys that are there twice the last counts. */
export function valueOf(node: Node): Value {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'seq') return node.items.map(valueOf);
  return new Map(node.pairs.map((pair): [string, Value] => [pair.key, valueOf(pair.value)]));
}

export function isMap(value: Value | undefined): value is ValueMap {
  return value instanceof Map;
}

/** The pair of that key, or undefined. */
export function pairOf(map: MapNode, key: string): Pair | undefined {
  return map.pairs.find((pair) => pair.key === key);
}

/** Whether two values mean the same; the order of keys does not matter. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (isMap(a)) {
    if (!isMap(b) || a.size !== b.size) return false;
    for (const [key, value] of a) if (!b.has(key) || !sameValue(value, b.get(key))) return false;
    return true;
  }
  if (!Array.isArray(a) || !Array.isArray(b)) return false;
  const [left, right]: [readonly Value[], readonly Value[]] = [a, b];
  return left.length === right.length && left.every((item, i) => sameValue(item, right[i]));
}

import { keyOf } from '../src/analysis/statement/attribution-network';
import { PROPERTIES } from '../src/analysis/statement/network-weights';
import type { NetworkExample } from './network-examples';

/** Values that are met less often are taken for ones that were never met. */
const LEAST = 5;
/** Of a property's values, so many of the most frequent ones are known. */
const MOST = 4000;

/** Which values have embeddings of their own. */
export interface Vocabulary {
  /** The keys of the rows behind those of values never met. */
  readonly keys: Int32Array;
  /** For each example the rows of its tokens' properties. */
  readonly rows: readonly Int32Array[];
}

/** Numbers the values of each property from the most frequent one down. */
export function vocabularyOf(examples: readonly NetworkExample[]): Vocabulary {
  const keys: number[] = [];
  const numbers = Array.from({ length: PROPERTIES }, (_, property) => {
    const numberOf = new Map<number, number>();
    for (const value of frequentValues(examples, property)) {
      keys.push(keyOf(property, value));
      numberOf.set(value, PROPERTIES + keys.length - 1);
    }
    return numberOf;
  });
  return {
    keys: Int32Array.from(keys),
    rows: examples.map(({ values }) =>
      values.map((value, i) => numbers[i % PROPERTIES]?.get(value) ?? i % PROPERTIES),
    ),
  };
}

function frequentValues(examples: readonly NetworkExample[], property: number): number[] {
  const counts = new Map<number, number>();
  for (const { values } of examples)
    for (let i = property; i < values.length; i += PROPERTIES) {
      const value = values[i] ?? 0;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  return [...counts]
    .filter(([, count]) => count >= LEAST)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST)
    .map(([value]) => value);
}

import type { Mention } from './mention';
import { dimensionOf } from './mention';
import type { TermIndex } from './term-index';

/** A name in more sentences than this, and in more than this share of them, is what the article is about, and tells no number apart. */
const SENTENCES = 3;
const SHARE = 0.4;

/**
 * Finds what tells each number from the others of its article: the names beside it that no other of its dimension has beside it (in
 * "80 percent in Tarvik, 65 in Osk" each has its own; numbers that are alone of their dimension have none), and for a number of people
 * that no other is equal. Linear.
 */
export function toldApart(
  mentions: readonly Mention[],
  index: TermIndex,
  sentences: number,
): readonly Mention[] {
  const isCommon = (name: number): boolean =>
    (index.counts[index.numbers.get(name) ?? -1] ?? 0) > Math.max(SENTENCES, SHARE * sentences);
  const values = valuesByName(mentions);
  const count = (key: string): number => values.get(key)?.size ?? 0;
  const numbers = numbersOfPeople(mentions);
  return mentions.map((m) => {
    const own =
      count(dimensionOf(m)) < 2
        ? []
        : m.beside.filter((name) => count(keyOf(m, name)) < 2 && !isCommon(name));
    const alone = m.people && numbers.get(m.quantity.value) === 1;
    return alone || own.length > 0 ? { ...m, own, alone } : m;
  });
}

/** The distinct values of each dimension, and of those that have each name beside them; restatements aside. */
function valuesByName(mentions: readonly Mention[]): ReadonlyMap<string, ReadonlySet<unknown>> {
  const values = new Map<string, Set<unknown>>();
  for (const m of mentions) {
    if (m.quantity.restates !== undefined) continue;
    for (const key of [dimensionOf(m), ...m.beside.map((name) => keyOf(m, name))]) {
      const known = values.get(key);
      if (known === undefined) values.set(key, new Set([m.quantity.value]));
      else known.add(m.quantity.value);
    }
  }
  return values;
}

function keyOf(m: Mention, name: number): string {
  return `${dimensionOf(m)} ${name}`;
}

/** How often each number of people is given. */
function numbersOfPeople(mentions: readonly Mention[]): ReadonlyMap<unknown, number> {
  const numbers = new Map<unknown, number>();
  for (const { people, quantity } of mentions)
    if (people) numbers.set(quantity.value, (numbers.get(quantity.value) ?? 0) + 1);
  return numbers;
}

import type { Mention } from './mention';
import { dimensionOf } from './mention';
import type { TermIndex } from './term-index';

/** A name in more sentences than this, and in more than this share of them, is what the article is about, and tells no number apart. */
const SENTENCES = 3;
const SHARE = 0.4;

/**
 * Finds which of the names beside each number tell it from the others of its dimension: in "80 percent in Tarvik, 65 in Osk" each has its
 * own. Numbers that are alone of their dimension have none.
 */
export function withOwnNames(
  mentions: readonly Mention[],
  index: TermIndex,
  sentences: number,
): readonly Mention[] {
  const isCommon = (name: number): boolean =>
    (index.counts[index.numbers.get(name) ?? -1] ?? 0) > Math.max(SENTENCES, SHARE * sentences);
  const values = new Map<string, Set<unknown>>();
  for (const m of mentions) {
    if (m.quantity.restates !== undefined) continue;
    for (const key of [dimensionOf(m), ...m.beside.map((name) => keyOf(m, name))]) {
      const known = values.get(key);
      if (known === undefined) values.set(key, new Set([m.quantity.value]));
      else known.add(m.quantity.value);
    }
  }
  const count = (key: string): number => values.get(key)?.size ?? 0;
  return mentions.map((m) => {
    if (count(dimensionOf(m)) < 2) return m;
    const own = m.beside.filter((name) => count(keyOf(m, name)) < 2 && !isCommon(name));
    return own.length === 0 ? m : { ...m, own };
  });
}

function keyOf(m: Mention, name: number): string {
  return `${dimensionOf(m)} ${name}`;
}

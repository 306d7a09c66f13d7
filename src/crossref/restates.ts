import type { Quantity } from '../analysis';
import type { Mention } from './mention';

/** The quantity that another gives in other units in the end: restatements form chains ("11:15 a.m. (0815 GMT, 3:15 a.m. EST)"). */
export function restatedBy(quantity: Quantity, quantities: readonly Quantity[]): Quantity {
  let root = quantity;
  for (let steps = 0; root.restates !== undefined && steps < quantities.length; steps++) {
    const next = quantities[root.restates];
    if (next === undefined || next === root) break;
    root = next;
  }
  return root;
}

/** Whether one of two mentions of an article gives the other's value in another unit: "(930-mile)". */
export function restates(a: Mention, b: Mention): boolean {
  if (a.article !== b.article) return false;
  const { quantities } = a.article.analysis;
  return restatedBy(a.quantity, quantities) === restatedBy(b.quantity, quantities);
}

/** For each mention of one article that has restatements, by its place: the places of all mentions with its value, its own among them. */
export function restatementsAmong(mentions: readonly Mention[]): ReadonlyMap<number, readonly number[]> {
  const byRoot = new Map<Quantity, number[]>();
  mentions.forEach((m, place) => {
    const root = restatedBy(m.quantity, m.article.analysis.quantities);
    const known = byRoot.get(root);
    if (known === undefined) byRoot.set(root, [place]);
    else known.push(place);
  });
  const several = [...byRoot.values()].filter((group) => group.length > 1);
  return new Map(several.flatMap((group) => group.map((place) => [place, group])));
}

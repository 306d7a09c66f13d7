import type { Mention } from './mention';

/** Whether one of two mentions of an article gives the other's value in another unit: "(930-mile)". */
export function restates(a: Mention, b: Mention): boolean {
  const { quantities } = a.article.analysis;
  const root = (m: Mention): unknown =>
    m.quantity.restates === undefined ? m.quantity : quantities[m.quantity.restates];
  return root(a) === root(b);
}


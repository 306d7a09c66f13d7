import { initials } from '../../analysis/source';
import { addTo } from './buckets';
import { isDistinctive } from './context';
import type { Node } from './node';
import type { ShortName } from './join-short';
import type { UnionFind } from './union-find';

const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}&-]{1,9}$/u;

/** Joins bodies that are one of a kind by their words and country, and governments by their country. */
export function joinOneOfAKind(nodes: readonly Node[], sets: UnionFind): void {
  const first = new Map<string, Node[]>();
  for (const n of nodes) {
    const key = identity(n);
    if (key === null) continue;
    const others = first.get(key);
    const other = others?.find((o) => sets.mayJoin(o.index, n.index));
    if (other) sets.union(other.index, n.index);
    else if (others) others.push(n);
    else first.set(key, [n]);
  }
  joinUnstatedCountries(nodes, sets);
}

/** Two or three capitals stand for too many bodies. */
function isShortAcronym(n: Node): boolean {
  return n.body !== null && !n.body.listed && ACRONYM.test(n.source.name) && n.source.name.length < 4;
}

function identity(n: Node): string | null {
  if (n.source.type === 'place') return `place ${n.source.name}`;
  if (n.body === null || !isDistinctive(n) || isShortAcronym(n)) return null;
  return `${n.body.words}|${n.body.country ?? ''}`;
}

/** A distinctive name without a country is the one body of that name that has one. */
function joinUnstatedCountries(nodes: readonly Node[], sets: UnionFind): void {
  const stated = new Map<string, Map<string, Node>>();
  for (const n of nodes) {
    if (!n.body?.country) continue;
    const countries = stated.get(n.body.words) ?? new Map<string, Node>();
    if (!countries.has(n.body.country)) countries.set(n.body.country, n);
    stated.set(n.body.words, countries);
  }
  for (const n of nodes) {
    if (n.body?.country !== null || !isDistinctive(n)) continue;
    const countries = stated.get(n.body.words);
    const only = countries?.size === 1 ? [...countries.values()][0] : undefined;
    if (only) sets.union(only.index, n.index);
  }
}

/** The bodies whose names need context: generic ones without a country, and bare acronyms. */
export function shortBodies(nodes: readonly Node[]): ShortName[] {
  return nodes.flatMap((node): ShortName[] => {
    if (node.body === null || node.body.listed) return [];
    if (isShortAcronym(node)) return [{ node, key: `acronym ${node.source.name}` }];
    return isDistinctive(node) ? [] : [{ node, key: `body ${node.body.words}` }];
  });
}

/** The bodies that such names can mean, under the keys of {@link shortBodies}. */
export function fullBodies(nodes: readonly Node[]): Map<string, Node[]> {
  const fulls = new Map<string, Node[]>();
  for (const n of nodes) {
    if (n.body === null || !isDistinctive(n) || ACRONYM.test(n.source.name)) continue;
    addTo(fulls, `body ${n.body.words}`, n);
    const acronyms = new Set([initials(n.source.name), ...n.forms.filter((f) => ACRONYM.test(f))]);
    for (const acronym of acronyms) if (acronym.length > 2) addTo(fulls, `acronym ${acronym}`, n);
  }
  return fulls;
}

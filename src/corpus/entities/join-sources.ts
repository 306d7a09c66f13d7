import type { SourceType } from '../../analysis';
import { sameGiven, slug, uniqueId } from '../../analysis/source';
import { addTo } from './buckets';
import { Likeness } from './compatible';
import { Contexts } from './context';
import { fullBodies, joinOneOfAKind, shortBodies } from './join-bodies';
import { joinFullNames, partKeys } from './join-people';
import { joinShortNames, type ShortName } from './join-short';
import type { ArticleSources, Entities, Entity, EntityMember, NameAliases } from './model';
import { readNode, type Node } from './node';
import { Rules } from './rules';
import { UnionFind } from './union-find';

/**
 * Finds which sources of the articles of a folder are one person or body. Full names join wherever they stand; what cannot
 * say by itself whom it means (a lone surname, "the Fire Department", "officials", an initial, a rare spelling) joins only
 * where the articles share other names, or a sign given as `context`. The order of the articles does not matter, and the work grows
 * with the number of sources, not with its square: names meet only in blocks of one surname or one set of words.
 * @param aliases names that people wrote down as one entity's; they stand above what is found here
 * @param notSame pairs of sources that people wrote down as different, which stands above aliases; what is not there is passed over
 */
export function joinSources(
  articles: readonly ArticleSources[],
  aliases: readonly NameAliases[] = [],
  notSame: readonly (readonly [EntityMember, EntityMember])[] = [],
): Entities {
  const sorted = [...articles].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const nodes: Node[] = [];
  sorted.forEach((article, i) =>
    article.sources.forEach((source) => nodes.push(readNode(source, i, nodes.length))),
  );
  const sets = new UnionFind(nodes.length, pairsAmong(nodes, sorted, notSame));
  const rules = new Rules(aliases);
  rules.uniteAliases(nodes, sets);
  joinOneOfAKind(nodes, sets);
  const names = joinFullNames(nodes, sets);
  names.unite(Likeness.Sure, null);
  const contexts = new Contexts(
    nodes,
    sets,
    sorted.map((a) => a.context ?? []),
  );
  names.unite(Likeness.WithContext, contexts);
  joinShortNames(shortPeople(nodes), fullPeople(nodes), sets, contexts, fitsPerson);
  joinShortNames(shortBodies(nodes), fullBodies(nodes), sets, contexts, () => true);
  joinShortNames(unnamed(nodes), new Map(), sets, contexts, () => true);
  return describe(nodes, sets, rules, sorted);
}

/** The nodes of pairs whose sources are both among the articles. */
function pairsAmong(
  nodes: readonly Node[],
  articles: readonly ArticleSources[],
  pairs: readonly (readonly [EntityMember, EntityMember])[],
): [number, number][] {
  if (pairs.length === 0) return [];
  const key = ({ path, sourceId }: EntityMember): string => `${path}\n${sourceId}`;
  const indices = new Map(
    nodes.map((n) => [key({ path: articles[n.article]?.path ?? '', sourceId: n.source.id }), n.index]),
  );
  return pairs.flatMap(([a, b]): [number, number][] => {
    const [p, q] = [indices.get(key(a)), indices.get(key(b))];
    return p === undefined || q === undefined || p === q ? [] : [[p, q]];
  });
}

function shortPeople(nodes: readonly Node[]): ShortName[] {
  return nodes.flatMap((node) =>
    node.source.type === 'person' && node.parts.length === 1
      ? partKeys(node).map((key) => ({ node, key }))
      : [],
  );
}

function fullPeople(nodes: readonly Node[]): Map<string, Node[]> {
  const fulls = new Map<string, Node[]>();
  for (const n of nodes) {
    if (n.source.type !== 'person' || n.parts.length < 2) continue;
    for (const key of partKeys(n)) addTo(fulls, key, n);
  }
  return fulls;
}

/** A surname stands for the whole name; a given name too, if nobody calls the article's other people by it. */
function fitsPerson(short: Node, full: Node): boolean {
  const part = short.parts[0] ?? '';
  return full.parts.some((p) => sameGiven(p, part));
}

function unnamed(nodes: readonly Node[]): ShortName[] {
  return nodes.flatMap((node) =>
    node.source.type === 'unnamed' ? [{ node, key: slug(node.source.name) }] : [],
  );
}

/** Names, ids and members of every set. */
function describe(
  nodes: readonly Node[],
  sets: UnionFind,
  rules: Rules,
  articles: readonly ArticleSources[],
): Entities {
  const groups = new Map<number, Node[]>();
  for (const n of nodes) {
    addTo(groups, sets.find(n.index), n);
  }
  const taken = new Set<string>();
  const ids = new Map<string, string>();
  const entities: Entity[] = [];
  for (const group of groups.values()) {
    const name = group.map((n) => rules.nameOf(n)).find((n) => n !== null) ?? fullest(group);
    const id = uniqueId(slug(name), taken);
    const members = group.map((n) => ({ path: articles[n.article]?.path ?? '', sourceId: n.source.id }));
    for (const m of members) ids.set(`${m.path}\n${m.sourceId}`, id);
    const spellings = [...new Set(group.flatMap((n) => n.forms))].sort();
    entities.push({
      id,
      name,
      type: commonType(group),
      title: group.find((n) => n.source.title !== null)?.source.title ?? null,
      spellings,
      members,
    });
  }
  return { all: () => entities, idOf: (path, sourceId) => ids.get(`${path}\n${sourceId}`) ?? sourceId };
}

/** The name with most words, then the one that most articles use, then the first in order of spelling. */
function fullest(group: readonly Node[]): string {
  const counts = new Map<string, number>();
  for (const n of group) counts.set(n.source.name, (counts.get(n.source.name) ?? 0) + 1);
  const size = (name: string): number => name.split(' ').length;
  const names = [...counts].sort(([a, x], [b, y]) => size(b) - size(a) || y - x || (a < b ? -1 : 1));
  return names[0]?.[0] ?? '';
}

function commonType(group: readonly Node[]): SourceType {
  return group.find((n) => n.source.type !== 'unnamed')?.source.type ?? 'unnamed';
}

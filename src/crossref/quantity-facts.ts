import type { ArticleProfile } from './article-profile';
import type { Constraints, MentionCluster, RestatementsOf } from './cluster';
import { byConfidence, clusterMentions, compareMentions, groupLinks } from './cluster';
import { groupLetters } from './group-letters';
import { factLabel } from './label';
import type { KeptByGroup } from './linked-groups';
import type { Link } from './link-articles';
import type { Mention } from './mention';
import type { Fact, FactMention, Relation } from './model';
import { CERTAIN, roundConfidence } from './model';
import { reasonsFor } from './reasons';
import { groupByValue, relateGroups, relateMentions, worse } from './relation';
import { speakerAt } from './speaker';

/** A fact with the link that its place among the others goes by. */
export interface LinkedFact {
  readonly fact: Fact;
  readonly first: Link;
}

/**
 * The facts of linked numbers, those of the strongest links first.
 * @param profiles all articles that the links are of
 * @param kept what was found out of groups of links before, under the same constraints
 */
export function quantityFacts(
  profiles: readonly ArticleProfile[],
  links: readonly Link[],
  constraints: Constraints,
  kept: KeptByGroup<Link, readonly LinkedFact[]>,
): Fact[] {
  const byArticle = new Map(profiles.map((p) => [p.article, p]));
  const restatementsOf: RestatementsOf = (m) => byArticle.get(m.article)?.restatements.get(m) ?? [m];
  const dateOf = (m: Mention): string | undefined => byArticle.get(m.article)?.date;
  const factsIn = (group: readonly Link[]): LinkedFact[] =>
    clusterMentions(group, constraints, restatementsOf).flatMap((cluster) => {
      const fact = quantityFact(cluster, dateOf);
      return fact === undefined ? [] : [{ fact, first: cluster.first }];
    });
  const restatements = profiles.flatMap((p) => [...new Set(p.restatements.values())]);
  return groupLinks(links, restatements)
    .flatMap((group) => kept.of(group, factsIn))
    .sort((x, y) => byConfidence(x.first, y.first))
    .map(({ fact }) => fact);
}

/**
 * Makes a fact of a cluster; undefined where it stays inside one article.
 * @param dateOf the day of a mention's article, where known
 */
function quantityFact(cluster: MentionCluster, dateOf: (m: Mention) => string | undefined): Fact | undefined {
  const mentions = [...cluster.mentions].sort(compareMentions);
  const first = mentions[0];
  if (first === undefined || new Set(mentions.map((m) => m.article)).size < 2) return undefined;
  const groups = groupByValue(mentions);
  const between = relationOf(groups);
  const groupName = new Map<Mention, string>();
  groups.forEach((group, i) => group.forEach((m) => groupName.set(m, groupLetters(i))));
  return {
    id: `q:${first.article.path}:${first.start}`,
    kind: 'quantity',
    label: factLabel(mentions),
    ...between,
    reasons: reasonsFor(groups, dateOf),
    mentions: mentions.map((m) => factMention(m, groupName.get(m) ?? '')),
    confidence: roundConfidence(
      between.relation === 'differ' && !differsForCertain(cluster)
        ? Math.min(cluster.confidence, PERHAPS)
        : cluster.confidence,
    ),
  };
}

/** Below the threshold of what is shown without "perhaps". */
const PERHAPS = CERTAIN - 0.05;

/**
 * Whether two differing values are certainly of one thing, and numbers; "hundreds" against 60 is no certain difference.
 */
function differsForCertain({ sure }: MentionCluster): boolean {
  return sure.some(
    ({ a, b }) =>
      a.article !== b.article &&
      a.quantity.value !== null &&
      b.quantity.value !== null &&
      relateMentions(a, b) === 'differ',
  );
}

/** The worst relation between the groups, and the pairs of groups that are better than it. */
function relationOf(groups: readonly Mention[][]): Pick<Fact, 'relation' | 'compatible'> {
  let relation: Relation = 'agree';
  const compatible: [string, string][] = [];
  for (const [i, a] of groups.entries()) {
    for (const [k, b] of groups.entries()) {
      if (k <= i) continue;
      const between = relateGroups(a, b);
      relation = worse(relation, between);
      if (between !== 'differ') compatible.push([groupLetters(i), groupLetters(k)]);
    }
  }
  return relation === 'differ' && compatible.length > 0 ? { relation, compatible } : { relation };
}

function factMention(m: Mention, group: string): FactMention {
  return {
    path: m.article.path,
    start: m.start,
    end: m.end,
    text: m.quantity.text,
    value: m.quantity.value,
    unit: m.quantity.unit,
    speaker: speakerAt(m.article, m.start, m.end),
    group,
    context: { start: m.sentence.sentence.start, end: m.sentence.sentence.end },
  };
}

import type { ArticleProfile } from './article-profile';
import type { Constraints, MentionCluster, StoryMentions } from './cluster';
import { byConfidence, clusterMentions, compareMentions, groupMentions } from './cluster';
import { groupLetters } from './group-letters';
import { factLabel } from './label';
import type { KeptResults, LinkGroup, LinkList } from './linked-groups';
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
 * The facts of linked numbers, those of the strongest links first; found in small steps.
 * @param profiles all articles that the links are of, in the order of the lists' places
 * @param mentions those of the articles
 * @param kept what was found out of groups of links before, under the same constraints
 */
export function* quantityFacts(
  profiles: readonly ArticleProfile[],
  mentions: StoryMentions,
  lists: readonly LinkList<Link>[],
  constraints: Constraints,
  kept: KeptResults<Link, readonly LinkedFact[]>,
): Generator<undefined, Fact[]> {
  const dates = new Map(profiles.map((p) => [p.article, p.date]));
  const numbers = new Int32Array(mentions.all.length);
  const factsIn = (group: LinkGroup<Link>): LinkedFact[] =>
    clusterMentions(group, mentions, constraints, numbers).flatMap((cluster) => {
      const fact = quantityFact(cluster, (m) => dates.get(m.article));
      return fact === undefined ? [] : [{ fact, first: cluster.first }];
    });
  const found: LinkedFact[] = [];
  for (const group of groupMentions(lists, mentions)) {
    if (isOfOneArticle(group)) continue;
    found.push(...kept.of(group, factsIn));
    yield;
  }
  return found.sort((x, y) => byConfidence(x.first, y.first)).map(({ fact }) => fact);
}

/**
 * A group of links in numbers that say all that its facts depend on.
 * @param numberOf the number of a mention by its place
 * @param places whether facts also depend on where the mentions stand
 */
export function tellLinks(
  { links, a, b }: LinkGroup<Link>,
  restatements: StoryMentions['restatements'],
  numberOf: (place: number) => number,
  places: boolean,
): number[] {
  const told: number[] = [];
  links.forEach(({ confidence, best, sure, ...link }, k) => {
    const ends = [a[k] ?? 0, b[k] ?? 0];
    told.push(...ends.map(numberOf), confidence, (best ? 1 : 0) + (sure ? 2 : 0));
    if (places) told.push(link.a.start, link.a.end, link.b.start, link.b.end);
  });
  if (restatements.size > 0)
    for (const place of [...a, ...b]) {
      const same = restatements.get(place);
      if (same !== undefined) told.push(numberOf(place), same.length, ...same.map(numberOf));
    }
  return told;
}

/** What only one article tells is no fact, however often it does. */
function isOfOneArticle({ links }: LinkGroup<Link>): boolean {
  const article = links[0]?.a.article;
  return links.every(({ a, b }) => a.article === article && b.article === article);
}

/** The mentions of some articles, in their order. */
export function mentionsOf(profiles: readonly ArticleProfile[]): StoryMentions {
  const restatements = new Map<number, readonly number[]>();
  let start = 0;
  for (const profile of profiles) {
    const from = start;
    for (const [place, same] of profile.restatements)
      restatements.set(
        from + place,
        same.map((other) => from + other),
      );
    start += profile.mentions.length;
  }
  return { all: profiles.flatMap((p) => p.mentions), restatements };
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
    ...factLabel(mentions),
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

import type { Growing, Voice } from './average-join';
import { MeanVoices } from './average-join';
import { isContrasted } from './contrast';
import type { Link } from './link-articles';
import { LinkScores } from './link-scores';
import type { LinkGroup, LinkList } from './linked-groups';
import { groupLinks, Groups } from './linked-groups';
import type { Mention } from './mention';
import { relateMentions, sameNumber } from './relation';
import { restates } from './restates';
import { speakerAt } from './speaker';

/** Clusters joined below this mean confidence would be two facts. */
const LEAST_MEAN = 0.34;
/** The same where the join would bring different values together: equal ones are seldom of two things. */
const LEAST_MEAN_DIFFERENT = 0.4;
/** Links that start a join. */
const LEAST_START = 0.5;
/** What a pair without a link counts for in the mean. */
const UNLINKED = 0.08;
/** What an article must show for saying one fact twice with different but compatible values. */
const LEAST_INSIDE = 0.62;

/** The same where one source gives a number and another denies it: an article reports both sides. */
const LEAST_DENIED = 0.4;

/** Pairs that people declared the same or not the same. */
export interface Constraints {
  readonly same: (a: Mention, b: Mention) => boolean;
  readonly notSame: (a: Mention, b: Mention) => boolean;
  /** Whether the articles of two mentions were compared; where they were not, that two have no link says nothing. */
  readonly compared: (a: Mention, b: Mention) => boolean;
}

interface Cluster extends Growing<number> {
  confidence: number;
  first: Link;
}

/** The mentions of a story, article by article and in the order of each text. */
export interface StoryMentions {
  readonly all: readonly Mention[];
  /** For places of mentions that give one value in several units or zones, the places of all of them. */
  readonly restatements: ReadonlyMap<number, readonly number[]>;
}

/** Mentions of one fact, with how sure that is. */
export interface MentionCluster {
  readonly mentions: readonly Mention[];
  readonly confidence: number;
  /** Links inside that leave no doubt that different values are of one thing. */
  readonly sure: readonly Link[];
  /** The strongest link that one of the mentions has: clusters stand in its order. */
  readonly first: Link;
}

/** Links in groups that {@link clusterMentions} may work on one by one: whatever it joins, or looks at when it joins, is in one group. */
export function groupMentions(
  lists: readonly LinkList<Link>[],
  { all, restatements }: StoryMentions,
): LinkGroup<Link>[] {
  const groups = new Groups(all.length);
  for (const [place, same] of restatements) for (const other of same) groups.join(place, other);
  for (const { links, a, b } of lists)
    for (const link of links) if (isStart(link)) groups.join(a + link.i, b + link.j);
  return groupLinks(lists, groups);
}

function isStart(link: Link): boolean {
  return link.best && link.confidence >= LEAST_START;
}

/**
 * Joins linked mentions into facts: strongest links first, each join only if the two sides agree on average and no article would
 * say two different things without reason.
 * @param numbers room for a number for each mention of the story
 */
export function clusterMentions(
  group: LinkGroup<Link>,
  { all, restatements }: StoryMentions,
  constraints: Constraints,
  numbers: Int32Array,
): MentionCluster[] {
  const restated =
    restatements.size === 0
      ? []
      : [group.a, group.b].flat().flatMap((place) => restatements.get(place) ?? []);
  const scores = new LinkScores(group, restated, (link) => link.confidence, numbers);
  const mentions = scores.places.map((place) => all[place]).filter((m) => m !== undefined);
  const means = new MeanVoices<number>((x, y) => voiceOf(x, y, mentions, scores, constraints));
  const clusterOf = new Map<number, Cluster>();
  const clusterFor = (x: number, first: Link): Cluster => {
    let cluster = clusterOf.get(x);
    if (cluster === undefined) {
      const items = restatements.get(scores.places[x] ?? -1)?.map((place) => scores.numberOf(place)) ?? [x];
      cluster = { id: x, items: [...items], confidence: 1, first };
      for (const member of items) clusterOf.set(member, cluster);
    }
    return cluster;
  };
  for (const k of strongestFirst(group, scores)) {
    const link = group.links[k];
    if (link === undefined) continue;
    const left = clusterFor(scores.a[k] ?? 0, link);
    const right = clusterFor(scores.b[k] ?? 0, link);
    if (left === right) continue;
    const mean = means.between(left, right, 1);
    const alike = link.a.quantity.value === link.b.quantity.value;
    if (mean < (alike ? LEAST_MEAN : LEAST_MEAN_DIFFERENT)) continue;
    left.confidence = Math.min(mean + 0.15, link.confidence, left.confidence, right.confidence);
    if (byConfidence(right.first, left.first) < 0) left.first = right.first;
    left.items.push(...right.items);
    for (const x of right.items) clusterOf.set(x, left);
  }
  const sure = new Map<Cluster, Link[]>();
  group.links.forEach((link, k) => {
    const cluster = link.sure ? clusterOf.get(scores.a[k] ?? 0) : undefined;
    if (cluster === undefined || clusterOf.get(scores.b[k] ?? 0) !== cluster) return;
    const list = sure.get(cluster);
    if (list === undefined) sure.set(cluster, [link]);
    else list.push(link);
  });
  return [...new Set(clusterOf.values())]
    .filter((c) => c.items.length > 1)
    .map((c) => ({
      mentions: c.items.map((x) => mentions[x]).filter((m) => m !== undefined),
      confidence: c.confidence,
      first: c.first,
      sure: sure.get(c) ?? [],
    }));
}

/** The places of the links that start a join, in the order of {@link byConfidence}. */
function strongestFirst({ links }: LinkGroup<Link>, { a, b, places }: LinkScores<Link>): Int32Array {
  const starts = new Int32Array(links.length);
  /** Whole numbers in the order of the ends sort faster than looking ends up. */
  const ends = new Float64Array(links.length);
  const strength = new Float64Array(links.length);
  let count = 0;
  links.forEach((link, k) => {
    strength[k] = link.confidence;
    ends[k] = (a[k] ?? 0) * places.length + (b[k] ?? 0);
    if (isStart(link)) starts[count++] = k;
  });
  return starts
    .subarray(0, count)
    .sort((k, l) => (strength[l] ?? 0) - (strength[k] ?? 0) || (ends[k] ?? 0) - (ends[l] ?? 0));
}

/** What two mentions say to their clusters' becoming one fact. */
function voiceOf(
  x: number,
  y: number,
  mentions: readonly Mention[],
  scores: LinkScores<Link>,
  constraints: Constraints,
): Voice {
  const [a, b] = [mentions[x], mentions[y]];
  if (a === undefined || b === undefined) return 'silent';
  if (constraints.notSame(a, b)) return 'never';
  if (constraints.same(a, b)) return 'always';
  const score = scores.between(x, y);
  if (a.article === b.article) {
    const restated = restates(a, b);
    if (!restated && !mayRepeat(a, b, score ?? UNLINKED)) return saysAgain(a, b) ? 0 : 'never';
    // Both in one article speak for two facts, not one.
    return restated || sameNumber(a, b) || isContrasted(a, b) ? 'silent' : 0;
  }
  if (score !== undefined) return score;
  if (!constraints.compared(a, b)) return 'silent';
  // "Dozens" says too little to speak against a join with 60; so does what only gives another mention's value in other units.
  if (!scores.isLinked(x) || !scores.isLinked(y)) return 'silent';
  const vague = a.quantity.value === null || b.quantity.value === null;
  return vague && relateMentions(a, b) !== 'differ' ? 'silent' : UNLINKED;
}

/** Whether an article may say one number twice, in other words, of people or of one sort of thing. */
function saysAgain(a: Mention, b: Mention): boolean {
  if (a.sentence === b.sentence || !sameNumber(a, b)) return false;
  return (a.people && b.people) || a.thing[a.thing.length - 1] === b.thing[b.thing.length - 1];
}

/** Whether an article may say both of one fact: never in one sentence with different values. */
function mayRepeat(a: Mention, b: Mention, score: number): boolean {
  if (sameNumber(a, b)) return score >= LEAST_MEAN;
  if (isContrasted(a, b)) return score >= LEAST_MEAN;
  if (a.sentence === b.sentence) return false;
  if (relateMentions(a, b) !== 'differ') return score >= LEAST_INSIDE;
  const denied = a.quantity.value === 0 || b.quantity.value === 0;
  const speaker = speakerOf(a);
  return denied && score >= LEAST_DENIED && speaker !== speakerOf(b);
}

function speakerOf(m: Mention): string | null {
  return speakerAt(m.article, m.start, m.end);
}

/** Orders links, the strongest first. */
export function byConfidence(x: Link, y: Link): number {
  return y.confidence - x.confidence || compareMentions(x.a, y.a) || compareMentions(x.b, y.b);
}

/** Orders mentions by article, then place. */
export function compareMentions(a: Mention, b: Mention): number {
  if (a.article !== b.article) return a.article.path < b.article.path ? -1 : 1;
  return a.start - b.start || a.end - b.end;
}

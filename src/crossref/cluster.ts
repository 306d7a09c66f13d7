import type { Growing, Voice } from './average-join';
import { MeanVoices } from './average-join';
import { isContrasted } from './contrast';
import type { Link } from './link-articles';
import { LinkedGroups, linksByGroup } from './linked-groups';
import type { Mention } from './mention';
import { relateMentions, sameNumber } from './relation';
import { restates } from './restates';
import { speakerAt } from './speaker';

/** Clusters joined below this mean confidence would be two facts. */
const LEAST_MEAN = 0.4;
/** The same where the join would bring different values together. */
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
}

interface Cluster extends Growing<Mention> {
  confidence: number;
  first: Link;
}

/** A mention with those of its article that give its value in other units or zones; they are one from the start. */
export type RestatementsOf = (mention: Mention) => readonly Mention[];

/** Mentions of one fact, with how sure that is. */
export interface MentionCluster {
  readonly mentions: readonly Mention[];
  readonly confidence: number;
  /** Links inside that leave no doubt that different values are of one thing. */
  readonly sure: readonly Link[];
  /** The strongest link that one of the mentions has: clusters stand in its order. */
  readonly first: Link;
}

/**
 * Links in groups that {@link clusterMentions} may work on one by one: whatever it joins, or looks at when it joins, is in one group.
 */
export function groupLinks(links: readonly Link[], restatements: readonly (readonly Mention[])[]): Link[][] {
  const groups = new LinkedGroups<Mention>();
  for (const [first, ...others] of restatements)
    for (const other of others) if (first !== undefined) groups.join(first, other);
  for (const { a, b, best, confidence } of links) if (best && confidence >= LEAST_START) groups.join(a, b);
  return linksByGroup(links, groups, ({ a, b }) => [a, b]);
}

/**
 * Joins linked mentions into facts: strongest links first, each join only if the two sides agree on average and no article would
 * say two different things without reason. The result does not depend on the order of `links`.
 */
export function clusterMentions(
  links: readonly Link[],
  constraints: Constraints,
  restatementsOf: RestatementsOf,
): MentionCluster[] {
  const scores = new ScoreTable(links);
  const means = new MeanVoices<Mention>((a, b) => voiceOf(a, b, scores, constraints));
  let id = 0;
  const clusterOf = new Map<Mention, Cluster>();
  const clusterFor = (m: Mention, first: Link): Cluster => {
    let cluster = clusterOf.get(m);
    if (cluster === undefined) {
      cluster = { id: id++, items: [...restatementsOf(m)], confidence: 1, first };
      for (const member of cluster.items) clusterOf.set(member, cluster);
    }
    return cluster;
  };
  const ordered = links.filter((l) => l.best && l.confidence >= LEAST_START).sort(byConfidence);
  for (const link of ordered) {
    const left = clusterFor(link.a, link);
    const right = clusterFor(link.b, link);
    if (left === right) continue;
    const mean = means.between(left, right, 1);
    const alike = link.a.quantity.value === link.b.quantity.value;
    if (mean < (alike ? LEAST_MEAN : LEAST_MEAN_DIFFERENT)) continue;
    left.confidence = joinedConfidence(left, right, Math.min(mean + 0.15, link.confidence));
    if (byConfidence(right.first, left.first) < 0) left.first = right.first;
    left.items.push(...right.items);
    for (const m of right.items) clusterOf.set(m, left);
  }
  const sure = new Map<Cluster, Link[]>();
  for (const link of links) {
    const cluster = link.sure ? clusterOf.get(link.a) : undefined;
    if (cluster === undefined || clusterOf.get(link.b) !== cluster) continue;
    const list = sure.get(cluster);
    if (list === undefined) sure.set(cluster, [link]);
    else list.push(link);
  }
  return [...new Set(clusterOf.values())]
    .filter((c) => c.items.length > 1)
    .map((c) => ({
      mentions: c.items,
      confidence: c.confidence,
      first: c.first,
      sure: sure.get(c) ?? [],
    }));
}

/** The confidences of links, found from either end. */
class ScoreTable {
  private readonly numbers = new Map<Mention, number>();
  private readonly scores = new Map<number, number>();

  constructor(links: readonly Link[]) {
    for (const { a, b } of links) for (const m of [a, b]) this.enter(m);
    for (const { a, b, confidence } of links) this.scores.set(this.key(a, b), confidence);
  }

  private enter(mention: Mention): void {
    if (!this.numbers.has(mention)) this.numbers.set(mention, this.numbers.size);
  }

  private key(a: Mention, b: Mention): number {
    const [i, j] = [this.numbers.get(a) ?? -1, this.numbers.get(b) ?? -1];
    return i < 0 || j < 0 ? -1 : Math.min(i, j) * this.numbers.size + Math.max(i, j);
  }

  has(mention: Mention): boolean {
    return this.numbers.has(mention);
  }

  between(a: Mention, b: Mention): number | undefined {
    return this.scores.get(this.key(a, b));
  }
}

/** What two mentions say to their clusters' becoming one fact. */
function voiceOf(a: Mention, b: Mention, scores: ScoreTable, constraints: Constraints): Voice {
  if (constraints.notSame(a, b)) return 'never';
  if (constraints.same(a, b)) return 'always';
  const score = scores.between(a, b) ?? UNLINKED;
  if (a.article === b.article) {
    const restated = restates(a, b);
    if (!restated && !mayRepeat(a, b, score)) return 'never';
    // Both in one article speak for two facts, not one.
    return restated || sameNumber(a, b) || isContrasted(a, b) ? 'silent' : 0;
  }
  return score === UNLINKED && (isSilent(a, scores) || isSilent(b, scores)) ? 'silent' : score;
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

/** "Dozens", "thousands" say too little to speak against a join; so does what only gives another mention's value in other units. */
function isSilent(m: Mention, scores: ScoreTable): boolean {
  return m.quantity.value === null || !scores.has(m);
}

function speakerOf(m: Mention): string | null {
  return speakerAt(m.article, m.start, m.end);
}

function joinedConfidence(left: Cluster, right: Cluster, join: number): number {
  return Math.min(join, left.confidence, right.confidence);
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

import type { Span } from '../text';
import type { ArticleProfile } from './article-profile';
import type { Growing } from './average-join';
import { MeanVoices } from './average-join';
import { agencyOf } from './agency';
import type { AlignedArticles } from './align-articles';
import type { Place } from './corrections';
import type { CommonWording } from './common-wording';
import { otherNumbers } from './compare-numbers';
import type { Contradiction, Stretch } from './contradiction';
import { contradictionOf, readWords } from './contradiction';
import { groupLetters } from './group-letters';
import { textLabel } from './label';
import { LinkScores } from './link-scores';
import type { KeptResults, LinkGroup, LinkList, Placed } from './linked-groups';
import { groupLinks, Groups } from './linked-groups';
import type { Mention } from './mention';
import type { Fact, Message } from './model';
import { CERTAIN, roundConfidence } from './model';
import { once } from './once';
import type { SentenceProfile } from './sentence-profile';
import { textMention } from './text-mention';
import { COPIED_FROM_REASON, COPIED_REASON } from './without-noise';

/** From this share of common words on, one text was copied from the other or both from a third. */
const COPIED = 0.85;
const COPIED_WORDS = 10;

interface Node {
  readonly profile: ArticleProfile;
  readonly sentence: SentenceProfile;
}

/** Two sentences that tell the same. */
export interface Edge extends Placed {
  readonly a: Node;
  readonly b: Node;
  readonly score: number;
  readonly common: CommonWording;
}

/**
 * Facts from sentences that tell the same in several articles: what is said, by whom, and who copied whom. Found in small steps.
 * @param profiles all articles that the lists are of, in the order of their places
 * @param notSame pairs of places that people declared not to be the same; they part two sentences where they hold half of each
 * @param kept what was found out of groups of sentences before, under the same corrections
 */
export function* textFacts(
  profiles: readonly ArticleProfile[],
  lists: readonly LinkList<Edge>[],
  notSame: readonly (readonly [Place, Place])[],
  kept: KeptResults<Edge, readonly EdgeFact[]>,
): Generator<undefined, Fact[]> {
  const parted = (e: Edge): boolean => notSame.some(([x, y]) => parts(e, x, y) || parts(e, y, x));
  const together =
    notSame.length === 0
      ? lists
      : lists.map((list) => ({ ...list, links: list.links.filter((e) => !parted(e)) }));
  const nodes = profiles.flatMap(nodesOf);
  const groups = new Groups(nodes.length);
  for (const { links, a, b } of together) for (const { i, j } of links) groups.join(a + i, b + j);
  const numbers = new Int32Array(nodes.length);
  const found: EdgeFact[] = [];
  for (const group of groupLinks(together, groups)) {
    found.push(...kept.of(group, (links) => factsIn(links, nodes, numbers)));
    yield;
  }
  return found.sort((x, y) => byScore(x.first, y.first)).map(({ fact }) => fact);
}

/**
 * A group of edges in numbers that say all that its facts depend on: common words follow from the sentences.
 * @param numberOf the number of a sentence by its place
 */
export function tellEdges({ links, a, b }: LinkGroup<Edge>, numberOf: (place: number) => number): number[] {
  return links.flatMap(({ score }, k) => [numberOf(a[k] ?? 0), numberOf(b[k] ?? 0), score]);
}

/** A fact with the edge that its place among the others goes by. */
export interface EdgeFact {
  readonly fact: Fact;
  readonly first: Edge;
}

function factsIn(group: LinkGroup<Edge>, nodes: readonly Node[], numbers: Int32Array): EdgeFact[] {
  return joinNodes(group, nodes, numbers).flatMap((part) => {
    const fact = factOf(part);
    return fact === undefined ? [] : [{ fact, first: part.first }];
  });
}

function parts(edge: Edge, x: Place, y: Place): boolean {
  return fills(x, edge.a) && fills(y, edge.b);
}

const numbersOf = once(({ profile, sentence }: Node): readonly Mention[] =>
  profile.mentions.filter((m) => m.sentence === sentence),
);

/** Whether two sentences give other numbers of one thing: what they say is then not the same. */
function differIn(a: Node, b: Node): boolean {
  return otherNumbers(numbersOf(a), numbersOf(b));
}

function numbersInside(node: Node, span: Span): readonly Mention[] {
  return numbersOf(node).filter((m) => m.start < span.end && span.start < m.end);
}

function fills(place: Place, { profile, sentence: { sentence } }: Node): boolean {
  if (profile.article.path !== place.path) return false;
  const shared = Math.min(place.end, sentence.end) - Math.max(place.start, sentence.start);
  return shared >= (sentence.end - sentence.start) / 2;
}

/** Sentences that were joined, by their numbers in the group. */
interface Joined extends Growing<number> {
  readonly edges: Edge[];
  /** The strongest edge that touches one of its sentences. */
  first: Edge;
}

interface Part {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly first: Edge;
}

const nodesOf = once((profile: ArticleProfile): readonly Node[] =>
  profile.sentences.map((sentence) => ({ profile, sentence })),
);

/** The edges between two articles, the same objects each time; sentences with other numbers are told by the facts of those. */
export const edgesOf = once((aligned: AlignedArticles): readonly Edge[] => {
  const [left, right] = [nodesOf(aligned.a), nodesOf(aligned.b)];
  return aligned.sentences.flatMap(({ a: { index: i }, b: { index: j }, score, common }) => {
    const [a, b] = [left[i], right[j]];
    if (a === undefined || b === undefined) return [];
    const differ = otherNumbers(numbersInside(a, common.a), numbersInside(b, common.b));
    return differ ? [] : [{ a, b, i, j, score, common }];
  });
});

/** Parts that agree less than this on average stay apart. */
const LEAST_MEAN = 0.3;

/** Joins sentences over their alignments, strongest first; a join needs its sides to agree on average. */
function joinNodes(group: LinkGroup<Edge>, all: readonly Node[], numbers: Int32Array): Part[] {
  const scores = new LinkScores(group, [], (edge) => edge.score, numbers);
  const nodes = scores.places.map((place) => all[place]).filter((node) => node !== undefined);
  const means = new MeanVoices<number>((x, y) => {
    const [a, b] = [nodes[x], nodes[y]];
    if (a === undefined || b === undefined || differIn(a, b)) return 'never';
    return a.profile === b.profile ? 'silent' : (scores.between(x, y) ?? 0);
  });
  const partOf = new Map<number, Joined>();
  const partFor = (x: number, first: Edge): Joined => {
    let part = partOf.get(x);
    if (part === undefined) partOf.set(x, (part = { id: x, items: [x], edges: [], first }));
    return part;
  };
  const ordered = group.links.map((edge, k) => ({ edge, a: scores.a[k] ?? 0, b: scores.b[k] ?? 0 }));
  for (const { edge, a, b } of ordered.sort(
    (x, y) => y.edge.score - x.edge.score || x.a - y.a || x.b - y.b,
  )) {
    const left = partFor(a, edge);
    const right = partFor(b, edge);
    if (left !== right) {
      if (means.between(left, right, 0) < LEAST_MEAN) continue;
      if (byScore(right.first, left.first) < 0) left.first = right.first;
      left.items.push(...right.items);
      left.edges.push(...right.edges);
      for (const x of right.items) partOf.set(x, left);
    }
    left.edges.push(edge);
  }
  return [...new Set(partOf.values())]
    .filter((part) => part.items.length > 1)
    .map(({ items, edges, first }) => ({
      nodes: items.map((x) => nodes[x]).filter((node) => node !== undefined),
      edges,
      first,
    }));
}

function byScore(x: Edge, y: Edge): number {
  return y.score - x.score || compareNodes(x.a, y.a) || compareNodes(x.b, y.b);
}

function compareNodes(x: Node, y: Node): number {
  if (x.profile !== y.profile) return x.profile.article.path < y.profile.article.path ? -1 : 1;
  return x.sentence.index - y.sentence.index;
}

function factOf(part: Part): Fact | undefined {
  const nodes = [...part.nodes].sort(compareNodes);
  if (new Set(nodes.map((n) => n.profile)).size < 2) return undefined;
  const spans = new Map<Node, { start: number; end: number }>();
  const fuller = new Set<Node>();
  let copies = 0;
  let score = 0;
  for (const { a, b, common, score: s } of part.edges) {
    widen(spans, a, common.a);
    widen(spans, b, common.b);
    if (tellsMore(a, common.extraA) && common.extraB === null) fuller.add(a);
    if (tellsMore(b, common.extraB) && common.extraA === null) fuller.add(b);
    if (common.vagueA && !common.vagueB) fuller.add(a);
    if (common.vagueB && !common.vagueA) fuller.add(b);
    if (common.copied >= COPIED && common.words >= COPIED_WORDS && !common.otherNumbers) copies++;
    score = Math.max(score, s);
  }
  // The fact of the number tells it; as a text the two would seem to agree.
  if (saysOtherNumbers(nodes, spans)) return undefined;
  const against = contradictions(part.edges);
  const extended = fuller.size > 0 && fuller.size < nodes.length;
  const sides = against.size === 0 ? undefined : sidesOf(nodes, part.edges, against);
  const groupOf = (n: Node): string =>
    sides === undefined
      ? extended && fuller.has(n)
        ? 'B'
        : 'A'
      : groupLetters(sides.findIndex((g) => g.includes(n)));
  const mentions = nodes.map((n) =>
    textMention(n.profile.article, spans.get(n) ?? n.sentence.sentence, n.sentence, groupOf(n)),
  );
  const first = mentions[0];
  if (first === undefined) return undefined;
  const confidence = Math.min(1, score + 0.2);
  return {
    id: `t:${first.path}:${first.start}`,
    kind: 'statement',
    label: textLabel(first.text),
    relation: sides !== undefined ? 'differ' : extended ? 'refine' : 'agree',
    reasons:
      sides !== undefined
        ? [...against.values()].slice(0, 1).map(opposed)
        : reasonsOf(nodes, copies, extended),
    mentions,
    confidence: roundConfidence(sides === undefined ? confidence : Math.min(confidence, PERHAPS)),
  };
}

/** A contradiction rests on single words of sentences that are only alike, so it is never certain. */
const PERHAPS = CERTAIN - 0.05;
/** Sentences less alike than this, word by word, deny rather something else. */
const ALIKE = 0.6;

function contradictions(edges: readonly Edge[]): ReadonlyMap<Edge, Contradiction> {
  const found = new Map<Edge, Contradiction>();
  for (const edge of edges) {
    if (edge.common.copied < ALIKE) continue;
    const contradiction = edgeContradiction(edge);
    if (contradiction !== null) found.set(edge, contradiction);
  }
  return found;
}

const edgeContradiction = once(
  ({ a, b, common }: Edge): Contradiction | null =>
    contradictionOf(stretch(a, common.a), stretch(b, common.b)) ?? null,
);

function stretch(node: Node, { start, end }: Span): Stretch {
  return { start, end, prose: node.profile.article.text.prose, words: wordsOf(node) };
}

const wordsOf = once(({ profile, sentence: { sentence } }: Node) =>
  readWords(profile.article.text.prose, sentence),
);

/** Sentences that do not contradict each other, side by side; undefined where all are joined all the same. */
function sidesOf(
  nodes: readonly Node[],
  edges: readonly Edge[],
  against: ReadonlyMap<Edge, Contradiction>,
): Node[][] | undefined {
  const sides = new Map<Node, Node[]>(nodes.map((n) => [n, [n]]));
  for (const edge of edges) {
    const [left, right] = [sides.get(edge.a) ?? [], sides.get(edge.b) ?? []];
    if (against.has(edge) || left === right) continue;
    const joined = [...left, ...right];
    for (const n of joined) sides.set(n, joined);
  }
  const groups = [...new Set(nodes.map((n) => sides.get(n) ?? [n]))];
  return groups.length > 1 && groups.length < nodes.length + 1 ? groups : undefined;
}

function opposed({ a, b }: Contradiction): Message {
  return { message: '“{0}” here, “{1}” there', args: [a, b] };
}

function saysOtherNumbers(nodes: readonly Node[], spans: ReadonlyMap<Node, Span>): boolean {
  const numbers = nodes
    .map((n) => numbersInside(n, spans.get(n) ?? n.sentence.sentence))
    .filter((list) => list.length > 0);
  return numbers.some((a, i) => numbers.some((b, k) => k > i && otherNumbers(a, b)));
}

/** Whether words that only one of two sentences has add to what is told; who tells it does not. */
function tellsMore(node: Node, extra: Span | null): boolean {
  if (extra === null) return false;
  return !node.profile.article.analysis.statements.some((s) =>
    [...s.cue, ...(s.source === null ? [] : [s.source])].some(
      (c) => c.start < extra.end && extra.start < c.end,
    ),
  );
}

function reasonsOf(nodes: readonly Node[], copies: number, extended: boolean): Message[] {
  const reasons: Message[] = [];
  if (copies > 0) reasons.push(copied(nodes));
  if (extended) reasons.push({ message: 'one tells more', args: [] });
  return reasons;
}

/** Names the agency where the articles name one, and no other. */
function copied(nodes: readonly Node[]): Message {
  const agencies = new Set(nodes.flatMap((n) => agencyOf(n.profile.article) ?? []));
  const [agency] = agencies;
  return agency === undefined || agencies.size > 1
    ? { message: COPIED_REASON, args: [] }
    : { message: COPIED_FROM_REASON, args: [agency] };
}

function widen(
  spans: Map<Node, { start: number; end: number }>,
  node: Node,
  by: { start: number; end: number },
): void {
  const known = spans.get(node);
  if (known === undefined) spans.set(node, { start: by.start, end: by.end });
  else {
    known.start = Math.min(known.start, by.start);
    known.end = Math.max(known.end, by.end);
  }
}

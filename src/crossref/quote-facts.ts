import { overlaps } from '../text';
import { FactsByPath } from './facts-by-path';
import { groupLetters } from './group-letters';
import { textLabel } from './label';
import type { KeptResults, LinkGroup, LinkList } from './linked-groups';
import { groupLinks, Groups } from './linked-groups';
import type { Fact, FactMention, Message, Relation } from './model';
import { CERTAIN, roundConfidence } from './model';
import type { Gap, Match } from './quote-match';
import type { Quote } from './quotes';

/** A few other words in a long quotation are a difference; more are rather a translation of the same words. */
const CLOSE = 0.8;
/** Below the threshold of what is shown without "perhaps". */
const PERHAPS = CERTAIN - 0.05;

/** A fact with the match that its place among the others goes by. */
export interface QuoteFact {
  readonly fact: Fact;
  readonly first: Match;
}

/**
 * Facts of direct quotations that several articles have of one speaker: whether the words between the marks are the same, more here than
 * there, or other ones.
 * @param count how many quotations the articles have
 * @param kept what was found out of groups of quotations before
 */
export function quoteFacts(
  count: number,
  lists: readonly LinkList<Match>[],
  kept: KeptResults<Match, readonly QuoteFact[]>,
): Fact[] {
  const groups = new Groups(count);
  for (const { links, a, b } of lists) for (const { i, j } of links) groups.join(a + i, b + j);
  return groupLinks(lists, groups)
    .flatMap((group) => kept.of(group, factsIn))
    .sort((x, y) => byLikeness(x.first, y.first))
    .map(({ fact }) => fact);
}

/** Quotations of one saying, with the strongest match among them. */
interface Saying {
  readonly quotes: readonly Quote[];
  readonly first: Match;
}

function factsIn({ links: matches }: LinkGroup<Match>): QuoteFact[] {
  const sayings = new Map<Quote, Saying>();
  const ordered = [...matches].sort(byLikeness);
  for (const match of ordered) {
    const [left, right] = [match.a, match.b].map((q) => sayings.get(q) ?? { quotes: [q], first: match });
    if (left === undefined || right === undefined || left === right) continue;
    if (left.quotes.some((x) => right.quotes.some((y) => isOther(x, y)))) continue;
    const first = byLikeness(right.first, left.first) < 0 ? right.first : left.first;
    const joined = { quotes: [...left.quotes, ...right.quotes], first };
    for (const quote of joined.quotes) sayings.set(quote, joined);
  }
  const inside = new Map<Saying, Match[]>([...sayings.values()].map((saying) => [saying, []]));
  for (const match of ordered) {
    const saying = sayings.get(match.a);
    if (saying !== undefined && saying === sayings.get(match.b)) inside.get(saying)?.push(match);
  }
  return [...inside].flatMap(([{ quotes, first }, matches]) => {
    const fact = factOf(quotes, matches);
    return fact === undefined ? [] : [{ fact, first }];
  });
}

function byLikeness(x: Match, y: Match): number {
  return y.likeness - x.likeness || compareQuotes(x.a, y.a) || compareQuotes(x.b, y.b);
}

/** Whether an article quotes both, as two sayings. */
function isOther(x: Quote, y: Quote): boolean {
  return x.profile === y.profile && x.wording !== y.wording;
}

/** @param inside the matches between the quotations, the strongest first */
function factOf(group: readonly Quote[], inside: readonly Match[]): Fact | undefined {
  const quotes = [...group].sort(compareQuotes);
  const relation = inside.reduce<Relation>((worst, m) => worse(worst, m.relation), 'agree');
  const [first] = quotes;
  if (first === undefined || new Set(quotes.map((q) => q.profile)).size < 2) return undefined;
  const groups = groupQuotes(quotes, inside, relation);
  const letters = new Map(groups.flatMap((g, i) => g.map((q) => [q, groupLetters(i)])));
  const close = inside.some((m) => m.relation === 'differ' && m.likeness >= CLOSE);
  return {
    id: `d:${first.profile.article.path}:${first.start}`,
    kind: 'statement',
    label: textLabel(first.profile.article.text.prose.slice(first.start, first.end)),
    relation,
    reasons: reasonsOf(inside, relation),
    mentions: quotes.map((q) => mentionOf(q, letters.get(q) ?? '')),
    confidence: roundConfidence(
      relation === 'differ' && !close ? PERHAPS : Math.max(...inside.map((m) => m.likeness)),
    ),
  };
}

/** Those with the same words; where some have others, also those that only leave words out. */
function groupQuotes(quotes: readonly Quote[], matches: readonly Match[], relation: Relation): Quote[][] {
  const agreeing = new Map<Quote, Set<Quote>>(quotes.map((quote) => [quote, new Set()]));
  for (const { a, b, relation: between } of relation === 'differ' ? matches : []) {
    if (between === 'differ') continue;
    agreeing.get(a)?.add(b);
    agreeing.get(b)?.add(a);
  }
  const groups: Quote[][] = [];
  for (const quote of quotes) {
    const agree = agreeing.get(quote);
    const own = groups.find((g) => g.some((x) => x.wording === quote.wording || agree?.has(x) === true));
    if (own === undefined) groups.push([quote]);
    else own.push(quote);
  }
  return groups;
}

function worse(a: Relation, b: Relation): Relation {
  return a === 'differ' || b === 'differ' ? 'differ' : a === 'refine' ? a : b;
}

function reasonsOf(matches: readonly Match[], relation: Relation): Message[] {
  const told = matches.find((m) => m.relation === relation);
  if (told === undefined || relation === 'agree') return [];
  if (relation === 'refine') return [{ message: 'one quotes more', args: [] }];
  const [gap] = told.gaps.filter((g) => !g.omits).sort((x, y) => width(y) - width(x));
  if (gap === undefined) return [];
  const args = [shown(told.a, gap.a), shown(told.b, gap.b)];
  return [{ message: 'quoted with other words: “{0}” here, “{1}” there', args }];
}

function width({ a, b }: Gap): number {
  return Math.max(a[1] - a[0], b[1] - b[0]);
}

const MOST_SHOWN = 12;

/** The words of a gap with one to each side. */
function shown({ profile, words }: Quote, [from, to]: readonly [number, number]): string {
  const first = Math.max(0, from - 1);
  const last = Math.min(words.length - 1, to);
  const end = Math.min(last, first + MOST_SHOWN - 1);
  const text = profile.article.text.prose.slice(words[first]?.start ?? 0, words[end]?.end ?? 0);
  return `${text.replace(/\s+/gu, ' ')}${end < last ? ' …' : ''}`;
}

function mentionOf({ profile, sentence, start, end, speaker }: Quote, group: string): FactMention {
  return {
    path: profile.article.path,
    start,
    end,
    text: profile.article.text.prose.slice(start, end),
    value: null,
    unit: null,
    speaker,
    group,
    context: { start: Math.min(start, sentence.sentence.start), end: Math.max(end, sentence.sentence.end) },
  };
}

function compareQuotes(x: Quote, y: Quote): number {
  const [a, b] = [x.profile.article.path, y.profile.article.path];
  return a === b ? x.start - y.start : a < b ? -1 : 1;
}

/**
 * Facts of what is said, with quotations told once: a text that seems to agree gives way to a quotation whose words differ, and a
 * quotation to a text that says the same of it.
 */
export function withQuotes(texts: readonly Fact[], quotes: readonly Fact[]): Fact[] {
  const told = new FactsByPath(texts);
  const telling = quotes.filter((q) => q.relation === 'differ' || told.fitting(q, overlaps) === undefined);
  const differing = new FactsByPath(telling.filter((q) => q.relation === 'differ'));
  return [
    ...telling,
    ...texts.filter((t) => t.relation === 'differ' || differing.fitting(t, overlaps) === undefined),
  ];
}

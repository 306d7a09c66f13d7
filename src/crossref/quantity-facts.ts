import { firstTokenFrom } from '../text';
import type { MentionCluster } from './cluster';
import { compareMentions } from './cluster';
import { groupLetters } from './group-letters';
import type { Mention } from './mention';
import type { Fact, FactMention, Relation } from './model';
import { CERTAIN, roundConfidence } from './model';
import { reasonsFor } from './reasons';
import { groupByValue, relateMentions, worse } from './relation';
import { endsClause } from './sentence-profile';
import { speakerAt } from './speaker';

/**
 * Makes a fact of a cluster; undefined where it stays inside one article.
 * @param dateOf the day of a mention's article, where known
 */
export function quantityFact(
  cluster: MentionCluster,
  dateOf: (m: Mention) => string | undefined,
): Fact | undefined {
  const mentions = [...cluster.mentions].sort(compareMentions);
  const first = mentions[0];
  if (first === undefined || new Set(mentions.map((m) => m.article)).size < 2) return undefined;
  const groups = groupByValue(mentions);
  const relation = relationOf(groups);
  const groupName = new Map<Mention, string>();
  groups.forEach((group, i) => group.forEach((m) => groupName.set(m, groupLetters(i))));
  return {
    id: `q:${first.article.path}:${first.start}`,
    kind: 'quantity',
    label: labelOf(mentions),
    relation,
    reasons: reasonsFor(groups, dateOf),
    mentions: mentions.map((m) => factMention(m, groupName.get(m) ?? '')),
    confidence: roundConfidence(
      relation === 'differ' && !differsForCertain(cluster)
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

function relationOf(groups: readonly Mention[][]): Relation {
  let relation: Relation = 'agree';
  groups.forEach((left, i) => {
    for (const right of groups.slice(i + 1)) {
      const a = left[0];
      const b = right[0];
      if (a !== undefined && b !== undefined) relation = worse(relation, relateMentions(a, b));
    }
  });
  return relation;
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

const WORDS_BEFORE = 4;
const WORDS_AFTER = 6;

/**
 * What is told, in few words: what happened to whom ("people killed") where that is known, else the words around the number, without
 * it ("the hospital has … beds"), of the mention with the most to say.
 */
function labelOf(mentions: readonly Mention[]): string {
  const fated = mentions.find((m) => m.quantity.fate !== undefined);
  if (fated?.quantity.fate !== undefined) return fateLabel(mentions, fated.quantity.fate);
  const labels = mentions.map(wordsAround);
  return labels.reduce((best, label) => (label.length > best.length ? label : best), '');
}

/** The shortest thing that was counted, with what happened to it. */
function fateLabel(mentions: readonly Mention[], fate: string): string {
  const things = mentions.flatMap((m) => m.quantity.thing?.replace(/\s+/gu, ' ') ?? []);
  const named = things.filter((thing) => !tellsFate(thing, fate) && thing.split(' ').length <= 4);
  const [thing] = named.sort((a, b) => a.length - b.length);
  return thing === undefined ? fate : `${thing} ${fate}`;
}

/** Things that say what happened themselves: "the dead", "a toll of". */
function tellsFate(thing: string, fate: string): boolean {
  return (
    thing.toLowerCase().includes(fate) ||
    /\b(dead|deaths?|toll|fatalit|casualt|injur|wound|arrest)/iu.test(thing)
  );
}

function wordsAround(m: Mention): string {
  const { text } = m.article;
  const { sentence } = m.sentence;
  const first = firstTokenFrom(text, m.start);
  let from = first;
  while (from > sentence.firstToken && first - from < WORDS_BEFORE && !endsClause(m.article, from - 1))
    from--;
  const behind = firstTokenFrom(text, m.end);
  let to = behind;
  while (to < sentence.endToken && to - behind < WORDS_AFTER && !endsClause(m.article, to)) to++;
  const start = text.tokens.start[from] ?? m.start;
  const end = text.tokens.end[to - 1] ?? m.end;
  const words = `${text.prose.slice(start, m.start)}…${text.prose.slice(m.end, Math.max(end, m.end))}`;
  return words
    .replace(/\s+/gu, ' ')
    .replace(/["“”]/gu, '')
    .replace(/[ .,:;!?]+$/u, '')
    .trim();
}

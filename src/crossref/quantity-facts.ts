import { groupLetters } from './group-letters';
import type { MentionCluster } from './cluster';
import { compareMentions } from './cluster';
import type { Mention } from './mention';
import type { Fact, FactMention, Message, Relation } from './model';
import { groupByValue, relateMentions, worse } from './relation';

/** Makes a fact of a cluster; undefined where it stays inside one article. */
export function quantityFact(cluster: MentionCluster): Fact | undefined {
  const mentions = [...cluster.mentions].sort(compareMentions);
  if (new Set(mentions.map((m) => m.article)).size < 2) return undefined;
  const groups = groupByValue(mentions);
  const groupName = new Map<Mention, string>();
  groups.forEach((group, i) => group.forEach((m) => groupName.set(m, groupLetters(i))));
  const { relation, reasons } = relateGroups(groups);
  const first = mentions[0];
  return {
    id: `q:${first?.article.path ?? ''}:${first?.start ?? 0}`,
    kind: 'quantity',
    label: labelOf(mentions),
    relation,
    reasons,
    mentions: mentions.map((m) => factMention(m, groupName.get(m) ?? '')),
    confidence: cluster.confidence,
  };
}

function relateGroups(groups: readonly Mention[][]): { relation: Relation; reasons: Message[] } {
  let relation: Relation = 'agree';
  const reasons: Message[] = [];
  groups.forEach((left, i) => {
    for (const right of groups.slice(i + 1)) {
      const a = left[0];
      const b = right[0];
      if (a === undefined || b === undefined) continue;
      const between = relateMentions(a, b);
      relation = worse(relation, between);
      if (between === 'differ')
        reasons.push({ message: '{0} ≠ {1}', args: [a.quantity.text, b.quantity.text] });
      else reasons.push({ message: '{0} is compatible with {1}', args: [a.quantity.text, b.quantity.text] });
    }
  });
  return { relation, reasons };
}

function factMention(m: Mention, group: string): FactMention {
  return {
    path: m.article.path,
    start: m.start,
    end: m.end,
    text: m.quantity.text,
    value: m.quantity.value,
    unit: m.quantity.unit,
    speaker: null,
    group,
    context: { start: m.sentence.sentence.start, end: m.sentence.sentence.end },
  };
}

function labelOf(mentions: readonly Mention[]): string {
  const m = mentions[0];
  if (m === undefined) return '';
  return m.article.text.prose.slice(m.sentence.sentence.start, m.sentence.sentence.end).slice(0, 60);
}

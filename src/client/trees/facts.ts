import * as vscode from 'vscode';
import type { FactItem, Overview, RelationName } from '../../protocol';
import { countArticles } from '../counts';
import type { Node } from './node';
import { groupBy, oneLine } from './node';

const ORDER: readonly RelationName[] = ['differ', 'refine', 'agree'];

/** The Facts tree: by story; in each, what differs first, then what only one article has, then the rest. */
export function factNodes(overview: Overview): Node[] {
  const stories = groupBy(overview.facts, (fact) => fact.story);
  for (const { story } of overview.onlyHere) if (!stories.has(story)) stories.set(story, []);
  return [...stories].map(([story, facts]) => storyNode(story, facts, overview, stories.size === 1));
}

function storyNode(story: string, facts: readonly FactItem[], overview: Overview, alone: boolean): Node {
  const groups = ORDER.map((relation) => {
    const members = facts.filter((fact) => fact.relation === relation);
    return relationNode(relation, members);
  });
  const only = overview.onlyHere.filter((mention) => mention.story === story);
  const onlyNode: Node = {
    label: vscode.l10n.t('Only here'),
    description: String(only.length),
    icon: new vscode.ThemeIcon('circle-outline'),
    children: [...groupBy(only, (m) => m.path)].map(([path, mentions]) => ({
      label: inStory(path, story),
      tooltip: path,
      description: String(mentions.length),
      icon: vscode.ThemeIcon.File,
      children: mentions.map((m) => ({
        label: oneLine(m.words),
        description: m.around,
        tooltip: m.around,
        spoken: `${m.words}. ${m.around}`,
        place: m,
      })),
    })),
  };
  const [differ, ...rest] = groups;
  const children = [...(differ === undefined ? [] : [differ]), onlyNode, ...rest];
  const articles = overview.articles.filter((a) => a.story === story).length;
  return {
    label: story,
    description: countArticles(articles),
    icon: new vscode.ThemeIcon('files'),
    expanded: alone,
    children: children.filter((node) => (node.children?.length ?? 0) > 0),
  };
}

function relationNode(relation: RelationName, facts: readonly FactItem[]): Node {
  const labels: Record<RelationName, string> = {
    differ: vscode.l10n.t('Differ'),
    refine: vscode.l10n.t('One is more exact'),
    agree: vscode.l10n.t('Agree'),
  };
  return {
    label: labels[relation],
    description: String(facts.length),
    icon: relationIcon(relation),
    expanded: relation === 'differ',
    children: [...facts].sort((a, b) => Number(b.certain) - Number(a.certain)).map(factNode),
  };
}

/** The icon of a fact: what may not be the same thing at all gets no warning. */
function factIcon({ relation, certain }: FactItem): vscode.ThemeIcon {
  return certain ? relationIcon(relation) : new vscode.ThemeIcon('question');
}

/** The icon that stands for a relation everywhere. */
export function relationIcon(relation: RelationName): vscode.ThemeIcon {
  if (relation === 'differ')
    return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  return new vscode.ThemeIcon(relation === 'refine' ? 'zoom-in' : 'check');
}

function factNode(fact: FactItem): Node {
  const perhaps = fact.certain ? '' : `${vscode.l10n.t('perhaps')} · `;
  const reason = fact.reasons[0] ?? '';
  return {
    label: oneLine(fact.label),
    description: perhaps + oneLine(reason, 60),
    tooltip: fact.reasons.join('\n'),
    icon: factIcon(fact),
    spoken: `${fact.label}. ${perhaps}${reason}`,
    context: 'fact',
    children: fact.mentions.map((mention) => mentionNode(fact, mention)),
  };
}

/** An article's words. Whole sentences begin alike and leave no room, so that there the article stands first. */
function mentionNode({ kind, story }: FactItem, mention: FactItem['mentions'][number]): Node {
  const words = oneLine(mention.words);
  const told = [inStory(mention.path, story), mention.speaker ?? ''].filter((s) => s !== '').join(' · ');
  const [label, description] = kind === 'statement' ? [told, words] : [words, told];
  return { label, description, tooltip: `${mention.path}\n${mention.words}`, place: mention };
}

/** A path as it reads under its story, which often is its folder. */
function inStory(path: string, story: string): string {
  return story !== '' && path.startsWith(`${story}/`) ? path.slice(story.length + 1) : path;
}

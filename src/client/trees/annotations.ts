import * as vscode from 'vscode';
import type { AnnotatedArticle, AnnotationItem, Range } from '../../protocol';
import { homeInWords } from '../annotations/adoption';
import { changeInWords, quoteOf } from '../annotations/change-words';
import { statusIcon, statusLabel } from '../annotations/statuses';
import type { WaitingChange } from '../annotations/waiting';
import { countAnnotations } from '../counts';
import { articleName } from '../places';
import { quoted } from '../quoted';
import type { AnnotationFilter } from './annotation-filter';
import { reviewersOf } from './annotation-filter';
import type { Node } from './node';
import { groupBy, oneLine } from './node';

/** An annotation with the article it stands in. */
interface Entry {
  readonly article: AnnotatedArticle;
  readonly item: AnnotationItem;
}

/**
 * The Annotations tree: changes that wait to be saved, articles that are gone, then the rest by article, status, reviewer or tag; in
 * each group annotations that lost their words come first.
 */
export function annotationNodes(
  articles: readonly AnnotatedArticle[],
  waiting: readonly WaitingChange[],
  filter: AnnotationFilter,
): Node[] {
  const shown = [...articles]
    .filter(({ path }) => filter.acceptsArticle(path))
    .sort((a, b) => a.path.localeCompare(b.path));
  const orphans = shown.filter((article) => article.orphaned);
  const rest = shown.filter((article) => !article.orphaned);
  return [
    ...(waiting.length === 0 ? [] : [waitingNode(waiting)]),
    ...orphans.map((article) => orphanNode(article, filter)),
    ...(filter.grouping === 'article'
      ? rest.map((article) => articleNode(article, filter))
      : groupNodes(rest, filter)
    ).filter((node) => (node.children?.length ?? 0) > 0 || node.tooltip !== undefined),
  ];
}

function waitingNode(changes: readonly WaitingChange[]): Node {
  return {
    label: vscode.l10n.t('Waiting to be saved'),
    description: String(changes.length),
    tooltip: vscode.l10n.t('These changes could not be written to their annotation files.'),
    icon: new vscode.ThemeIcon('save', new vscode.ThemeColor('list.warningForeground')),
    context: 'waitingChanges',
    expanded: true,
    children: changes.map((waiting): Node => {
      const name = articleName(vscode.Uri.parse(waiting.uri));
      const words = oneLine(changeInWords(waiting.change), 60);
      const quote = oneLine(quoteOf(waiting.change), 60);
      const start = { line: 0, character: 0 };
      return {
        label: words === '' ? vscode.l10n.t('(no note)') : words,
        description: quote === '' ? name : `${quoted(quote)} · ${name}`,
        tooltip: `${name}\n${waiting.reason}\n\n${changeInWords(waiting.change)}`,
        icon: new vscode.ThemeIcon('comment-unresolved'),
        spoken: vscode.l10n.t('Waiting to be saved: {0}. {1}', words, waiting.reason),
        context: 'waiting',
        waiting,
        place: { uri: waiting.uri, path: name, range: { start, end: start } },
      };
    }),
  };
}

function orphanNode(article: AnnotatedArticle, filter: AnnotationFilter): Node {
  const homes = article.homes.map((home): Node => {
    const label = vscode.l10n.t('Perhaps now {0}', home.path);
    const start = { line: 0, character: 0 };
    return {
      label,
      description: homeInWords(home),
      icon: new vscode.ThemeIcon('arrow-right'),
      spoken: `${label}, ${homeInWords(home)}`,
      context: 'home',
      orphan: article,
      home,
      place: { uri: home.uri, path: home.path, range: { start, end: start } },
    };
  });
  const node = articleNode(article, filter);
  return { ...node, context: 'orphan', orphan: article, children: [...homes, ...(node.children ?? [])] };
}

function articleNode(article: AnnotatedArticle, filter: AnnotationFilter): Node {
  const entries = article.items.filter((item) => filter.accepts(item)).map((item) => ({ article, item }));
  const gone = article.orphaned ? vscode.l10n.t('the article is gone') : undefined;
  const problem = article.readOnly ?? gone;
  return {
    label: article.path,
    description: problem ?? String(entries.length),
    ...(problem === undefined ? {} : { tooltip: problem }),
    icon: problem === undefined ? vscode.ThemeIcon.File : new vscode.ThemeIcon('warning'),
    spoken: [article.path, problem, countAnnotations(entries.length)].filter(Boolean).join(', '),
    context: article.inConflict ? 'article.conflict' : 'article',
    article,
    expanded: true,
    children: inOrder(entries).map((entry) => itemNode(entry, false)),
  };
}

/** Rows under what they share; one with two tags or two reviewers stands under both. */
function groupNodes(articles: readonly AnnotatedArticle[], filter: AnnotationFilter): Node[] {
  const entries = articles.flatMap((article) =>
    article.items.filter((item) => filter.accepts(item)).map((item) => ({ article, item })),
  );
  const keyed = inOrder(entries).flatMap((entry) => keysOf(entry, filter).map((key) => ({ key, entry })));
  return [...groupBy(keyed, ({ key }) => key)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, members]) => ({
      label: key,
      description: String(members.length),
      spoken: `${key}, ${countAnnotations(members.length)}`,
      expanded: true,
      children: members.map(({ entry }) => itemNode(entry, true)),
    }));
}

function keysOf({ item }: Entry, { grouping }: AnnotationFilter): string[] {
  if (grouping === 'status') return [statusLabel(item.status)];
  if (grouping === 'reviewer') return reviewersOf(item);
  return item.tags.length === 0 ? [vscode.l10n.t('(no tag)')] : item.tags.map((tag) => `#${tag}`);
}

function inOrder(entries: readonly Entry[]): Entry[] {
  const lost = ({ item }: Entry): number => (item.range === null && item.anchor !== 'article' ? 0 : 1);
  const line = ({ item }: Entry): number => item.range?.start.line ?? -1;
  return [...entries].sort(
    (a, b) => lost(a) - lost(b) || a.article.path.localeCompare(b.article.path) || line(a) - line(b),
  );
}

function itemNode({ article, item }: Entry, withPath: boolean): Node {
  const words = item.quote === '' ? vscode.l10n.t('Whole article') : oneLine(item.quote, 60);
  // Of an article that is gone nobody can say where its words are.
  const state = article.orphaned ? '' : stateOf(item);
  const parts = [statusLabel(item.status), state, oneLine(item.note, 60)];
  if (withPath) parts.push(article.path);
  const start = { line: 0, character: 0 };
  const place = { uri: article.uri, path: article.path, range: item.range ?? { start, end: start } };
  const annotation = { uri: article.uri, id: item.id };
  return {
    label: words,
    description: parts.filter((part) => part !== '').join(' · '),
    tooltip: `${item.by} · ${item.made}\n${contextOf(item)}\n${item.note}`,
    icon: statusIcon(item.status),
    spoken: [words, statusLabel(item.status), state, item.by, item.note].filter((p) => p !== '').join(', '),
    context: `annotation.${item.anchor}${item.conflicts.length > 0 && article.readOnly === null ? '.conflict' : ''}`,
    annotation,
    ...(article.orphaned ? {} : { place }),
    children: article.orphaned ? [] : [...candidateNodes(article, item), ...seeNodes(item)],
  };
}

/** What is not as it should be with an annotation's place; '' where nothing is. */
function stateOf(item: AnnotationItem): string {
  if (item.conflicts.length > 0) return vscode.l10n.t('two versions');
  switch (item.anchor) {
    case 'lost':
      return vscode.l10n.t('words gone');
    case 'changed':
      return vscode.l10n.t('words changed');
    case 'ambiguous':
      return vscode.l10n.t('place not certain');
    default:
      return '';
  }
}

/** The old words with what stood around them. */
function contextOf({ before, quote, after }: AnnotationItem): string {
  return quote === '' ? '' : `…${before}[${quote}]${after}…`.replace(/\s+/g, ' ');
}

/** Where an annotation may belong whose place is not certain. */
function candidateNodes({ uri, path }: AnnotatedArticle, item: AnnotationItem): Node[] {
  if (item.anchor === 'exact' || item.anchor === 'moved') return [];
  return item.candidates.map((range: Range) => ({
    label: vscode.l10n.t('Perhaps line {0}', range.start.line + 1),
    icon: new vscode.ThemeIcon('link'),
    context: 'candidate',
    annotation: { uri, id: item.id },
    candidate: range,
    place: { uri, path, range },
  }));
}

/** What an annotation of a fact points to. */
function seeNodes(item: AnnotationItem): Node[] {
  return item.sees.map(({ article, quote, place }) => ({
    label: quote === null ? article : quoted(oneLine(quote, 60)),
    description: place === null ? `${article} · ${vscode.l10n.t('not found there now')}` : article,
    icon: new vscode.ThemeIcon('references'),
    ...(place === null ? {} : { place }),
  }));
}

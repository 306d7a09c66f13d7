import * as vscode from 'vscode';
import type { AnnotatedArticle, AnnotationItem, StatusName } from '../../protocol';
import { pickStatus, statusIcon, statusLabel } from '../annotations/statuses';
import type { Node } from './node';
import { oneLine } from './node';

/** What the Annotations tree is narrowed to. */
export class AnnotationFilter {
  private status: StatusName | undefined;
  private words = '';

  /** In words, for beside the tree's title. */
  get label(): string {
    if (this.status !== undefined) return statusLabel(this.status);
    return this.words === '' ? '' : `“${this.words}”`;
  }

  /** Asks for a new filter; false when the person leaves it as it was. */
  async ask(): Promise<boolean> {
    const choices = {
      all: vscode.l10n.t('Show all'),
      status: vscode.l10n.t('By status…'),
      words: vscode.l10n.t('By reviewer, tag or words…'),
    };
    const choice = await vscode.window.showQuickPick(Object.values(choices));
    if (choice === undefined) return false;
    const status = choice === choices.status ? await pickStatus() : undefined;
    const words = choice === choices.words ? await vscode.window.showInputBox() : '';
    if (words === undefined || (choice === choices.status && status === undefined)) return false;
    this.status = status;
    this.words = words.trim();
    return true;
  }

  /** Whether an annotation is to be shown. */
  accepts(item: AnnotationItem): boolean {
    if (this.status !== undefined) return item.status === this.status;
    const all = [item.by, item.note, item.quote, ...item.tags.map((t) => `#${t}`)];
    all.push(...item.replies.flatMap((r) => [r.by, r.text]));
    return all.join('\n').toLowerCase().includes(this.words.toLowerCase());
  }
}

/** The Annotations tree: articles that are gone first, then annotations that lost their words, then the rest in text order. */
export function annotationNodes(articles: readonly AnnotatedArticle[], filter: AnnotationFilter): Node[] {
  return [...articles]
    .sort((a, b) => Number(b.orphaned) - Number(a.orphaned) || a.path.localeCompare(b.path))
    .map((article) => articleNode(article, filter))
    .filter((node) => (node.children?.length ?? 0) > 0 || node.tooltip !== undefined);
}

function articleNode(article: AnnotatedArticle, filter: AnnotationFilter): Node {
  const items = article.items.filter((item) => filter.accepts(item));
  const lost = (item: AnnotationItem): number => (item.range === null && item.anchor !== 'article' ? 0 : 1);
  const line = (item: AnnotationItem): number => item.range?.start.line ?? -1;
  const sorted = [...items].sort((a, b) => lost(a) - lost(b) || line(a) - line(b));
  const gone = article.orphaned ? vscode.l10n.t('the article is gone') : undefined;
  const problem = article.readOnly ?? gone;
  return {
    label: article.path,
    description: problem ?? String(items.length),
    ...(problem === undefined ? {} : { tooltip: problem }),
    icon: problem === undefined ? vscode.ThemeIcon.File : new vscode.ThemeIcon('warning'),
    expanded: true,
    children: sorted.map((item) => itemNode(article, item)),
  };
}

function itemNode(article: AnnotatedArticle, item: AnnotationItem): Node {
  const words = item.quote === '' ? vscode.l10n.t('Whole article') : oneLine(item.quote, 60);
  const lost = item.anchor === 'lost' ? vscode.l10n.t('words gone') : undefined;
  const place = { uri: article.uri, path: article.path };
  const start = { line: 0, character: 0 };
  return {
    label: words,
    description: [statusLabel(item.status), lost, oneLine(item.note, 60)].filter(Boolean).join(' · '),
    tooltip: `${item.by} · ${item.made}\n${item.note}`,
    icon: statusIcon(item.status),
    spoken: `${words}, ${statusLabel(item.status)}, ${item.by}. ${item.note}`,
    ...(article.orphaned ? {} : { place: { ...place, range: item.range ?? { start, end: start } } }),
  };
}

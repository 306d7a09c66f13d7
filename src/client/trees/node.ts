import * as vscode from 'vscode';
import type { AnnotatedArticle, HomeItem, Place, Range } from '../../protocol';
import type { WaitingChange } from '../annotations/waiting';
import { toRange } from '../places';

/** A row of a tree: what it says, where it leads, and the rows under it. */
export interface Node {
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly icon?: vscode.ThemeIcon;
  readonly place?: Place;
  readonly children?: readonly Node[];
  readonly expanded?: boolean;
  /** What a screen reader says, where the label alone is not enough. */
  readonly spoken?: string;
  /** What menus know the row by (`viewItem`). */
  readonly context?: string;
  /** What the row stands for, for commands that are run on it. */
  readonly annotation?: { readonly uri: string; readonly id: string };
  readonly candidate?: Range;
  readonly article?: AnnotatedArticle;
  readonly orphan?: AnnotatedArticle;
  readonly home?: HomeItem;
  readonly waiting?: WaitingChange;
}

/** Serves nodes that were built whole to one of the editor's tree views. */
export class NodeTree implements vscode.TreeDataProvider<Node> {
  private readonly changed = new vscode.EventEmitter<undefined>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly load: () => Promise<readonly Node[]>) {}

  /** Asks again soon; several calls in a row are one. */
  refresh(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed.fire(undefined), 150);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    return [...(node === undefined ? await this.load() : (node.children ?? []))];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const leaf = node.children === undefined || node.children.length === 0;
    const item = new vscode.TreeItem(node.label, leaf ? None : node.expanded === true ? Expanded : Collapsed);
    if (node.description !== undefined) item.description = node.description;
    if (node.tooltip !== undefined) item.tooltip = node.tooltip;
    if (node.icon !== undefined) item.iconPath = node.icon;
    if (node.spoken !== undefined) item.accessibilityInformation = { label: node.spoken };
    const context = node.context ?? (node.place === undefined ? undefined : 'place');
    if (context !== undefined) item.contextValue = context;
    if (node.place !== undefined) {
      item.command = {
        command: 'vscode.open',
        title: vscode.l10n.t('Open'),
        arguments: [
          vscode.Uri.parse(node.place.uri),
          { selection: toRange(node.place.range), preview: true },
        ],
      };
    }
    return item;
  }
}

/** A row's text on one line, cut where it grows too long for a tree. */
export function oneLine(words: string, length = 90): string {
  const flat = words.replace(/\s+/g, ' ').trim();
  return flat.length > length ? `${flat.slice(0, length - 1)}…` : flat;
}

/** Groups items by a key, keeping the order in which the keys first appear. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const k = key(item);
    const group = groups.get(k);
    if (group === undefined) groups.set(k, [item]);
    else group.push(item);
  }
  return groups;
}

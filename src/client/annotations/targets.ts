import * as vscode from 'vscode';
import type { AnnotationItem } from '../../protocol';
import { toRange } from '../places';
import { isAnnotatable } from '../settings';
import type { AnnotatedArticles } from './annotated-articles';
import { statusLabel } from './statuses';
import type { AnnotationThreads } from './threads';

/** An annotation that a command is to act on. */
export interface Target {
  readonly uri: vscode.Uri;
  readonly item: AnnotationItem;
}

/** A row of the Annotations tree that stands for an annotation. */
interface TargetRow {
  readonly annotation: { readonly uri: string; readonly id: string };
}

/** Finds the annotation that a command was called on. */
export class Targets {
  constructor(
    private readonly threads: AnnotationThreads,
    private readonly articles: AnnotatedArticles,
  ) {}

  /** A thread, a row of the tree, an id, or the one under the cursor; else the person picks. */
  async of(argument: unknown): Promise<Target | undefined> {
    if (isThread(argument)) {
      const item = this.threads.itemOf(argument);
      return item === undefined ? undefined : { uri: argument.uri, item };
    }
    if (isTargetRow(argument)) return this.ofRow(argument);
    const editor = neededArticle();
    if (editor === undefined) return undefined;
    const { uri } = editor.document;
    const list = this.threads.list(uri);
    const items = list?.items ?? [];
    const named = items.find((item) => item.id === argument);
    if (named !== undefined) return { uri, item: named };
    const here = items.filter(
      (item) => item.range !== null && toRange(item.range).contains(editor.selection.active),
    );
    const item =
      here.length === 1
        ? here[0]
        : await pickAnnotation(here.length > 1 ? here : items, list?.readOnly ?? null);
    return item === undefined ? undefined : { uri, item };
  }

  private async ofRow({ annotation: { uri, id } }: TargetRow): Promise<Target | undefined> {
    const address = vscode.Uri.parse(uri);
    const open = this.threads.list(address)?.items;
    const items = open ?? (await this.articles.list()).find((article) => article.uri === uri)?.items ?? [];
    const item = items.find((candidate) => candidate.id === id);
    return item === undefined ? undefined : { uri: address, item };
  }
}

/** @param problem why the annotation file cannot be read or written, if so: there may be annotations all the same */
async function pickAnnotation(
  items: readonly AnnotationItem[],
  problem: string | null,
): Promise<AnnotationItem | undefined> {
  if (items.length === 0) {
    const none = vscode.l10n.t('This article has no annotations yet.');
    void vscode.window.showInformationMessage(problem ?? none);
    return undefined;
  }
  const choices = items.map((item) => ({
    item,
    label: item.quote === '' ? vscode.l10n.t('Whole article') : item.quote.replace(/\s+/g, ' ').slice(0, 80),
    description: statusLabel(item.status),
    detail: item.note.replace(/\s+/g, ' ').slice(0, 120),
  }));
  return (await vscode.window.showQuickPick(choices, { placeHolder: vscode.l10n.t('Which annotation?') }))
    ?.item;
}

/** The active editor, if it shows an article that is a file. */
export function articleEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor !== undefined && isAnnotatable(editor.document) ? editor : undefined;
}

/** The same for a command that needs one: where there is none it says what to do. */
export function neededArticle(): vscode.TextEditor | undefined {
  const editor = articleEditor();
  if (editor !== undefined) return editor;
  const unsaved = vscode.window.activeTextEditor?.document.isUntitled === true;
  const save = vscode.l10n.t('Save the article as a file first.');
  void vscode.window.showInformationMessage(unsaved ? save : vscode.l10n.t('Open the article first.'));
  return undefined;
}

/** Shows an article, unless its editor is the active one already. */
export async function showArticle(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const active = vscode.window.activeTextEditor;
  if (active?.document.uri.toString() === uri.toString()) return active;
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

function isThread(value: unknown): value is vscode.CommentThread {
  return typeof value === 'object' && value !== null && 'collapsibleState' in value && 'comments' in value;
}

function isTargetRow(value: unknown): value is TargetRow {
  return (
    typeof value === 'object' && value !== null && 'annotation' in value && value.annotation !== undefined
  );
}

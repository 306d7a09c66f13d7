import * as vscode from 'vscode';
import type { AnnotationItem } from '../../protocol';
import { toRange } from '../places';
import type { AnnotatedArticles } from './annotated-articles';
import { articleEditor, showArticle } from './targets';
import type { AnnotationThreads } from './threads';

/** A placed annotation. */
interface Stop {
  readonly uri: vscode.Uri;
  readonly id: string;
  readonly range: vscode.Range;
}

/** Registers the commands that walk through the annotations: those of the article at hand, then of the next article. */
export function registerStepping(
  threads: AnnotationThreads,
  articles: AnnotatedArticles,
  accepts: (item: AnnotationItem) => boolean,
): vscode.Disposable {
  const step = async (direction: 1 | -1): Promise<void> => {
    const editor = articleEditor();
    const stops = await stopsOf(threads, articles, editor?.document.uri, accepts);
    const ordered = direction === 1 ? stops : [...stops].reverse();
    const next = editor === undefined ? ordered[0] : nextStop(ordered, editor, direction);
    if (next === undefined)
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no annotation to go to.'));
    // An article that went just now is still in the list.
    else await goTo(threads, next).catch(() => articles.refresh());
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('corroborate.nextAnnotation', () => step(1)),
    vscode.commands.registerCommand('corroborate.previousAnnotation', () => step(-1)),
  );
}

/** All placed annotations, by article and in text order; those of the active article as they stand in its editor. */
async function stopsOf(
  threads: AnnotationThreads,
  articles: AnnotatedArticles,
  active: vscode.Uri | undefined,
  accepts: (item: AnnotationItem) => boolean,
): Promise<Stop[]> {
  const here = active === undefined ? undefined : threads.list(active);
  const others = (await articles.list()).filter(
    ({ uri, orphaned }) => !orphaned && vscode.Uri.parse(uri).toString() !== active?.toString(),
  );
  const lists = [...others, ...(here === undefined ? [] : [here])];
  return lists
    .flatMap((list) =>
      list.items.flatMap((item): Stop[] => {
        if (item.range === null || !accepts(item)) return [];
        return [{ uri: vscode.Uri.parse(list.uri), id: item.id, range: toRange(item.range) }];
      }),
    )
    .sort((a, b) => compare(a.uri.toString(), b.uri.toString()) || a.range.start.compareTo(b.range.start));
}

/** The first stop after the cursor, going on to the next article and round to the first one. */
function nextStop(ordered: readonly Stop[], editor: vscode.TextEditor, direction: 1 | -1): Stop | undefined {
  const here = editor.document.uri.toString();
  const cursor = editor.selection.active;
  const isAhead = ({ uri, range }: Stop): boolean => {
    const article = compare(uri.toString(), here);
    return (article === 0 ? range.start.compareTo(cursor) : article) * direction > 0;
  };
  return ordered.find(isAhead) ?? ordered[0];
}

async function goTo(threads: AnnotationThreads, { uri, id, range }: Stop): Promise<void> {
  const editor = await showArticle(uri);
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  if (threads.list(uri) === undefined) await threads.refresh(uri);
  threads.reveal(uri, id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

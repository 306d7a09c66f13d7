import * as vscode from 'vscode';
import type { AnnotatedArticles } from './annotations/annotated-articles';
import { isResolved } from './annotations/statuses';
import type { AnnotationThreads } from './annotations/threads';
import type { WaitingChanges } from './annotations/waiting';
import { countOpenAnnotations } from './counts';
import { isArticle } from './settings';

/** Shows how articles stand where people look anyway: a badge in the explorer, one item in the status bar. */
export function showStates(
  threads: AnnotationThreads,
  articles: AnnotatedArticles,
  waiting: WaitingChanges,
): vscode.Disposable {
  const badges = new ReviewBadges(articles);
  const status = new StatusItem(threads, waiting);
  return vscode.Disposable.from(
    vscode.window.registerFileDecorationProvider(badges),
    status,
    articles.onDidChange(() => badges.refresh()),
    threads.onDidChange(() => status.show()),
    waiting.onDidChange(() => status.show()),
    vscode.window.onDidChangeActiveTextEditor(() => status.show()),
    vscode.languages.onDidChangeDiagnostics(() => status.show()),
  );
}

/** The number of open annotations beside an article's name; beside an annotation file that its article is gone. */
class ReviewBadges implements vscode.FileDecorationProvider {
  private readonly changed = new vscode.EventEmitter<undefined>();
  private decorations: Promise<ReadonlyMap<string, vscode.FileDecoration>> | undefined;
  readonly onDidChangeFileDecorations = this.changed.event;

  constructor(private readonly articles: AnnotatedArticles) {}

  refresh(): void {
    this.decorations = undefined;
    this.changed.fire(undefined);
  }

  async provideFileDecoration(uri: vscode.Uri): Promise<vscode.FileDecoration | undefined> {
    if (!/\.(txt|md|article|annotations\.yaml)$/.test(uri.path)) return undefined;
    this.decorations ??= this.load();
    return (await this.decorations).get(uri.toString());
  }

  private async load(): Promise<ReadonlyMap<string, vscode.FileDecoration>> {
    const found = new Map<string, vscode.FileDecoration>();
    for (const { uri, sidecarUri, items, orphaned, readOnly } of await this.articles.list()) {
      const open = items.filter((item) => !isResolved(item.status)).length;
      if (open > 0) found.set(vscode.Uri.parse(uri).toString(), countBadge(open));
      const problem = orphaned ? vscode.l10n.t('the article is gone') : readOnly;
      if (sidecarUri !== null && problem !== null)
        found.set(
          vscode.Uri.parse(sidecarUri).toString(),
          new vscode.FileDecoration('!', problem, new vscode.ThemeColor('list.warningForeground')),
        );
    }
    return found;
  }
}

function countBadge(open: number): vscode.FileDecoration {
  return new vscode.FileDecoration(open > 9 ? '9+' : String(open), countOpenAnnotations(open));
}

/** One item: what differs in the open article, and how many of its annotations are open. */
class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'corroborate.state',
    vscode.StatusBarAlignment.Right,
    90,
  );

  constructor(
    private readonly threads: AnnotationThreads,
    private readonly waiting: WaitingChanges,
  ) {
    this.item.name = 'Corroborate';
    this.item.command = 'corroborate.showMatrix';
    this.show();
  }

  show(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !isArticle(document)) {
      this.item.hide();
      return;
    }
    const differ = vscode.languages
      .getDiagnostics(document.uri)
      .filter((d) => d.source === 'Corroborate' && d.code === 'differs').length;
    const items = this.threads.list(document.uri)?.items ?? [];
    const open = items.filter((item) => !isResolved(item.status)).length;
    const unsaved = this.waiting.all().length;
    this.item.text = `$(warning) ${differ} $(comment) ${open}${unsaved > 0 ? ` $(save) ${unsaved}` : ''}`;
    const words = stateInWords(differ, open, unsaved);
    this.item.tooltip = words;
    this.item.accessibilityInformation = { label: words };
    this.item.show();
  }

  dispose(): void {
    this.item.dispose();
  }
}

/** What the status bar's signs and numbers mean, and what a click does. */
function stateInWords(differ: number, open: number, unsaved: number): string {
  const places =
    differ === 1
      ? vscode.l10n.t('1 place differs from other articles')
      : vscode.l10n.t('{0} places differ from other articles', differ);
  const waiting =
    unsaved === 1
      ? vscode.l10n.t('1 change waits to be saved')
      : vscode.l10n.t('{0} changes wait to be saved', unsaved);
  return [
    ...(unsaved > 0 ? [waiting] : []),
    places,
    countOpenAnnotations(open),
    vscode.l10n.t('Show the fact matrix.'),
  ].join(' · ');
}

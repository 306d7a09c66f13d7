import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { AnnotatedArticle } from '../protocol';
import { Requests } from '../protocol';
import { isResolved } from './annotations/statuses';
import type { AnnotationThreads } from './annotations/threads';
import type { ServerEvents } from './server-events';
import { isArticle } from './settings';

/** Shows how articles stand where people look anyway: a badge in the explorer, one item in the status bar. */
export function showStates(
  client: BaseLanguageClient,
  threads: AnnotationThreads,
  events: ServerEvents,
): vscode.Disposable {
  const badges = new ReviewBadges(client);
  const status = new StatusItem(threads);
  return vscode.Disposable.from(
    vscode.window.registerFileDecorationProvider(badges),
    status,
    events.onAnnotations(() => badges.refresh()),
    threads.onDidChange(() => {
      badges.refresh();
      status.show();
    }),
    vscode.window.onDidChangeActiveTextEditor(() => status.show()),
    vscode.languages.onDidChangeDiagnostics(() => status.show()),
  );
}

/** The number of open annotations beside an article's name. */
class ReviewBadges implements vscode.FileDecorationProvider {
  private readonly changed = new vscode.EventEmitter<undefined>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private articles: Promise<ReadonlyMap<string, number>> | undefined;
  readonly onDidChangeFileDecorations = this.changed.event;

  constructor(private readonly client: BaseLanguageClient) {}

  refresh(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.articles = undefined;
      this.changed.fire(undefined);
    }, 300);
  }

  async provideFileDecoration(uri: vscode.Uri): Promise<vscode.FileDecoration | undefined> {
    if (!/\.(txt|md|article)$/.test(uri.path) || !this.client.isRunning()) return undefined;
    this.articles ??= this.load();
    const open = (await this.articles).get(uri.toString()) ?? 0;
    if (open === 0) return undefined;
    const badge = open > 9 ? '9+' : String(open);
    const tooltip =
      open === 1 ? vscode.l10n.t('1 open annotation') : vscode.l10n.t('{0} open annotations', open);
    return new vscode.FileDecoration(badge, tooltip);
  }

  private async load(): Promise<ReadonlyMap<string, number>> {
    const articles = await this.client.sendRequest<AnnotatedArticle[]>(Requests.allAnnotations);
    return new Map(
      articles.map(({ uri, items }) => [
        vscode.Uri.parse(uri).toString(),
        items.filter((item) => !isResolved(item.status)).length,
      ]),
    );
  }
}

/** One item: what differs in the open article, and how many of its annotations are open. */
class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'corroborate.state',
    vscode.StatusBarAlignment.Right,
    90,
  );

  constructor(private readonly threads: AnnotationThreads) {
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
    this.item.text = `$(warning) ${differ} $(comment) ${open}`;
    const words = vscode.l10n.t(
      '{0} differ from other articles, {1} open annotations. Show the fact matrix.',
      differ,
      open,
    );
    this.item.tooltip = words;
    this.item.accessibilityInformation = { label: words };
    this.item.show();
  }

  dispose(): void {
    this.item.dispose();
  }
}

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { AnnotatedArticle, AnnotationOutcome, HomeItem } from '../../protocol';
import { Requests } from '../../protocol';
import { countAnnotations } from '../counts';
import type { LatestOverview } from '../latest-overview';
import { articleName } from '../places';
import type { AnnotatedArticles } from './annotated-articles';

const SUFFIX = '.annotations.yaml';

/** A row of the tree: an article that is gone, or one that seems to be it. */
interface OrphanRow {
  readonly orphan: AnnotatedArticle;
  readonly home?: HomeItem;
}

/** Offers annotations whose article is gone to the article that it seems to have become, and moves them on a person's word. */
export function registerAdoption(
  client: BaseLanguageClient,
  overview: LatestOverview,
  articles: AnnotatedArticles,
  memory: vscode.Memento,
): vscode.Disposable {
  const adoption = new Adoption(client, overview, articles, memory);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('corroborate.adopt', (row?: unknown) => adoption.adopt(row)),
    articles.onDidChange(() => void adoption.offerAll()),
    vscode.workspace.onDidCreateFiles(({ files }) => void adoption.offerCopies(files)),
  );
}

class Adoption {
  private readonly offered = new Set<string>();

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly overview: LatestOverview,
    private readonly articles: AnnotatedArticles,
    private readonly memory: vscode.Memento,
  ) {}

  /** Moves the annotations of a row of the tree; without one the person picks. */
  async adopt(row: unknown): Promise<void> {
    const orphan = isOrphanRow(row) ? row.orphan : await this.pickOrphan();
    if (orphan === undefined) return;
    const home = isOrphanRow(row) && row.home !== undefined ? row.home : await this.pickHome(orphan);
    if (home !== undefined) await this.move(orphan, home);
  }

  /** Asks, once for each, whether annotations without an article belong to the one that looks like it. */
  async offerAll(): Promise<void> {
    for (const orphan of await this.articles.list()) {
      const [home] = orphan.homes;
      if (!orphan.orphaned || home === undefined) continue;
      const key = `${orphan.uri} → ${home.uri}`;
      if (this.offered.has(key) || this.memory.get(key) === true) continue;
      this.offered.add(key);
      void this.offer(orphan, home, key);
    }
  }

  /** An article that was copied in the editor may have the annotations too. */
  async offerCopies(files: readonly vscode.Uri[]): Promise<void> {
    for (const uri of files) {
      if (!/\.(txt|md|article)$/.test(uri.path)) continue;
      // The server reads the new file when the watcher tells of it.
      const original = await this.originalOf(uri);
      if (original === null) continue;
      const copy = vscode.l10n.t('Copy Annotations');
      const question = vscode.l10n.t(
        '{0} is a copy of {1}, which has annotations.',
        articleName(uri),
        original.path,
      );
      if ((await vscode.window.showInformationMessage(question, copy)) !== copy) continue;
      await this.send(original.uri, uri.toString());
    }
  }

  private async originalOf(uri: vscode.Uri): Promise<HomeItem | null> {
    for (let attempt = 0; attempt < 10; attempt++) {
      const params = { uri: uri.toString() };
      const found = await this.client.sendRequest<HomeItem | null>(Requests.copyOf, params);
      if (found !== null) return found;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return null;
  }

  private async offer(orphan: AnnotatedArticle, home: HomeItem, key: string): Promise<void> {
    const message = home.sameText
      ? vscode.l10n.t(
          '{0} is gone, and {1} has its text. Its annotations can go along.',
          orphan.path,
          home.path,
        )
      : vscode.l10n.t(
          '{0} is gone, and {1} looks like it. Its annotations can go along.',
          orphan.path,
          home.path,
        );
    const move = vscode.l10n.t('Move Annotations');
    const show = vscode.l10n.t('Show');
    const no = vscode.l10n.t('Not This One');
    const choice = await vscode.window.showInformationMessage(message, move, show, no);
    if (choice === move) await this.move(orphan, home);
    if (choice === show) await vscode.commands.executeCommand('corroborate.annotations.focus');
    if (choice === no) await this.memory.update(key, true);
  }

  /** Writes the annotations beside their new article; the old file goes only then, and an undo in the explorer brings it back. */
  private async move(orphan: AnnotatedArticle, home: HomeItem): Promise<void> {
    if (!(await this.send(orphan.uri, home.uri))) return;
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(vscode.Uri.parse(orphan.uri + SUFFIX), { ignoreIfNotExists: true });
    await vscode.workspace.applyEdit(edit);
    this.articles.refresh();
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The annotations of {0} are now those of {1}.', orphan.path, home.path),
    );
  }

  private async send(from: string, to: string): Promise<boolean> {
    const outcome = await this.client.sendRequest<AnnotationOutcome>(Requests.adoptAnnotations, { from, to });
    if (!outcome.ok) void vscode.window.showErrorMessage(outcome.message);
    return outcome.ok;
  }

  private async pickOrphan(): Promise<AnnotatedArticle | undefined> {
    const orphans = (await this.articles.list()).filter((article) => article.orphaned);
    if (orphans.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Every annotation file has its article.'));
      return undefined;
    }
    const [only, second] = orphans;
    if (second === undefined) return only;
    const choices = orphans.map((orphan) => ({
      orphan,
      label: orphan.path,
      description: countAnnotations(orphan.items.length),
    }));
    const placeHolder = vscode.l10n.t('Whose annotations?');
    return (await vscode.window.showQuickPick(choices, { placeHolder }))?.orphan;
  }

  /** The likely articles first, then all others. */
  private async pickHome(orphan: AnnotatedArticle): Promise<HomeItem | undefined> {
    const { articles } = await this.overview.get();
    const likely = new Set(orphan.homes.map((home) => home.uri));
    const others = articles.filter(({ uri }) => !likely.has(uri));
    const homes = [
      ...orphan.homes,
      ...others.map(({ uri, path }) => ({ uri, path, sameText: false, found: 0 })),
    ];
    const choices = homes.map((home) => ({ home, label: home.path, description: homeInWords(home) }));
    const placeHolder = vscode.l10n.t('Which article do the annotations of {0} belong to?', orphan.path);
    return (await vscode.window.showQuickPick(choices, { placeHolder }))?.home;
  }
}

/** Why an article may be the one that is gone. */
export function homeInWords({ sameText, found }: HomeItem): string {
  if (sameText) return vscode.l10n.t('the same text');
  return found === 0 ? '' : vscode.l10n.t('{0} % of the annotated words', Math.round(100 * found));
}

function isOrphanRow(value: unknown): value is OrphanRow {
  return typeof value === 'object' && value !== null && 'orphan' in value && value.orphan !== undefined;
}

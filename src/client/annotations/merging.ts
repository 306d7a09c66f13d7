import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { AnnotatedArticle, AnnotationOutcome, ConflictItem } from '../../protocol';
import { Requests } from '../../protocol';
import type { AnnotatedArticles } from './annotated-articles';
import { statusLabel, STATUSES } from './statuses';
import type { Targets } from './targets';
import type { AnnotationThreads } from './threads';

/** Registers what brings two branches' annotations together: the merge by meaning, and the choice that it leaves to a person. */
export function registerMerging(
  client: BaseLanguageClient,
  threads: AnnotationThreads,
  targets: Targets,
  articles: AnnotatedArticles,
): vscode.Disposable {
  const merging = new Merging(client, articles);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('corroborate.mergeAnnotations', (row?: unknown) => merging.merge(row)),
    vscode.commands.registerCommand('corroborate.decideConflict', (target?: unknown) =>
      decide(threads, targets, target),
    ),
    articles.onDidChange(() => void merging.offerAll()),
  );
}

class Merging {
  private readonly offered = new Set<string>();

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly articles: AnnotatedArticles,
  ) {}

  async merge(row: unknown): Promise<void> {
    const conflicted = (await this.articles.list()).filter((article) => article.inConflict);
    const chosen = isArticleRow(row) ? [row.article] : conflicted;
    if (chosen.length === 0) {
      const none = vscode.l10n.t('Git left no annotation file in conflict.');
      void vscode.window.showInformationMessage(none);
    }
    for (const article of chosen) await this.mergeOne(article);
  }

  /** Offers, once a conflict, to merge a sidecar that git left with both versions in it. */
  async offerAll(): Promise<void> {
    for (const article of await this.articles.list()) {
      if (!article.inConflict) this.offered.delete(article.uri);
      else if (!this.offered.has(article.uri)) {
        this.offered.add(article.uri);
        void this.offer(article);
      }
    }
  }

  private async offer(article: AnnotatedArticle): Promise<void> {
    const merge = vscode.l10n.t('Merge by Meaning');
    const question = vscode.l10n.t('Git left both versions of the annotations of {0}.', article.path);
    if ((await vscode.window.showWarningMessage(question, merge)) === merge) await this.mergeOne(article);
  }

  private async mergeOne({ uri, path }: AnnotatedArticle): Promise<void> {
    const outcome = await this.client.sendRequest<AnnotationOutcome>(Requests.mergeAnnotations, { uri });
    const done = vscode.l10n.t('The annotations of {0} are merged. Stage the file to tell git.', path);
    if (outcome.ok) void vscode.window.showInformationMessage(done);
    else void vscode.window.showErrorMessage(outcome.message);
  }
}

/** Lets a person choose between the values that two branches gave one field. */
async function decide(threads: AnnotationThreads, targets: Targets, argument: unknown): Promise<void> {
  const target = await targets.of(argument);
  if (target === undefined) return;
  const { uri, item } = target;
  if (threads.list(uri)?.inConflict === true) {
    void vscode.commands.executeCommand('corroborate.mergeAnnotations');
    return;
  }
  if (item.conflicts.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing is open in this annotation.'));
    return;
  }
  for (const conflict of item.conflicts) {
    const value = await pickValue(conflict);
    if (value === undefined) return;
    const { reply, field } = conflict;
    await threads.edit(uri, { kind: 'decide', id: item.id, reply, field, value });
  }
}

async function pickValue({ field, values }: ConflictItem): Promise<string | undefined> {
  const words = (value: string): string => {
    if (field === 'removed')
      return value === 'removed' ? vscode.l10n.t('Remove it') : vscode.l10n.t('Keep it as it was changed');
    const status = field === 'status' ? STATUSES.find(({ name }) => name === value) : undefined;
    if (status !== undefined) return statusLabel(status.name);
    return value === '' ? vscode.l10n.t('(left out)') : value.replace(/\s+/g, ' ');
  };
  const choices = values.map((value) => ({ label: words(value), value }));
  const placeHolder = vscode.l10n.t('Two versions of “{0}”: which one holds?', field);
  return (await vscode.window.showQuickPick(choices, { placeHolder }))?.value;
}

function isArticleRow(value: unknown): value is { readonly article: AnnotatedArticle } {
  return typeof value === 'object' && value !== null && 'article' in value && value.article !== undefined;
}

import * as vscode from 'vscode';
import { articleName } from '../places';
import type { AnnotationThreads } from './threads';
import { changeInWords } from './change-words';
import { takesAway } from './kept-change';
import type { WaitingChange, WaitingChanges } from './waiting';

/** Registers the commands about changes that wait to be saved, and offers them again when that may work. */
export function registerSaving(threads: AnnotationThreads, waiting: WaitingChanges): vscode.Disposable {
  const saving = new Saving(threads, waiting);
  void waiting.load().then(() => saving.offer());
  return vscode.Disposable.from(
    vscode.commands.registerCommand('corroborate.saveWaiting', (row?: unknown) => saving.save(row)),
    vscode.commands.registerCommand('corroborate.discardWaiting', (row?: unknown) => saving.discard(row)),
    threads.onDidChange((uri) => saving.offerIfWritable(uri)),
  );
}

class Saving {
  /** Articles whose annotation file could not be written when it was last looked at. */
  private readonly blocked = new Set<string>();

  constructor(
    private readonly threads: AnnotationThreads,
    private readonly waiting: WaitingChanges,
  ) {}

  /** Saves one change, or all of them. */
  async save(row: unknown): Promise<void> {
    const changes = isWaitingRow(row) ? [row.waiting] : this.waiting.all();
    if (changes.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('No change is waiting to be saved.'));
      return;
    }
    await this.saveAll(changes);
  }

  async discard(row: unknown): Promise<void> {
    const waiting = isWaitingRow(row) ? row.waiting : await this.pick();
    if (waiting === undefined) return;
    const discard = vscode.l10n.t('Discard');
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t('Discard this change for good?'),
      { modal: true, detail: changeInWords(waiting.change) },
      discard,
    );
    if (choice === discard) await this.waiting.remove(waiting);
  }

  /** Offers what earlier sessions could not save. */
  offer(): void {
    const changes = this.waiting.all();
    if (changes.length === 0) return;
    const message =
      changes.length === 1
        ? vscode.l10n.t('1 change is still waiting to be saved.')
        : vscode.l10n.t('{0} changes are still waiting to be saved.', changes.length);
    this.ask(message, changes);
  }

  /** Offers the changes of an article once its annotation file can be written again. */
  offerIfWritable(uri: vscode.Uri): void {
    const list = this.threads.list(uri);
    if (list === undefined) return;
    if (list.readOnly !== null) this.blocked.add(uri.toString());
    else if (this.blocked.delete(uri.toString())) {
      const changes = this.waiting.all(uri);
      const name = articleName(uri);
      const message = vscode.l10n.t('The annotations of {0} can be written again.', name);
      if (changes.length > 0) this.ask(message, changes);
    }
  }

  private ask(message: string, changes: readonly WaitingChange[]): void {
    const save = vscode.l10n.t('Save Now');
    const show = vscode.l10n.t('Show');
    void vscode.window.showInformationMessage(message, save, show).then((choice) => {
      if (choice === save) void this.saveAll(changes);
      if (choice === show) void vscode.commands.executeCommand('corroborate.annotations.focus');
    });
  }

  /** Removals come first: what they take away needs no saving any more. */
  private async saveAll(changes: readonly WaitingChange[]): Promise<void> {
    const removals = changes.filter((one) => changes.some((other) => takesAway(one.change, other.change)));
    let saved = 0;
    let refused = '';
    for (const one of new Set([...removals, ...changes])) {
      if (!this.waiting.has(one)) continue;
      const edit = { kind: 'again', change: one.change } as const;
      const outcome = await this.threads.edit(vscode.Uri.parse(one.uri), edit);
      if (outcome.ok) {
        await this.forget(one);
        saved++;
      } else refused = outcome.message;
    }
    if (refused !== '') void vscode.window.showErrorMessage(refused);
    else if (saved === 1) void vscode.window.showInformationMessage(vscode.l10n.t('The change was saved.'));
    else void vscode.window.showInformationMessage(vscode.l10n.t('{0} changes were saved.', saved));
  }

  private async forget(saved: WaitingChange): Promise<void> {
    const moot = this.waiting
      .all(vscode.Uri.parse(saved.uri))
      .filter((other) => takesAway(saved.change, other.change));
    for (const one of [saved, ...moot]) await this.waiting.remove(one);
  }

  private async pick(): Promise<WaitingChange | undefined> {
    const choices = this.waiting.all().map((waiting) => ({
      waiting,
      label: changeInWords(waiting.change).replace(/\s+/g, ' ').slice(0, 80),
      description: articleName(vscode.Uri.parse(waiting.uri)),
      detail: waiting.reason,
    }));
    const placeHolder = vscode.l10n.t('Discard which change?');
    return (await vscode.window.showQuickPick(choices, { placeHolder }))?.waiting;
  }
}

function isWaitingRow(value: unknown): value is { readonly waiting: WaitingChange } {
  return typeof value === 'object' && value !== null && 'waiting' in value && value.waiting !== undefined;
}

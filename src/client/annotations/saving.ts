import * as vscode from 'vscode';
import { articleName } from '../places';
import type { AnnotationThreads } from './threads';
import type { WaitingNote, WaitingNotes } from './waiting';
import { wordsOf } from './waiting';

/** Registers the commands about notes that wait to be saved, and offers them again when that may work. */
export function registerSaving(threads: AnnotationThreads, waiting: WaitingNotes): vscode.Disposable {
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
    private readonly waiting: WaitingNotes,
  ) {}

  /** Saves one note, or all of them. */
  async save(row: unknown): Promise<void> {
    const notes = isWaitingRow(row) ? [row.waiting] : this.waiting.all();
    if (notes.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('No note is waiting to be saved.'));
      return;
    }
    await this.saveAll(notes);
  }

  async discard(row: unknown): Promise<void> {
    const note = isWaitingRow(row) ? row.waiting : await this.pick();
    if (note === undefined) return;
    const discard = vscode.l10n.t('Discard');
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t('Discard this note for good?'),
      { modal: true, detail: wordsOf(note.change) },
      discard,
    );
    if (choice === discard) await this.waiting.remove(note);
  }

  /** Offers what earlier sessions could not save. */
  offer(): void {
    const notes = this.waiting.all();
    if (notes.length === 0) return;
    const message =
      notes.length === 1
        ? vscode.l10n.t('1 note is still waiting to be saved.')
        : vscode.l10n.t('{0} notes are still waiting to be saved.', notes.length);
    this.ask(message, notes);
  }

  /** Offers the notes of an article once its annotation file can be written again. */
  offerIfWritable(uri: vscode.Uri): void {
    const list = this.threads.list(uri);
    if (list === undefined) return;
    if (list.readOnly !== null) this.blocked.add(uri.toString());
    else if (this.blocked.delete(uri.toString())) {
      const notes = this.waiting.all(uri);
      const name = articleName(uri);
      const message = vscode.l10n.t('The annotations of {0} can be written again.', name);
      if (notes.length > 0) this.ask(message, notes);
    }
  }

  private ask(message: string, notes: readonly WaitingNote[]): void {
    const save = vscode.l10n.t('Save Now');
    const show = vscode.l10n.t('Show');
    void vscode.window.showInformationMessage(message, save, show).then((choice) => {
      if (choice === save) void this.saveAll(notes);
      if (choice === show) void vscode.commands.executeCommand('corroborate.annotations.focus');
    });
  }

  private async saveAll(notes: readonly WaitingNote[]): Promise<void> {
    let saved = 0;
    let refused = '';
    for (const note of notes) {
      const edit = { kind: 'again', change: note.change } as const;
      const outcome = await this.threads.edit(vscode.Uri.parse(note.uri), edit);
      if (outcome.ok) {
        await this.waiting.remove(note);
        saved++;
      } else refused = outcome.message;
    }
    if (refused !== '') void vscode.window.showErrorMessage(refused);
    else if (saved === 1) void vscode.window.showInformationMessage(vscode.l10n.t('The note was saved.'));
    else void vscode.window.showInformationMessage(vscode.l10n.t('{0} notes were saved.', saved));
  }

  private async pick(): Promise<WaitingNote | undefined> {
    const choices = this.waiting.all().map((note) => ({
      note,
      label: wordsOf(note.change).replace(/\s+/g, ' ').slice(0, 80),
      description: articleName(vscode.Uri.parse(note.uri)),
      detail: note.reason,
    }));
    const placeHolder = vscode.l10n.t('Discard which note?');
    return (await vscode.window.showQuickPick(choices, { placeHolder }))?.note;
  }
}

function isWaitingRow(value: unknown): value is { readonly waiting: WaitingNote } {
  return typeof value === 'object' && value !== null && 'waiting' in value && value.waiting !== undefined;
}

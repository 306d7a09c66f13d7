import * as vscode from 'vscode';
import type { KeptChange } from '../../protocol';

/** What somebody wrote that could not be saved yet. */
export interface WaitingNote {
  /** Its file in the extension's storage. */
  readonly name: string;
  /** The article's address. */
  readonly uri: string;
  readonly change: KeptChange;
  /** Why it could not be saved, in words. */
  readonly reason: string;
}

/**
 * Notes that could not be written to their sidecar. Each is a file of its own in the extension's storage, so that it outlasts a
 * restart and several windows never write to the same one.
 */
export class WaitingNotes implements vscode.Disposable {
  private readonly notes = new Map<string, WaitingNote>();
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  /** @param folder where the files are; made when it is needed */
  constructor(private readonly folder: vscode.Uri) {}

  /** Reads what earlier sessions left. */
  async load(): Promise<void> {
    const entries = await vscode.workspace.fs.readDirectory(this.folder).then(
      (found) => found,
      () => [],
    );
    for (const [name] of entries) {
      const note = await this.read(name);
      if (note !== undefined) this.notes.set(name, note);
    }
    if (this.notes.size > 0) this.changed.fire();
  }

  /** All of them, or those of one article. */
  all(uri?: vscode.Uri): readonly WaitingNote[] {
    const notes = [...this.notes.values()];
    return uri === undefined ? notes : notes.filter((note) => note.uri === uri.toString());
  }

  /** Keeps a change that could not be written and tells the person so. */
  async keep(uri: vscode.Uri, change: KeptChange, reason: string): Promise<void> {
    const note = { name: nameOf(change), uri: uri.toString(), change, reason };
    this.notes.set(note.name, note);
    const stored = await this.store(note);
    this.changed.fire();
    const again = vscode.l10n.t('Try Again');
    const show = vscode.l10n.t('Show');
    const where = stored
      ? vscode.l10n.t('Your note is kept and waits in the Annotations view.')
      : vscode.l10n.t('Your note is kept until this window closes; it waits in the Annotations view.');
    void vscode.window
      .showErrorMessage(`${reason.replace(/[.\s]*$/, '.')} ${where}`, again, show)
      .then((choice) => {
        if (choice === again)
          void vscode.commands.executeCommand('corroborate.saveWaiting', { waiting: note });
        if (choice === show) void vscode.commands.executeCommand('corroborate.annotations.focus');
      });
  }

  /** Forgets a note: it was written, or the person discarded it. */
  async remove({ name }: WaitingNote): Promise<void> {
    if (!this.notes.delete(name)) return;
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(this.folder, name)).then(undefined, () => undefined);
    this.changed.fire();
  }

  /** Follows an article that was renamed. */
  async renamed(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    for (const note of this.all()) {
      const inside = note.uri === from.toString() || note.uri.startsWith(`${from.toString()}/`);
      if (!inside) continue;
      const moved = { ...note, uri: to.toString() + note.uri.slice(from.toString().length) };
      this.notes.set(note.name, moved);
      await this.store(moved);
    }
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async store({ name, ...content }: WaitingNote): Promise<boolean> {
    try {
      await vscode.workspace.fs.createDirectory(this.folder);
      const bytes = new TextEncoder().encode(JSON.stringify({ version: 1, ...content }, null, 1));
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(this.folder, name), bytes);
      return true;
    } catch {
      return false;
    }
  }

  private async read(name: string): Promise<WaitingNote | undefined> {
    try {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.folder, name));
      const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
      return isStored(value) ? { ...value, name } : undefined;
    } catch {
      return undefined;
    }
  }
}

/** The words that somebody typed. */
export function wordsOf(change: KeptChange): string {
  if (change.kind === 'annotation') return change.annotation.note;
  if (change.kind === 'reply') return change.reply.text;
  return change.kind === 'note' ? change.note : change.text;
}

/** One file a thing that was written: a later version of it takes the place of an earlier one. */
function nameOf(change: KeptChange): string {
  return `${encodeURIComponent(partsOf(change).join(' '))}.json`;
}

function partsOf(change: KeptChange): string[] {
  switch (change.kind) {
    case 'annotation':
      return [change.annotation.id];
    case 'reply':
      return [change.id, change.reply.id];
    case 'note':
      return [change.id, 'note'];
    case 'edit-reply':
      return [change.id, change.reply, 'text'];
  }
}

function isStored(value: unknown): value is Omit<WaitingNote, 'name'> {
  if (typeof value !== 'object' || value === null) return false;
  const note: { version?: unknown; uri?: unknown; reason?: unknown; change?: unknown } = value;
  if (note.version !== 1 || typeof note.uri !== 'string' || typeof note.reason !== 'string') return false;
  return typeof note.change === 'object' && note.change !== null && 'kind' in note.change;
}

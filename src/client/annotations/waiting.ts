import * as vscode from 'vscode';
import type { KeptChange } from '../../protocol';
import { keyOf, readKept } from './kept-change';

/** What somebody did to an annotation that could not be saved yet. */
export interface WaitingChange {
  /** Its file in the extension's storage. */
  readonly name: string;
  /** The article's address. */
  readonly uri: string;
  readonly change: KeptChange;
  /** Why it could not be saved, in words. */
  readonly reason: string;
}

/**
 * Changes that could not be written to their sidecar. Each is a file of its own in the extension's storage, so that it outlasts a
 * restart and several windows never write to the same one.
 */
export class WaitingChanges implements vscode.Disposable {
  private readonly changes = new Map<string, WaitingChange>();
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
      const waiting = await this.read(name);
      if (waiting !== undefined) this.changes.set(name, waiting);
    }
    if (this.changes.size > 0) this.changed.fire();
  }

  /** All of them, or those of one article. */
  all(uri?: vscode.Uri): readonly WaitingChange[] {
    const all = [...this.changes.values()];
    return uri === undefined ? all : all.filter((waiting) => waiting.uri === uri.toString());
  }

  /** Whether a change still waits. */
  has({ name }: WaitingChange): boolean {
    return this.changes.has(name);
  }

  /** Keeps a change that could not be written and tells the person so. */
  async keep(uri: vscode.Uri, change: KeptChange, reason: string): Promise<void> {
    const waiting = { name: nameOf(uri, change), uri: uri.toString(), change, reason };
    this.changes.set(waiting.name, waiting);
    const stored = await this.store(waiting);
    this.changed.fire();
    const again = vscode.l10n.t('Try Again');
    const show = vscode.l10n.t('Show');
    const where = stored
      ? vscode.l10n.t('Your change is kept and waits in the Annotations view.')
      : vscode.l10n.t('Your change is kept until this window closes; it waits in the Annotations view.');
    void vscode.window
      .showErrorMessage(`${reason.replace(/[.\s]*$/, '.')} ${where}`, again, show)
      .then((choice) => {
        if (choice === again) void vscode.commands.executeCommand('corroborate.saveWaiting', { waiting });
        if (choice === show) void vscode.commands.executeCommand('corroborate.annotations.focus');
      });
  }

  /** Forgets a change: it was written, or the person discarded it. */
  async remove({ name }: WaitingChange): Promise<void> {
    if (!this.changes.delete(name)) return;
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(this.folder, name)).then(undefined, () => undefined);
    this.changed.fire();
  }

  /** Follows an article that was renamed. */
  async renamed(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    for (const waiting of this.all()) {
      const inside = waiting.uri === from.toString() || waiting.uri.startsWith(`${from.toString()}/`);
      if (!inside) continue;
      const moved = { ...waiting, uri: to.toString() + waiting.uri.slice(from.toString().length) };
      this.changes.set(waiting.name, moved);
      await this.store(moved);
    }
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async store({ name, ...content }: WaitingChange): Promise<boolean> {
    try {
      await vscode.workspace.fs.createDirectory(this.folder);
      const bytes = new TextEncoder().encode(JSON.stringify({ version: 2, ...content }, null, 1));
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(this.folder, name), bytes);
      return true;
    } catch {
      return false;
    }
  }

  private async read(name: string): Promise<WaitingChange | undefined> {
    try {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.folder, name));
      const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
      return readStored(name, value);
    } catch {
      return undefined;
    }
  }
}

/**
 * One file a thing that was changed: a later change of it takes the place of an earlier one. Copies of an article have annotations of the
 * same ids, so the article is part of the name, as a number (FNV-1a) since addresses can be longer than names.
 */
function nameOf(uri: vscode.Uri, change: KeptChange): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(uri.toString()))
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return `${encodeURIComponent(keyOf(change))}-${hash.toString(36)}.json`;
}

function readStored(name: string, value: unknown): WaitingChange | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const stored: { uri?: unknown; reason?: unknown; change?: unknown } = value;
  const { uri, reason } = stored;
  const change = readKept(stored.change);
  if (typeof uri !== 'string' || typeof reason !== 'string' || change === undefined) return undefined;
  return { name, uri, change, reason };
}

import * as vscode from 'vscode';
import type { AnnotationItem, AnnotationOutcome, Range, StatusName } from '../../protocol';
import type { Highlighter } from '../highlights';
import { fromRange, toRange } from '../places';
import { isArticle } from '../settings';
import { pickStatus, statusLabel, STATUSES } from './statuses';
import type { AnnotationThreads } from './threads';
import type { ThreadComment } from './threads';

/** What `corroborate.annotate` takes from other code: with a note, nothing is asked. */
interface AnnotateArguments {
  readonly note?: string;
  readonly status?: StatusName;
  readonly tags?: readonly string[];
}

/** An annotation that a command is to act on. */
interface Target {
  readonly uri: vscode.Uri;
  readonly item: AnnotationItem;
}

/** Registers every command about annotations. */
export function registerAnnotationCommands(
  threads: AnnotationThreads,
  highlighter: Highlighter,
): vscode.Disposable {
  const commands = new AnnotationCommands(threads, highlighter);
  const on = (name: string, run: (...args: never[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`corroborate.${name}`, run);
  return vscode.Disposable.from(
    on('annotate', (args?: AnnotateArguments) => commands.annotate(args)),
    on('annotateConflict', (range: Range, args: AnnotateArguments) => commands.annotateConflict(range, args)),
    on('annotateArticle', (args?: AnnotateArguments) => commands.annotateArticle(args)),
    on('setStatus', (target?: unknown, status?: unknown) => commands.setStatus(target, status)),
    on('reply', (target?: unknown, text?: unknown) => commands.reply(target, text)),
    on('setTags', (target?: unknown, tags?: unknown) => commands.setTags(target, tags)),
    on('deleteAnnotation', (target?: unknown) => commands.delete(target)),
    on('reattach', (target?: unknown) => commands.reattach(target)),
    on('nextAnnotation', () => commands.step(1)),
    on('previousAnnotation', () => commands.step(-1)),
    on('openSidecar', () => commands.openSidecar()),
    on('comment.create', (reply: vscode.CommentReply) => commands.create(reply)),
    on('comment.reply', (reply: vscode.CommentReply) => commands.replyTo(reply)),
    on('comment.edit', (comment: ThreadComment) => comment.show(vscode.CommentMode.Editing)),
    on('comment.cancel', (comment: ThreadComment) => threads.cancel(comment)),
    on('comment.save', (comment: ThreadComment) => commands.save(comment)),
    on('comment.delete', (comment: ThreadComment) => commands.deleteComment(comment)),
  );
}

class AnnotationCommands {
  constructor(
    private readonly threads: AnnotationThreads,
    private readonly highlighter: Highlighter,
  ) {}

  async annotate(args?: AnnotateArguments): Promise<AnnotationOutcome | undefined> {
    const editor = articleEditor();
    if (editor === undefined) return undefined;
    const range = editor.selection.isEmpty ? await this.mentionAt(editor) : editor.selection;
    if (range === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Select the words to annotate, or put the cursor on a highlighted mention.'),
      );
      return undefined;
    }
    if (typeof args?.note !== 'string') {
      this.threads.draft(editor.document.uri, new vscode.Range(range.start, range.end));
      return undefined;
    }
    return this.add(editor.document.uri, range, args);
  }

  /** Annotates the range that a code action names, with the conflict in words as the note. */
  async annotateConflict(range: Range, args: AnnotateArguments): Promise<AnnotationOutcome | undefined> {
    const editor = articleEditor();
    if (editor === undefined) return undefined;
    const outcome = await this.add(editor.document.uri, toRange(range), args);
    if (outcome.ok) this.threads.reveal(editor.document.uri, outcome.id);
    return outcome;
  }

  async annotateArticle(args?: AnnotateArguments): Promise<AnnotationOutcome | undefined> {
    const editor = articleEditor();
    if (editor === undefined) return undefined;
    const note =
      args?.note ??
      (await vscode.window.showInputBox({ prompt: vscode.l10n.t('Note on the whole article') }));
    return note === undefined ? undefined : this.add(editor.document.uri, null, { ...args, note });
  }

  async setStatus(argument: unknown, wanted: unknown): Promise<void> {
    const target = await this.target(argument);
    if (target === undefined) return;
    const given = STATUSES.find((s) => s.name === wanted)?.name;
    const status = given ?? (await pickStatus(target.item.status));
    if (status !== undefined)
      await this.threads.edit(target.uri, { kind: 'status', id: target.item.id, status });
  }

  async reply(argument: unknown, given: unknown): Promise<void> {
    const target = await this.target(argument);
    if (target === undefined) return;
    const text =
      typeof given === 'string'
        ? given
        : await vscode.window.showInputBox({ prompt: vscode.l10n.t('Reply') });
    if (text !== undefined && text.trim() !== '')
      await this.threads.edit(target.uri, { kind: 'reply', id: target.item.id, text });
  }

  async setTags(argument: unknown, given: unknown): Promise<void> {
    const target = await this.target(argument);
    if (target === undefined) return;
    const prompt = vscode.l10n.t('Tags, separated by commas or spaces');
    const value = target.item.tags.join(', ');
    const text = typeof given === 'string' ? given : await vscode.window.showInputBox({ prompt, value });
    if (text === undefined) return;
    const tags = [...new Set(text.split(/[\s,#]+/).filter((tag) => tag !== ''))];
    await this.threads.edit(target.uri, { kind: 'tags', id: target.item.id, tags });
  }

  async delete(argument: unknown): Promise<void> {
    const target = await this.target(argument);
    if (target === undefined) return;
    const outcome = await this.threads.edit(target.uri, { kind: 'delete', id: target.item.id });
    if (outcome.ok && outcome.undo !== null)
      this.offerUndo(target.uri, outcome.undo, vscode.l10n.t('Annotation deleted.'));
  }

  /** Confirms where a changed, ambiguous or lost annotation belongs: a candidate, or the selection. */
  async reattach(argument: unknown): Promise<void> {
    const target = await this.target(argument);
    if (target === undefined) return;
    const editor = articleEditor();
    if (editor === undefined) return;
    const choices = target.item.candidates.map((candidate) => ({
      label: editor.document.getText(toRange(candidate)).replace(/\s+/g, ' '),
      description: vscode.l10n.t('line {0}', candidate.start.line + 1),
      range: candidate,
    }));
    if (!editor.selection.isEmpty)
      choices.unshift({
        label: editor.document.getText(editor.selection).replace(/\s+/g, ' '),
        description: vscode.l10n.t('the selection'),
        range: fromRange(editor.selection),
      });
    if (choices.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Select the words that the annotation belongs to, then run this again.'),
      );
      return;
    }
    const choice = await vscode.window.showQuickPick(choices, {
      placeHolder: vscode.l10n.t('Attach “{0}” to…', target.item.quote),
    });
    if (choice !== undefined)
      await this.threads.edit(target.uri, { kind: 'attach', id: target.item.id, range: choice.range });
  }

  step(direction: 1 | -1): void {
    const editor = articleEditor();
    if (editor === undefined) return;
    const placed = (this.threads.list(editor.document.uri)?.items ?? [])
      .flatMap((item) => (item.range === null ? [] : [{ id: item.id, range: toRange(item.range) }]))
      .sort((a, b) => a.range.start.compareTo(b.range.start) * direction);
    const here = editor.selection.active;
    const next = placed.find((p) => p.range.start.compareTo(here) * direction > 0) ?? placed[0];
    if (next === undefined) return;
    editor.selection = new vscode.Selection(next.range.start, next.range.start);
    editor.revealRange(next.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    this.threads.reveal(editor.document.uri, next.id);
  }

  async openSidecar(): Promise<void> {
    const uri = articleEditor()?.document.uri;
    const address = uri === undefined ? undefined : this.threads.list(uri)?.sidecarUri;
    if (address === undefined || address === null) {
      void vscode.window.showInformationMessage(vscode.l10n.t('This article has no annotations yet.'));
      return;
    }
    await vscode.window.showTextDocument(vscode.Uri.parse(address));
  }

  async create({ thread, text }: vscode.CommentReply): Promise<void> {
    const document = await vscode.workspace.openTextDocument(thread.uri);
    const range = thread.range.isEmpty ? document.lineAt(thread.range.start.line).range : thread.range;
    const outcome = await this.add(thread.uri, range, { note: text });
    if (outcome.ok) this.threads.dropDraft(thread);
    else await keepText(text);
  }

  async replyTo({ thread, text }: vscode.CommentReply): Promise<void> {
    const item = this.threads.itemOf(thread);
    if (item === undefined) return this.create({ thread, text });
    const outcome = await this.threads.edit(thread.uri, { kind: 'reply', id: item.id, text });
    if (!outcome.ok) await keepText(text);
  }

  async save(comment: ThreadComment): Promise<void> {
    const item = this.threads.itemOf(comment.thread);
    const text = typeof comment.body === 'string' ? comment.body : comment.body.value;
    if (item === undefined) return this.create({ thread: comment.thread, text });
    const { uri } = comment.thread;
    const outcome =
      comment.reply === undefined
        ? await this.threads.edit(uri, { kind: 'note', id: item.id, note: text })
        : await this.threads.edit(uri, { kind: 'edit-reply', id: item.id, reply: comment.reply, text });
    if (!outcome.ok) await keepText(text);
  }

  async deleteComment(comment: ThreadComment): Promise<void> {
    const item = this.threads.itemOf(comment.thread);
    if (item === undefined) return;
    if (comment.reply === undefined) return this.delete(comment.thread);
    const edit = { kind: 'delete-reply', id: item.id, reply: comment.reply } as const;
    const outcome = await this.threads.edit(comment.thread.uri, edit);
    if (outcome.ok && outcome.undo !== null)
      this.offerUndo(comment.thread.uri, outcome.undo, vscode.l10n.t('Reply deleted.'));
  }

  private add(
    uri: vscode.Uri,
    range: vscode.Range | null,
    args: AnnotateArguments,
  ): Promise<AnnotationOutcome> {
    return this.threads.edit(uri, {
      kind: 'add',
      range: range === null ? null : fromRange(range),
      note: args.note ?? '',
      status: args.status ?? 'unchecked',
      tags: args.tags ?? [],
    });
  }

  private offerUndo(uri: vscode.Uri, token: string, message: string): void {
    const undo = vscode.l10n.t('Undo');
    void vscode.window.showInformationMessage(message, undo).then((choice) => {
      if (choice === undo) void this.threads.edit(uri, { kind: 'restore', token });
    });
  }

  /** The smallest highlighted mention around the cursor. */
  private async mentionAt(editor: vscode.TextEditor): Promise<vscode.Range | undefined> {
    const found = await this.highlighter.of(editor.document.uri);
    const around = found.ranges
      .map((r) => toRange(r.range))
      .filter((range) => range.contains(editor.selection.active));
    const size = (r: vscode.Range): number =>
      editor.document.offsetAt(r.end) - editor.document.offsetAt(r.start);
    return around.sort((a, b) => size(a) - size(b))[0];
  }

  /** The annotation a command was called on: a thread, an id, or the one under the cursor, else the person picks. */
  private async target(argument: unknown): Promise<Target | undefined> {
    if (isThread(argument)) {
      const item = this.threads.itemOf(argument);
      return item === undefined ? undefined : { uri: argument.uri, item };
    }
    const editor = articleEditor();
    if (editor === undefined) return undefined;
    const { uri } = editor.document;
    const items = this.threads.list(uri)?.items ?? [];
    const named = items.find((item) => item.id === argument);
    if (named !== undefined) return { uri, item: named };
    const here = items.filter(
      (item) => item.range !== null && toRange(item.range).contains(editor.selection.active),
    );
    const item = here.length === 1 ? here[0] : await pickAnnotation(here.length > 1 ? here : items);
    return item === undefined ? undefined : { uri, item };
  }
}

async function pickAnnotation(items: readonly AnnotationItem[]): Promise<AnnotationItem | undefined> {
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This article has no annotations yet.'));
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

/** A note that could not be written is not lost: it opens in an editor of its own. */
async function keepText(text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
}

function articleEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor !== undefined && isArticle(editor.document) ? editor : undefined;
}

function isThread(value: unknown): value is vscode.CommentThread {
  return typeof value === 'object' && value !== null && 'collapsibleState' in value && 'comments' in value;
}

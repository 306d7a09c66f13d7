import * as vscode from 'vscode';
import type { AnnotationOutcome, FactNote, Range } from '../../protocol';
import type { Highlighter } from '../highlights';
import { fromRange, toRange } from '../places';
import type { ThreadComment } from './comment';
import { pickStatus, STATUSES } from './statuses';
import type { Targets } from './targets';
import { neededArticle } from './targets';
import type { AnnotationThreads, DraftContent } from './threads';

/** What `corroborate.annotate` takes from other code: with a note, nothing is asked. */
type AnnotateArguments = DraftContent;

/** Registers the commands that make, change and delete annotations. */
export function registerAnnotationCommands(
  threads: AnnotationThreads,
  targets: Targets,
  highlighter: Highlighter,
): vscode.Disposable {
  const commands = new AnnotationCommands(threads, targets, highlighter);
  const on = (name: string, run: (...args: never[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`corroborate.${name}`, run);
  return vscode.Disposable.from(
    on('annotate', (args?: AnnotateArguments) => commands.annotate(args)),
    on('annotateConflict', (range: Range, note: FactNote) => commands.annotateConflict(range, note)),
    on('annotateArticle', (args?: AnnotateArguments) => commands.annotateArticle(args)),
    on('setStatus', (target?: unknown, status?: unknown) => commands.setStatus(target, status)),
    on('reply', (target?: unknown, text?: unknown) => commands.reply(target, text)),
    on('setTags', (target?: unknown, tags?: unknown) => commands.setTags(target, tags)),
    on('deleteAnnotation', (target?: unknown) => commands.delete(target)),
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
    private readonly targets: Targets,
    private readonly highlighter: Highlighter,
  ) {}

  async annotate(args?: AnnotateArguments): Promise<AnnotationOutcome | undefined> {
    const editor = neededArticle();
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
  async annotateConflict(range: Range, note: FactNote): Promise<AnnotationOutcome | undefined> {
    const editor = neededArticle();
    if (editor === undefined) return undefined;
    const outcome = await this.add(editor.document.uri, toRange(range), note);
    if (outcome.ok) this.threads.reveal(editor.document.uri, outcome.id);
    return outcome;
  }

  async annotateArticle(args?: AnnotateArguments): Promise<AnnotationOutcome | undefined> {
    const editor = neededArticle();
    if (editor === undefined) return undefined;
    const note =
      args?.note ??
      (await vscode.window.showInputBox({ prompt: vscode.l10n.t('Note on the whole article') }));
    return note === undefined ? undefined : this.add(editor.document.uri, null, { ...args, note });
  }

  async setStatus(argument: unknown, wanted: unknown): Promise<void> {
    const target = await this.targets.of(argument);
    if (target === undefined) return;
    const given = STATUSES.find((s) => s.name === wanted)?.name;
    const status = given ?? (await pickStatus(target.item.status));
    if (status !== undefined)
      await this.threads.edit(target.uri, { kind: 'status', id: target.item.id, status });
  }

  async reply(argument: unknown, given: unknown): Promise<void> {
    const target = await this.targets.of(argument);
    if (target === undefined) return;
    const text =
      typeof given === 'string'
        ? given
        : await vscode.window.showInputBox({ prompt: vscode.l10n.t('Reply') });
    if (text !== undefined && text.trim() !== '')
      await this.threads.edit(target.uri, { kind: 'reply', id: target.item.id, text });
  }

  async setTags(argument: unknown, given: unknown): Promise<void> {
    const target = await this.targets.of(argument);
    if (target === undefined) return;
    const prompt = vscode.l10n.t('Tags, separated by commas or spaces');
    const value = target.item.tags.join(', ');
    const text = typeof given === 'string' ? given : await vscode.window.showInputBox({ prompt, value });
    if (text === undefined) return;
    const tags = [...new Set(text.split(/[\s,#]+/).filter((tag) => tag !== ''))];
    await this.threads.edit(target.uri, { kind: 'tags', id: target.item.id, tags });
  }

  async delete(argument: unknown): Promise<void> {
    const target = await this.targets.of(argument);
    if (target === undefined) return;
    const outcome = await this.threads.edit(target.uri, { kind: 'delete', id: target.item.id });
    offerUndo(this.threads, target.uri, outcome, vscode.l10n.t('Annotation deleted.'));
  }

  async openSidecar(): Promise<void> {
    const uri = neededArticle()?.document.uri;
    if (uri === undefined) return;
    const address = this.threads.list(uri)?.sidecarUri;
    if (address === undefined || address === null) {
      void vscode.window.showInformationMessage(vscode.l10n.t('This article has no annotations yet.'));
      return;
    }
    await vscode.window.showTextDocument(vscode.Uri.parse(address));
  }

  /** Writes a draft down. It goes also where it cannot be written: then it waits in the Annotations view. */
  async create({ thread, text }: vscode.CommentReply): Promise<void> {
    const document = await vscode.workspace.openTextDocument(thread.uri);
    const range = thread.range.isEmpty ? document.lineAt(thread.range.start.line).range : thread.range;
    const content = this.threads.draftContent(thread);
    const outcome = await this.add(thread.uri, range, { ...content, note: text });
    if (outcome.ok || outcome.kept !== null) this.threads.dropDraft(thread);
  }

  async replyTo({ thread, text }: vscode.CommentReply): Promise<void> {
    const item = this.threads.itemOf(thread);
    if (item === undefined) return this.create({ thread, text });
    await this.threads.edit(thread.uri, { kind: 'reply', id: item.id, text });
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
    if (!outcome.ok && outcome.kept !== null) comment.show(vscode.CommentMode.Preview);
  }

  async deleteComment(comment: ThreadComment): Promise<void> {
    const item = this.threads.itemOf(comment.thread);
    if (item === undefined) return;
    if (comment.reply === undefined) return this.delete(comment.thread);
    const edit = { kind: 'delete-reply', id: item.id, reply: comment.reply } as const;
    const outcome = await this.threads.edit(comment.thread.uri, edit);
    offerUndo(this.threads, comment.thread.uri, outcome, vscode.l10n.t('Reply deleted.'));
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
      ...(args.sees === undefined ? {} : { sees: args.sees }),
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
}

/** Says what was done, with a way back where there is one. */
export function offerUndo(
  threads: AnnotationThreads,
  uri: vscode.Uri,
  outcome: AnnotationOutcome,
  message: string,
): void {
  if (!outcome.ok || outcome.undo === null) return;
  const token = outcome.undo;
  const undo = vscode.l10n.t('Undo');
  void vscode.window.showInformationMessage(message, undo).then((choice) => {
    if (choice === undo) void threads.edit(uri, { kind: 'restore', token });
  });
}

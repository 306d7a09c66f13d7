import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  AnnotationEdit,
  AnnotationItem,
  AnnotationList,
  AnnotationOutcome,
  FactNote,
} from '../../protocol';
import { Requests } from '../../protocol';
import { toRange } from '../places';
import type { ServerEvents } from '../server-events';
import { fillThread, ThreadComment } from './comment';
import { GutterOffer } from './gutter';
import type { WaitingChanges } from './waiting';

/** What a new annotation starts with beside its words. */
export type DraftContent = Partial<Pick<FactNote, 'note' | 'status' | 'tags' | 'sees'>>;

/** Shows the annotations of open articles as comment threads and keeps them where their words are. */
export class AnnotationThreads implements vscode.Disposable {
  private readonly controller = vscode.comments.createCommentController('corroborate', 'Corroborate');
  private readonly lists = new Map<string, AnnotationList>();
  private readonly threads = new Map<string, Map<string, vscode.CommentThread>>();
  private readonly drafts = new Map<vscode.CommentThread, DraftContent>();
  private readonly subscriptions: vscode.Disposable;
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  /** Fires when the annotations of an article have changed. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly client: BaseLanguageClient,
    events: ServerEvents,
    private readonly waiting: WaitingChanges,
  ) {
    this.controller.options = {
      prompt: vscode.l10n.t('Reply…'),
      placeHolder: vscode.l10n.t('What should other reviewers know? Markdown is fine.'),
    };
    this.subscriptions = vscode.Disposable.from(
      this.controller,
      this.changed,
      new GutterOffer(this.controller),
      events.onAnnotations((uri) => void this.refresh(uri)),
      vscode.workspace.onDidCloseTextDocument((d) => this.forget(d.uri)),
    );
  }

  /** Asks the server for an article's annotations and shows them. */
  async refresh(uri: vscode.Uri): Promise<void> {
    const document = vscode.workspace.textDocuments.find((d) => d.uri.toString() === uri.toString());
    if (document !== undefined) {
      const params = { uri: uri.toString() };
      const list = await this.client.sendRequest<AnnotationList>(Requests.annotations, params);
      this.lists.set(uri.toString(), list);
      this.show(uri, list);
    }
    this.changed.fire(uri);
  }

  /** The annotations of an open article as last told by the server. */
  list(uri: vscode.Uri): AnnotationList | undefined {
    return this.lists.get(uri.toString());
  }

  /** Sends an edit; where it fails the person is told why, and the change waits to be saved. */
  async edit(uri: vscode.Uri, edit: AnnotationEdit): Promise<AnnotationOutcome> {
    const outcome = await this.client.sendRequest<AnnotationOutcome>(Requests.editAnnotation, {
      uri: uri.toString(),
      edit,
    });
    if (outcome.ok) await this.refresh(uri);
    else if (outcome.kept !== null && edit.kind !== 'again')
      await this.waiting.keep(uri, outcome.kept, outcome.message);
    else if (edit.kind !== 'again') void vscode.window.showErrorMessage(outcome.message);
    return outcome;
  }

  /**
   * Opens an empty thread for a new annotation with the cursor in its text box. The box is a comment being edited: only such a
   * one takes the focus from the article, whose words the person would otherwise type over.
   */
  draft(uri: vscode.Uri, range: vscode.Range, content: DraftContent = {}): void {
    const thread = this.controller.createCommentThread(uri, range, []);
    thread.label = vscode.l10n.t('New annotation');
    thread.contextValue = 'draft';
    thread.canReply = false;
    const comment = new ThreadComment(content.note ?? '', '', '', undefined, thread);
    comment.contextValue = 'draft';
    thread.comments = [comment];
    comment.show(vscode.CommentMode.Editing);
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    this.drafts.set(thread, content);
  }

  /** What a draft was opened with. */
  draftContent(thread: vscode.CommentThread): DraftContent {
    return this.drafts.get(thread) ?? {};
  }

  /** Ends the editing of a comment without keeping it; a draft goes altogether. */
  cancel(comment: ThreadComment): void {
    if (this.drafts.has(comment.thread)) this.dropDraft(comment.thread);
    else comment.show(vscode.CommentMode.Preview);
  }

  /** Takes a draft (ours, or one that the gutter made) away. */
  dropDraft(thread: vscode.CommentThread): void {
    this.drafts.delete(thread);
    thread.dispose();
  }

  /** The annotation that a thread shows. */
  itemOf(thread: vscode.CommentThread): AnnotationItem | undefined {
    for (const [id, shown] of this.threads.get(thread.uri.toString()) ?? [])
      if (shown === thread) return this.list(thread.uri)?.items.find((item) => item.id === id);
    return undefined;
  }

  /** Unfolds an annotation's thread, unless somebody is writing in it. */
  reveal(uri: vscode.Uri, id: string): void {
    const shown = this.threads.get(uri.toString());
    const thread = shown?.get(id);
    const item = this.list(uri)?.items.find((candidate) => candidate.id === id);
    if (shown === undefined || thread === undefined || item === undefined) return;
    if (thread.comments.some((comment) => comment.mode === vscode.CommentMode.Editing)) return;
    const unfolded = foldsAtAnyTime() ? thread : this.anew(uri, thread, item);
    unfolded.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    shown.set(id, unfolded);
  }

  /** The same thread, made once more. It begins with its comments: an empty one would take the cursor away from the article. */
  private anew(uri: vscode.Uri, old: vscode.CommentThread, item: AnnotationItem): vscode.CommentThread {
    const thread = this.controller.createCommentThread(uri, rangeOf(item), old.comments);
    const list = this.list(uri);
    if (list !== undefined) fillThread(thread, item, rangeOf(item), list);
    old.dispose();
    return thread;
  }

  dispose(): void {
    for (const uri of this.threads.keys()) this.forget(vscode.Uri.parse(uri));
    for (const draft of this.drafts.keys()) draft.dispose();
    this.subscriptions.dispose();
  }

  private show(uri: vscode.Uri, list: AnnotationList): void {
    const before = this.threads.get(uri.toString()) ?? new Map<string, vscode.CommentThread>();
    const after = new Map<string, vscode.CommentThread>();
    for (const item of list.items) {
      const thread = before.get(item.id) ?? this.newThread(uri, rangeOf(item));
      fillThread(thread, item, rangeOf(item), list);
      after.set(item.id, thread);
    }
    for (const [id, thread] of before) if (!after.has(id)) thread.dispose();
    this.threads.set(uri.toString(), after);
  }

  private newThread(uri: vscode.Uri, range: vscode.Range): vscode.CommentThread {
    const thread = this.controller.createCommentThread(uri, range, []);
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    return thread;
  }

  private forget(uri: vscode.Uri): void {
    for (const thread of this.threads.get(uri.toString())?.values() ?? []) thread.dispose();
    this.threads.delete(uri.toString());
    this.lists.delete(uri.toString());
  }
}

/** Where an annotation is shown; those without a place of their own stand at the article's top. */
function rangeOf(item: AnnotationItem): vscode.Range {
  return item.range === null ? new vscode.Range(0, 0, 0, 0) : toRange(item.range);
}

/**
 * Whether a thread can be unfolded after it was made. Editors before 1.96 look at its state only once, and do not tell when a person
 * folds it (microsoft/vscode#167253, #234536).
 */
function foldsAtAnyTime(): boolean {
  const [major = 0, minor = 0] = vscode.version.split('.').map(Number);
  return major > 1 || minor >= 96;
}

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { AnnotationEdit, AnnotationItem, AnnotationList, AnnotationOutcome } from '../../protocol';
import { Requests } from '../../protocol';
import { toRange } from '../places';
import type { ServerEvents } from '../server-events';
import { isArticle } from '../settings';
import { isResolved, statusLabel } from './statuses';

/** How long the cursor rests before the gutter's offer follows it, in milliseconds. */
const CURSOR_RESTS = 200;

/** A comment of a thread: the annotation's note, or a reply to it. */
export class ThreadComment implements vscode.Comment {
  mode = vscode.CommentMode.Preview;
  contextValue: string;
  readonly author: vscode.CommentAuthorInformation;
  body: string | vscode.MarkdownString;
  timestamp?: Date;
  label?: string;

  constructor(
    readonly text: string,
    by: string,
    made: string,
    /** The reply's id; undefined for the note itself. */
    readonly reply: string | undefined,
    readonly thread: vscode.CommentThread,
    tags = '',
  ) {
    this.author = { name: by };
    this.contextValue = reply === undefined ? 'note' : 'reply';
    this.body = untrusted(text);
    if (tags !== '') this.label = tags;
    const date = new Date(made);
    if (!Number.isNaN(date.getTime())) this.timestamp = date;
  }

  /** Opens the comment for editing, or shows it again as it was. */
  show(mode: vscode.CommentMode): void {
    this.body = mode === vscode.CommentMode.Editing ? this.text : untrusted(this.text);
    this.mode = mode;
    this.thread.comments = [...this.thread.comments];
  }
}

/** Shows the annotations of open articles as comment threads and keeps them where their words are. */
export class AnnotationThreads implements vscode.Disposable {
  private readonly controller = vscode.comments.createCommentController('corroborate', 'Corroborate');
  private readonly lists = new Map<string, AnnotationList>();
  private readonly threads = new Map<string, Map<string, vscode.CommentThread>>();
  private readonly drafts = new Set<vscode.CommentThread>();
  private readonly subscriptions: { dispose(): unknown }[] = [];
  private offered = '';
  private readonly offeredMerge = new Set<string>();
  private offerTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  /** Fires when the annotations of an open article have changed. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly client: BaseLanguageClient,
    events: ServerEvents,
  ) {
    this.controller.options = {
      prompt: vscode.l10n.t('Reply…'),
      placeHolder: vscode.l10n.t('What should other reviewers know? Markdown is fine.'),
    };
    this.offerGutter();
    this.subscriptions.push(
      this.controller,
      this.changed,
      events.onAnnotations((uri) => void this.refresh(uri)),
      vscode.workspace.onDidCloseTextDocument((d) => this.forget(d.uri)),
      vscode.window.onDidChangeTextEditorSelection((e) => this.followCursor(e)),
      vscode.workspace.onDidChangeConfiguration((e) => {
        if (e.affectsConfiguration('corroborate.annotations.gutter')) this.offerGutter();
      }),
    );
  }

  /** Asks the server for an article's annotations and shows them. */
  async refresh(uri: vscode.Uri): Promise<void> {
    const document = vscode.workspace.textDocuments.find((d) => d.uri.toString() === uri.toString());
    if (document === undefined) {
      this.changed.fire(uri);
      return;
    }
    const list = await this.client.sendRequest<AnnotationList>(Requests.annotations, { uri: uri.toString() });
    this.lists.set(uri.toString(), list);
    this.show(uri, list);
    if (list.inConflict) void this.offerMerge(uri);
    this.changed.fire(uri);
  }

  /** Offers, once a conflict, to merge a sidecar that git left with both versions in it. */
  private async offerMerge(uri: vscode.Uri): Promise<void> {
    if (this.offeredMerge.has(uri.toString())) return;
    this.offeredMerge.add(uri.toString());
    const merge = vscode.l10n.t('Merge by meaning');
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const question = vscode.l10n.t('Git left both versions of the annotations of {0}.', name);
    if ((await vscode.window.showWarningMessage(question, merge)) !== merge) return;
    const outcome = await this.client.sendRequest<AnnotationOutcome>(Requests.mergeAnnotations, {
      uri: uri.toString(),
    });
    this.offeredMerge.delete(uri.toString());
    if (!outcome.ok) void vscode.window.showErrorMessage(outcome.message);
  }

  /** The annotations of an open article as last told by the server. */
  list(uri: vscode.Uri): AnnotationList | undefined {
    return this.lists.get(uri.toString());
  }

  /** Sends an edit; where it fails the person is told why, and false comes back so that typed text is kept. */
  async edit(uri: vscode.Uri, edit: AnnotationEdit): Promise<AnnotationOutcome> {
    const outcome = await this.client.sendRequest<AnnotationOutcome>(Requests.editAnnotation, {
      uri: uri.toString(),
      edit,
    });
    if (!outcome.ok) void vscode.window.showErrorMessage(outcome.message);
    else await this.refresh(uri);
    return outcome;
  }

  /**
   * Opens an empty thread for a new annotation with the cursor in its text box. The box is a comment being edited: only such a
   * one takes the focus from the article, whose words the person would otherwise type over.
   */
  draft(uri: vscode.Uri, range: vscode.Range): void {
    const thread = this.controller.createCommentThread(uri, range, []);
    thread.label = vscode.l10n.t('New annotation');
    thread.contextValue = 'draft';
    thread.canReply = false;
    const comment = new ThreadComment('', '', '', undefined, thread);
    comment.contextValue = 'draft';
    thread.comments = [comment];
    comment.show(vscode.CommentMode.Editing);
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    this.drafts.add(thread);
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

  /** Unfolds an annotation's thread. */
  reveal(uri: vscode.Uri, id: string): void {
    const thread = this.threads.get(uri.toString())?.get(id);
    if (thread !== undefined) thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
  }

  dispose(): void {
    clearTimeout(this.offerTimer);
    for (const uri of this.threads.keys()) this.forget(vscode.Uri.parse(uri));
    for (const draft of this.drafts) draft.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private show(uri: vscode.Uri, list: AnnotationList): void {
    const before = this.threads.get(uri.toString()) ?? new Map<string, vscode.CommentThread>();
    const after = new Map<string, vscode.CommentThread>();
    for (const item of list.items) {
      const range = item.range === null ? new vscode.Range(0, 0, 0, 0) : toRange(item.range);
      const thread = before.get(item.id) ?? this.newThread(uri, range);
      fill(thread, item, range, list.readOnly !== null);
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

  /** Lets the gutter offer a "+": nowhere, on the cursor's line, or on every line. */
  private offerGutter(): void {
    const where = vscode.workspace
      .getConfiguration('corroborate')
      .get<string>('annotations.gutter', 'cursor');
    if (where === 'off') {
      delete this.controller.commentingRangeProvider;
      return;
    }
    this.controller.commentingRangeProvider = {
      provideCommentingRanges: (document) => {
        if (!isArticle(document)) return [];
        if (where === 'all') return [new vscode.Range(0, 0, Math.max(0, document.lineCount - 1), 0)];
        const editor = vscode.window.visibleTextEditors.find((e) => e.document === document);
        return editor === undefined ? [] : [lines(editor.selection)];
      },
    };
  }

  /** The cursor has moved to another line: the gutter's offer follows it, once it rests. */
  private followCursor({ textEditor, selections }: vscode.TextEditorSelectionChangeEvent): void {
    const [selection] = selections;
    if (selection === undefined || !isArticle(textEditor.document)) return;
    const key = `${textEditor.document.uri.toString()} ${selection.start.line} ${selection.end.line}`;
    if (key === this.offered) return;
    this.offered = key;
    clearTimeout(this.offerTimer);
    this.offerTimer = setTimeout(() => this.offerGutter(), CURSOR_RESTS);
  }
}

function lines(selection: vscode.Selection): vscode.Range {
  return new vscode.Range(selection.start.line, 0, selection.end.line, 0);
}

function fill(
  thread: vscode.CommentThread,
  item: AnnotationItem,
  range: vscode.Range,
  readOnly: boolean,
): void {
  if (!thread.range.isEqual(range)) thread.range = range;
  thread.label = threadLabel(item);
  thread.contextValue = `annotation.${item.anchor}`;
  thread.canReply = !readOnly;
  thread.state = isResolved(item.status)
    ? vscode.CommentThreadState.Resolved
    : vscode.CommentThreadState.Unresolved;
  const tags = item.tags.map((t) => `#${t}`).join(' ');
  const note = item.note === '' ? vscode.l10n.t('(no note)') : item.note;
  const comments = [
    new ThreadComment(note, item.by, item.made, undefined, thread, tags),
    ...item.replies.map((r) => new ThreadComment(r.text, r.by, r.made, r.id, thread)),
  ];
  if (!sameComments(thread.comments, comments)) thread.comments = comments;
}

function sameComments(before: readonly vscode.Comment[], after: readonly ThreadComment[]): boolean {
  return (
    before.length === after.length &&
    after.every((comment, i) => {
      const old = before[i];
      return old instanceof ThreadComment && old.text === comment.text && old.label === comment.label;
    })
  );
}

function threadLabel(item: AnnotationItem): string {
  const status = statusLabel(item.status);
  const words = item.quote.replace(/\s+/g, ' ').slice(0, 80);
  switch (item.anchor) {
    case 'article':
      return vscode.l10n.t('{0} · on the whole article', status);
    case 'changed':
      return vscode.l10n.t('{0} · the words have changed; they were “{1}”', status, words);
    case 'ambiguous':
      return vscode.l10n.t('{0} · the place is not certain; the words were “{1}”', status, words);
    case 'lost':
      return vscode.l10n.t('{0} · the words are gone; they were “{1}”', status, words);
    default:
      return status;
  }
}

/** Reviewers' Markdown, shown without commands, HTML or images from elsewhere. */
function untrusted(text: string): vscode.MarkdownString {
  const md = new vscode.MarkdownString(text.replace(/!\[/g, '\\!['));
  md.isTrusted = false;
  md.supportHtml = false;
  return md;
}

import * as vscode from 'vscode';
import type { AnnotationItem, AnnotationList, SeeItem } from '../../protocol';
import { quoted } from '../quoted';
import { isResolved, statusLabel } from './statuses';

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
    /** What the note points to, shown under it. */
    private readonly sees: readonly SeeItem[] = [],
  ) {
    this.author = { name: by };
    this.contextValue = reply === undefined ? 'note' : 'reply';
    this.body = this.rendered();
    if (tags !== '') this.label = tags;
    const date = new Date(made);
    if (!Number.isNaN(date.getTime())) this.timestamp = date;
  }

  /** Opens the comment for editing, or shows it again as it was. */
  show(mode: vscode.CommentMode): void {
    this.body = mode === vscode.CommentMode.Editing ? this.text : this.rendered();
    this.mode = mode;
    this.thread.comments = [...this.thread.comments];
  }

  /** Whether two comments look alike. */
  equals(other: vscode.Comment | undefined): boolean {
    return (
      other instanceof ThreadComment &&
      other.thread === this.thread &&
      other.text === this.text &&
      other.label === this.label &&
      other.author.name === this.author.name &&
      other.rendered().value === this.rendered().value
    );
  }

  private rendered(): vscode.MarkdownString {
    const empty = this.text === '' ? vscode.l10n.t('(no note)') : this.text;
    const md = untrusted(empty);
    for (const see of this.sees) appendSee(md, see);
    return md;
  }
}

/** Fills a thread with what an annotation says now. */
export function fillThread(
  thread: vscode.CommentThread,
  item: AnnotationItem,
  range: vscode.Range,
  { readOnly, inConflict }: AnnotationList,
): void {
  if (!thread.range.isEqual(range)) thread.range = range;
  const openConflict = item.conflicts.length > 0 && readOnly === null;
  thread.label = threadLabel(item, inConflict);
  thread.contextValue = `annotation.${item.anchor}${openConflict ? '.conflict' : ''}`;
  thread.canReply = readOnly === null;
  thread.state = isResolved(item.status)
    ? vscode.CommentThreadState.Resolved
    : vscode.CommentThreadState.Unresolved;
  const comments = commentsOf(item, thread);
  const same =
    thread.comments.length === comments.length && comments.every((c, i) => c.equals(thread.comments[i]));
  if (!same) thread.comments = comments;
}

function commentsOf(item: AnnotationItem, thread: vscode.CommentThread): ThreadComment[] {
  const tags = item.tags.map((t) => `#${t}`).join(' ');
  return [
    new ThreadComment(item.note, item.by, item.made, undefined, thread, tags, item.sees),
    ...item.replies.map((r) => new ThreadComment(r.text, r.by, r.made, r.id, thread)),
  ];
}

function threadLabel(item: AnnotationItem, inConflict: boolean): string {
  const parts = [statusLabel(item.status)];
  if (item.verdict !== null) parts.push(quoted(oneLine(item.verdict, 40)));
  const versions = versionsLabel(item, inConflict);
  if (versions !== '') parts.push(versions);
  const place = placeLabel(item);
  if (place !== '') parts.push(place);
  return parts.join(' · ');
}

/** What became of two branches' versions: the file still holds both, or a merge left something to choose. */
function versionsLabel({ conflicts }: AnnotationItem, inConflict: boolean): string {
  if (inConflict)
    return conflicts.length > 0
      ? vscode.l10n.t('git left two versions, which differ here: merge the file first')
      : vscode.l10n.t('git left two versions of the file: merge it first');
  return conflicts.length > 0 ? vscode.l10n.t('two versions were merged: choose one') : '';
}

function placeLabel(item: AnnotationItem): string {
  const words = oneLine(item.quote, 80);
  switch (item.anchor) {
    case 'article':
      return vscode.l10n.t('on the whole article');
    case 'changed':
      return vscode.l10n.t('the words have changed; they were “{0}”', words);
    case 'ambiguous':
      return vscode.l10n.t('the place is not certain; the words were “{0}”', words);
    case 'lost':
      return vscode.l10n.t('the words are gone; they were “{0}”', words);
    default:
      return item.sees.length === 0 ? '' : vscode.l10n.t('on a fact in {0} articles', item.sees.length + 1);
  }
}

function appendSee(md: vscode.MarkdownString, { article, quote, place }: SeeItem): void {
  md.appendMarkdown('\n- ');
  const name = article.replace(/[^\p{L}\p{N}./ -]/gu, '-');
  if (place === null) md.appendMarkdown('*').appendText(name).appendMarkdown('*');
  else {
    const address = `${place.uri}#L${place.range.start.line + 1},${place.range.start.character + 1}`;
    md.appendMarkdown(`[${name}](${address.replace(/[()\s]/g, encodeURIComponent)})`);
  }
  if (quote !== null) md.appendText(`: ${quoted(oneLine(quote, 160))}`);
  if (place === null) md.appendText(` (${vscode.l10n.t('not found there now')})`);
}

function oneLine(words: string, length: number): string {
  const flat = words.replace(/\s+/g, ' ').trim();
  return flat.length > length ? `${flat.slice(0, length - 1)}…` : flat;
}

/** Reviewers' Markdown, shown without commands, HTML or images from elsewhere. */
function untrusted(text: string): vscode.MarkdownString {
  const md = new vscode.MarkdownString(text.replace(/!\[/g, '\\!['));
  md.isTrusted = false;
  md.supportHtml = false;
  return md;
}

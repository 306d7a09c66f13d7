import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { AnnotatedArticle } from '../../protocol';
import { Requests } from '../../protocol';
import type { ServerEvents } from '../server-events';
import type { AnnotationThreads } from './threads';

/** How long changes are collected before anybody asks again, in milliseconds. */
const SETTLES = 200;

/** Every annotated article of the open folders, asked of the server once for all surfaces that show them. */
export class AnnotatedArticles implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private latest: Promise<readonly AnnotatedArticle[]> | undefined;
  /** Fires when the list may have changed. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly client: BaseLanguageClient,
    events: ServerEvents,
    threads: AnnotationThreads,
  ) {
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      events.onAnnotations(() => this.refresh()),
      events.onFacts(() => this.refresh()),
      threads.onDidChange(() => this.refresh()),
    );
  }

  /** The list as it is now, once the server has started; empty where it has stopped. */
  list(): Promise<readonly AnnotatedArticle[]> {
    this.latest ??= this.client.sendRequest<AnnotatedArticle[]>(Requests.allAnnotations).catch(() => {
      this.latest = undefined;
      return [];
    });
    return this.latest;
  }

  /** Asks again soon; several calls in a row are one. */
  refresh(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.latest = undefined;
      this.changed.fire();
    }, SETTLES);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
  }
}

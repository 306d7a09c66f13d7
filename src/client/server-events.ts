import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Highlights } from '../protocol';
import { Notifications } from '../protocol';

/**
 * The server's notifications as events. A language client keeps only the last handler of each method, and several surfaces
 * listen to the same one.
 */
export class ServerEvents implements vscode.Disposable {
  private readonly highlights = new vscode.EventEmitter<Highlights>();
  private readonly annotations = new vscode.EventEmitter<vscode.Uri>();
  private readonly facts = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable;

  /** New highlights of an open article. */
  readonly onHighlights = this.highlights.event;
  /** An article's annotations changed. */
  readonly onAnnotations = this.annotations.event;
  /** Facts of the open folders changed. */
  readonly onFacts = this.facts.event;

  constructor(client: BaseLanguageClient) {
    this.subscriptions = vscode.Disposable.from(
      this.highlights,
      this.annotations,
      this.facts,
      client.onNotification(Notifications.highlights, (found: Highlights) => this.highlights.fire(found)),
      client.onNotification(Notifications.annotations, ({ uri }: { uri: string }) =>
        this.annotations.fire(vscode.Uri.parse(uri)),
      ),
      client.onNotification(Notifications.facts, () => this.facts.fire()),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Overview } from '../protocol';
import { Requests } from '../protocol';
import type { ServerEvents } from './server-events';

/** What is known where the server does not answer: nothing. */
const NOTHING: Overview = { reading: false, facts: [], sources: [], articles: [], onlyHere: [] };

/** What the server knows of the open folders, asked once for all surfaces that show it. */
export class LatestOverview implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;
  private latest: Promise<Overview> | undefined;
  /** Fires when there may be something new. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly client: BaseLanguageClient,
    events: ServerEvents,
  ) {
    this.subscription = events.onFacts(() => {
      this.latest = undefined;
      this.changed.fire();
    });
  }

  /** What is known now; nothing where the server has stopped. */
  get(): Promise<Overview> {
    this.latest ??= this.client.sendRequest<Overview>(Requests.overview).catch(() => {
      this.latest = undefined;
      return NOTHING;
    });
    return this.latest;
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }
}

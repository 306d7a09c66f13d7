import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { Card, CardParams, Highlights, InitializationOptions } from '../protocol';
import { Requests } from '../protocol';
import { registerAnnotations } from './annotations';
import { renderCard } from './card';
import { registerCorrectionCommands } from './corrections';
import { Highlighter } from './highlights';
import { LatestOverview } from './latest-overview';
import { registerMatrix } from './matrix/panel';
import { fromRange, openBeside } from './places';
import { ServerEvents } from './server-events';
import { articleSelector, serverSettings } from './settings';

/** What other extensions, and the tests, can ask of this one. */
export interface CorroborateApi {
  /** Resolves when the server has read the open folders. */
  ready(): Promise<void>;
  /** The highlights of an open article; waits for the first result. */
  highlights(uri: vscode.Uri): Promise<Highlights>;
  /** The card for a place, as data. */
  card(uri: vscode.Uri, position: vscode.Position): Promise<Card | null>;
}

/** Makes the language client for this kind of host. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

/** The body of activation that the desktop and the browser share. */
export async function activateWith(
  context: vscode.ExtensionContext,
  createClient: ClientFactory,
  host: Omit<InitializationOptions, 'settings'>,
): Promise<CorroborateApi> {
  const client = createClient(
    clientOptions(
      {
        ...host,
        clientWatches: true,
        clientCommands: true,
        settings: serverSettings(),
        translations: vscode.l10n.bundle ?? {},
      },
      () => client,
    ),
  );
  const events = new ServerEvents(client);
  const overview = new LatestOverview(client, events);
  const highlighter = new Highlighter();
  const firstFacts = new Promise<void>((resolve) => {
    context.subscriptions.push(events.onFacts(() => resolve()));
  });
  void firstFacts.then(tickFirstStep);
  context.subscriptions.push(
    client,
    events,
    overview,
    highlighter,
    registerAnnotations(context, client, events, overview, highlighter),
    events.onHighlights((found) => highlighter.accept(found)),
    vscode.commands.registerCommand('corroborate.openBeside', openBeside),
    vscode.commands.registerCommand('corroborate.toggleHighlights', () => highlighter.toggle()),
    vscode.commands.registerCommand('corroborate.restartServer', async () => {
      await client.stop();
      await client.start();
    }),
    vscode.commands.registerCommand('corroborate.showCard', () =>
      vscode.commands.executeCommand('editor.action.showHover'),
    ),
    registerCorrectionCommands(client, overview),
    registerMatrix(context, overview),
    sendSettings(client),
  );
  await client.start();
  return {
    ready: () => firstFacts,
    highlights: (uri) => highlighter.of(uri),
    card: (uri, position) => requestCard(client, uri, position),
  };
}

/** The editor ticks a step of a walkthrough when a context comes to be, not where it was so from the start, as an open folder is. */
function tickFirstStep(): void {
  const isOpen = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
  void vscode.commands.executeCommand('setContext', 'corroborate.folderRead', isOpen);
}

function clientOptions(
  initializationOptions: InitializationOptions,
  client: () => BaseLanguageClient,
): LanguageClientOptions {
  const watch = (pattern: string): vscode.FileSystemWatcher =>
    vscode.workspace.createFileSystemWatcher(pattern);
  return {
    documentSelector: articleSelector(),
    initializationOptions,
    outputChannelName: 'Corroborate',
    synchronize: {
      fileEvents: [
        watch('**/*.{txt,md,article}'),
        watch('**/*.annotations.yaml'),
        watch('**/corroborate.yaml'),
        // A folder that goes takes its files along without naming them.
        vscode.workspace.createFileSystemWatcher('**/*', true, true, false),
      ],
    },
    markdown: { isTrusted: false, supportHtml: false },
    middleware: {
      provideHover: async (document, position, token) => {
        const card = await requestCard(client(), document.uri, position, token);
        return card === null ? null : renderCard(card, document.uri);
      },
    },
  };
}

function requestCard(
  client: BaseLanguageClient,
  uri: vscode.Uri,
  position: vscode.Position,
  token?: vscode.CancellationToken,
): Promise<Card | null> {
  const at = fromRange(new vscode.Range(position, position)).start;
  const params: CardParams = { uri: uri.toString(), position: at };
  return client.sendRequest<Card | null>(Requests.card, params, token);
}

function sendSettings(client: BaseLanguageClient): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('corroborate'))
      void client.sendNotification('workspace/didChangeConfiguration', { settings: serverSettings() });
  });
}

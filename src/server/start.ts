import type {
  Connection,
  FileSystemWatcher,
  InitializeParams,
  InitializeResult,
} from 'vscode-languageserver';
import {
  CodeActionTriggerKind,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  WatchKind,
} from 'vscode-languageserver';
import { createAnalyser } from '../analysis';
import type { Card, CardParams, Correction, InitializationOptions, Range } from '../protocol';
import { Requests } from '../protocol';
import { AnnotationDesk } from './annotations/desk';
import { answerAnnotationRequests } from './annotations/requests';
import { isArticleFile, sameFiles } from './article-files';
import { openDocuments } from './documents';
import { actionsAt, lensesOf } from './features/actions';
import { candidatesFor } from './features/candidates';
import { cardFor } from './features/card';
import { correctFolder, listCorrections, readCorrections } from './features/corrections';
import { highlightsFor } from './features/highlights';
import { hoverOf } from './features/hover';
import { overviewOf } from './features/overview';
import { highlightsAt, referencesTo } from './features/references';
import type { OpenFolder } from './folders';
import { Folders } from './folders';
import { OpenArticles } from './open-articles';
import { compareAround, compareFolder, compareNear } from './compare-folder';
import { DEFAULT_SETTINGS, readOptions, readSettings } from './options';
import type { Background, Platform } from './platform';
import { reasonOf } from './platform';
import { readFolder } from './read-folder';
import { rehearseIn } from './ready-to-edit';
import type { Session } from './session';
import { factsChanged, speaker } from './session';
import { watchedFilesChanged } from './watched-files';

interface At {
  readonly uri: string;
  readonly position: Range['start'];
}

/** How long a card waits for the other articles to be read, in milliseconds: longer, and it looks as if there were none. */
const PATIENCE = 2500;

/** Runs a language server on a connection until the client ends it. */
export function startServer(connection: Connection, platform: Platform): void {
  let options: InitializationOptions = { settings: DEFAULT_SETTINGS, clientFiles: false };
  let markdownHover = true;
  let canRegister = false;
  const folders = new Folders(createAnalyser(null));
  const documents = openDocuments(connection, (uri, edit) => desk.move(uri, edit));
  const session: Session = {
    connection,
    platform,
    documents,
    folders,
    settings: () => options.settings,
    options: () => options,
    say: speaker(() => options),
    background: () => background,
  };
  let background: Background | null = null;
  const desk = new AnnotationDesk(session);
  const articles = new OpenArticles(session);
  const add = (uri: string): OpenFolder => {
    const open = folders.add(uri);
    folders.reading(open, true);
    return open;
  };
  const start = async (open: OpenFolder): Promise<void> => {
    try {
      await platform.cleanFolder(open.uri);
      await readCorrections(session, open);
      await readFolder(session, open);
    } catch (error) {
      connection.console.error(`${open.uri} could not be read: ${reasonOf(error, session.say)}`);
    }
    folders.reading(open, false);
    articles.refreshAll();
    await compareFolder(session, open);
    await rehearseIn(session, open.folder);
  };

  /** Other files are articles now. */
  const readAgain = (open: OpenFolder): Promise<void> => {
    for (const { path } of open.folder.articles())
      if (!isArticleFile(options.settings, path)) open.folder.remove(path);
    folders.reading(open, true);
    return start(open);
  };

  connection.onInitialize((params) => {
    options = readOptions(params.initializationOptions);
    const formats = params.capabilities.textDocument?.hover?.contentFormat;
    markdownHover = formats?.[0] !== 'plaintext';
    canRegister = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    roots = foldersOf(params).map(add);
    return CAPABILITIES;
  });
  let roots: OpenFolder[] = [];
  connection.onInitialized(async () => {
    if (canRegister && !options.clientWatches) await registerWatchers(connection);
    await platform.prepare(options);
    const model = platform.loadModel(options);
    const weights = await model.catch((error: unknown) => {
      connection.console.error(`The statement model cannot be read: ${String(error)}`);
      return null;
    });
    if (weights !== null) folders.useAnalyser(createAnalyser(weights, true));
    background = platform.background(weights);
    articles.begin();
    await Promise.all(roots.map(start));
    if (roots.length === 0) factsChanged(session);
  });
  connection.onDidChangeConfiguration(({ settings }: { settings?: unknown }) => {
    const before = options.settings;
    options = { ...options, settings: readSettings(settings) };
    articles.refreshAll();
    if (!sameFiles(before, options.settings)) void Promise.all(folders.all().map(readAgain));
  });
  connection.onNotification('workspace/didChangeWorkspaceFolders', (params: { event: FolderChange }) => {
    for (const removed of params.event.removed) folders.remove(removed.uri);
    void Promise.all(params.event.added.map((added) => start(add(added.uri)))).then(() =>
      factsChanged(session),
    );
  });
  connection.onDidChangeWatchedFiles(({ changes }) => watchedFilesChanged(session, desk, articles, changes));

  connection.onShutdown(() => background?.stop());

  /** Answers about an article's facts once they are found. */
  const compared = async <T>(uri: string, answer: () => T): Promise<T> => {
    await compareAround(session, uri);
    return answer();
  };
  /** The card; where it would only say that articles are still being read, a little later. */
  const cardSoon = async ({ uri, position, whole }: CardParams): Promise<Card | null> => {
    await compareNear(session, uri);
    const card = cardFor(session, uri, position, whole);
    const { open } = folders.locate(uri);
    if (card === null || card.rows.length > 0 || !folders.isReading(open)) return card;
    await folders.untilRead(open, PATIENCE);
    await compareNear(session, uri);
    return cardFor(session, uri, position, whole);
  };
  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const card = await cardSoon({ uri, position });
    return card === null ? null : hoverOf(card, markdownHover);
  });
  connection.onReferences(({ textDocument: { uri }, position, context }) =>
    compared(uri, () => referencesTo(session, uri, position, context.includeDeclaration)),
  );
  connection.onDocumentHighlight(({ textDocument: { uri }, position }) =>
    compared(uri, () => highlightsAt(session, uri, position)),
  );
  connection.onCodeAction(({ textDocument: { uri }, range, context }) =>
    compared(uri, () =>
      actionsAt(session, uri, range, context.triggerKind === CodeActionTriggerKind.Invoked),
    ),
  );
  connection.onCodeLens(({ textDocument: { uri } }) => compared(uri, () => lensesOf(session, uri)));
  connection.onRequest(Requests.card, cardSoon);
  connection.onRequest(Requests.highlights, ({ uri }: { uri: string }) => highlightsFor(session, uri));
  connection.onRequest(Requests.overview, () => overviewOf(session));
  answerAnnotationRequests(connection, session, desk);
  connection.onRequest(Requests.corrections, () => listCorrections(session));
  connection.onRequest(Requests.candidates, ({ uri, position }: At) => candidatesFor(session, uri, position));
  connection.onRequest(Requests.correct, (correction: Correction) => correctFolder(session, correction));
  connection.listen();
}

interface FolderChange {
  readonly added: readonly { readonly uri: string }[];
  readonly removed: readonly { readonly uri: string }[];
}

const CAPABILITIES: InitializeResult = {
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    hoverProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix'] },
    codeLensProvider: {},
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
  serverInfo: { name: 'corroborate' },
};

function foldersOf(params: InitializeParams): string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map((folder) => folder.uri);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- older clients send only a root
  const root = params.rootUri;
  return root === null ? [] : [root];
}

async function registerWatchers(connection: Connection): Promise<void> {
  const watchers: FileSystemWatcher[] = [
    '**/*.{txt,md,article}',
    '**/*.annotations.yaml',
    '**/corroborate.yaml',
  ].map((globPattern) => ({ globPattern }));
  // A folder that goes takes its files along without naming them.
  watchers.push({ globPattern: '**/*', kind: WatchKind.Delete });
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { InitializationOptions, Settings } from '../protocol';
import { Notifications } from '../protocol';
import type { Article } from '../service';
import { decodeArticle } from '../service';
import type { Fact, Message } from '../crossref';
import { inWords } from '../service';
import { isExcluded } from './article-files';
import type { Folders, Located, OpenFolder } from './folders';
import { normalise } from './folders';
import type { Lines } from './positions';
import type { Background, Platform } from './platform';

/** What every feature of the server works with. */
export interface Session {
  readonly connection: Connection;
  readonly platform: Platform;
  readonly documents: TextDocuments<TextDocument>;
  readonly folders: Folders;
  /** Work beside this thread; null where there is none. */
  readonly background: () => Background | null;
  readonly settings: () => Settings;
  readonly options: () => InitializationOptions;
  /** Puts a message into the reader's language. */
  readonly say: (message: Message) => string;
}

/** An article with the line starts of the version that was analysed. */
export interface Place extends Located {
  readonly article: Article;
  readonly lines: Lines;
}

/**
 * The present version of an article: an open document is analysed now if it has not been yet, so that no answer is older than the
 * text the person sees.
 */
export function current(session: Session, uri: string): Place | undefined {
  const located = session.folders.locate(uri);
  const document = session.documents.get(uri);
  if (document !== undefined) analyseDocument(session, document);
  const article = located.open.folder.article(located.path);
  const lines = session.folders.linesOf(located.open, located.path);
  return article === undefined || lines === undefined ? undefined : { ...located, article, lines };
}

/** Analyses the present version of an open document, once. */
export function analyseDocument(session: Session, document: TextDocument): void {
  const { open, path } = session.folders.locate(document.uri);
  if (open.uri !== '' && isExcluded(session.settings(), path)) {
    open.folder.remove(path);
    return;
  }
  if (open.folder.article(path)?.version === document.version) return;
  const text = document.getText();
  if (text.includes('\0')) {
    open.folder.refuse(path, { message: 'The file is binary, not text.', args: [] });
    return;
  }
  if (text.length > session.settings().maxFileSize) {
    open.folder.refuse(path, {
      message: 'The article is too long to analyse (setting corroborate.files.maxSize).',
      args: [],
    });
    return;
  }
  try {
    open.folder.edit(path, text, document.version);
  } catch (error) {
    refuseFailed(session, open, path, error);
  }
}

/** Reads an article from disk, unless an editor has it open: then the editor's text is the truth. */
export async function readFromDisk(session: Session, open: OpenFolder, uri: string): Promise<void> {
  const text = await readText(session, open, uri);
  if (text !== null) putText(session, open, session.folders.locate(uri).path, text);
}

/**
 * The text of an article's file; null where an editor has it open, or where there is no text: the folder then knows why.
 */
export async function readText(session: Session, open: OpenFolder, uri: string): Promise<string | null> {
  const { path } = session.folders.locate(uri);
  if (isOpen(session, uri)) return null;
  try {
    const bytes = await session.platform.read(uri);
    if (isOpen(session, uri)) return null;
    if (bytes === null) {
      open.folder.remove(path);
      return null;
    }
    const file = decodeArticle(bytes, session.settings().maxFileSize, session.platform.decode);
    if (file.text === null) open.folder.refuse(path, file.problem);
    return file.text;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    open.folder.refuse(path, { message: 'The file cannot be read: {0}', args: [reason] });
    return null;
  }
}

/** Reads and analyses the text of an article's file. */
export function putText(session: Session, open: OpenFolder, path: string, text: string): void {
  try {
    open.folder.put(path, text, 0);
  } catch (error) {
    refuseFailed(session, open, path, error);
  }
}

/** Analysis never throws on any text; if it does all the same, one article must not take the others down. */
function refuseFailed(session: Session, open: OpenFolder, path: string, error: unknown): void {
  session.connection.console.error(
    `${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  open.folder.refuse(path, {
    message: 'The article could not be analysed; the log says why.',
    args: [],
  });
}

/** Whether an editor has a file open. */
export function isOpen(session: Session, uri: string): boolean {
  const wanted = normalise(uri);
  return session.documents.all().some((document) => normalise(document.uri) === wanted);
}

/** Tells the client that facts may have changed. */
export function factsChanged(session: Session): void {
  void session.connection.sendNotification(Notifications.facts);
}

/** A speaker of the client's language; its translations came at start. */
export function speaker(options: () => InitializationOptions): (message: Message) => string {
  return (message) => inWords(message, options().translations ?? {});
}

/** What a fact is about, in the reader's language as far as the words are not an article's own. */
export function labelInWords({ say }: Session, { label, labelWords }: Fact): string {
  return labelWords === undefined ? label : say(labelWords);
}

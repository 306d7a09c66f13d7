import type { FileEvent } from 'vscode-languageserver';
import { FileChangeType } from 'vscode-languageserver';
import { Notifications } from '../protocol';
import type { AnnotationDesk } from './annotations/desk';
import { SIDECAR_SUFFIX } from './annotations/sheets';
import { isArticleFile } from './article-files';
import { CORRECTIONS_FILE, readCorrections } from './features/corrections';
import type { OpenFolder } from './folders';
import { normalise } from './folders';
import type { OpenArticles } from './open-articles';
import type { Session } from './session';
import { current, isOpen, readFromDisk } from './session';

/** Follows what happens to articles, sidecars and corrections on disk. */
export async function watchedFilesChanged(
  session: Session,
  desk: AnnotationDesk,
  articles: OpenArticles,
  changes: readonly FileEvent[],
): Promise<void> {
  for (const { uri, type } of changes) {
    if (uri.endsWith(SIDECAR_SUFFIX)) sidecarChanged(session, desk, uri.slice(0, -SIDECAR_SUFFIX.length));
    else if (uri.endsWith(`/${CORRECTIONS_FILE}`)) await correctionsChanged(session, uri);
    else await articleChanged(session, desk, uri, type);
  }
  articles.factsSoon();
}

function sidecarChanged(session: Session, desk: AnnotationDesk, article: string): void {
  const known = session.documents.all().find((d) => normalise(d.uri) === normalise(article));
  const uri = known?.uri ?? article;
  desk.sheets.drop(uri);
  void session.connection.sendNotification(Notifications.annotations, { uri });
}

async function correctionsChanged(session: Session, uri: string): Promise<void> {
  const { open, path } = session.folders.locate(uri);
  if (open.uri !== '' && path === CORRECTIONS_FILE) await readCorrections(session, open);
}

async function articleChanged(
  session: Session,
  desk: AnnotationDesk,
  uri: string,
  type: FileChangeType,
): Promise<void> {
  const deleted = type === FileChangeType.Deleted;
  if (!deleted) session.folders.setGone(uri, false);
  const { open, path } = session.folders.locate(uri);
  if (deleted) folderDeleted(session, desk, open, uri);
  if (open.uri === '' || !isArticleFile(session.settings(), path)) return;
  if (deleted) await articleDeleted(session, open, uri);
  else {
    await readFromDisk(session, open, uri);
    current(session, uri);
  }
  // Annotations of an open article move with its edits; those of a closed one are anchored anew.
  if (!isOpen(session, uri)) sidecarChanged(session, desk, uri);
}

/** An article that is deleted leaves its folder at once, also while an editor still shows its text. */
async function articleDeleted(session: Session, { folder }: OpenFolder, uri: string): Promise<void> {
  if (!isOpen(session, uri)) folder.remove(session.folders.locate(uri).path);
  // A program that saves by writing anew deletes the file for a moment.
  else if ((await session.platform.read(uri).catch(() => null)) === null) session.folders.setGone(uri, true);
}

/** Of a folder that is deleted, or moved away, an editor tells only the folder itself. */
function folderDeleted(session: Session, desk: AnnotationDesk, open: OpenFolder, uri: string): void {
  const { folders } = session;
  const { path } = folders.locate(uri);
  const below = open.folder.articles().filter((article) => article.path.startsWith(`${path}/`));
  for (const article of below) {
    const address = folders.uriOf(open, article.path);
    if (isOpen(session, address)) folders.setGone(address, true);
    else open.folder.remove(article.path);
  }
  desk.sheets.dropBelow(uri);
  if (below.length > 0) void session.connection.sendNotification(Notifications.annotations, { uri });
}

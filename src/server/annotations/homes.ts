import { proposeHomes } from '../../annotation';
import type { HomeItem } from '../../protocol';
import type { OpenFolder } from '../folders';
import type { Session } from '../session';
import type { AnnotationDesk } from './desk';
import { SIDECAR_SUFFIX } from './sheets';

/** How many likely articles are offered. */
const OFFERED = 5;

/** The articles of the same folder that the annotations of a vanished one may belong to, the likeliest first. */
export async function homesOf(session: Session, desk: AnnotationDesk, uri: string): Promise<HomeItem[]> {
  const { open, path } = session.folders.locate(uri);
  const { set } = await desk.sheets.of(uri);
  if (set === null) return [];
  const candidates = open.folder
    .articles()
    .filter((article) => article.path !== path)
    .map((article) => ({ path: article.path, text: article.source }));
  return proposeHomes(set.annotations, candidates)
    .slice(0, OFFERED)
    .map((home) => ({
      ...home,
      path: session.folders.nameOf(open, home.path),
      uri: session.folders.uriOf(open, home.path),
    }));
}

/** An article with annotations whose text is, letter for letter, that of another one without: that one is a copy of it. */
export async function originalOf(session: Session, uri: string): Promise<HomeItem | null> {
  const { open, path } = session.folders.locate(uri);
  const copy = open.folder.article(path)?.source;
  if (copy === undefined || copy.trim() === '' || (await hasSidecar(session, open, path))) return null;
  for (const article of open.folder.articles()) {
    if (article.path === path || article.source !== copy) continue;
    if (!(await hasSidecar(session, open, article.path))) continue;
    const from = session.folders.uriOf(open, article.path);
    return { uri: from, path: session.folders.nameOf(open, article.path), sameText: true, found: 1 };
  }
  return null;
}

async function hasSidecar(session: Session, open: OpenFolder, path: string): Promise<boolean> {
  return (await session.platform.read(session.folders.uriOf(open, path) + SIDECAR_SUFFIX)) !== null;
}

import type { AnnotatedArticle } from '../../protocol';
import type { Session } from '../session';
import type { AnnotationDesk } from './desk';
import { homesOf } from './homes';
import { SIDECAR_SUFFIX } from './sheets';

/** Every annotated article of the open folders, with its annotations; also those whose article is gone. */
export async function allAnnotations(session: Session, desk: AnnotationDesk): Promise<AnnotatedArticle[]> {
  const found: AnnotatedArticle[] = [];
  for (const open of session.folders.all()) {
    const { exclude } = session.settings();
    for (const sidecar of await session.platform.list(open.uri, [`**/*${SIDECAR_SUFFIX}`], exclude)) {
      const uri = sidecar.slice(0, -SIDECAR_SUFFIX.length);
      const path = session.folders.nameOf(open, session.folders.locate(uri).path);
      const orphaned = (await desk.sheets.textOf(uri)) === null;
      const homes = orphaned ? await homesOf(session, desk, uri) : [];
      found.push({ ...(await desk.list(uri)), path, orphaned, homes });
    }
  }
  return found;
}

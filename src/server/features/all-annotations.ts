import type { AnnotatedArticle } from '../../protocol';
import type { AnnotationDesk } from '../annotation-desk';
import { SIDECAR_SUFFIX } from '../annotation-desk';
import type { Session } from '../session';

/** Every annotated article of the open folders, with its annotations; also those whose article is gone. */
export async function allAnnotations(session: Session, desk: AnnotationDesk): Promise<AnnotatedArticle[]> {
  const found: AnnotatedArticle[] = [];
  for (const open of session.folders.all()) {
    const { exclude } = session.settings();
    for (const sidecar of await session.platform.list(open.uri, [`**/*${SIDECAR_SUFFIX}`], exclude)) {
      const uri = sidecar.slice(0, -SIDECAR_SUFFIX.length);
      const { path } = session.folders.locate(uri);
      const orphaned = !(await exists(session, uri));
      found.push({ ...(await desk.list(uri)), path, orphaned });
    }
  }
  return found;
}

async function exists(session: Session, uri: string): Promise<boolean> {
  if (session.documents.get(uri) !== undefined) return true;
  return (await session.platform.read(uri)) !== null;
}

import { rehearseEdits } from '../service';
import { asLongAs, isComparing } from './compare-folder';
import type { Session } from './session';
import { Slices } from './slices';

/** Rehearsals after which the program runs as fast as it will. */
const REHEARSALS = 3;

/** What it works with, of a session. */
type Opened = Pick<Session, 'folders' | 'platform'> & {
  readonly documents: Pick<Session['documents'], 'get'>;
};

/** How often edits were rehearsed on a connection. */
const rehearsed = new WeakMap<object, number>();

/**
 * Gets ready for the next edit of an open article while nobody waits: finds what comparing its next version rests on, and has the first
 * articles that are opened rehearsed, since code that has never run takes several times as long.
 */
export async function getReadyToEdit(session: Opened, uri: string): Promise<void> {
  const { open, path } = session.folders.locate(uri);
  const version = session.documents.get(uri)?.version;
  const stands = (): boolean => version !== undefined && session.documents.get(uri)?.version === version;
  const slices = new Slices(session.platform, 'nobody');
  await slices.run(asLongAs(stands, open.folder.prepareEdit(path)));
  const times = rehearsed.get(session) ?? 0;
  if (times >= REHEARSALS || isComparing(session) || !stands()) return;
  await slices.run(asLongAs(stands, rehearseEdits(open.folder, path)));
  if (stands()) rehearsed.set(session, times + 1);
}

import type { Folder } from '../service';
import { prepareNames, rehearseEdits } from '../service';
import { asLongAs, isComparing } from './compare-folder';
import { untilQuiet } from './quiet';
import type { Session } from './session';
import { Slices } from './slices';

/** Rehearsals after which the program runs nearly as fast as it will. */
const REHEARSALS = 3;

/** Edits that are rehearsed in each of these, and in an article that is opened later. */
const MANY = 8;
const FEW = 4;

/** What it works with, of a session. */
type Opened = Pick<Session, 'folders' | 'platform'> & {
  readonly documents: Pick<Session['documents'], 'get'>;
};

/** How often edits were rehearsed on a connection, and in which open articles. */
interface Rehearsed {
  times: number;
  readonly uris: Set<string>;
}
const rehearsed = new WeakMap<object, Rehearsed>();

/**
 * Gets ready for the next edit of an open article while nobody waits: finds what comparing its next version rests on, and rehearses some
 * edits once, since code that has not run lately takes several times as long.
 */
export async function getReadyToEdit(session: Opened, uri: string): Promise<void> {
  const { open, path } = session.folders.locate(uri);
  const version = session.documents.get(uri)?.version;
  const stands = (): boolean => version !== undefined && session.documents.get(uri)?.version === version;
  const slices = new Slices(session.platform, 'nobody');
  await slices.run(asLongAs(stands, open.folder.prepareEdit(path)));
  if (stands()) prepareNames(open.folder, path);
  const { times, uris } = rehearsedOn(session);
  if ((times >= REHEARSALS && uris.has(uri)) || isComparing(session) || !stands()) return;
  uris.add(uri);
  await rehearse(session, asLongAs(stands, rehearseEdits(open.folder, path, editsOfNext(session))));
}

/** How long nobody may have asked anything before a rehearsal goes on, in milliseconds. */
const QUIET = 300;

/** An article that others are to be compared with is looked for among so many. */
const LOOKED_AT = 50;

/**
 * Rehearses edits in a folder that has just been compared, whatever is open of it: what is opened next may be edited before there is time
 * for that.
 */
export async function rehearseIn(session: Pick<Opened, 'platform'>, folder: Folder): Promise<void> {
  const first = folder.articles().slice(0, LOOKED_AT);
  const article = first.find(({ path }) => folder.storyAround(path).length > 1);
  if (article === undefined || rehearsedOn(session).times >= REHEARSALS) return;
  await rehearse(session, rehearseEdits(folder, article.path, editsOfNext(session)));
}

/** Steps of code that has not run yet can take fifty milliseconds: nobody is to meet one who has just asked something. */
async function rehearse(session: Pick<Opened, 'platform'>, steps: Generator<undefined, void>): Promise<void> {
  const slices = new Slices(session.platform, 'nobody');
  do {
    await untilQuiet(session, QUIET);
    await slices.next();
  } while (steps.next().done !== true);
}

/** An article that is opened again may be edited after a long while. */
export function forgetRehearsal(session: object, uri: string): void {
  rehearsed.get(session)?.uris.delete(uri);
}

function rehearsedOn(session: object): Rehearsed {
  const known = rehearsed.get(session) ?? { times: 0, uris: new Set() };
  rehearsed.set(session, known);
  return known;
}

function editsOfNext(session: object): number {
  const known = rehearsedOn(session);
  return known.times++ < REHEARSALS ? MANY : FEW;
}

import type { WorkDoneProgressReporter, CancellationToken } from 'vscode-languageserver';
import type { OpenFolder } from './folders';
import type { Session } from './session';
import { factsChanged, readFromDisk } from './session';

/** How long the server may work before it lets other events run, in milliseconds. */
const SLICE = 20;

/**
 * Reads every article of a folder, with progress that can be cancelled; other requests are answered in between.
 */
export async function readFolder(session: Session, open: OpenFolder): Promise<void> {
  const { include, exclude } = session.settings();
  const files = await session.platform.list(open.uri, include, exclude);
  const progress = await session.connection.window.createWorkDoneProgress();
  const title = session.say({ message: 'Reading articles', args: [] });
  progress.begin(title, 0, undefined, true);
  try {
    await readAll(session, open, files, progress, progress.token);
  } finally {
    progress.done();
    factsChanged(session);
  }
}

async function readAll(
  session: Session,
  open: OpenFolder,
  files: readonly string[],
  progress: WorkDoneProgressReporter,
  token: CancellationToken,
): Promise<void> {
  let sliceStart = Date.now();
  for (const [i, uri] of files.entries()) {
    if (token.isCancellationRequested) return;
    await readFromDisk(session, open, uri);
    if (Date.now() - sliceStart < SLICE) continue;
    progress.report(Math.round((100 * i) / files.length), `${i} / ${files.length}`);
    await session.platform.pause();
    sliceStart = Date.now();
  }
}

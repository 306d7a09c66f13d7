import type { Message } from '../../crossref';
import type { Correction, Place } from '../../protocol';
import type { NewCorrection, QuotedPlace } from '../../corrections';
import { addCorrection, EMPTY_FILE, locate, readCorrectionsFile } from '../../corrections';
import type { OpenFolder } from '../folders';
import { reasonOf } from '../platform';
import type { Session } from '../session';
import { factsChanged } from '../session';

/** The name of the file, at a folder's root, that holds what people corrected. */
export const CORRECTIONS_FILE = 'corroborate.yaml';

/** Reads a folder's corrections; a file that cannot be read is shown as such and counts as empty. */
export async function readCorrections(session: Session, open: OpenFolder): Promise<void> {
  const uri = session.folders.uriOf(open, CORRECTIONS_FILE);
  const bytes = await session.platform.read(uri).catch(() => null);
  const text = bytes === null ? null : session.platform.decode(bytes, 'utf-8');
  const { file, problem } = text === null ? { file: EMPTY_FILE, problem: null } : readCorrectionsFile(text);
  open.folder.correct(file);
  const start = { line: 0, character: 0 };
  const diagnostics =
    problem === null
      ? []
      : [{ range: { start, end: start }, message: session.say(problem), source: 'Corroborate' }];
  void session.connection.sendDiagnostics({ uri, diagnostics });
}

/** Writes a correction into the folder's `corroborate.yaml` and compares anew; the answer is for people. */
export async function correctFolder(
  session: Session,
  correction: Correction,
): Promise<{ ok: boolean; message: string }> {
  const anywhere =
    correction.kind === 'alias' ? null : correction.kind === 'ignore' ? correction.place : correction.a;
  const open = anywhere === null ? session.folders.all()[0] : session.folders.locate(anywhere.uri).open;
  if (open === undefined || open.uri === '')
    return refuse(session, 'Open a folder first: corrections are kept at its root.');
  const change = newCorrection(session, open, correction, await session.platform.author(open.uri));
  if (change === null)
    return refuse(session, 'The words stand more than once in the article and cannot be told apart.');
  const uri = session.folders.uriOf(open, CORRECTIONS_FILE);
  let problem: Message | null = null;
  try {
    await session.platform.sidecars.update(uri, (now) => {
      const edit = addCorrection(now ?? '', change);
      if (edit.ok) return edit.text;
      problem = edit.problem;
      return null;
    });
  } catch (error) {
    problem = {
      message: 'The file cannot be written: {0}',
      args: [reasonOf(error, session.say)],
    };
  }
  if (problem !== null) return { ok: false, message: session.say(problem) };
  await readCorrections(session, open);
  factsChanged(session);
  return { ok: true, message: session.say({ message: 'Written to {0}.', args: [CORRECTIONS_FILE] }) };
}

function refuse(session: Session, message: string): { ok: false; message: string } {
  return { ok: false, message: session.say({ message, args: [] }) };
}

function newCorrection(
  session: Session,
  open: OpenFolder,
  correction: Correction,
  by: string,
): NewCorrection | null {
  if (correction.kind === 'alias') return correction;
  if (correction.kind === 'ignore') {
    const place = quote(session, open, correction.place);
    return place === null ? null : { kind: 'ignore', place };
  }
  const a = quote(session, open, correction.a);
  const b = quote(session, open, correction.b);
  return a === null || b === null ? null : { kind: correction.kind, a, b, by };
}

/** A place as words that find it again: with as much context as it needs to be the only one. */
function quote(session: Session, open: OpenFolder, place: Place): QuotedPlace | null {
  const { path } = session.folders.locate(place.uri);
  const lines = session.folders.linesOf(open, path);
  const source = open.folder.article(path)?.text.source;
  if (lines === undefined || source === undefined) return null;
  const start = lines.offsetAt(place.range.start);
  const end = lines.offsetAt(place.range.end);
  const articles = { paths: [path], textOf: () => source };
  for (const context of [0, 12, 24, 48, 96]) {
    const quoted = {
      article: path,
      quote: source.slice(start, end),
      prefix: source.slice(Math.max(0, start - context), start),
      suffix: source.slice(end, end + context),
    };
    const found = locate(quoted, articles);
    if (found?.start === start) return quoted;
  }
  return null;
}

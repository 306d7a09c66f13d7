import type { Correction, CorrectionItem, CorrectionOutcome, CorrectionSection, Place } from '../../protocol';
import type { CorrectionsEdit, CorrectionsFile, NewCorrection, QuotedPlace } from '../../corrections';
import { addCorrection, EMPTY_FILE, locate, readCorrectionsFile, removeCorrection } from '../../corrections';
import type { OpenFolder } from '../folders';
import { reasonOf } from '../platform';
import { linesOf } from '../positions';
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
  const diagnostics =
    problem === null
      ? []
      : [
          {
            range: linesOf(text ?? '').rangeOf(problem.at),
            message: session.say(problem),
            source: 'Corroborate',
          },
        ];
  void session.connection.sendDiagnostics({ uri, diagnostics });
}

/** The corrections that stand in the files of the open folders, for taking one back. */
export async function listCorrections(session: Session): Promise<CorrectionItem[]> {
  const found: CorrectionItem[] = [];
  for (const open of session.folders.all()) {
    const bytes = await session.platform.read(session.folders.uriOf(open, CORRECTIONS_FILE));
    const text = bytes === null ? null : session.platform.decode(bytes, 'utf-8');
    if (text === null) continue;
    const file = session.folders.nameOf(open, CORRECTIONS_FILE);
    for (const item of itemsOf(readCorrectionsFile(text).file))
      found.push({ ...item, file, folder: open.uri });
  }
  return found;
}

function itemsOf(file: CorrectionsFile): Omit<CorrectionItem, 'file' | 'folder'>[] {
  const pairs = (section: 'same' | 'not-same', list: CorrectionsFile['same']): ReturnType<typeof itemsOf> =>
    [...list].map(([key, [a, b]]) => ({
      section,
      key,
      words: `“${a.quote}” (${a.article}) ${section === 'same' ? '=' : '≠'} “${b.quote}” (${b.article})`,
    }));
  return [
    ...pairs('not-same', file.notSame),
    ...pairs('same', file.same),
    ...[...file.ignore].map(([key, { quote, article }]) => ({
      section: 'ignore' as const,
      key,
      words: `“${quote}” (${article})`,
    })),
    ...[...file.aliases].map(([key, names]) => ({
      section: 'aliases' as const,
      key,
      words: `${key} = ${names.join(', ')}`,
    })),
  ];
}

/** Writes a correction into the folder's `corroborate.yaml` and compares anew; the answer is for people. */
export async function correctFolder(session: Session, correction: Correction): Promise<CorrectionOutcome> {
  const open = folderOf(session, correction);
  if (open === undefined || open.uri === '')
    return refuse(session, 'Open a folder first: corrections are kept at its root.');
  const author = await session.platform.author(open.uri);
  const edit = editOf(session, open, correction, author);
  if (edit === null)
    return refuse(session, 'The words stand more than once in the article and cannot be told apart.');
  const uri = session.folders.uriOf(open, CORRECTIONS_FILE);
  const done: { result: CorrectionsEdit | null } = { result: null };
  try {
    await session.platform.sidecars.update(uri, (now) => {
      done.result = edit(now ?? '');
      return done.result.ok ? done.result.text : null;
    });
  } catch (error) {
    return refuse(session, 'The file cannot be written: {0}', reasonOf(error, session.say));
  }
  const { result } = done;
  if (!result?.ok)
    return { ok: false, message: result === null ? '' : session.say(result.problem), undo: null };
  await readCorrections(session, open);
  factsChanged(session);
  const message = session.say({ message: 'Written to {0}.', args: [CORRECTIONS_FILE] });
  const undo =
    correction.kind === 'remove'
      ? null
      : { folder: open.uri, section: sectionOf(correction), key: result.key };
  return { ok: true, message, undo };
}

function folderOf(session: Session, correction: Correction): OpenFolder | undefined {
  switch (correction.kind) {
    case 'remove':
      return session.folders.all().find((open) => open.uri === correction.folder);
    case 'alias':
      return session.folders.locate(correction.uri).open;
    case 'ignore':
      return session.folders.locate(correction.place.uri).open;
    default:
      return session.folders.locate(correction.a.uri).open;
  }
}

function sectionOf(correction: Exclude<Correction, { kind: 'remove' }>): CorrectionSection {
  return correction.kind === 'alias' ? 'aliases' : correction.kind;
}

/** What the correction does to the file's text; null where its place cannot be named. */
function editOf(
  session: Session,
  open: OpenFolder,
  correction: Correction,
  author: string,
): ((text: string) => CorrectionsEdit) | null {
  if (correction.kind === 'remove')
    return (text) => removeCorrection(text, correction.section, correction.key);
  const change = newCorrection(session, open, correction, author);
  return change === null ? null : (text) => addCorrection(text, change);
}

function refuse(session: Session, message: string, ...args: string[]): CorrectionOutcome {
  return { ok: false, message: session.say({ message, args }), undo: null };
}

function newCorrection(
  session: Session,
  open: OpenFolder,
  correction: Exclude<Correction, { kind: 'remove' }>,
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
  const source = open.folder.article(path)?.source;
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

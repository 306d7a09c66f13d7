import { anchor } from '../../annotation';
import type { ExportFormat, ExportOutcome, ImportOutcome } from '../../protocol';
import { fromForeignJson, importChanges, toCsv, toMarkdownReport, toWebAnnotations } from '../../sidecar';
import type { Session } from '../session';
import type { AnnotationDesk } from './desk';
import { fileName } from './paths';

/** An article's annotations as W3C Web Annotations, as a spreadsheet, or as a report with the article's text. */
export async function exportAnnotations(
  session: Session,
  desk: AnnotationDesk,
  uri: string,
  format: ExportFormat,
): Promise<ExportOutcome> {
  const sheet = await desk.sheets.of(uri);
  const blocked = desk.sheets.blockedBy(sheet);
  if (blocked !== null) return { ok: false, message: blocked };
  const { set } = sheet;
  if (set === null || set.annotations.length === 0)
    return { ok: false, message: session.say({ message: 'This article has no annotations yet.', args: [] }) };
  const text = (await desk.sheets.textOf(uri)) ?? '';
  // Places of whole-article annotations are not kept with the others.
  const anchors = set.annotations.flatMap((a) => sheet.anchors.get(a.id) ?? anchor([a], text));
  switch (format) {
    case 'jsonld':
      return { ok: true, text: `${JSON.stringify(toWebAnnotations(set), null, 2)}\n` };
    case 'csv':
      return { ok: true, text: toCsv(set, anchors) };
    case 'markdown':
      return { ok: true, text: toMarkdownReport(set, text, anchors) };
  }
}

/** Adds the annotations of another program's JSON to an article's; those that are there already stay as they are. */
export async function importAnnotations(
  session: Session,
  desk: AnnotationDesk,
  uri: string,
  json: string,
): Promise<ImportOutcome> {
  const refuse = (message: string, ...args: string[]): ImportOutcome => {
    return { ok: false, message: session.say({ message, args }) };
  };
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (error) {
    return refuse('That file is not JSON: {0}', error instanceof Error ? error.message : String(error));
  }
  const { set, skipped } = fromForeignJson(parsed, fileName(uri));
  if (set.annotations.length === 0)
    return refuse('That file holds no annotations of W3C’s or Hypothesis’s kind.');
  const sheet = await desk.sheets.of(uri);
  const changes = importChanges(sheet.set, set);
  const refused = await desk.write(uri, (now) => desk.changed(uri, sheet.text, now, changes));
  if (refused !== null) return refuse('The annotation file was not changed: {0}', refused);
  await desk.sheets.load(uri);
  return { ok: true, imported: changes.length, skipped };
}

import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Annotation, TextEdit } from '../annotation';
import { anchor, moveSpan, newAnnotation, newReply, selectorOf } from '../annotation';
import type { AnchorResult } from '../annotation';
import type { AnnotationEdit, AnnotationItem, AnnotationList, AnnotationOutcome } from '../protocol';
import type { ParsedSidecar, SidecarChange, SidecarProblem } from '../sidecar';
import { editSidecar, isBlocking, mergeSidecars, parseSidecar } from '../sidecar';
import type { Message } from '../crossref';
import type { Span } from '../text';
import { linesOf } from './positions';
import { reasonOf } from './platform';
import type { Session } from './session';

/** What the file name of a sidecar adds to its article's. */
export const SIDECAR_SUFFIX = '.annotations.yaml';

/** One article's annotations while they are in use. */
interface Sheet {
  readonly sidecar: ParsedSidecar | null;
  /** Where each annotation stands in the present text. Moves with typing; found anew when the sidecar changes. */
  anchors: ReadonlyMap<string, AnchorResult>;
}

/** Keeps the annotations of articles: reads sidecars, anchors them, changes them, and takes back what was deleted. */
export class AnnotationDesk {
  private readonly sheets = new Map<string, Sheet>();
  private readonly deleted = new Map<string, SidecarChange>();

  constructor(private readonly session: Session) {}

  /** The annotations of an article, placed in its present text. */
  async list(uri: string): Promise<AnnotationList> {
    const sheet = this.sheets.get(uri) ?? (await this.load(uri));
    const text = await this.textOf(uri);
    const lines = linesOf(text ?? '');
    const sidecar = sheet.sidecar;
    const items = (sidecar?.set.annotations ?? []).map((annotation) =>
      itemOf(annotation, sheet.anchors.get(annotation.id), (span) => lines.rangeOf(span)),
    );
    return {
      uri,
      sidecarUri: sidecar === null ? null : uri + SIDECAR_SUFFIX,
      items,
      readOnly: sidecar === null || sidecar.writable ? null : this.blockedBy(sidecar),
      inConflict: sidecar?.problems.some((problem) => problem.code === 'merge-marks') ?? false,
    };
  }

  /** Moves the annotations of an open article with one edit of its text. */
  move(uri: string, edit: TextEdit): void {
    const sheet = this.sheets.get(uri);
    if (sheet === undefined || sheet.anchors.size === 0) return;
    const moved = new Map<string, AnchorResult>();
    for (const [id, result] of sheet.anchors) {
      const span = result.span === null ? null : moveSpan(result.span, edit);
      // Words that are gone may come back, by an undo: only the text can tell, when it is asked next.
      if (span === null || span.start === span.end) {
        this.drop(uri);
        return;
      }
      moved.set(id, { ...result, span });
    }
    sheet.anchors = moved;
  }

  /** Forgets what is known of an article, so that it is read again; for changes on disk. */
  drop(uri: string): void {
    this.sheets.delete(uri);
  }

  /** Carries out an edit; says in words why where it cannot, and then nothing has changed. */
  async edit(uri: string, edit: AnnotationEdit): Promise<AnnotationOutcome> {
    const sheet = this.sheets.get(uri) ?? (await this.load(uri));
    const change = await this.changeFor(uri, edit, sheet);
    if (change === null) return this.failed({ message: 'The annotation is no longer there.', args: [] });
    const undo = this.undoFor(sheet, edit);
    let refused: string | null = null;
    try {
      await this.session.platform.sidecars.update(uri + SIDECAR_SUFFIX, (now) => {
        const result = editSidecar(now ?? '', fileName(uri), change);
        if (result.ok) return result.text;
        const problem = result.problems[0];
        refused = problem === undefined ? result.reason : this.session.say(problem);
        return null;
      });
    } catch (error) {
      refused = reasonOf(error, this.session.say);
    }
    if (refused !== null)
      return this.failed({ message: 'The annotation file was not changed: {0}', args: [refused] });
    const before = sheet.anchors;
    await this.load(uri, before);
    return { ok: true, id: idOf(change), undo };
  }

  /** Merges a sidecar that git left in conflict by meaning, from the index; both values of a true conflict stay in the file. */
  async mergeStages(uri: string): Promise<AnnotationOutcome> {
    const stages = await this.session.platform.stages(uri + SIDECAR_SUFFIX);
    if (stages === null)
      return this.failed({ message: 'Git has no conflicting versions of the annotation file.', args: [] });
    const merge = mergeSidecars(stages.base, stages.ours, stages.theirs);
    if (!merge.ok) {
      const problem = merge.problems[0];
      const why = problem === undefined ? '' : this.session.say(problem);
      return this.failed({ message: 'The annotation file was not changed: {0}', args: [why] });
    }
    try {
      await this.session.platform.sidecars.update(uri + SIDECAR_SUFFIX, () => merge.text);
    } catch (error) {
      const why = reasonOf(error, this.session.say);
      return this.failed({ message: 'The annotation file was not changed: {0}', args: [why] });
    }
    await this.load(uri);
    return { ok: true, id: '', undo: null };
  }

  private failed(message: Message): AnnotationOutcome {
    return { ok: false, message: this.session.say(message) };
  }

  /** Reads and anchors a sidecar; places already known (moved with typing) are kept for annotations that stay as they are. */
  private async load(uri: string, known?: ReadonlyMap<string, AnchorResult>): Promise<Sheet> {
    const bytes = await this.session.platform.read(uri + SIDECAR_SUFFIX);
    const text = bytes === null ? null : this.session.platform.decode(bytes, 'utf-8');
    const sidecar = text === null ? null : parseSidecar(text);
    const sheet: Sheet = { sidecar, anchors: await this.anchorAll(uri, sidecar, known) };
    this.sheets.set(uri, sheet);
    this.showProblems(uri, text ?? '', sidecar?.problems ?? []);
    return sheet;
  }

  /** What is wrong with a sidecar stands in it, at its exact place. */
  private showProblems(uri: string, text: string, problems: readonly SidecarProblem[]): void {
    const lines = linesOf(text);
    const diagnostics = problems.map((problem) => ({
      range: lines.rangeOf(problem),
      severity: problem.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
      source: 'Corroborate',
      code: problem.code,
      message: this.session.say(problem),
    }));
    void this.session.connection.sendDiagnostics({ uri: uri + SIDECAR_SUFFIX, diagnostics });
  }

  private async anchorAll(
    uri: string,
    sidecar: ParsedSidecar | null,
    known?: ReadonlyMap<string, AnchorResult>,
  ): Promise<Map<string, AnchorResult>> {
    const found = new Map<string, AnchorResult>();
    const text = await this.textOf(uri);
    if (sidecar === null || text === null) return found;
    const fresh = sidecar.set.annotations.filter((a) => a.selector !== undefined);
    const ids = new Set(fresh.flatMap((a) => a.selector?.base ?? []));
    const folder = this.session.folders.locate(uri).open.uri;
    const results = anchor(fresh, text, await this.session.platform.baseTexts(folder, ids));
    fresh.forEach((annotation, i) => {
      const result = known?.get(annotation.id) ?? results[i];
      if (result !== undefined) found.set(annotation.id, result);
    });
    return found;
  }

  /** The article's text as an editor shows it, or null where the article is gone. */
  private async textOf(uri: string): Promise<string | null> {
    const document = this.session.documents.get(uri);
    if (document !== undefined) return document.getText();
    const { open, path } = this.session.folders.locate(uri);
    const article = open.folder.article(path);
    if (article !== undefined) return article.text.source;
    const bytes = await this.session.platform.read(uri);
    return bytes === null ? null : this.session.platform.decode(bytes, 'utf-8');
  }

  private async changeFor(uri: string, edit: AnnotationEdit, sheet: Sheet): Promise<SidecarChange | null> {
    const { platform } = this.session;
    const ports = { now: () => new Date(), random: platform.random };
    const edited = ports
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
    switch (edit.kind) {
      case 'add':
        return { type: 'put', annotation: await this.newAnnotation(uri, edit, ports) };
      case 'status':
        return { type: 'patch', id: edit.id, fields: { status: edit.status } };
      case 'note':
        return { type: 'patch', id: edit.id, fields: { note: edit.note, edited } };
      case 'tags':
        return { type: 'patch', id: edit.id, fields: { tags: edit.tags } };
      case 'reply':
        return { type: 'put-reply', id: edit.id, reply: newReply(await this.author(uri), edit.text, ports) };
      case 'edit-reply':
        return { type: 'patch-reply', id: edit.id, replyId: edit.reply, fields: { text: edit.text, edited } };
      case 'delete-reply':
        return { type: 'remove-reply', id: edit.id, replyId: edit.reply };
      case 'delete':
        return { type: 'remove', id: edit.id };
      case 'restore':
        return this.deleted.get(edit.token) ?? null;
      case 'renamed':
        return { type: 'set-article', article: fileName(uri) };
      case 'attach': {
        const old = sheet.sidecar?.set.annotations.find((a) => a.id === edit.id);
        const text = await this.textOf(uri);
        if (old === undefined || text === null) return null;
        const lines = linesOf(text);
        const span = { start: lines.offsetAt(edit.range.start), end: lines.offsetAt(edit.range.end) };
        sheet.anchors = without(sheet.anchors, edit.id);
        return {
          type: 'patch',
          id: edit.id,
          fields: { selector: selectorOf(text, span, await platform.keepBase(text)) },
        };
      }
    }
  }

  private async newAnnotation(
    uri: string,
    edit: Extract<AnnotationEdit, { kind: 'add' }>,
    ports: { now: () => Date; random: (bytes: Uint8Array) => Uint8Array },
  ): Promise<Annotation> {
    const text = (await this.textOf(uri)) ?? '';
    const lines = linesOf(text);
    const { range, note, status, tags } = edit;
    const span =
      range === null ? {} : { span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) } };
    const by = await this.author(uri);
    const base = await this.session.platform.keepBase(text);
    return newAnnotation({ text, ...span, base, by, note, status, tags }, ports);
  }

  private async author(uri: string): Promise<string> {
    const set = this.session.settings().author.trim();
    if (set !== '') return set;
    const known = await this.session.platform.author(this.session.folders.locate(uri).open.uri);
    return known === '' ? 'reviewer' : known;
  }

  private undoFor(sheet: Sheet, edit: AnnotationEdit): string | null {
    if (edit.kind !== 'delete' && edit.kind !== 'delete-reply') return null;
    const annotation = sheet.sidecar?.set.annotations.find((a) => a.id === edit.id);
    if (annotation === undefined) return null;
    const token = `${edit.id}-${this.deleted.size}`;
    if (edit.kind === 'delete') this.deleted.set(token, { type: 'put', annotation });
    else {
      const reply = annotation.replies.find((r) => r.id === edit.reply);
      if (reply === undefined) return null;
      this.deleted.set(token, { type: 'put-reply', id: edit.id, reply });
    }
    return token;
  }

  private blockedBy(sidecar: ParsedSidecar): string {
    const problem = sidecar.problems.find(isBlocking);
    return problem === undefined ? '' : this.session.say(problem);
  }
}

function itemOf(
  annotation: Annotation,
  result: AnchorResult | undefined,
  rangeOf: (span: Span) => NonNullable<AnnotationItem['range']>,
): AnnotationItem {
  const { id, selector, status, by, made, note, tags, replies } = annotation;
  const span = result?.span ?? null;
  return {
    id,
    range: span === null ? null : rangeOf(span),
    anchor: selector === undefined ? 'article' : (result?.status ?? 'lost'),
    quote: selector?.quote ?? '',
    candidates: candidatesOf(result).map(rangeOf),
    status,
    by,
    made,
    note,
    tags,
    replies,
  };
}

/** Where an uncertain annotation may belong: its candidates, and the place that looks most like its words. */
function candidatesOf(result: AnchorResult | undefined): readonly Span[] {
  if (result === undefined) return [];
  const { candidates, suggestion, status, span } = result;
  if (status === 'changed' && span !== null) return [span, ...candidates];
  return suggestion === null ? candidates : [suggestion, ...candidates];
}

function idOf(change: SidecarChange): string {
  if (change.type === 'put') return change.annotation.id;
  return change.type === 'set-article' ? '' : change.id;
}

function fileName(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}

function without<V>(map: ReadonlyMap<string, V>, key: string): Map<string, V> {
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}

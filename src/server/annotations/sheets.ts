import { DiagnosticSeverity } from 'vscode-languageserver';
import type { AnchorResult, Annotation, AnnotationSet, TextEdit } from '../../annotation';
import { anchor, basesIn, moveSpan } from '../../annotation';
import type { ParsedSidecar, SidecarProblem } from '../../sidecar';
import { isBlocking, parseSidecar, readBothSides } from '../../sidecar';
import { reasonOf } from '../platform';
import { linesOf } from '../positions';
import type { Session } from '../session';

/** What the file name of a sidecar adds to its article's. */
export const SIDECAR_SUFFIX = '.annotations.yaml';

/** One article's annotations while they are in use. */
export interface Sheet {
  /** The sidecar as it was read; '' where there is none. */
  readonly text: string;
  readonly sidecar: ParsedSidecar | null;
  /** The annotations to show: those of the file, or, where it cannot be read, what is known of them. */
  readonly set: AnnotationSet | null;
  /** Why the file cannot be read at all, in words, or null. */
  readonly unreadable: string | null;
  /** Where each annotation stands in the present text. Moves with typing; found anew when the sidecar changes. */
  anchors: ReadonlyMap<string, AnchorResult>;
}

/** The places of annotations by their ids. */
export type Anchors = ReadonlyMap<string, AnchorResult>;

/** Reads sidecars, places their annotations in the present text, and keeps both until one of them changes. */
export class Sheets {
  private readonly known = new Map<string, Sheet>();
  /** What each file held when it could last be read. */
  private readonly readable = new Map<string, AnnotationSet>();

  constructor(private readonly session: Session) {}

  /** The annotations of an article. */
  async of(uri: string): Promise<Sheet> {
    return this.known.get(uri) ?? (await this.load(uri));
  }

  /** Forgets what is known of an article, so that it is read again; for changes on disk. */
  drop(uri: string): void {
    this.known.delete(uri);
  }

  /** Forgets every article below a folder that is gone. */
  dropBelow(folder: string): void {
    for (const uri of this.known.keys()) if (uri.startsWith(`${folder}/`)) this.known.delete(uri);
  }

  /** Moves the annotations of an open article with one edit of its text. */
  move(uri: string, edit: TextEdit): void {
    const sheet = this.known.get(uri);
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

  /** Reads and anchors a sidecar; places already known (moved with typing) are kept for annotations that stay as they are. */
  async load(uri: string, known?: Anchors): Promise<Sheet> {
    const { text, unreadable } = await this.read(uri + SIDECAR_SUFFIX);
    const sidecar = text === null ? null : parseSidecar(text);
    const set = unreadable !== null || sidecar !== null ? this.setOf(uri, text, sidecar) : null;
    if (set === null) this.readable.delete(uri);
    else this.readable.set(uri, set);
    const anchors = await this.anchorAll(uri, set?.annotations ?? [], known);
    const sheet: Sheet = { text: text ?? '', sidecar, set, unreadable, anchors };
    this.known.set(uri, sheet);
    this.showProblems(uri, text ?? '', sidecar?.problems ?? []);
    return sheet;
  }

  /** The article's text as an editor shows it, or null where the article is gone. */
  async textOf(uri: string): Promise<string | null> {
    const document = this.session.documents.get(uri);
    if (document !== undefined) return document.getText();
    const { open, path } = this.session.folders.locate(uri);
    const article = open.folder.article(path);
    if (article !== undefined) return article.source;
    const bytes = await this.session.platform.read(uri).catch(() => null);
    return bytes === null ? null : this.session.platform.decode(bytes, 'utf-8');
  }

  /** Why an article's annotations cannot be written now, in words; null where they can. */
  blockedBy({ sidecar, unreadable }: Sheet): string | null {
    if (unreadable !== null) return unreadable;
    const problem = sidecar?.problems.find(isBlocking);
    return problem === undefined ? null : this.session.say(problem);
  }

  /** Notes never vanish because their file is in doubt: git's two sides are shown together, else what could last be read. */
  private setOf(uri: string, text: string | null, sidecar: ParsedSidecar | null): AnnotationSet | null {
    if (text !== null && sidecar !== null) {
      if (inConflict(sidecar)) return readBothSides(text) ?? this.readable.get(uri) ?? sidecar.set;
      if (sidecar.writable || sidecar.set.annotations.length > 0) return sidecar.set;
    }
    return this.readable.get(uri) ?? sidecar?.set ?? null;
  }

  private async read(uri: string): Promise<{ text: string | null; unreadable: string | null }> {
    const { platform, say } = this.session;
    if (this.session.folders.apart(uri) === 'unsaved') return { text: null, unreadable: null };
    try {
      const bytes = await platform.read(uri);
      const text = bytes === null ? null : platform.decode(bytes, 'utf-8');
      const broken = bytes !== null && text === null;
      return { text, unreadable: broken ? say({ message: 'The file is not UTF-8 text.', args: [] }) : null };
    } catch (error) {
      const reason = reasonOf(error, say);
      return { text: null, unreadable: say({ message: 'The file cannot be read: {0}', args: [reason] }) };
    }
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
    annotations: readonly Annotation[],
    known?: Anchors,
  ): Promise<Map<string, AnchorResult>> {
    const found = new Map<string, AnchorResult>();
    const text = await this.textOf(uri);
    const placed = annotations.filter((a) => a.selector !== undefined);
    if (text === null || placed.length === 0) return found;
    const ids = basesIn({ annotations: placed });
    const folder = this.session.folders.locate(uri).open.uri;
    const results = anchor(placed, text, await this.session.platform.baseTexts(folder, ids));
    placed.forEach((annotation, i) => {
      const result = known?.get(annotation.id) ?? results[i];
      if (result !== undefined) found.set(annotation.id, result);
    });
    return found;
  }
}

/** Whether git left both versions in a file. */
export function inConflict({ problems }: ParsedSidecar): boolean {
  return problems.some((problem) => problem.code === 'merge-marks');
}

import type { TextEdit } from '../../annotation';
import type { Message } from '../../crossref';
import type {
  AdoptParams,
  AnnotationEdit,
  AnnotationList,
  AnnotationOutcome,
  KeptChange,
  LateChange,
} from '../../protocol';
import type { SidecarChange } from '../../sidecar';
import { editSidecar, mergeSidecars } from '../../sidecar';
import type { Span } from '../../text';
import { reasonOf } from '../platform';
import { linesOf } from '../positions';
import type { Session } from '../session';
import { changeFor, idOf, inverseOf, keptOf } from './changes';
import type { ChangePorts } from './changes';
import { itemOf, placesSeenFrom } from './items';
import { fileName } from './paths';
import type { Sheet } from './sheets';
import { inConflict, Sheets, SIDECAR_SUFFIX } from './sheets';

/** A new text for a sidecar, or why there is none, in words. */
type Rewritten =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

/** Keeps the annotations of articles: lists them in their present places, changes them, and takes back what was deleted. */
export class AnnotationDesk {
  readonly sheets: Sheets;
  private readonly taken = new Map<string, SidecarChange>();

  constructor(private readonly session: Session) {
    this.sheets = new Sheets(session);
  }

  /** The annotations of an article, placed in its present text. */
  async list(uri: string): Promise<AnnotationList> {
    const sheet = await this.sheets.of(uri);
    const lines = linesOf((await this.sheets.textOf(uri)) ?? '');
    const ports = {
      rangeOf: (span: Span) => lines.rangeOf(span),
      placeOf: placesSeenFrom(this.session, uri),
    };
    const { sidecar, set } = sheet;
    return {
      uri,
      sidecarUri: sidecar === null && sheet.unreadable === null ? null : uri + SIDECAR_SUFFIX,
      items: (set?.annotations ?? []).map((a) => itemOf(a, sheet.anchors.get(a.id), ports)),
      readOnly: this.sheets.blockedBy(sheet),
      inConflict: sidecar !== null && inConflict(sidecar),
    };
  }

  /** Moves the annotations of an open article with one edit of its text. */
  move(uri: string, edit: TextEdit): void {
    this.sheets.move(uri, edit);
  }

  /** Carries out an edit; says in words why where it cannot, with what was typed, and then nothing has changed. */
  async edit(uri: string, edit: AnnotationEdit): Promise<AnnotationOutcome> {
    const sheet = await this.sheets.of(uri);
    const change = await changeFor(edit, this.portsFor(uri, sheet));
    if (change === null) return this.failed({ message: 'The annotation is no longer there.', args: [] });
    const undo = this.undoFor(sheet, change);
    const late = edit.kind === 'again' && edit.change.kind === 'change' ? edit.change : null;
    const refused = await this.write(uri, (now) =>
      late === null ? this.changed(uri, sheet.text, now, change) : this.changedLate(uri, now, late),
    );
    if (refused !== null) {
      const before = sheet.set?.annotations.find(({ id }) => id === idOf(change));
      const message = { message: 'The annotation file was not changed: {0}', args: [refused] };
      return this.failed(message, keptOf(change, before));
    }
    const known = new Map(sheet.anchors);
    if (change.type === 'patch' && change.fields.selector !== undefined) known.delete(change.id);
    await this.sheets.load(uri, known);
    return { ok: true, id: idOf(change), undo };
  }

  /** Merges a sidecar that git left in conflict by meaning, from the index; both values of a true conflict stay in the file. */
  async mergeStages(uri: string): Promise<AnnotationOutcome> {
    const stages = await this.session.platform.stages(uri + SIDECAR_SUFFIX);
    if (stages === null)
      return this.failed({ message: 'Git has no conflicting versions of the annotation file.', args: [] });
    return this.replace(uri, () => this.merged(stages.base, stages.ours, stages.theirs));
  }

  /** Takes the annotations of an article that is gone, or was copied, over to another; with those that it has already. */
  async adopt({ from, to }: AdoptParams): Promise<AnnotationOutcome> {
    const { text } = await this.sheets.of(from);
    const taken = this.changed(to, text, text, { type: 'set-article', article: fileName(to) });
    return this.replace(to, (now) => (now === '' || !taken.ok ? taken : this.merged('', now, taken.text)));
  }

  /** Writes what `make` gives for the present text; null where that is done, else why not, in words. */
  async write(uri: string, make: (now: string) => Rewritten): Promise<string | null> {
    const refused: string[] = [];
    try {
      await this.session.platform.sidecars.update(uri + SIDECAR_SUFFIX, (now) => {
        const result = make(now ?? '');
        if (result.ok) return result.text;
        refused.push(result.reason);
        return null;
      });
    } catch (error) {
      return reasonOf(error, this.session.say);
    }
    return refused[0] ?? null;
  }

  /**
   * The file with a change. What others changed since it was read is merged by meaning, so that of two notes that were changed at
   * the same time both stay. A file that somebody removed stays removed: only the change is written.
   */
  changed(uri: string, loaded: string, now: string, changes: SidecarChange | SidecarChange[]): Rewritten {
    const article = fileName(uri);
    const mine = now === loaded || now === '' ? null : editSidecar(loaded, article, changes);
    if (mine?.ok === true) {
      const merge = mergeSidecars(loaded, mine.text, now);
      if (merge.ok) return merge;
    }
    const result = editSidecar(now, article, changes);
    if (result.ok) return result;
    const problem = result.problems[0];
    const reasons = {
      'not-writable': { message: 'the file is in doubt and is not written over', args: [] },
      'not-found': { message: 'the annotation is no longer there', args: [] },
      'not-verified': { message: 'the new text did not say what was meant', args: [] },
    };
    return { ok: false, reason: this.session.say(problem ?? reasons[result.reason]) };
  }

  /**
   * The file with a change that waited. What others made of the annotation meanwhile is merged by meaning, as if both had begun from
   * what it was; an annotation that they removed comes back with that question open.
   */
  private changedLate(uri: string, now: string, { before, change }: LateChange): Rewritten {
    if (before === null || now === '') return this.changed(uri, now, now, change);
    const asItWas = editSidecar(now, fileName(uri), { type: 'put', annotation: before });
    return this.changed(uri, asItWas.ok ? asItWas.text : now, now, change);
  }

  private merged(base: string, ours: string, theirs: string): Rewritten {
    const merge = mergeSidecars(base, ours, theirs);
    if (merge.ok) return merge;
    const problem = merge.problems[0];
    return { ok: false, reason: problem === undefined ? '' : this.session.say(problem) };
  }

  private async replace(uri: string, make: (now: string) => Rewritten): Promise<AnnotationOutcome> {
    const refused = await this.write(uri, make);
    if (refused !== null)
      return this.failed({ message: 'The annotation file was not changed: {0}', args: [refused] });
    await this.sheets.load(uri);
    return { ok: true, id: '', undo: null };
  }

  private failed(message: Message, kept: KeptChange | null = null): AnnotationOutcome {
    return { ok: false, message: this.session.say(message), kept };
  }

  private portsFor(uri: string, { set }: Sheet): ChangePorts {
    const { platform } = this.session;
    return {
      now: () => new Date(),
      random: platform.random,
      set,
      article: fileName(uri),
      text: () => this.sheets.textOf(uri),
      spanOf: (text, { start, end }) => {
        const lines = linesOf(text);
        return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
      },
      author: () => this.author(uri),
      keepBase: (text) => platform.keepBase(text),
      taken: this.taken,
    };
  }

  private async author(uri: string): Promise<string> {
    const set = this.session.settings().author.trim();
    if (set !== '') return set;
    const known = await this.session.platform.author(this.session.folders.locate(uri).open.uri);
    return known === '' ? 'reviewer' : known;
  }

  /** Keeps what a change takes away; gives the token that brings it back. */
  private undoFor({ set }: Sheet, change: SidecarChange): string | null {
    const id = idOf(change);
    const annotation = set?.annotations.find((a) => a.id === id);
    const back = annotation === undefined ? null : inverseOf(change, annotation);
    if (back === null) return null;
    const token = `${id}-${this.taken.size}`;
    this.taken.set(token, back);
    return token;
  }
}

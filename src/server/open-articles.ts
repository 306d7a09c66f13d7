import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Notifications } from '../protocol';
import { compareAround, compareNear } from './compare-folder';
import { diagnosticsOf } from './features/diagnostics';
import { highlightsFor } from './features/highlights';
import type { Session } from './session';
import { noteAsked } from './quiet';
import { forgetRehearsal, getReadyToEdit } from './ready-to-edit';
import { analyseDocument, factsChanged, readFromDisk } from './session';
import { Slices } from './slices';

/** How long to wait after the last keystroke before highlights follow, and before facts do, in milliseconds. */
const HIGHLIGHT_DELAY = 60;
const FACT_DELAY = 400;

/** Keeps what the editor shows of open articles in step with their text: highlights at once, facts a little later. */
export class OpenArticles {
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  private factTimer: ReturnType<typeof setTimeout> | undefined;
  /** The versions of articles that another may follow at once. */
  private readonly ready = new Map<string, number>();
  private begun = false;

  constructor(private readonly session: Session) {
    const { documents } = session;
    documents.onDidOpen(({ document }) => this.opened(document));
    documents.onDidChangeContent(({ document }) => {
      noteAsked(session);
      this.soon(document, HIGHLIGHT_DELAY);
    });
    documents.onDidClose(({ document }) => void this.closed(document));
  }

  /** From now on open documents are analysed; before, the analyser is not ready. */
  begin(): void {
    this.begun = true;
    this.refreshAll();
  }

  /** Who opens an article soon rests the mouse on it: what the nearest articles say is looked up at once. */
  private opened(document: TextDocument): void {
    this.soon(document, 0);
    if (this.begun) void compareNear(this.session, document.uri);
  }

  /** Shows every open article anew: something beside its text has changed. */
  refreshAll(): void {
    for (const document of this.session.documents.all()) this.soon(document, 0);
  }

  /** Tells the client soon that facts changed; several calls are one. */
  factsSoon(): void {
    clearTimeout(this.factTimer);
    this.factTimer = setTimeout(() => void this.tellFacts(), FACT_DELAY);
  }

  private async tellFacts(): Promise<void> {
    const { documents } = this.session;
    await this.settle();
    for (const { uri } of documents.all()) {
      // Closed while the others were compared.
      if (documents.get(uri) === undefined) continue;
      await compareAround(this.session, uri);
      if (documents.get(uri) !== undefined) this.sendDiagnostics(uri);
    }
    factsChanged(this.session);
    for (const document of documents.all()) await this.getReady(document);
  }

  private async settle(): Promise<void> {
    const { documents, folders, platform } = this.session;
    const here = documents.all().map(({ uri }) => folders.locate(uri).open);
    const slices = new Slices(platform, 'nobody');
    for (const { folder } of new Set([...folders.all(), ...here])) await slices.run(folder.settle());
  }

  private async getReady({ uri, version }: TextDocument): Promise<void> {
    if (this.ready.get(uri) === version) return;
    this.ready.set(uri, version);
    await getReadyToEdit(this.session, uri);
  }

  private soon(document: TextDocument, delay: number): void {
    if (!this.begun) return;
    clearTimeout(this.waiting.get(document.uri));
    this.waiting.set(
      document.uri,
      setTimeout(() => this.show(document.uri), delay),
    );
  }

  private show(uri: string): void {
    this.waiting.delete(uri);
    const document = this.session.documents.get(uri);
    if (document === undefined) return;
    analyseDocument(this.session, document);
    void this.session.connection.sendNotification(Notifications.highlights, highlightsFor(this.session, uri));
    void this.session.connection.sendNotification(Notifications.annotations, { uri });
    this.factsSoon();
  }

  private sendDiagnostics(uri: string): void {
    void this.session.connection.sendDiagnostics({ uri, diagnostics: diagnosticsOf(this.session, uri) });
  }

  private async closed(document: TextDocument): Promise<void> {
    clearTimeout(this.waiting.get(document.uri));
    this.waiting.delete(document.uri);
    this.ready.delete(document.uri);
    forgetRehearsal(this.session, document.uri);
    void this.session.connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    const { open, path } = this.session.folders.locate(document.uri);
    if (open.uri === '') open.folder.remove(path);
    else await readFromDisk(this.session, open, document.uri);
    this.factsSoon();
  }
}
